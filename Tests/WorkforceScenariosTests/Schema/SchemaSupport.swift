// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

/// A schema as the command prints it, to look things up in.
struct SchemaText {
  let root: Any

  init(_ kind: SchemaKind) throws {
    root = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.text(for: kind).utf8))
  }

  /// What stands at a path of keys and positions.
  func node(_ path: String) throws -> Any {
    try path.split(separator: "/").reduce(root) { node, part in
      if let items = node as? [Any] { return items[try #require(Int(part))] }
      return try #require((node as? [String: Any])?[String(part)], "there is no \(path)")
    }
  }

  /// The keys of the group at a path.
  func keys(_ path: String) throws -> Set<String> {
    Set(try #require(try node(path) as? [String: Any]).keys)
  }

  /// What stands at a path, as text.
  func text(_ path: String) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: try node(path),
      options: [.sortedKeys, .fragmentsAllowed],
    )
    return String(decoding: data, as: UTF8.self)
  }

  /// The names at a path.
  func names(_ path: String) throws -> Set<String> {
    Set(try #require(try node(path) as? [String]))
  }

  /// The paths of all groups that refuse other keys than the listed ones.
  var closedGroups: Set<String> {
    var paths: Set<String> = []
    visit(root, "") { path, node in
      if node["properties"] != nil, node["additionalProperties"] as? Bool == false {
        paths.insert(path)
      }
    }
    return paths
  }

  private func visit(_ node: Any, _ path: String, _ body: (String, [String: Any]) -> Void) {
    if let entries = node as? [String: Any] {
      body(path, entries)
      for (key, value) in entries { visit(value, "\(path)/\(key)", body) }
    } else if let items = node as? [Any] {
      for (position, item) in items.enumerated() { visit(item, "\(path)/\(position)", body) }
    }
  }
}

/// A small scenario whose keys can be changed.
enum SmallScenario {
  private static let base = [
    "format": "1",
    "years": "{first: 2020, last: 2021}",
    "dimensions": "{exit: {members: [{code: resigned}]}}",
    "exits": "on",
    "population": "{method: synthesis}",
  ]

  /// Reads the scenario with the loader.
  ///
  /// - Parameters:
  ///   - keys: Keys with their values in YAML, put over those of the small scenario.
  ///   - targets: The file of targets.
  /// - Returns: What is wrong, in the words of the loader.
  /// - Throws: An error if the files cannot be written.
  static func problems(_ keys: [String: String], targets: String = "targets: []") throws -> [String]
  {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "workforce-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = base.merging(keys) { $1 }.map { "\($0): \($1)\n" }.sorted()
    let file = folder.appending(path: "scenario.yaml")
    try Data(lines.joined().utf8).write(to: file)
    try Data(targets.utf8).write(to: folder.appending(path: "targets.yaml"))
    do throws(ScenarioError) {
      _ = try ScenarioLoader.load(path: file.path)
      return []
    } catch {
      return error.problems.map(\.message)
    }
  }
}

/// The names that a message lists after some words.
func list(after words: String, in messages: [String]) throws -> Set<String> {
  let message = try #require(messages.first { $0.contains(words) }, "\(messages)")
  let start = try #require(message.range(of: words)).upperBound
  let text = message[start...].prefix { $0 != "." }
  return Set(text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
}
