// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios
import WorkforceSim
import WorkforceStore
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

      The same scenario, seed, replications and version give the same bytes in every table and \
      in the workbook, on any number of threads.

      Replications are kept in the store as they are finished. A run that was stopped in any way goes \
      on from there when the same command is given again, and what is kept is not simulated twice.
      """,
  )

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var languageOption: LanguageOption

  @Option(
    help: "Folder for the results. Without it: results/SCENARIO/FINGERPRINT.",
    completion: .directory,
  )
  var out: String?

  @Option(help: "Number of replications.")
  var replications: Int?

  @Option(help: "Seed of all random draws.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("Last year to simulate.", valueName: "year"))
  var through: Int?

  @Option(help: "Number of replications that run at the same time. Without it: all processors.")
  var threads: Int?

  @Option(help: ArgumentHelp("Kinds of files: csv, json, xlsx.", valueName: "csv,xlsx"))
  var format: String = "csv"

  @Flag(help: "Begin every CSV with a byte-order mark, so that Excel reads Chinese.")
  var excel = false

  @OptionGroup var storeOption: StoreOption

  @Flag(help: "Keep no replications: a run that is stopped starts over.")
  var noStore = false

  @Flag(help: "Simulate all replications again, also those that are kept.")
  var fresh = false

  @Flag(name: .shortAndLong, help: "No progress and no summary.")
  var quiet = false

  @Flag(help: "Print the summary as JSON on standard output.")
  var json = false

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications is \(replications); it lies between 1 and 1000000.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads); it lies between 1 and 1024.")
    }
    if noStore, storeOption.store != nil {
      throw ValidationError("--store and --no-store exclude each other.")
    }
    do {
      _ = try OutputFormat.parse(format)
    } catch {
      throw ValidationError("With --format, \(error.description)")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let watch = Stopwatch()
      let loaded = try options.loadWithOrigins(changes)
      let path = out ?? standardRunFolder(of: loaded.scenario)
      let folder = try OutputFolder(at: path)
      let simulation = try Simulation(loaded.scenario)
      let records = try records(of: loaded, simulation)
      let (ensemble, duration) = try await simulate(simulation, keepingIn: records)
      let report = RunReport(
        Projection(ensemble),
        information: RunInformation(
          version: toolVersion,
          command: CommandLine.arguments,
          threads: threads ?? processorCount,
          started: watch.start,
          duration: watch.duration,
          simulation: duration,
          language: languageOption.language,
          excel: excel,
          formats: try OutputFormat.parse(format),
          folder: path,
        ),
      )
      try report.write(to: folder, workbook: ProjectionWorkbook.write)
      try folder.publish()
      printResults(report)
    }
  }

  /// The options that change the scenario.
  private var changes: ScenarioChanges {
    ScenarioChanges(seed: seed, replications: replications, through: through)
  }

  private func records(of loaded: LoadedScenario, _ simulation: Simulation) throws -> RunRecords {
    let language = languageOption.language
    guard !noStore, storeOption.path != nil else {
      return RunRecords(inMemory: simulation, language: language)
    }
    return try RunRecords(
      in: storeOption.open(.keeping),
      loaded,
      simulation: simulation,
      isFresh: fresh,
      language: language,
    )
  }

  /// Runs the replications and says how long they took, without preparation and statistics.
  private func simulate(_ simulation: Simulation, keepingIn records: RunRecords) async throws
    -> (Ensemble, Duration)
  {
    if !quiet, let sentence = records.goesOn { printToStandardError(sentence) }
    let bar = ProgressBar(
      simulation.scenario.title.text(in: languageOption.language),
      total: simulation.replications - records.kept,
      words: languageOption.language == .chinese ? .chinese : .english,
      isQuiet: quiet || records.kept == simulation.replications,
    )
    Interruption.listen()
    let watch = Stopwatch()
    do {
      let ensemble = try await simulation.run(
        threads: threads ?? processorCount,
        archive: records.archive,
        shouldStop: { Interruption.wasRequested },
        progress: { _ in bar.advance(by: 1) },
      )
      let duration = watch.duration
      bar.finish()
      if let sentence = try records.finish(isQuiet: quiet) { printToStandardError(sentence) }
      return (ensemble, duration)
    } catch let interruption as RunInterrupted {
      bar.finish()
      printToStandardError(records.stopped(interruption))
      throw FailureCode.interrupted
    } catch {
      bar.finish()
      throw error
    }
  }

  private func printResults(_ report: RunReport) {
    if json {
      print(report.summaryJSON)
    } else if !quiet {
      let page = report.summaryLines(
        width: StandardOutput.pageWidth,
        style: StandardOutput.style,
      )
      page.forEach { print($0) }
    }
  }
}

/// The folder in which the results of a scenario lie where the user names none.
///
/// - Parameter scenario: The scenario, with its seed and replications.
/// - Returns: The path.
func standardRunFolder(of scenario: Scenario) -> String {
  "results/\(scenario.name)/\(RunFingerprint.text(of: scenario, version: toolVersion))"
}
