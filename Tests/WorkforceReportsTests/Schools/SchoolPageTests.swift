// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

/// The story of a school follows from a handful of figures.
struct SchoolPageTests {
  private static let hill = Member("hill", label: LocalizedText("Hill School", chinese: "山坡小学"))

  /// A measure of three years, the same in every replication.
  private static func rows(_ measure: String, _ values: [Double]) -> [KeptTable.Row] {
    zip(2_025..., values).map { year, value in
      KeptTable.Row(
        texts: ["hill", measure],
        numbers: [Double(year), value, 0] + Array(repeating: value, count: 5) + [0],
      )
    }
  }

  /// A school with the chances of teaching; its need is 8 and its teachers are 6, 8 and 10.
  private static func run(
    open: [Double],
    pupils: [Double] = [100, 120, 90],
    list: [[String]] = [["hill", "north", "rural", "primary junior", "yes", "no"]],
  ) -> KeptRun {
    let rows =
      rows("open", open) + rows("pupils", pupils) + rows("classes", [4, 4, 4])
      + rows("teachers", [6, 8, 10]) + rows("need", [8, 8, 8])
    return KeptRuns.run(["schools": KeptTable(rows), "school_list": KeptRuns.table(list)])
  }

  private func page(
    _ run: KeptRun,
    width: Int = 80,
    style: Style = .plain,
    language: Language = .english,
  ) -> [String] {
    SchoolPage(
      SchoolStory(Self.hill, of: run),
      of: run,
      page: PageSetting(width: width, style: style, language: language),
    ).lines
  }

  @Test func `the head says where the school is`() {
    let lines = page(Self.run(open: [1, 1, 1]))
    #expect(
      lines.prefix(3) == [
        "Hill School", "hill · North County · rural · primary school · junior high · key school",
        "Two counties · counties · 2025–2027 · 4 replications · seed 7 · fingerprint",
      ]
    )
    let chinese = page(Self.run(open: [1, 1, 1]), language: .chinese)
    #expect(chinese[1] == "hill · 北县 · 乡村 · 小学 · 初中 · 重点学校")
  }

  @Test func `an older run without a list of schools leaves the place out`() {
    #expect(page(Self.run(open: [1, 1, 1], list: []))[1] == "hill")
  }

  @Test func `the table has a row a year`() {
    let lines = page(Self.run(open: [1, 1, 1]))
    let start = lines.firstIndex { $0.hasPrefix("Year") } ?? 0
    #expect(
      lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n") == """
        Year  Teaches  Pupils  Classes  Posts  Teachers  Need   Gap  Joined  Left
        ────  ───────  ──────  ───────  ─────  ────────  ────  ────  ──────  ────
        2025    100 %     100      4.0    0.0         6   8.0   2.0     0.0   0.0
        2026    100 %     120      4.0    0.0         8   8.0   0.0     0.0   0.0
        2027    100 %      90      4.0    0.0        10   8.0  -2.0     0.0   0.0
        """
    )
  }

  /// Chances of teaching and what the page says of them.
  private static let stories: [(open: [Double], english: String, chinese: String)] = [
    ([1, 1, 1], "It is neither merged nor closed in any replication.", "在所有重复中均未被撤并。"),
    ([0, 1, 1], "It begins to teach in 2026.", "2026年开始办学。"),
    (
      [1, 0, 0], "It is merged or closed in 2026 in every replication.",
      "在所有重复中均于2026年撤并。",
    ),
    (
      [1, 0.75, 0.5], "Chance that it has been merged or closed: 25 % by 2026, 50 % by 2027.",
      "已被撤并的概率：2026年25 %、2027年50 %。",
    ),
    (
      [0.5, 0, 0], "Chance that it has been merged or closed: 50 % by 2026.",
      "已被撤并的概率：2026年50 %。",
    ),
  ]

  @Test(arguments: stories)
  func `the story says when it opens and closes`(
    open: [Double],
    english: String,
    chinese: String,
  ) {
    #expect(page(Self.run(open: open)).contains(english))
    #expect(page(Self.run(open: open), language: .chinese).contains(chinese))
  }

  @Test func `the story says when teachers are short and when there are too many`() {
    let english = page(Self.run(open: [1, 1, 1])).suffix(3)
    #expect(
      Array(english) == [
        "It has fewer teachers than it needs in 2025, most in 2025, by 2.0.",
        "It has more teachers than it needs in 2027, most in 2027, by 2.0.",
        "It has most pupils in 2026, 120, and in 2027 90.",
      ]
    )
    let chinese = page(Self.run(open: [1, 1, 1]), language: .chinese).suffix(3)
    #expect(
      Array(chinese) == [
        "2025年教师少于需求，2025年最多，缺2.0人。", "2027年教师多于需求，2027年最多，余2.0人。",
        "学生数在2026年最多，为120人，2027年为90人。",
      ]
    )
  }

  @Test func `a school that never teaches has no table`() {
    let lines = page(KeptRuns.run([:]))
    #expect(lines.last == "It does not teach in any simulated year.")
    #expect(lines.count == 5)
  }

  @Test(arguments: Language.allCases)
  func `the page fits the width and has a chart of pupils and of teachers`(language: Language) {
    let lines = page(Self.run(open: [1, 0.75, 0.5]), language: language)
    for line in lines { #expect(displayWidth(of: line) <= 80, "\(line)") }
    #expect(lines.count { $0.contains("└") } == 2)
  }

  @Test func `a page in ASCII has no other signs`() {
    for line in page(Self.run(open: [1, 0.75, 0.5]), style: .ascii) {
      #expect(line.utf8.allSatisfy { $0 < 128 }, "\(line)")
    }
  }

  @Test(arguments: [
    ("hill", ["hill"]), ("山坡小学", ["hill"]), ("Dale School", ["dale", "dale_2"]), ("Hill", []),
  ])
  func `a school is found by code or name`(word: String, codes: [String]) {
    #expect(KeptRuns.labels.members(named: word, of: "school").map(\.code) == codes)
  }
}
