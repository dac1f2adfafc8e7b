// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

/// The figures of the page follow from those of `PaidScenario` by hand.
struct CostPageTests {
  private static let north = Member("north", label: LocalizedText("North County", chinese: "北县"))

  private func page(
    factor: Double = 1,
    years: [Int]? = [2_025, 2_027],
    region: Member? = nil,
    width: Int = 100,
    style: Style = .plain,
    language: Language = .english,
  ) throws -> [String] {
    CostPage(
      try KeptRuns.kept(
        try PaidScenario(factor: factor).report(),
        KeptTableRequest.costTables(region: region?.code),
      ),
      years: years,
      region: region,
      page: PageSetting(width: width, style: style, language: language),
    ).lines
  }

  /// The lines from a heading to the next empty line.
  private func section(_ heading: String, of lines: [String]) throws -> String {
    let start = try #require(lines.firstIndex { $0.hasPrefix(heading) }, "\(heading)")
    return lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test func `cost by payer and by item adds up to the same total`() throws {
    let lines = try page()
    #expect(
      try section("Payer", of: lines) == """
        Payer (CNY)        2025        2027
        ───────────  ──────────  ──────────
        county       348,000.79  350,000.79
        province      40,000.00   40,000.00
        total        388,000.79  390,000.79
        """
    )
    #expect(
      try section("Item", of: lines) == """
        Item (CNY)        2025        2027
        ──────────  ──────────  ──────────
        salary      340,000.04  342,000.04
        pension      48,000.75   48,000.75
        total       388,000.79  390,000.79
        """
    )
  }

  @Test func `large amounts are in millions or units of ten thousand`() throws {
    let english = try page(factor: 10_000)
    #expect(try section("Payer (million CNY)", of: english).contains("3,480.01"))
    let chinese = try page(factor: 10_000, language: .chinese)
    #expect(
      try section("出资方", of: chinese) == """
        出资方（万元）     2025     2027
        ──────────────  ───────  ───────
        县级财政        348,001  350,001
        省级财政         40,000   40,000
        合计            388,001  390,001
        """
    )
  }

  @Test func `pay per head stands beside average wage and the rule, by region`() throws {
    let lines = try page()
    #expect(
      try section("Pay per head by region", of: lines).hasPrefix(
        """
        Pay per head by region in 2027 (CNY)
        Region        Per head  Of average wage  In the rule  Civil servants  No lower
        ────────────  ────────  ───────────────  ───────────  ──────────────  ────────
        North County   120,000            120 %      118,000         110,000     100 %
        South County    90,000             90 %       90,000          95,000       0 %
        """
      )
    )
    // 240,000 and 270,000 for five teachers.
    let all = try section("Pay per head  ", of: lines)
    #expect(all.contains("102,000") && all.contains("1 of 2"), "\(all)")
  }

  @Test func `pay per head of all is that of the summary`() throws {
    let report = try PaidScenario(payPerHead: 102_003.8).report()
    let page = CostPage(
      try KeptRuns.kept(report, KeptTableRequest.costTables()),
      page: PageSetting(width: 100, language: .english),
    )
    let own = try #require(page.lines.first { $0.hasPrefix("Pay per head (CNY)") })
    let summary = report.summaryLines(width: 100)
    let other = try #require(summary.first { $0.hasPrefix("Pay per head (CNY)") })
    #expect(own.split(separator: " ") == other.split(separator: " "))
    #expect(own.hasSuffix("102,004"), "\(own)")
  }

  @Test func `a region alone has its own cost and its levels over the years`() throws {
    let lines = try page(region: Self.north)
    #expect(lines.contains { $0.hasSuffix("Only North County.") })
    #expect(try section("Payer", of: lines).contains("total        156,000.51  158,000.51"))
    let levels = try section("Pay per head", of: lines)
    for part in ["120,000", "120 %", "118,000", "110,000", "100 %"] {
      #expect(levels.contains(part), "\(part) is missing in:\n\(levels)")
    }
    #expect(!lines.contains { $0.contains("South") })
  }

  @Test func `the chart shows the total with its range and the payers`() throws {
    let chart = try section("Total cost (CNY)", of: try page())
    for part in ["Total cost", "county", "province", "Total cost 5–95 %", "2026"] {
      #expect(chart.contains(part), "\(part) is missing in:\n\(chart)")
    }
  }

  @Test(arguments: [
    (Language.english, "Pay was not modelled in this run"), (.chinese, "本次运行没有核算工资"),
  ])
  func `a run without pay says so`(language: Language, beginning: String) {
    let lines = CostPage(KeptRuns.run([:]), page: PageSetting(width: 80, language: language)).lines
    #expect(lines.contains { $0.hasPrefix(beginning) })
    #expect(!lines.contains { $0.contains("─") })
  }

  @Test(arguments: [80, 100], Language.allCases)
  func `the page fits the width`(width: Int, language: Language) throws {
    for line in try page(factor: 10_000, years: nil, width: width, language: language) {
      #expect(displayWidth(of: line) <= width, "\(line)")
    }
  }

  @Test func `a page in ASCII has no other signs`() throws {
    for line in try page(style: .ascii) { #expect(line.utf8.allSatisfy { $0 < 128 }, "\(line)") }
  }
}
