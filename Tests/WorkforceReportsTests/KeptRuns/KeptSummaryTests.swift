// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

/// A page made from the files of a run is held against the page of the run itself.
struct KeptSummaryTests {
  private func kept(_ report: RunReport) throws -> KeptRun {
    let lastYear = report.projection.scenario.calendar.lastYear
    return try KeptRuns.kept(report, KeptTableRequest.summaryTables(lastYear: lastYear))
  }

  @Test(arguments: Language.allCases)
  func `the page of a kept run is the run's own page`(language: Language) async throws {
    var tiny = SummaryPageTests.tiny
    tiny.thresholds = TinyScenario.thresholds
    let report = try await tiny.report()
    let mean = language == .english ? " (mean)" : "（均值）"
    let other = language == .english ? "other leavers" : "其他离开"
    // Expected values have no ranges, so only the mark of what is a mean differs.
    let shown = try kept(report).summaryLines(PageSetting(width: 80, language: language))
      .filter { !$0.contains(other) }
    let own = report.summaryLines(width: 80, language: language).filter { !$0.contains(other) }
    #expect(shown.count == own.count)
    for (line, expected) in zip(shown, own) where !line.contains("──") {
      #expect(line.split(separator: " ") == expected.split(separator: " "))
    }
    #expect(
      try kept(report).summaryLines(PageSetting(width: 80, language: language))
        .contains { $0.hasPrefix(other + mean) }
    )
  }

  @Test func `sums of rows are means without a range`() async throws {
    var tiny = TinyScenario.uncertain
    tiny.replications = 20
    let lines = try kept(try await tiny.report())
      .summaryLines(PageSetting(width: 100, language: .english))
    let leavers = try #require(lines.first { $0.hasPrefix("other leavers (mean)") })
    #expect(!leavers.contains("["))
    let channel = try #require(lines.first { $0.hasPrefix("open call") })
    #expect(!channel.contains("["))
    #expect(lines.contains { $0.hasPrefix("headcount") && $0.contains("[") })
    #expect(lines.contains { $0.hasPrefix("Recruitment by channel, 2025–2027 together (mean)") })
    #expect(lines.contains { $0.hasPrefix("Of the variance of headcount in 2027") })
  }

  @Test func `the sentences on placement come with schools`() {
    let run = KeptRuns.run([
      "network": KeptRuns.network,
      "placement": KeptRuns.means(KeptRuns.rounds + KeptRuns.rotation + KeptRuns.balance),
    ])
    func sentences(_ language: Language) -> [String] {
      let lines = run.summaryLines(PageSetting(width: 100, language: language))
      let heading = language == .english ? "Placement and rotation" : "2027年县管校聘"
      return Array(lines.drop { !$0.hasPrefix(heading) }.prefix { !$0.isEmpty })
    }
    #expect(
      sentences(.english) == [
        "Placement and rotation in 2027 (means)",
        "Of 60 teachers due to rotate 7 moved (12 %); the duty was met in 1 of 2 regions.",
        "On standby: 4.",
        "Regions whose schools are less even than the standard allows: primary school 1 of 2.",
        "More: workforce show results/counties --placement",
      ]
    )
    #expect(
      sentences(.chinese) == [
        "2027年县管校聘与交流轮岗（均值）", "应交流教师60人，实际交流7人（12 %），2个区域中1个达到交流要求。",
        "待岗4人。", "校际差异系数超过上限的区域：小学2个中1个。",
        "详见：workforce show results/counties --placement",
      ]
    )
  }

  @Test func `without a limit the page says how uneven schools are`() {
    let balance = KeptRuns.balance.filter { !$0.contains("limit") }
    let run = KeptRuns.run(["network": KeptRuns.network, "placement": KeptRuns.means(balance)])
    let lines = run.summaryLines(PageSetting(width: 120, language: .english))
    #expect(
      lines.contains(
        "Coefficient of variation of pupils per teacher between schools, median region: primary school"
          + " 0.25."
      )
    )
  }
}
