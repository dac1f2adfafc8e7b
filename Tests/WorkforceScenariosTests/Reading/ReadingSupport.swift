// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// An input with the problems that it must cause, word for word.
struct MessageCase: Sendable, CustomTestStringConvertible {
  let name: String
  let input: [UInt8]
  let problems: [String]

  init(_ name: String, _ input: String, _ problems: String...) {
    self.init(name, bytes: Array(input.utf8), problems)
  }

  init(_ name: String, bytes: [UInt8], _ problems: [String]) {
    self.name = name
    self.input = bytes
    self.problems = problems
  }

  var testDescription: String { name }
}

/// A place in a file; `Testing` has a type of the same name.
typealias Place = WorkforceSim.SourceLocation

/// Reads YAML under the name `s.yaml`.
func readYAML(_ text: String, _ problems: ProblemCollector) -> LocatedNode? {
  YAMLReader.read(Array(text.utf8), file: "s.yaml", reporting: problems)
}

/// Reads YAML that has no problems into a reader of keys.
func keyedReader(_ text: String, _ problems: ProblemCollector) throws -> KeyedReader {
  let node = try #require(readYAML(text, problems))
  return try #require(KeyedReader(node, reporting: problems))
}

/// The problems as they are shown to the user, in order of place.
func lines(_ problems: ProblemCollector) -> [String] {
  ScenarioError(problems.problems).problems.map(\.description)
}
