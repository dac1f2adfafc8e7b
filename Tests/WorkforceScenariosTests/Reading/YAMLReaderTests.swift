// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// What files that can be understood are read as.
struct YAMLReaderTests {
  /// The texts of the root's values, by key.
  private func texts(_ yaml: String) throws -> [String: String] {
    let problems = ProblemCollector()
    let reader = try keyedReader(yaml, problems)
    let pairs = reader.entries.map { entry -> (String, String) in
      guard case .scalar(let text, _) = entry.value.content else { return (entry.key, "?") }
      return (entry.key, text)
    }
    #expect(lines(problems) == [])
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test func `texts stay as they are written`() throws {
    let found = try texts("2019-09-01: no\nb: 0o17\nc: 1e-3\nd: 12:30\ne: <<\nno: on\n")
    #expect(
      found == [
        "2019-09-01": "no", "b": "0o17", "c": "1e-3", "d": "12:30", "e": "<<", "no": "on",
      ]
    )
  }

  @Test func `an asterisk in a text is no alias`() throws {
    let found = try texts(
      "a: '*x'\nb: 2 * 3\nc: \"*\" # *c\nd: |\n  *bold*\n  - *y\ne*: R&D\n"
    )
    #expect(
      found == ["a": "*x", "b": "2 * 3", "c": "*", "d": "*bold*\n- *y\n", "e*": "R&D"]
    )
  }

  @Test func `a byte-order mark and Windows line ends are no part of the text`() throws {
    #expect(try texts("\u{FEFF}a: 1\r\n吕: 梁\r\n") == ["a": "1", "吕": "梁"])
  }

  @Test func `nodes know where they stand`() throws {
    let node = try #require(readYAML("a: 1\n吕梁: {x: '2'}\nc:\n  - 3\n", ProblemCollector()))
    func at(_ line: Int, _ column: Int) -> Place {
      Place(file: "s.yaml", line: line, column: column)
    }
    func scalar(_ text: String, _ line: Int, _ column: Int, isQuoted: Bool = false) -> LocatedNode {
      LocatedNode(.scalar(text: text, isQuoted: isQuoted), at: at(line, column))
    }
    func entry(_ key: String, _ line: Int, _ column: Int, _ value: LocatedNode) -> LocatedNode.Entry
    {
      LocatedNode.Entry(key: key, location: at(line, column), value: value)
    }
    let inner = LocatedNode(
      .mapping([entry("x", 2, 6, scalar("2", 2, 9, isQuoted: true))]),
      at: at(2, 5),
    )
    let list = LocatedNode(.sequence([scalar("3", 4, 5)]), at: at(4, 3))
    let root = LocatedNode(
      .mapping([
        entry("a", 1, 1, scalar("1", 1, 4)), entry("吕梁", 2, 1, inner), entry("c", 3, 1, list),
      ]),
      at: at(1, 1),
    )
    #expect(node == root)
  }

  @Test(arguments: 1...64)
  func `nesting up to the limit is read`(_ depth: Int) {
    let problems = ProblemCollector()
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(readYAML(text, problems) != nil)
    #expect(problems.isEmpty)
  }

  @Test func `values before and after a duplicate key are kept`() throws {
    let problems = ProblemCollector()
    let reader = try keyedReader("a: 1\nb: 2\na: 3\nc: 4\n", problems)
    #expect(reader.entries.map(\.key) == ["a", "b", "c"])
    #expect(reader.integer("a") == 1)
    #expect(problems.problems.count == 1)
  }
}
