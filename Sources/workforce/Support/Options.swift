// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import WorkforceScenarios
import WorkforceSim

/// The language of the output, from the command line or the locale.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Language of the output: en or zh. Without it, the locale decides.",
      valueName: "en|zh",
    )
  )
  var lang: String?

  /// The language to write in.
  var language: Language {
    if let lang, let language = Language(rawValue: lang) { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment(name), !value.isEmpty {
        return value.hasPrefix("zh") ? .chinese : .english
      }
    }
    return .english
  }

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError("There is no language '\(lang)'. Write --lang en or --lang zh.")
    }
  }
}

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

/// A variable of the environment.
///
/// - Parameter name: The variable's name.
/// - Returns: Its value, or `nil` if it is not set.
func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}

/// The number of processors that this process may use.
var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
