// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Changes that break the scenario with pay, with the problems that they must cause, word for word.
struct BrokenPayCase: Sendable, CustomTestStringConvertible {
  /// A text of a file and what comes in its place; a path without an extension is a parameter.
  struct Edit: Sendable {
    let old: String
    let new: String
    let file: String

    init(_ old: String, _ new: String, in file: String = "scenario.yaml") {
      self.old = old
      self.new = new
      self.file = file.contains(".") ? file : "parameters/pay/\(file).yaml"
    }
  }

  let name: String
  let edits: [Edit]
  let removed: [String]
  let overrides: [String]
  let expected: [String]

  init(
    _ name: String,
    _ edits: Edit...,
    removing removed: [String] = [],
    overrides: [String] = [],
    gives expected: String...,
  ) {
    self.name = name
    self.edits = edits
    self.removed = removed
    self.overrides = overrides
    self.expected = expected
  }

  var testDescription: String { name }

  /// The problems of the broken scenario.
  func problems() throws -> [String] {
    var folder = PayFolder.folder
    for edit in edits { folder.replace(edit.old, with: edit.new, in: edit.file) }
    for parameter in removed { folder.files["parameters/pay/\(parameter).yaml"] = nil }
    return try folder.problems(overrides)
  }
}
