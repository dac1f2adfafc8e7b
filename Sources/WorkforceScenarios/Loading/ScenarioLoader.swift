// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Reads scenarios from files: everything is checked, and all problems are told in one go.
package enum ScenarioLoader {
  /// Whether there is a scenario to read.
  ///
  /// - Parameter path: A folder with a `scenario.yaml`, a YAML file, or a folder's name below `scenarios`.
  /// - Returns: Whether a file is found; what is in it is not looked at.
  package static func isThere(path: String) -> Bool {
    ScenarioPath.file(of: path, log: InputLog()) != nil
  }

  /// The names by which scenarios under `scenarios` can be called.
  package static var knownNames: [String] { ScenarioPath.knownNames }

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - path: A folder with a `scenario.yaml`, a YAML file, or a folder's name below `scenarios`.
  ///   - overrides: Settings `name=value` of the command line.
  ///   - changes: Settings with an option of their own.
  /// - Returns: The scenario.
  /// - Throws: All problems of all files and settings.
  package static func load(
    path: String,
    overrides: [String] = [],
    changes: ScenarioChanges = ScenarioChanges(),
  ) throws(ScenarioError) -> Scenario {
    try loadWithOrigins(path: path, overrides: overrides, changes: changes).scenario
  }

  /// Reads a scenario and keeps what it was read from.
  ///
  /// - Parameters:
  ///   - path: A folder with a `scenario.yaml`, a YAML file, or a folder's name below `scenarios`.
  ///   - overrides: Settings `name=value` of the command line.
  ///   - changes: Settings with an option of their own.
  ///   - source: Where the files are read.
  /// - Returns: The scenario with its files and the places of its values.
  /// - Throws: All problems of all files and settings.
  package static func loadWithOrigins(
    path: String,
    overrides: [String] = [],
    changes: ScenarioChanges = ScenarioChanges(),
    from source: InputFiles = .onDisk,
  ) throws(ScenarioError) -> LoadedScenario {
    let log = InputLog(source)
    let settings = CommandLineSettings(overrides, changes, log.problems)
    guard let file = ScenarioPath.file(of: path, log: log),
      var document = ScenarioDocument(path: file, log: log)
    else { throw ScenarioError(log.problems.problems) }
    settings.apply(to: &document)
    let assembly = ScenarioAssembly(
      document,
      settings: settings,
      shortName: ScenarioPath.shortName(ofFile: source.absolute(file)),
      log: log,
    )
    let loaded = assembly?.loaded(overrides: overrides)
    try log.problems.throwIfAny()
    guard let loaded else {
      preconditionFailure("\(file) was not loaded, but no problem was reported")
    }
    return loaded
  }
}
