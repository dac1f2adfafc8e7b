// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import WorkforceSim

/// Turns what the user or a file calls a file into a path for reading and for messages.
enum ScenarioPath {
  /// Finds the file of a scenario.
  ///
  /// - Parameters:
  ///   - name: A folder with a `scenario.yaml`, a YAML file, or a folder's name below `scenarios`.
  ///   - log: Takes the problem if there is no such scenario.
  /// - Returns: The path of the YAML file, or nil if a problem was reported.
  static func file(of name: String, log: InputLog) -> String? {
    let path = display(name)
    if isFolder(path) { return path == "." ? "scenario.yaml" : path + "/scenario.yaml" }
    if exists(path) { return path }
    if !name.contains("/"), isFolder("scenarios/\(name)") {
      return "scenarios/\(name)/scenario.yaml"
    }
    let known = (try? FileManager.default.contentsOfDirectory(atPath: "scenarios")) ?? []
    log.problems.missing(
      "there is no such scenario." + Suggestions.sentence(for: name, in: known.sorted())
        + " Name a folder with a scenario.yaml, a YAML file, or a folder under scenarios/.",
      file: name,
    )
    return nil
  }

  /// The path of a file that another file names.
  ///
  /// - Parameters:
  ///   - text: The path as written.
  ///   - file: The file in which it is written.
  /// - Returns: The path from the current folder, or from the root if it lies elsewhere.
  static func resolve(_ text: String, beside file: String) -> String {
    if text.hasPrefix("/") || file.hasPrefix("--") { return display(text) }
    let folder = (file as NSString).deletingLastPathComponent
    return display(folder.isEmpty ? text : folder + "/" + text)
  }

  /// The short name of a scenario: its folder's, or its file's if that is not `scenario.yaml`.
  static func shortName(ofFile path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let file = url.deletingPathExtension().lastPathComponent
    return file == "scenario" ? url.deletingLastPathComponent().lastPathComponent : file
  }

  /// Whether there is a file or folder.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  /// Whether the folder of a tree of parameter files exists.
  static func isFolder(ofTree tree: LocatedText) -> Bool {
    isFolder(resolve(tree.text, beside: tree.location.file))
  }

  /// The files below a folder, as paths within it, in the order of their names.
  static func files(below folder: String) -> [String] {
    var files: [String] = []
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    where !name.hasPrefix(".") {
      if isFolder("\(folder)/\(name)") {
        files += Self.files(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
      } else {
        files.append(name)
      }
    }
    return files
  }

  /// A path without needless steps, from the current folder if it lies below it.
  private static func display(_ path: String) -> String {
    let current = FileManager.default.currentDirectoryPath
    let full = path.hasPrefix("/") ? path : current + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    let here = current.split(separator: "/")
    if parts.starts(with: here) {
      return parts.count == here.count ? "." : parts.dropFirst(here.count).joined(separator: "/")
    }
    return "/" + parts.joined(separator: "/")
  }
}
