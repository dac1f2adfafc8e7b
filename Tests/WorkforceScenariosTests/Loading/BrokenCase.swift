// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Changes that break the small scenario, with the problems that they must cause, word for word.
struct BrokenCase: Sendable, CustomTestStringConvertible {
  /// A file of the small scenario.
  enum File: String {
    case scenario = "scenario.yaml"
    case roster = "roster.csv"
    case growth = "parameters/need/growth.yaml"
    case originalAge = "parameters/retirement/original_age.yaml"
    case resigned = "parameters/exits/resigned/probability.yaml"
    case died = "parameters/exits/died/probability.yaml"
    case hireAge = "parameters/recruitment/open/age.yaml"
  }

  /// A change of the small scenario.
  enum Edit {
    /// A text of a file is replaced.
    case replacing(String, String, in: File = .scenario)
    /// A copy of a file is added.
    case adding(String, like: File)
  }

  let name: String
  let edits: [Edit]
  let overrides: [String]
  let expected: [String]

  init(_ name: String, edits: [Edit] = [], overrides: [String] = [], _ expected: String...) {
    self.name = name
    self.edits = edits
    self.overrides = overrides
    self.expected = expected
  }

  var testDescription: String { name }

  /// The problems of the broken scenario.
  func problems() throws -> [String] {
    var folder = ScenarioFolder()
    for edit in edits {
      switch edit {
      case .replacing(let old, let new, let file):
        folder.replace(old, with: new, in: file.rawValue)
      case .adding(let path, let file):
        folder.files[path] = folder.files[file.rawValue]
      }
    }
    return try folder.problems(overrides)
  }
}
