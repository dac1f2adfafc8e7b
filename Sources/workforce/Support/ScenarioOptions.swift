// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceScenarios
import WorkforceSim

/// The scenario and what the command line changes in it.
struct ScenarioOptions: ParsableArguments {
  @Argument(
    help: "A folder with a scenario.yaml, a YAML file, or the name of a folder under scenarios/.",
    completion: .directory,
  )
  var scenario: String

  @Option(
    name: .customLong("set"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Override a parameter: NAME=VALUE, NAME@2027-01-01=VALUE, 'NAME=*1.05', "
        + "'NAME[region:mountain]=VALUE', 'NAME={distribution: beta, mean: 0.02, sd: 0.01}'. "
        + "Repeatable.",
      valueName: "name=value",
    ),
  )
  var overrides: [String] = []

  /// The scenario with the overrides in force.
  func load(_ changes: ScenarioChanges = ScenarioChanges()) throws -> Scenario {
    try loadWithOrigins(changes).scenario
  }

  /// The scenario with the overrides in force, and what it was read from.
  func loadWithOrigins(_ changes: ScenarioChanges = ScenarioChanges()) throws -> LoadedScenario {
    try ScenarioLoader.loadWithOrigins(path: scenario, overrides: overrides, changes: changes)
  }
}
