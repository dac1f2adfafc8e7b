// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

/// Repeatable pseudo-random bytes: SplitMix64 of Steele, Lea and Flood (2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Input made to break the readers: they must return, and say why they refuse.
struct HostileInputTests {
  /// Pieces that mean something in YAML or CSV, so that random texts get past the first byte.
  private static let pieces = [
    "a", "key", ": ", ":", "- ", "\n", "\r", "\r\n", "  ", "\t", "[", "]", "{", "}", ",", "\"",
    "'", "|\n", ">\n", "&x ", "*x", "!t ", "#", "? ", "---\n", "...\n", "%YAML 1.1\n", "<<", "\\",
    "吕梁", "1,5", "2019-09-01", ";", "\u{FEFF}", "\u{10FFFD}", "\"\"", "~", "\\u0041", "@",
  ]

  private func check(_ bytes: [UInt8]) {
    let problems = ProblemCollector()
    if YAMLReader.read(bytes, file: "f", reporting: problems) == nil {
      #expect(!problems.isEmpty, "refused without a word: \(bytes)")
    }
    let tableProblems = ProblemCollector()
    guard let reader = CSVReader(bytes, file: "f", reporting: tableProblems) else {
      #expect(!tableProblems.isEmpty, "refused without a word: \(bytes)")
      return
    }
    reader.forEachRow { row in
      for column in reader.header.names.indices {
        let value = row.value(column)
        #expect(value.location.line >= 1 && value.location.column >= 1)
        _ = row.integer(column, reporting: tableProblems)
      }
    }
  }

  @Test func `2,000 random inputs are read or refused`() {
    var random = SplitMix64(state: 20_260_901)
    for round in 0..<2_000 {
      let length = Int.random(in: 0...60, using: &random)
      if round.isMultiple(of: 2) {
        check((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
      } else {
        let text = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
        check(Array(text.joined().utf8))
      }
    }
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[[{"])
  func `100,000 levels of nesting are refused in words`(_ opening: String) {
    let problems = ProblemCollector()
    let text = String(repeating: opening, count: 100_000)
    _ = readYAML(text, problems)
    #expect(
      lines(problems).last?.hasSuffix(
        "this is nested more than 64 levels deep. Use fewer levels."
      ) == true
    )
  }

  @Test func `900 closed levels of nesting are refused in words`() {
    let problems = ProblemCollector()
    let brackets = (String(repeating: "[", count: 900), String(repeating: "]", count: 900))
    _ = readYAML(brackets.0 + brackets.1, problems)
    #expect(
      lines(problems) == [
        "s.yaml:1:65: this is nested more than 64 levels deep. Use fewer levels."
      ]
    )
  }

  @Test func `nesting is refused on a thread with a small stack too`() async {
    let text = String(repeating: "- ", count: 990) + "x"
    let count = await withCheckedContinuation { continuation in
      let thread = Thread {
        let problems = ProblemCollector()
        _ = readYAML(text, problems)
        continuation.resume(returning: problems.problems.count)
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(count == 1)
  }

  @Test(arguments: ["- %", "? %\n: 1", "{%: 1, b: 2}"])
  func `a billion laughs are refused at once`(_ use: String) {
    var text = "- &a0 [lol, lol]\n"
    for level in 1...60 {
      text += "- &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    let last = use.replacing("%", with: "*a60 ").replacing("\n", with: "\n  ")
    let problems = ProblemCollector()
    _ = readYAML(text + (use.hasPrefix("-") ? last : "- " + last), problems)
    #expect(
      lines(problems).contains {
        $0.contains("begins with '*', which makes it a YAML alias")
      }
    )
  }

  @Test func `a message that is not listed is not worked out`() {
    let problems = ProblemCollector()
    var workedOut = 0
    func message() -> String {
      workedOut += 1
      return "wrong."
    }
    for line in 1...3 * ProblemCollector.limitPerFile {
      problems.report(message(), at: Place(file: "s.yaml", line: line))
    }
    #expect(workedOut == ProblemCollector.limitPerFile)
    #expect(problems.count == 3 * ProblemCollector.limitPerFile)
  }

  @Test func `a table of wrong rows is not listed to the end`() {
    let problems = ProblemCollector()
    let text = "a,b\n" + String(repeating: "1\n", count: 1_000)
    CSVReader(Array(text.utf8), file: "t.csv", reporting: problems)?.forEachRow { _ in }
    #expect(problems.problems.count == 101)
    #expect(
      lines(problems).first
        == "t.csv: only the first 100 of 1000 problems in this file are listed."
    )
  }
}
