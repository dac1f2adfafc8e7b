// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports

struct ChartTests {
  /// Need falls on a straight line from 30 to 0; supply stays at 20, give or take 5.
  static let chart = LineChart(
    "教师（人）",
    years: [2_025, 2_026, 2_027, 2_028],
    series: [.init("需求", [30, 20, 10, 0]), .init("供给", [20, 20, 20, 20])],
    band: .init("供给 5 %–95 %", lower: [15, 15, 15, 15], upper: [25, 25, 25, 25]),
  )

  @Test func `need falls through a flat supply and its band`() {
    let expected = """
      教师（人）
      30 ┤███
         │░░░██████░░░░░░░░░░░░░░░░░░░░░░░░░░░
         │────────────────────────────────────
      15 ┤░░░░░░░░░░░░░░░██████░░░░░░░░░░░░░░░
         │                     ██████
         │                           ██████
       0 ┤                                 ███
         └┬───────────┬──────────┬───────────┬
          2025      2026       2027       2028
          █ 需求   ─ 供给   ░ 供给 5 %–95 %
      """
    #expect(
      Self.chart.lines(width: 40, height: 7).joined(separator: "\n") == expected
    )
  }

  @Test func `every line fits the width`() {
    for width in 40...100 {
      for line in Self.chart.lines(width: width, style: .ascii) {
        #expect(displayWidth(of: line) <= width, "\(width): \(line)")
        #expect(!line.contains("─") && !line.contains("░"))
      }
    }
  }

  @Test func `a hole in a series stays a hole`() {
    let chart = LineChart("", years: [1, 2, 3, 4], series: [.init("x", [1, .nan, .nan, 4])])
    let marks = chart.lines(width: 40, height: 4, style: .ascii).dropLast(3).joined()
    #expect(marks.filter { $0 == "#" }.count == 2)
  }

  @Test(arguments: [
    [5.0, 5.0], [0, 0], [-3, -1], [1e14, 1e14 + 0.1], [1e-12, 2e-12], [1e300, 1], [.nan, 7],
    [0.012, 0.05], [-1, 1],
  ])
  func `any values can be drawn`(values: [Double]) {
    let chart = LineChart("x", years: [2_025, 2_026], series: [.init("a", values)])
    for height in 3...12 {
      #expect(chart.lines(width: 60, height: height).count == height + 4)
    }
  }

  @Test func `without a value only title and legend are left`() {
    let chart = LineChart("x", years: [2_025], series: [.init("a", [.nan])])
    #expect(chart.lines() == ["x", "█ a"])
  }

  @Test func `small shares have labels with their decimals`() {
    let chart = LineChart("", years: [1, 2], series: [.init("x", [0.012, 0.05])])
    let labels = chart.lines(width: 40).compactMap { $0.split(separator: "┤").first }
      .filter { $0.hasPrefix("0.") }
    #expect(labels == ["0.055 ", "0.040 ", "0.025 ", "0.010 "])
  }

  @Test func `a sparkline runs from its lowest to its highest`() {
    #expect(sparkline([1, 2, 3, 4, 5, 6, 7, 8]) == "▁▂▃▄▅▆▇█")
    #expect(sparkline([0, .nan, 10]) == "▁ █")
    #expect(sparkline([3, 3]) == "▄▄")
    #expect(sparkline([.nan, .nan]) == "  ")
    #expect(sparkline([0, 10], style: .ascii) == "_#")
  }
}
