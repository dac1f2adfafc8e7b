// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios

/// `workforce diff`: which parameters and settings of two scenarios differ.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows which parameters and settings of two scenarios differ.",
    discussion: """
      A run of the store, named by its id, stands for its scenario as it was when it ran.

      Examples:
        workforce diff scenarios/luliang scenarios/hiring-freeze
        workforce diff 3 luliang
      """,
  )

  @Argument(help: "The scenario to compare with.", completion: .directory)
  var first: String

  @Argument(help: "The scenario to compare.", completion: .directory)
  var second: String

  @OptionGroup var storeOption: StoreOption
  @OptionGroup var languageOption: LanguageOption

  func run() async throws {
    try await reportingFailures {
      let left = try NamedScenario(first, in: storeOption).load().scenario
      let right = try NamedScenario(second, in: storeOption).load().scenario
      let page = DifferencePage(
        left,
        right,
        names: (first, second),
        page: languageOption.page,
      )
      try StandardOutput.print(page.lines)
    }
  }
}
