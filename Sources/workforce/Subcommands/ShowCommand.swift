// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceSim

/// `workforce show`: the pages of a run that was kept.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows the summary of a kept run, its schools and placement, or its cost.",
    discussion: """
      Figures come from the CSV files of a run folder, or from the records of a run of the store and \
      its scenario; nothing is simulated. What adds up several rows is shown by its mean, without a \
      range.

      Examples:
        workforce show results/luliang
        workforce show results/luliang --placement
        workforce show 3
        workforce show results/luliang --cost --years 2025-2030
        workforce show results/luliang/7746fc6e6c0c --placement --years 2025,2030 --region lishi
      """,
  )

  @OptionGroup var runOption: KeptRunOption
  @OptionGroup var languageOption: LanguageOption

  @Flag(help: "Show schools, placement, rotation and balance instead of the summary.")
  var placement = false

  @Flag(help: "Show cost by item and payer and the level of pay instead of the summary.")
  var cost = false

  @Option(
    help: ArgumentHelp(
      "With --placement or --cost: the years to show. Without it: first, last and round ones between.",
      valueName: "year,…|a-b",
    )
  )
  var years: String?

  @Option(
    help: ArgumentHelp("With --placement or --cost: only this region.", valueName: "code|name")
  )
  var region: String?

  func validate() throws {
    if placement, cost { throw ValidationError("--placement and --cost are two pages; name one.") }
    if !placement, !cost, years != nil || region != nil {
      throw ValidationError("--years and --region go with --placement or --cost.")
    }
    if let years, Self.numbers(years) == nil {
      throw ValidationError(
        "--years is '\(years)'. Write years with commas between them, such as 2025,2030, or a range such as 2025-2030."
      )
    }
  }

  func run() async throws {
    try await reportingFailures {
      let run = try runOption.open(language: languageOption.language)
      let lines =
        placement
        ? try placementLines(run) : cost ? try costLines(run) : try summaryLines(run)
      try StandardOutput.print(lines)
    }
  }

  private func summaryLines(_ run: any KeptRunSource) throws -> [String] {
    let lastYear = run.identity.years.upperBound
    return try run.read(KeptTableRequest.summaryTables(lastYear: lastYear))
      .summaryLines(languageOption.page)
  }

  private func placementLines(_ run: any KeptRunSource) throws -> [String] {
    let shown = try shownYears(of: run)
    let kept = try run.read(KeptTableRequest.placementTables)
    return PlacementPage(
      kept,
      years: shown,
      region: try region.map { try run.member($0, of: "region", in: kept, meaning: "region") },
      page: languageOption.page,
    ).lines
  }

  private func costLines(_ run: any KeptRunSource) throws -> [String] {
    let shown = try shownYears(of: run)
    let names = try run.read([])
    let member = try region.map {
      try run.member($0, of: "region", in: names, meaning: "region")
    }
    return CostPage(
      try run.read(KeptTableRequest.costTables(region: member?.code)),
      years: shown,
      region: member,
      page: languageOption.page,
    ).lines
  }

  /// The years asked for, all of which were simulated; `nil` if none was asked for.
  private func shownYears(of run: any KeptRunSource) throws -> [Int]? {
    let simulated = run.identity.years
    let shown = years.flatMap(Self.numbers)
    if let other = shown?.first(where: { !simulated.contains($0) }) {
      printToStandardError(
        "The year \(other) was not simulated; \(run.place) has "
          + "\(simulated.lowerBound) to \(simulated.upperBound)."
      )
      throw FailureCode.data
    }
    return shown
  }

  /// The years of a list with ranges, ascending and each once; `nil` if it is no such list.
  private static func numbers(_ list: String) -> [Int]? {
    var numbers: Set<Int> = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { Int($0.filter { $0 != " " }) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        (0...9_999).contains(first), (first...9_999).contains(last)
      else { return nil }
      numbers.formUnion(first...last)
    }
    return numbers.sorted()
  }
}
