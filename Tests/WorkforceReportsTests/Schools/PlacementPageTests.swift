// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

/// The figures of the page follow from the few means of `KeptRuns` by hand.
struct PlacementPageTests {
  private static let full = KeptRuns.run([
    "network": KeptRuns.network,
    "placement": KeptRuns.means(KeptRuns.rounds + KeptRuns.rotation + KeptRuns.balance),
  ])

  private func page(
    _ run: KeptRun = Self.full,
    years: [Int]? = [2_027],
    region: Member? = nil,
    width: Int = 80,
    style: Style = .plain,
    language: Language = .english,
  ) -> [String] {
    PlacementPage(
      run,
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

  @Test func `the head says which run and what the figures are`() {
    #expect(
      page().prefix(4) == [
        "Two counties", "counties · 2025–2027 · 4 replications · seed 7 · fingerprint f00dfeed0123",
        "Schools, placement, rotation and balance",
        "Means over replications. Counts are sums over regions and stages.",
      ]
    )
  }

  @Test func `schools add up over regions, and mergers over years`() throws {
    let lines = page(years: nil)
    #expect(
      try section("Network of schools", of: lines) == """
        Network of schools  2025  2026  2027
        ──────────────────  ────  ────  ────
        schools that teach    18    17    15
        merged or closed       0     1     2
        From 2025 to 2027 together: 0 opened, 0 extended, 3 merged or closed.
        """
    )
    #expect(
      try section("Schools by lowest stage", of: lines) == """
        Schools by lowest stage  2025  2026  2027
        ───────────────────────  ────  ────  ────
        primary school             15    14    12
        junior high                 3     3     3
        """
    )
  }

  @Test func `the mean rank is that of all who were placed`() throws {
    let rounds = try section("Placement by round", of: page())
    for line in [
      "teachers of covered schools     150", "placed at another school         10",
      "mean rank in their own list     2.0", "on standby                      3.5",
    ] {
      #expect(rounds.contains(line), "\(line) is missing in:\n\(rounds)")
    }
  }

  @Test func `rotation shows shares and the regions that met the duty`() throws {
    #expect(
      try section("Rotation", of: page()) == """
        Rotation (teachers)           2027
        ──────────────────────────  ──────
        due to rotate                   60
        rotated                          7
        share of those due            12 %
        of them by exchange              0
        of them backbone teachers        3
        share of backbone teachers    43 %
        regions that met the duty   1 of 2
        share of those due, all years:   ▄ (12 % – 12 %)
        A region counts if it met the duty in at least half of the replications; regions
        in which nobody is due are left out.
        """
    )
  }

  @Test func `coefficients are those of the median region`() throws {
    let lines = page(language: .chinese)
    let balance = try section("校际差异系数", of: lines)
    #expect(balance.contains("小学：生师比  0.40→0.25"), "\(balance)")
    #expect(
      try section("超过上限的区域数", of: lines) == """
        超过上限的区域数      2027
        ────────────────  ────────
        小学（上限0.50）  2个中1个
        """
    )
  }

  @Test func `a region alone has its own figures`() throws {
    let south = Member("south", label: LocalizedText("South County", chinese: "南县"))
    let lines = page(region: south)
    #expect(lines[3] == "Means over replications. Only South County.")
    #expect(try section("Network", of: lines).contains("schools that teach     4"))
    let rotation = try section("Rotation", of: lines)
    #expect(rotation.contains("0 of 1") && rotation.contains("5 %"))
    #expect(lines.contains { $0.contains("0.50→0.30") })
  }

  @Test(arguments: [
    (Language.english, "This run had no single schools"), (.chinese, "本次运行没有模拟学校"),
  ])
  func `a run without schools says so`(language: Language, beginning: String) {
    let lines = page(KeptRuns.run([:]), language: language)
    #expect(lines.contains { $0.hasPrefix(beginning) })
    #expect(!lines.contains { $0.contains("─") })
  }

  @Test func `a run with schools alone says what did not run`() {
    let lines = page(KeptRuns.run(["network": KeptRuns.network]))
    for beginning in ["This run placed no teachers", "Nobody was due to rotate", "How even"] {
      #expect(lines.contains { $0.hasPrefix(beginning) }, "\(beginning)")
    }
  }

  @Test(arguments: [60, 80, 100], Language.allCases)
  func `the page fits the width`(width: Int, language: Language) {
    for line in page(years: nil, width: width, language: language) {
      #expect(displayWidth(of: line) <= width, "\(line)")
    }
  }

  @Test func `a page in ASCII has no other signs`() {
    for line in page(style: .ascii) { #expect(line.utf8.allSatisfy { $0 < 128 }, "\(line)") }
  }
}
