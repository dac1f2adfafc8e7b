// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceScenarios
import WorkforceSim

/// `workforce validate`: lists every problem of scenarios; nothing runs.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Lists every problem of scenarios at once; nothing runs.",
    discussion: """
      Each problem has its file, line and column, what was found, what is allowed and what to \
      write. The opening population is built too, so that margins that cannot be met are found.

      Example: workforce validate scenarios/*
      """,
  )

  @Argument(help: "Scenario folders or files.", completion: .directory)
  var scenarios: [String]

  @OptionGroup var overridesOption: CommonOverridesOption

  func validate() throws {
    if scenarios.isEmpty { throw ValidationError("Name at least one scenario.") }
  }

  func run() async throws {
    var worst: ExitCode = .success
    for path in scenarios {
      do {
        try await reportingFailures { try StandardOutput.print(try check(path)) }
      } catch let code as ExitCode {
        // What cannot be printed of one scenario cannot be printed of the next.
        guard code != FailureCode.cannotWrite else { throw code }
        // Wrong content weighs more than a missing file, as in the exit code of a single scenario.
        if worst != FailureCode.data { worst = code }
      }
    }
    if worst != .success { throw worst }
  }

  private func check(_ path: String) throws -> String {
    let scenario = try ScenarioLoader.load(path: path, overrides: overridesOption.overrides)
    let simulation = try Simulation(scenario)
    let years = "\(scenario.calendar.firstYear)–\(scenario.calendar.lastYear)"
    let counts: [(count: Int, noun: String)] = [
      (scenario.dimensions.regionCount, "region"),
      (scenario.dimensions.stageCount, "stage"),
      (scenario.dimensions.subjectCount, "subject"),
      (scenario.parameters.parameters.count, "parameter"),
      (simulation.openingCount, "teacher"),
    ]
    let facts = counts.map { "\($0.count) \($0.noun)\($0.count == 1 ? "" : "s")" }
    return "\(path): no problems. \(years), \(facts.joined(separator: ", ")) at the opening."
  }
}
