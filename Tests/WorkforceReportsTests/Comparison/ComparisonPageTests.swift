// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

/// The page of two tiny scenarios whose figures follow by hand.
///
/// A quarter of forty teachers leaves each year in the base: 30, 22.5 and 16.875 remain. Nobody leaves
/// in the other: 40 remain, so the differences are 10, 17.5 and 23.125.
struct ComparisonPageTests {
  private func report(
    others: [Double] = [0],
    question: ComparisonReport.Question? = nil,
    language: Language = .english,
  ) async throws -> ComparisonReport {
    let base = try await Simulation(TinyScenario().scenario).run(threads: 1)
    var compared: [ComparedScenario] = []
    for (number, leaving) in others.enumerated() {
      let scenario = TinyScenario(leaving: .number(leaving)).scenario
      let other = try await Simulation(scenario).run(threads: 1)
      compared.append(
        ComparedScenario("other-\(number)", try Comparison(base: base, other: other))
      )
    }
    return ComparisonReport(
      base: base,
      others: compared,
      question: question,
      information: RunInformation(
        version: "1",
        command: ["workforce", "compare"],
        threads: 1,
        started: Timestamp(secondsSince1970: 0),
        duration: .zero,
        language: language,
      ),
    )
  }

  private func section(_ heading: String, of lines: [String]) throws -> String {
    let start = try #require(lines.firstIndex { $0.hasPrefix(heading) }, "\(heading)")
    return lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test func `measures that differ stand in a table, the others in a sentence`() async throws {
    let lines = try await report().pageLines(width: 80)
    let table = try section("2027", of: lines)
    #expect(table.contains("headcount") && table.contains("+23.1"))
    #expect(table.contains("Without difference: need (FTE)"))
  }

  @Test func `base and scenario have the same decimals`() async throws {
    let table = try section("2026", of: try await report().pageLines(width: 80))
    let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("headcount") })
    #expect(row.split(separator: " ").prefix(4) == ["headcount", "22.5", "40.0", "+17.5"])
  }

  @Test func `less shortage is better, and more of it is worse`() async throws {
    // Shortage: north Chinese needs 12 of 7.5, 5.625 and 4.21875; without leavers, of 10.
    let gain = try await report().pageLines(width: 80)
    let row = try #require(gain.first { $0.hasPrefix("shortage") })
    #expect(row.contains("-") && row.contains("100 %"))
    let loss = try await report(others: [0.5]).pageLines(width: 80)
    let worse = try #require(loss.first { $0.hasPrefix("shortage") })
    #expect(worse.contains("+") && worse.hasSuffix("0 %"))
  }

  @Test func `a question turns which side is better`() async throws {
    let question = ComparisonReport.Question("surplus", aim: .more)
    let lines = try await report(question: question).pageLines(width: 80)
    let row = try #require(lines.first { $0.hasPrefix("surplus") })
    #expect(row.contains("100 %"))
    #expect(lines.contains { $0.hasPrefix("Difference to the base: surplus") })
    #expect(!lines.contains { $0.hasPrefix("Difference to the base: shortage") })
  }

  @Test func `a scenario that is the same says so and has no tables`() async throws {
    let lines = try await report(others: [0.25]).pageLines(width: 80)
    #expect(lines.contains("Both scenarios are the same in all that results depend on."))
    #expect(!lines.contains { $0.hasPrefix("2027") })
  }

  @Test func `each scenario has its part of the page, in both languages`() async throws {
    let chinese = try await report(others: [0, 0.5], language: .chinese).pageLines(width: 80)
    let text = chinese.joined(separator: "\n")
    #expect(text.contains("与基准比较") && text.contains("无差异：") && text.contains("更优"))
    #expect(text.contains("（other-0）") && text.contains("（other-1）"))
  }

  @Test(arguments: [
    (
      Language.english,
      [
        "Only the base models: need; what only these measure is not compared.",
        "Only the scenario models: recruitment; what only these measure is not compared.",
        "Only the base has (region): South County; counted as nothing in the other.",
      ],
    ),
    (
      .chinese,
      [
        "仅基准模拟：教师需求，相应指标不作比较。", "仅情景模拟：招聘，相应指标不作比较。",
        "仅基准有（区域）：南县，在另一方按零计。",
      ],
    ),
  ])
  func `what only one of them has is told in words`(language: Language, notes: [String])
    async throws
  {
    let base = try await Simulation(TinyScenario().scenario).run(threads: 1)
    var scenario = TinyScenario(need: nil, recruits: true).scenario
    scenario.dimensions = Dimensions(
      [Dimension(.region, [TinyScenario.dimensions[.region].members[0]])]
        + [.stage, .subject, .exit, .channel].map { TinyScenario.dimensions[$0] }
    )
    scenario.opening = .roster(
      OpeningRoster([
        Teacher(
          id: 1,
          cell: 0,
          birth: CompactMonth(Month(year: 1_984, month: 3)),
          serviceStart: CompactMonth(Month(year: 2_006, month: 9)),
        )
      ])
    )
    let other = try await Simulation(scenario).run(threads: 1)
    let report = ComparisonReport(
      base: base,
      others: [ComparedScenario("other", try Comparison(base: base, other: other))],
      information: RunInformation(
        version: "1",
        command: ["workforce", "compare"],
        threads: 1,
        started: Timestamp(secondsSince1970: 0),
        duration: .zero,
        language: language,
      ),
    )
    let lines = report.pageLines(width: 120)
    for note in notes { #expect(lines.contains(note), "\(note) is missing in \(lines)") }
  }

  @Test func `the parts of a difference add up to it on the page`() async throws {
    let lines = try await report().pageLines(width: 80)
    let table = try section("headcount 2027 by movements", of: lines)
    #expect(table.contains("resigned") && table.contains("difference in all"))
    // 10, 7.5 and 5.625 fewer leave.
    let rows = table.split(separator: "\n").suffix(2)
    #expect(rows.allSatisfy { $0.hasSuffix("+23.1") })
  }
}
