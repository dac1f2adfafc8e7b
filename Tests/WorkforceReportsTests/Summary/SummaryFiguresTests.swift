// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim

struct SummaryFiguresTests {
  typealias Object = [String: Any]

  func summary(of tiny: TinyScenario) async throws -> Object {
    let text = try await tiny.report().summaryJSON
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  @Test func `the JSON summary holds the figures of the page`() async throws {
    let summary = try await summary(of: SummaryPageTests.tiny)
    #expect(summary["years"] as? [Int] == [2_025, 2_026, 2_027])
    #expect(summary["folder"] as? String == "results/tiny/f00dfeed0123")
    #expect(summary["overrides"] as? [String] == ["exits.multiplier=1"])
    let measures = try #require(summary["measures"] as? [Object])
    #expect(
      measures.compactMap { $0["measure"] as? String } == [
        "headcount", "need", "available", "shortage", "surplus", "structural_shortage",
        "other_leavers",
      ]
    )
    let headcount = try #require(measures[0]["values"] as? [Object])
    #expect(headcount.compactMap { $0["p50"] as? Double } == [30, 22.5, 16.875])
    let shortages = try #require(summary["shortages"] as? [Object])
    #expect(shortages.count == 3 && (summary["surpluses"] as? [Object])?.count == 1)
    #expect(shortages[0]["region"] as? String == "north")
    #expect((shortages[0]["gap"] as? Object)?["mean"] as? Double == 7.7812)
    let targets = try #require(summary["targets"] as? [Object])
    #expect(targets.map { $0["met"] as? Bool } == [true, false])
  }

  @Test func `the JSON summary of an uncertain run has channels and variance`() async throws {
    var tiny = TinyScenario.uncertain
    tiny.replications = 20
    let summary = try await summary(of: tiny)
    let channels = try #require(summary["recruitment"] as? [Object])
    #expect(channels.count == 1)
    // Every place finds an applicant and everybody accepts, so hires are the places.
    let totals = ["planned", "applicants", "hired"].map { channels[0][$0] as? Object }
    #expect(
      totals.map { $0?["mean"] as? Double }.allSatisfy { $0 == totals[0]?["mean"] as? Double }
    )
    #expect((totals[0]?["mean"] as? Double ?? 0) > 0)
    #expect((channels[0]["unfilled"] as? Object)?["p95"] as? Double == 0)
    let variance = try #require(summary["variance"] as? [Object])
    #expect(variance.compactMap { $0["measure"] as? String } == ["headcount", "shortage"])
    #expect(summary["uncertain_parameters"] as? [String] == ["exits.resigned.probability"])
  }

  @Test(arguments: [
    (2_025...2_027, [2_025, 2_026, 2_027]),
    (2_021...2_040, [2_021, 2_025, 2_030, 2_035, 2_040]),
    (2_025...2_050, [2_025, 2_030, 2_035, 2_040, 2_045, 2_050]),
    (2_000...2_100, [2_000, 2_020, 2_040, 2_060, 2_080, 2_100]),
    (2_025...2_025, [2_025]),
  ])
  func `first, last and round years are shown`(years: ClosedRange<Int>, shown: [Int]) {
    #expect(selectedYears(years) == shown)
  }

  @Test(arguments: [
    (40_517, 40_400, 40_650, 0, "40,517 [40,400–40,650]"), (2, -0.5, 3.25, 1, "2.0 [-0.5…3.2]"),
    (7, 7, 7, 0, "7"), (7.04, 7.01, 7.03, 1, "7.0"), (0, 0, 3, 0, "0 [0–3]"),
  ])
  func `a figure stands before its range`(
    value: Double,
    low: Double,
    high: Double,
    decimals: Int,
    text: String,
  ) {
    #expect(FigureText(.plain).range(value, low, high, decimals: decimals) == text)
  }

  @Test func `a range in ASCII has ASCII signs`() {
    let figures = FigureText(.ascii)
    #expect(figures.range(2, 1, 3, decimals: 0) == "2 [1-3]")
    #expect(figures.range(2, -1, 3, decimals: 0) == "2 [-1..3]")
  }

  @Test(arguments: [
    ([1.0, 200], 0), ([150.5, 99.5], 0), ([1.5, 99.5], 1), ([0.25, 0.5], 3), ([], 0),
  ])
  func `figures that stand together have the same decimals`(values: [Double], decimals: Int) {
    #expect(FigureText.decimals(for: values) == decimals)
  }

  @Test(arguments: [
    (0.1234567, "0.1235"), (123.4567, "123.457"), (40_517.3008, "40517.3"), (123_456.7, "123457"),
    (16_777_216, "16777216"), (-9_999.994, "-9999.99"), (0, "0"),
  ])
  func `a figure has six digits, four decimals at most, and its whole part`(
    value: Double,
    text: String,
  ) {
    guard case .number(let number, let decimals) = ReportValue.figure(value) else {
      Issue.record("a figure is a number")
      return
    }
    #expect(format(number, decimals: decimals) == text)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("一二三，四", 6, ["一二", "三，四"]),
    ("results/a/very/long/path", 10, ["results/a/very/long/path"]), ("", 10, [""]),
    ("甲 b", 4, ["甲 b"]),
  ])
  func `text breaks at spaces and between Chinese characters`(
    text: String,
    columns: Int,
    lines: [String],
  ) {
    #expect(wrap(text, columns: columns) == lines)
  }
}
