// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// `workforce show`: the pages of a run that was kept.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows the summary of a kept run, or its schools and placement.",
    discussion: """
      Figures come from the CSV files of the run folder; nothing is simulated. What adds up several \
      rows of them is shown by its mean, without a range.

      Examples:
        workforce show results/luliang
        workforce show results/luliang --placement
        workforce show results/luliang/7746fc6e6c0c --placement --years 2025,2030 --region lishi
      """,
  )

  @OptionGroup var runOption: RunFolderOption
  @OptionGroup var languageOption: LanguageOption

  @Flag(help: "Show schools, placement, rotation and balance instead of the summary.")
  var placement = false

  @Option(
    help: ArgumentHelp(
      "With --placement: the years to show. Without it: first, last and round ones between.",
      valueName: "year,…",
    )
  )
  var years: String?

  @Option(help: ArgumentHelp("With --placement: only this region.", valueName: "code|name"))
  var region: String?

  func validate() throws {
    if !placement, years != nil || region != nil {
      throw ValidationError("--years and --region go with --placement.")
    }
    if let years, Self.numbers(years) == nil {
      throw ValidationError(
        "--years is '\(years)'. Write years with commas between them, such as 2025,2030."
      )
    }
  }

  func run() async throws {
    try await reportingFailures {
      let folder = try RunFolder.open(runOption.run)
      let lines = placement ? try placementLines(folder) : try summaryLines(folder)
      lines.forEach { print($0) }
    }
  }

  private func summaryLines(_ folder: RunFolder) throws -> [String] {
    let lastYear = folder.manifest.identity.years.upperBound
    return try folder.read(KeptTableRequest.summaryTables(lastYear: lastYear)).summaryLines(
      width: StandardOutput.pageWidth,
      style: StandardOutput.style,
      language: languageOption.language,
    )
  }

  private func placementLines(_ folder: RunFolder) throws -> [String] {
    let simulated = folder.manifest.identity.years
    let shown = years.flatMap(Self.numbers)
    if let other = shown?.first(where: { !simulated.contains($0) }) {
      printToStandardError(
        "The year \(other) was not simulated; \(folder.path) has "
          + "\(simulated.lowerBound) to \(simulated.upperBound)."
      )
      throw FailureCode.data
    }
    let run = try folder.read(KeptTableRequest.placementTables)
    return PlacementPage(
      run,
      years: shown,
      region: try region.map { try run.member($0, of: "region", meaning: "region") },
      width: StandardOutput.pageWidth,
      style: StandardOutput.style,
      language: languageOption.language,
    ).lines
  }

  /// The years of a list, ascending and each once; `nil` if it is no list of years.
  private static func numbers(_ list: String) -> [Int]? {
    let parts = list.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0.filter { $0 != " " }) }
    return numbers.count == parts.count ? Set(numbers).sorted() : nil
  }
}
