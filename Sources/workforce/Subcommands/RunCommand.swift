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

      The same scenario, seed, replications and version give the same bytes in every table and \
      in the workbook, on any number of threads.
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
    do {
      _ = try OutputFormat.parse(format)
    } catch {
      throw ValidationError("With --format, \(error.description)")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let watch = Stopwatch()
      let scenario = try options.load(changes)
      let path = out ?? standardFolder(of: scenario)
      let folder = try OutputFolder(at: path)
      let (ensemble, simulation) = try await simulate(scenario)
      let report = RunReport(
        Projection(ensemble),
        information: RunInformation(
          version: toolVersion,
          command: CommandLine.arguments,
          threads: threads ?? processorCount,
          started: watch.start,
          duration: watch.duration,
          simulation: simulation,
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

  private func standardFolder(of scenario: Scenario) -> String {
    "results/\(scenario.name)/\(RunFingerprint.text(of: scenario, version: toolVersion))"
  }

  /// Runs the replications and says how long they took, without preparation and statistics.
  private func simulate(_ scenario: Scenario) async throws -> (Ensemble, Duration) {
    let simulation = try Simulation(scenario)
    let total = scenario.method == .expected ? 1 : scenario.replications
    let bar = ProgressBar(
      scenario.title.text(in: languageOption.language),
      total: total,
      words: languageOption.language == .chinese ? .chinese : .english,
      isQuiet: quiet,
    )
    Interruption.listen()
    let watch = Stopwatch()
    do {
      let ensemble = try await simulation.run(
        threads: threads ?? processorCount,
        shouldStop: { Interruption.wasRequested },
        progress: { _ in bar.advance(by: 1) },
      )
      let duration = watch.duration
      bar.finish()
      return (ensemble, duration)
    } catch let interruption as RunInterrupted {
      bar.finish()
      printToStandardError(
        "Stopped after \(interruption.finished) of \(total) replications; nothing was written. "
          + "Run the same command again to start over, or fewer replications with --replications."
      )
      throw FailureCode.interrupted
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
