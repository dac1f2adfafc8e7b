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
}
