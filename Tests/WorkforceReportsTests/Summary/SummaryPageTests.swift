// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

/// In expected values every figure of the tiny scenario follows from 10 × 0.75ⁿ teachers in a cell
/// and a need of 12, 2, 9 and 8.
struct SummaryPageTests {
  static let tiny = TinyScenario(
    targets: [TinyScenario.leavers, TinyScenario.headcount],
    overrides: ["exits.multiplier=1"],
  )

  /// The chart has tests of its own; here it counts that it shows the right lines.
  func chart(_ title: String, _ need: String, _ available: String) -> String {
    LineChart(
      title,
      years: [2_025, 2_026, 2_027],
      series: [.init(need, [31, 31, 31]), .init(available, [30, 22.5, 16.875])],
    ).lines(width: 80).joined(separator: "\n")
  }

  @Test func `the page in English`() async throws {
    let lines = try await Self.tiny.report().summaryLines(width: 80)
    let expected = """
      A tiny workforce
      tiny · 2025–2027 · fingerprint f00dfeed0123
      Expected values: chance and parameters take their means; there are no ranges.

      Measure                    2025  2026  2027
      ─────────────────────────  ────  ────  ────
      headcount                  30.0  22.5  16.9
      need (FTE)                   31    31    31
      available (FTE)            30.0  22.5  16.9
      shortage (FTE)              6.5  12.1  16.3
      surplus (FTE)               5.5   3.6   2.2
      structural shortage (FTE)   4.5   0.0   0.0
      other leavers              10.0   7.5   5.6

      \(chart("Need and available teachers (FTE)", "need", "available"))

      Where teachers are short in 2027 (FTE, the largest shortages)
      Region        Stage    Subject  Need  Available  Short  Chance short
      ────────────  ───────  ───────  ────  ─────────  ─────  ────────────
      North County  primary  Chinese  12.0        4.2    7.8         100 %
      South County  primary  Chinese   9.0        4.2    4.8         100 %
      South County  primary  maths     8.0        4.2    3.8         100 %

      Where there are more than needed in 2027 (FTE, the largest surpluses)
      Region        Stage    Subject  Need  Available  Surplus  Chance short
      ────────────  ───────  ───────  ────  ─────────  ───────  ────────────
      North County  primary  maths     2.0        4.2      2.2           0 %

      Published figures beside the model's
      Target                  Published  Model mean    Error  Use       Met
      ──────────────────────  ─────────  ──────────  ───────  ────────  ───
      leavers in three years         23        23.1   +0.5 %  fitted    ✓
      teachers in 2026               25        22.5  -10.0 %  held out  ✗

      Overridden: exits.multiplier=1.
      Files: results/tiny/f00dfeed0123
      """
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test func `the page in Chinese`() async throws {
    let lines = try await Self.tiny.report().summaryLines(width: 80, language: .chinese)
    let expected = """
      小型教师队伍
      tiny · 2025–2027年 · 情景指纹f00dfeed0123
      期望值推算：随机性与不确定参数均取均值，因此没有区间。

      指标        2025  2026  2027
      ──────────  ────  ────  ────
      教师人数    30.0  22.5  16.9
      课时需求      31    31    31
      可用教师    30.0  22.5  16.9
      短缺         6.5  12.1  16.3
      富余         5.5   3.6   2.2
      结构性短缺   4.5   0.0   0.0
      其他离开    10.0   7.5   5.6

      \(chart("需求与可用教师（全时当量）", "需求", "可用"))

      2027年短缺最大的岗位（全时当量）
      区域  学段  学科  需求  可用  短缺  短缺概率
      ────  ────  ────  ────  ────  ────  ────────
      北县  小学  语文  12.0   4.2   7.8     100 %
      南县  小学  语文   9.0   4.2   4.8     100 %
      南县  小学  数学   8.0   4.2   3.8     100 %

      2027年富余最大的岗位（全时当量）
      区域  学段  学科  需求  可用  富余  短缺概率
      ────  ────  ────  ────  ────  ────  ────────
      北县  小学  数学   2.0   4.2   2.2       0 %

      公布数与模型结果对照
      目标          公布值  模型均值     误差  用途      达到
      ────────────  ──────  ────────  ───────  ────────  ────
      三年离开人数      23      23.1   +0.5 %  已拟合    ✓
      2026年教师数      25      22.5  -10.0 %  留作检验  ✗

      已改动：exits.multiplier=1。
      文件：results/tiny/f00dfeed0123
      """
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test(arguments: [80, 100], Language.allCases)
  func `a page with ranges, channels and targets fits the width`(
    width: Int,
    language: Language,
  ) async throws {
    var tiny = TinyScenario.uncertain
    tiny.replications = 20
    let report = try await tiny.report()
    let lines = report.summaryLines(width: width, language: language)
    for line in lines { #expect(displayWidth(of: line) <= width, "\(line)") }
    let headings =
      language == .english
      ? ["Recruitment by channel", "Published figures", "Of the variance of headcount in 2027"]
      : ["各渠道招聘", "公布数与模型结果对照", "2027年教师人数的方差中"]
    for heading in headings { #expect(lines.contains { $0.hasPrefix(heading) }, "\(heading)") }
    #expect(lines.contains { $0.contains("exits.resigned.probability") })
  }

  @Test(arguments: [(62, 2), (80, 1)])
  func `years that do not fit beside each other follow below`(width: Int, blocks: Int) async throws
  {
    // A name takes 25 columns and a year with its range 18.
    let lines = try await TinyScenario.uncertain.report().summaryLines(width: width)
    #expect(lines.filter { $0.hasPrefix("Measure ") }.count == blocks)
    #expect(lines.filter { $0.hasPrefix("headcount ") }.count == blocks)
  }

  @Test func `a page in ASCII has no other signs`() async throws {
    let report = try await TinyScenario.uncertain.report()
    for line in report.summaryLines(width: 100, style: .ascii) {
      #expect(line.utf8.allSatisfy { $0 < 128 }, "\(line)")
    }
  }

  @Test func `without a model of need the page shows the headcount alone`() async throws {
    let report = try await TinyScenario(need: nil).report()
    let lines = report.summaryLines(width: 80)
    #expect(lines.contains { $0.hasPrefix("headcount ") } && lines.contains("Headcount"))
    for word in ["need", "shortage", "surplus", "short"] {
      #expect(!lines.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func `what few replications cannot say is not said`() async throws {
    let lines = try await TinyScenario.uncertain.report().summaryLines(width: 80)
    #expect(!lines.contains { $0.contains("variance") })
  }

  @Test func `a target outside the simulated years is counted`() async throws {
    let late = Target(
      name: "late",
      label: LocalizedText("late"),
      published: 1,
      unit: "persons",
      kind: .check,
      table: "flows",
      keys: [:],
      years: 2_030...2_031,
      overYears: .sum,
      tolerance: 0.1,
    )
    let lines = try await TinyScenario(targets: [late]).report().summaryLines(width: 80)
    #expect(lines.contains("1 target lies outside the simulated years."))
  }
}
