// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim

/// The figures of the block follow from those of `PaidScenario` by hand.
struct CostSummaryTests {
  /// The lines from a heading to the next empty line.
  private func section(_ heading: String, of lines: [String]) throws -> String {
    let start = try #require(lines.firstIndex { $0.hasPrefix(heading) }, "\(heading)")
    return lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test func `small amounts are shown to the fen`() throws {
    let lines = try PaidScenario().report().summaryLines(width: 80)
    #expect(
      try section("Cost", of: lines) == """
        Cost by fiscal year (means)
        CNY                                  2025                   2026
        ──────────────────  ─────────────────────  ─────────────────────
        total                          388,000.79             389,000.79
        total 5–95 %        388,000.78–388,000.80  389,000.78–389,000.80
        paid by: county                348,000.79             349,000.79
        paid by: province               40,000.00              40,000.00
        Pay per head (CNY)                102,000                102,000
        """
    )
    #expect(lines.contains("More: workforce show results/paid/f00dfeed0123 --cost"))
  }

  @Test func `large amounts are shown in millions`() throws {
    let lines = try PaidScenario(factor: 10_000).report().summaryLines(width: 80)
    #expect(
      try section("Cost", of: lines) == """
        Cost by fiscal year (means)
        million CNY                      2025               2026               2027
        ──────────────────  ─────────────────  ─────────────────  ─────────────────
        total                        3,880.01           3,890.01           3,900.01
        total 5–95 %        3,880.01–3,880.01  3,890.01–3,890.01  3,900.01–3,900.01
        paid by: county              3,480.01           3,490.01           3,500.01
        paid by: province              400.00             400.00             400.00
        Pay per head (CNY)            102,000            102,000            102,000
        More: workforce show results/paid/f00dfeed0123 --cost
        """
    )
  }

  @Test func `in Chinese large amounts are shown in units of ten thousand`() throws {
    let lines = try PaidScenario(factor: 10_000).report(language: .chinese).summaryLines(width: 80)
    #expect(
      try section("分财政年度", of: lines) == """
        分财政年度支出（均值）
        万元                       2025             2026             2027
        ──────────────  ───────────────  ───────────────  ───────────────
        合计                    388,001          389,001          390,001
        合计 5–95 %     388,001–388,001  389,001–389,001  390,001–390,001
        其中县级财政            348,001          349,001          350,001
        其中省级财政             40,000           40,000           40,000
        人均工资（元）          102,000          102,000          102,000
        详见：workforce show results/paid/f00dfeed0123 --cost
        """
    )
  }

  @Test(arguments: Language.allCases)
  func `the block of a kept run is the run's own`(language: Language) throws {
    let report = try PaidScenario().report()
    let run = try KeptRuns.kept(
      report,
      KeptTableRequest.summaryTables(lastYear: 2_027),
      folder: "results/paid/f00dfeed0123",
    )
    let heading = language == .english ? "Cost" : "分财政年度"
    let own = report.summaryLines(width: 100, language: language)
    let kept = run.summaryLines(PageSetting(width: 100, language: language))
    #expect(try section(heading, of: kept) == section(heading, of: own))
  }

  @Test func `JSON has cost by payer in three fiscal years`() throws {
    let text = try PaidScenario().report().summaryJSON
    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    let cost = try #require(summary["cost"] as? [String: Any])
    #expect(cost["currency"] as? String == "CNY")
    let values = try #require(cost["values"] as? [[String: Any]])
    #expect(values.map { $0["fiscal_year"] as? Int } == [2_025, 2_026, 2_027])
    #expect((values[2]["total"] as? [String: Any])?["mean"] as? Double == 390_000.79)
    let payers = try #require(values[2]["payers"] as? [[String: Any]])
    #expect(payers.map { $0["payer"] as? String } == ["county", "province"])
    #expect(payers.map { $0["mean"] as? Double } == [350_000.79, 40_000])
  }

  @Test func `a run without pay has no block and no cost in JSON`() async throws {
    let report = try await TinyScenario().report()
    #expect(!report.summaryLines(width: 100).contains { $0.contains("--cost") })
    #expect(report.summaryJSON.contains("\"cost\": null"))
  }
}
