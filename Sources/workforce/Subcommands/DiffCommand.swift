// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios

/// `workforce diff`: which parameters and settings of two scenarios differ.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows which parameters and settings of two scenarios differ.",
    discussion: "Example: workforce diff scenarios/luliang scenarios/hiring-freeze",
  )

  @Argument(help: "The scenario to compare with.", completion: .directory)
  var first: String

  @Argument(help: "The scenario to compare.", completion: .directory)
  var second: String

  @OptionGroup var languageOption: LanguageOption

  func run() async throws {
    try await reportingFailures {
      let left = try ScenarioLoader.load(path: first, overrides: [])
      let right = try ScenarioLoader.load(path: second, overrides: [])
      let page = DifferencePage(
        left,
        right,
        names: (first, second),
        language: languageOption.language,
      )
      try StandardOutput.print(page.lines(style: StandardOutput.style))
    }
  }
}
