// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports

struct StyleTests {
  @Test(arguments: [
    (true, ["TERM": "xterm"], true), (false, ["TERM": "xterm"], false),
    (true, ["TERM": "dumb"], false), (true, [:], false),
    (true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (true, ["TERM": "xterm", "NO_COLOR": ""], true),
  ])
  func `colour needs a terminal that wants it`(
    isTerminal: Bool,
    variables: [String: String],
    usesColour: Bool,
  ) {
    #expect(Style(isTerminal: isTerminal) { variables[$0] }.usesColour == usesColour)
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "C"], false),
    ([:], false),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], false), (["LANG": "C", "LC_CTYPE": "C.UTF-8"], true),
    (["LANG": "C.UTF-8", "LC_ALL": ""], true),
  ])
  func `signs beyond ASCII need a locale with UTF-8`(
    variables: [String: String],
    usesUnicode: Bool,
  ) {
    #expect(Style(isTerminal: true) { variables[$0] }.usesUnicode == usesUnicode)
  }

  @Test func `text is painted only in colour`() {
    #expect(Style.plain.paint("gap", .red) == "gap")
    let style = Style(usesColour: true, usesUnicode: true)
    #expect(style.paint("gap", .red) == "\u{1B}[31mgap\u{1B}[0m")
    #expect(style.paint("gap", nil) == "gap")
    #expect(style.paint("", .red) == "")
  }

  /// A name with escape, a new line, controls of 8 bits and of the direction of text, and how it is shown.
  private static let name = "A\u{1B}[31mB\nC\u{9B}\u{202E}\u{2066}\u{200F}é"
  private static let shownName = "A␛[31mB␊C����é"

  @Test func `a line keeps its own colours and shows all other controls by signs`() {
    let style = Style(usesColour: true, usesUnicode: true)
    let line = "\(Self.name) \(style.paint("gap", .red)), \(style.paint(Self.name, .bold))"
    #expect(
      style.shown(line)
        == "\(Self.shownName) \u{1B}[31mgap\u{1B}[0m, \u{1B}[1m\(Self.shownName)\u{1B}[0m"
    )
    #expect(style.shown("\u{1B}[5mA\u{1B}[0m\u{1B}[31mB") == "␛[5mA␛[0m␛[31mB")
    #expect(style.shown("") == "" && style.shown("缺口 12") == "缺口 12")
    #expect(Style.plain.shown(Self.name) == Self.shownName)
    #expect(Style.plain.shown(style.paint("gap", .red)) == "␛[31mgap␛[0m")
  }

  @Test func `what joins letters and pictures stays`() {
    // A zero-width joiner makes one picture of a family, and one letter of two in some scripts.
    #expect(Style.plain.shown("👨\u{200D}👩\u{200D}👧 क्\u{200D}ष") == "👨\u{200D}👩\u{200D}👧 क्\u{200D}ष")
  }
}
