// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios
import WorkforceSim
import WorkforceWorkbooks

/// `workforce run`: simulates a scenario and writes a run folder.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulates a scenario, writes its tables and prints the summary.",
    discussion: """
      Examples:
        workforce run scenarios/luliang
        workforce run scenarios/luliang --set recruitment.multiplier@2026-09-01=1.3
        workforce run scenarios/teaching --replications 10 --out results/try --quiet
        workforce run scenarios/luliang --until 'shortage.2035 ± 50' --until 'cost.2030 ± 1%'
        workforce run scenarios/hiring-freeze --from luliang --at 2027

      The same scenario, seed, replications and version give the same bytes in every table and \
      in the workbook, on any number of threads.

      Replications are kept in the store as they are finished. A run that was stopped in any way goes \
      on from there when the same command is given again, and what is kept is not simulated twice.

      With --from and --at each replication begins where the same replication of a kept run stood on \
      the counting day of that year: the past is the run's, the rules are the scenario's.
      """,
  )

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var languageOption: LanguageOption
  @OptionGroup var folderOptions: RunFolderOptions
  @OptionGroup var replicationOptions: ReplicationOptions

  @Option(
    name: .customLong("until"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Run until the mean of a figure is known so precisely (95 %), such as 'shortage.2035 ± 50' or "
        + "'cost.2030 +- 1%'; at most --replications, or 10,000. Repeatable.",
      valueName: "figure ± tolerance",
    ),
  )
  var goals: [String] = []

  @Flag(help: "Run a replication for each thread, say what the others will take, and stop.")
  var forecast = false

  @Option(help: "Seed of all random draws. Without it: the scenario's; with --from the run's.")
  var seed: UInt64?

  @OptionGroup var lastYearOption: LastYearOption
  @OptionGroup var forkOptions: ForkOptions
  @OptionGroup var checkpointOption: CheckpointOption

  @Flag(help: "Simulate all replications again, also those that are kept.")
  var fresh = false

  @Flag(name: .shortAndLong, help: "No progress and no summary.")
  var quiet = false

  @Flag(help: "Print the summary as JSON on standard output.")
  var json = false

  func validate() throws {
    if replicationOptions.noStore, forkOptions.from != nil {
      throw ValidationError("--from goes on from a run of the store. Leave --no-store out.")
    }
    if forecast, !goals.isEmpty {
      throw ValidationError("--forecast and --until exclude each other.")
    }
    do {
      for goal in goals { _ = try PrecisionGoal(goal) }
    } catch {
      throw ValidationError("With --until, \(error.description)")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let watch = Stopwatch()
      let fork = try forkOptions.source(in: replicationOptions.storeOption)
      let loadedAsIs = try options.loadWithOrigins(changes(fork))
      let asked = fork?.forked(loadedAsIs) ?? loadedAsIs
      // What cannot be written is told before the simulation, unless the folder follows from it.
      let known =
        folderOptions.out == nil && !goals.isEmpty
        ? nil : try resultsFolder(at: folderOptions.path(of: asked.scenario))
      let (outcome, loaded) = try await simulate(asked, fork)
      let path = folderOptions.path(of: loaded.scenario)
      let folder = try known ?? resultsFolder(at: path)
      let report = RunReport(
        Projection(outcome.ensemble),
        information: RunInformation(
          version: toolVersion,
          command: CommandLine.arguments,
          threads: replicationOptions.threadsOption.count,
          started: watch.started,
          duration: watch.duration,
          simulation: outcome.duration,
          language: languageOption.language,
          excel: folderOptions.excel,
          formats: try folderOptions.formats(),
          folder: path,
        ),
      )
      let language = languageOption.language
      try await writingResults(to: path, areKept: replicationOptions.areKept, language) {
        try await write(report, to: folder)
      }
      try folder.publish()
      try printResults(report, of: outcome.ensemble)
    }
  }

  /// Writes the files of a run, with progress if there are many replications to read.
  private func write(_ report: RunReport, to folder: OutputFolder) async throws {
    let language = languageOption.language
    let bar = ProgressBar(
      StoreNotes.writingTables(language),
      total: report.tables.count,
      language: language,
      isQuiet: quiet,
      shownAfter: .seconds(1),
    )
    defer { bar.finish() }
    try await report.write(to: folder, workbook: ProjectionWorkbook.write) { bar.advance() }
  }

  /// The options that change the scenario; a fork has the seed of its run.
  private func changes(_ fork: ForkSource?) -> ScenarioChanges {
    ScenarioChanges(
      seed: seed ?? fork?.seed,
      replications: goals.isEmpty ? replicationOptions.replications : nil,
      through: lastYearOption.through,
    )
  }

  private func simulate(
    _ loaded: LoadedScenario,
    _ fork: ForkSource?,
  ) async throws -> (outcome: ReplicationRun.Outcome, loaded: LoadedScenario) {
    let run = ScenarioRun(
      loaded: loaded,
      fork: fork,
      store: try replicationOptions.openStore(),
      isFresh: fresh,
      checkpointEvery: checkpointOption.interval,
      replications: ReplicationRun(
        threads: replicationOptions.threadsOption.count,
        isForecast: forecast,
        isQuiet: quiet,
        language: languageOption.language,
      ),
    )
    guard !goals.isEmpty else { return (try await run.run(), loaded) }
    return try await run.run(
      until: goals.map { try PrecisionGoal($0) },
      limit: replicationOptions.replications,
    )
  }

  /// Prints the summary once all of it could be read.
  private func printResults(_ report: RunReport, of ensemble: Ensemble) throws {
    if json {
      let text = report.summaryJSON
      try ensemble.checkReading()
      return try StandardOutput.write(text + "\n")
    }
    let page =
      quiet
      ? [] : report.summaryLines(width: StandardOutput.pageWidth, style: StandardOutput.style)
    try ensemble.checkReading()
    try StandardOutput.print(page)
  }
}
