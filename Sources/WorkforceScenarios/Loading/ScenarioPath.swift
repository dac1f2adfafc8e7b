// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import WorkforceSim

/// Finds the file of a scenario and what the scenario is called.
enum ScenarioPath {
  /// Finds the file of a scenario.
  ///
  /// - Parameters:
  ///   - name: A folder with a `scenario.yaml`, a YAML file, or a folder's name below `scenarios`.
  ///   - log: Knows where files are read, and takes the problem if there is no such scenario.
  /// - Returns: The path of the YAML file, or nil if a problem was reported.
  static func file(of name: String, log: InputLog) -> String? {
    let source = log.source
    let path = source.display(name)
    if source.isFolder(path) { return path == "." ? "scenario.yaml" : path + "/scenario.yaml" }
    if source.exists(path) { return path }
    if !name.contains("/"), source.isFolder("scenarios/\(name)") {
      return "scenarios/\(name)/scenario.yaml"
    }
    log.problems.missing(
      "there is no such scenario." + Suggestions.sentence(for: name, in: knownNames)
        + " Name a folder with a scenario.yaml, a YAML file, or a folder under scenarios/.",
      file: name,
    )
    return nil
  }

  /// The names of what lies under `scenarios` in the present folder.
  static var knownNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "scenarios")) ?? []).sorted()
  }

  /// The folder of a scenario's file, or the file itself if it is not `scenario.yaml`.
  static func place(ofFile path: String) -> String {
    if path == "scenario.yaml" { return "." }
    return path.hasSuffix("/scenario.yaml") ? String(path.dropLast("/scenario.yaml".count)) : path
  }

  /// The short name of a scenario: its folder's, or its file's if that is not `scenario.yaml`.
  static func shortName(ofFile path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let file = url.deletingPathExtension().lastPathComponent
    return file == "scenario" ? url.deletingLastPathComponent().lastPathComponent : file
  }
}
