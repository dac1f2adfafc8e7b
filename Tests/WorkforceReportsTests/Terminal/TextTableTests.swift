// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports

struct TextTableTests {
  static let table: TextTable = {
    var table = TextTable([.init("地区"), .init("缺口", .trailing), .init("说明")])
    table.addRow(["离石区", .init("-1,738", ink: .red), "数学、物理教师不足"])
    table.addRow(["Xing", "12", "café"])
    return table
  }()

  @Test func `columns stand below each other, Chinese or not`() {
    let expected = """
      地区      缺口  说明
      ──────  ──────  ──────────────────
      离石区  -1,738  数学、物理教师不足
      Xing        12  café
      """
    #expect(Self.table.lines().joined(separator: "\n") == expected)
  }

  @Test func `the widest text gives way when the terminal is narrow`() {
    let expected = """
      地区      缺口  说明
      ------  ------  --------
      离石区  -1,738  数学、~
      Xing        12  café
      """
    #expect(Self.table.lines(width: 24, style: .ascii).joined(separator: "\n") == expected)
  }

  @Test func `control characters are shown by signs`() {
    var table = TextTable([.init("name"), .init("state")])
    table.addRow(["a\tb\nc", .init("\u{1B}[31mred\u{7F}\u{9B}", ink: .red)])
    #expect(table.lines().last == "a␉b␊c  ␛[31mred␡�")
  }

  @Test func `numbers are never cut`() {
    var table = TextTable([.init("posts", .trailing), .init("cost", .trailing)])
    table.addRow(["1,234,567", "89,000,000"])
    #expect(table.lines(width: 10).last == "1,234,567  89,000,000")
  }

  @Test func `a column can have a widest width`() {
    var table = TextTable([.init("region", maximumWidth: 4), .init("n", .trailing)])
    table.addRow(["Fenyang", "1"])
    #expect(table.lines() == ["reg…  n", "────  ─", "Fen…  1"])
  }

  @Test func `colour does not move the columns`() {
    let style = Style(usesColour: true, usesUnicode: true)
    #expect(Self.table.lines(style: style)[2] == "离石区  \u{1B}[31m-1,738\u{1B}[0m  数学、物理教师不足")
    #expect(Self.table.lines(style: style)[0].hasPrefix("\u{1B}[1m地区\u{1B}[0m    "))
  }
}
