// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// `workforce compare`: scenarios beside a base, on the same draws.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Compares scenarios with the first one, replication by replication on the same draws.",
    discussion: """
      Shows differences with their ranges, the chance that a scenario is better, and what drives it. \
      Without --seed and --replications those of the first scenario hold for all. A run of the store, named \
      by its id, stands for its scenario as it was when it ran.

      Examples:
        workforce compare scenarios/luliang scenarios/hiring-plan-plus-30
        workforce compare luliang performance-pay-plus-30 hiring-freeze --measure cost --out results/pay
        workforce compare luliang no-retirement-reform --what-changed
        workforce compare luliang luliang --other-seed 2 --replications 60
        workforce compare 3 luliang --what-changed
      """,
  )

  @Argument(
    help: ArgumentHelp(
      "The base, then the scenarios to compare with it: folders, YAML files or names, or runs of the store.",
      valueName: "scenario",
    ),
    completion: .directory,
  )
  var scenarios: [String]

  @OptionGroup var options: ComparisonOptions
  @OptionGroup var languageOption: LanguageOption

  @Flag(
    help: "With two scenarios: divide their difference among groups of parameters and rules."
  )
  var whatChanged = false

  @Option(help: "Folder for the files. Without it, nothing is written.", completion: .directory)
  var out: String?

  @Option(help: ArgumentHelp("Kinds of files: csv, json.", valueName: "csv,json"))
  var format: String = "csv"

  @OptionGroup var byteOrderMarkOption: ByteOrderMarkOption

  @Flag(name: .shortAndLong, help: "No progress and no page.")
  var quiet = false

  @Flag(help: "Print the comparison as JSON on standard output.")
  var json = false

  @Option(help: ArgumentHelp("Measure to show, such as shortage or cost.", valueName: "name"))
  var measure: String?

  @Option(help: ArgumentHelp("With --measure: which side is better.", valueName: "less|more"))
  var better: MeasureAim?

  func validate() throws {
    if scenarios.count < 2 {
      throw ValidationError("Name the base and at least one scenario to compare with it.")
    }
    if whatChanged, scenarios.count > 2 {
      throw ValidationError("--what-changed goes with exactly two scenarios.")
    }
    if better != nil, measure == nil {
      throw ValidationError("--better goes with --measure.")
    }
    if try OutputFormat.parse(option: format).contains(.xlsx) {
      throw ValidationError("With --format, a comparison is written as csv or json, not as xlsx.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let watch = Stopwatch()
      let runs = try ComparisonRuns(
        words: scenarios,
        options: options,
        language: languageOption.language,
        isQuiet: quiet,
      )
      let question = try soughtMeasure(in: runs.scenarios.map(\.scenario))
      let folder = try out.map { try resultsFolder(at: $0) }
      let (base, others) = try await runs.compare(dividing: whatChanged)
      let report = ComparisonReport(
        base: base,
        others: others,
        question: question,
        information: RunInformation(
          version: toolVersion,
          command: CommandLine.arguments,
          threads: options.replicationOptions.threadsOption.count,
          started: watch.started,
          duration: watch.duration,
          language: languageOption.language,
          excel: byteOrderMarkOption.excel,
          formats: try OutputFormat.parse(option: format),
          folder: out,
        ),
      )
      if let folder, let out {
        let areKept = options.replicationOptions.areKept
        try await writingResults(to: out, areKept: areKept, languageOption.language) {
          try report.write(to: folder)
        }
        try folder.publish()
      }
      try printResults(report)
    }
  }

  /// The measure asked for, which is looked up before anything runs.
  private func soughtMeasure(in scenarios: [Scenario]) throws -> ComparisonReport.Question? {
    guard let measure else { return nil }
    let known = Comparison.measures(of: scenarios)
    if let found = known.first(where: {
      [$0.code, $0.label.english, $0.label.chinese].contains(measure)
    }) {
      try check(found.code, in: scenarios)
      return ComparisonReport.Question(found.code, aim: better)
    }
    let codes = known.map(\.code)
    printToStandardError(
      "There is no measure '\(measure)'." + Suggestions.sentence(for: measure, in: codes)
        + " Measures: \(codes.joined(separator: ", "))."
    )
    throw FailureCode.data
  }

  /// Makes sure that the base and another scenario model a measure.
  private func check(_ measure: String, in scenarios: [Scenario]) throws {
    let without = scenarios.filter { !$0.rules.models(measure) }
    guard !scenarios[0].rules.models(measure) || without.count == scenarios.count - 1 else {
      return
    }
    let sections = MeasureSections.sections(of: measure).map { "'\($0)'" }
    printToStandardError(
      "'\(measure)' cannot be compared: \(sections.joined(separator: " and ")) "
        + "\(sections.count == 1 ? "is" : "are") off in "
        + Set(without.map(\.name)).sorted().joined(separator: ", ") + ". Choose another measure."
    )
    throw FailureCode.data
  }

  /// Prints the results once all of them could be read.
  private func printResults(_ report: ComparisonReport) throws {
    if json {
      let text = report.json
      try report.checkReading()
      return try StandardOutput.write(text + "\n")
    }
    let page =
      quiet ? [] : report.pageLines(width: StandardOutput.pageWidth, style: StandardOutput.style)
    try report.checkReading()
    try StandardOutput.print(page)
  }
}

extension MeasureAim: ExpressibleByArgument {
  /// What a user can ask for: that neither side is better needs no asking.
  public static var allValueStrings: [String] { [MeasureAim.less, .more].map(\.rawValue) }

  /// Reads one of them.
  public init?(argument: String) {
    guard Self.allValueStrings.contains(argument) else { return nil }
    self.init(rawValue: argument)
  }
}
