// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim

/// The chances of passing thresholds on the page and in the JSON summary.
struct ThresholdSummaryTests {
  /// The lines from a heading to the next empty line.
  private func section(
    _ heading: String,
    of tiny: TinyScenario,
    width: Int = 80,
    language: Language = .english,
    style: Style = .plain,
  ) async throws -> String {
    let lines = try await tiny.report().summaryLines(
      width: width,
      style: style,
      language: language,
    )
    let start = try #require(lines.firstIndex { $0.hasPrefix(heading) })
    return lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  private static let tiny = TinyScenario(thresholds: TinyScenario.thresholds)

  @Test func `the page in English`() async throws {
    let expected = """
      Chance that                     2025   2026   2027
      ──────────────────────────────  ────  ─────  ─────
      fewer than 20 are left           0 %    0 %  100 %
      shortage is above 30 % of need     –  100 %  100 %
      """
    #expect(try await section("Chance that", of: Self.tiny) == expected)
  }

  @Test func `the page in Chinese`() async throws {
    let expected = """
      下列情况的概率     2025   2026   2027
      ─────────────────  ────  ─────  ─────
      教师少于20人        0 %    0 %  100 %
      短缺超过需求的30%     –  100 %  100 %
      """
    let found = try await section("下列情况的概率", of: Self.tiny, language: .chinese)
    #expect(found == expected)
  }

  @Test func `only years that a threshold looks at are shown`() async throws {
    let tiny = TinyScenario(thresholds: [TinyScenario.thresholds[1]])
    let expected = """
      Chance that                      2026   2027
      ------------------------------  -----  -----
      shortage is above 30 % of need  100 %  100 %
      """
    #expect(try await section("Chance that", of: tiny, style: .ascii) == expected)
  }

  @Test func `a long name is cut before years are put below each other`() async throws {
    let long = Threshold(
      name: "long",
      label: LocalizedText(String(repeating: "word ", count: 20)),
      measure: "headcount",
      direction: .above,
      value: 1,
    )
    let text = try await section("Chance that", of: TinyScenario(thresholds: [long]), width: 60)
    #expect(text.hasSuffix("100 %  100 %  100 %"))
    for line in text.split(separator: "\n") { #expect(displayWidth(of: String(line)) <= 60) }
  }

  @Test func `without thresholds the page says nothing of them`() async throws {
    let lines = try await TinyScenario().report().summaryLines(width: 80)
    #expect(!lines.contains { $0.contains("Chance that") || $0.contains("threshold") })
  }

  @Test func `thresholds outside the simulated years are counted`() async throws {
    let late = [2_030, 2_031].map {
      Threshold(
        name: "late_\($0)",
        label: LocalizedText("late"),
        measure: "headcount",
        direction: .above,
        value: 1,
        years: $0...$0,
      )
    }
    let lines = try await TinyScenario(thresholds: late).report().summaryLines(width: 80)
    #expect(lines.contains("2 thresholds lie outside the simulated years."))
    #expect(!lines.contains { $0.contains("Chance that") })
  }

  @Test func `the JSON summary has the chances by year`() async throws {
    let text = try await Self.tiny.report().summaryJSON
    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    let thresholds = try #require(summary["thresholds"] as? [[String: Any]])
    #expect(thresholds.map { $0["threshold"] as? String } == ["few_teachers", "shortage_rate"])
    #expect(thresholds.map { $0["measure"] as? String } == ["headcount", "shortage"])
    #expect(thresholds.map { $0["per"] as? String } == [nil, "need"])
    #expect(thresholds.map { $0["direction"] as? String } == ["below", "above"])
    #expect(thresholds.map { $0["value"] as? Double } == [20, 0.3])
    let values = thresholds.map { $0["values"] as? [[String: Any]] ?? [] }
    #expect(values[0].map { $0["year"] as? Int } == [2_025, 2_026, 2_027])
    #expect(values[0].map { $0["chance"] as? Double } == [0, 0, 1])
    #expect(values[1].map { $0["year"] as? Int } == [2_026, 2_027])
    #expect(values.joined().allSatisfy { $0["mcse"] as? Double == 0 })
  }
}
