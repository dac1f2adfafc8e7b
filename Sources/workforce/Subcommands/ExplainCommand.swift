// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// `workforce explain`: where a number comes from.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows a parameter over time, with unit, sources, confidence and overrides.",
    discussion: """
      Without a name, the tree of all parameters; with the beginning of a name, that branch.

      Example: workforce explain scenarios/luliang retirement.maximum_delay
      """,
  )

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var languageOption: LanguageOption

  @Argument(help: "A parameter's dotted name, or the beginning of one.")
  var name: String?

  func run() async throws {
    try await reportingFailures {
      let scenario = try options.load()
      let page = ParameterPage(scenario, page: languageOption.page)
      guard let name else {
        return try StandardOutput.print(page.tree(under: ""))
      }
      if let parameter = scenario.parameters[name] {
        return try StandardOutput.print(page.lines(of: parameter))
      }
      let tree = page.tree(under: name)
      guard tree.isEmpty else {
        return try StandardOutput.print(tree)
      }
      let names = scenario.parameters.parameters.map(\.name)
      let advice = Suggestions.sentence(for: name, in: names)
      printToStandardError(
        [
          "There is no parameter '\(name)' in \(options.scenario).", advice,
          "Names are listed by: workforce explain \(options.scenario)",
        ]
        .filter { !$0.isEmpty }.joined(separator: " ")
      )
      throw FailureCode.data
    }
  }
}
