// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

struct ParameterPageTests {
  private static let source = Reference(
    title: "教师法",
    publisher: "国务院",
    date: "2024-09-13",
  )

  /// Ages with 0.175 each from 22 to 25, 0.06 each from 26 to 30 and nothing otherwise.
  private static let ages: [Double] = (0...120).map {
    switch $0 {
    case 22...25: 0.175
    case 26...30: 0.06
    default: 0
    }
  }

  private func parameter(
    unit: Unit = .share,
    axes: [Axis] = [],
    from: Month = Month(year: 2_020, month: 9),
    _ leaves: [ParameterLeaf],
    layers: [String] = ["scenario.yaml:7"],
  ) -> Parameter {
    Parameter(
      name: "test.value",
      unit: unit,
      axes: axes,
      shape: axes.map { TinyScenario.dimensions.count($0) },
      dated: [DatedValues(from: from, leaves: leaves)],
      origin: ParameterOrigin(references: [Self.source], layers: layers),
    )
  }

  private func lines(of parameter: Parameter, _ language: Language) -> [String] {
    ParameterPage(TinyScenario().scenario, page: PageSetting(width: 80, language: language))
      .lines(of: parameter)
  }

  /// The rows of the table, as words.
  private func rows(_ lines: [String]) -> [String] {
    let rule = lines.firstIndex { $0.contains("──") } ?? 0
    return lines[(rule + 1)...].prefix { $0.contains("  ") }
      .map { $0.split(separator: " ").joined(separator: " ") }
  }

  @Test func `bands have both ends and the value of each number in them`() {
    let parameter = parameter(axes: [.age], Self.ages.map { .number($0) })
    let english = lines(of: parameter, .english)
    #expect(
      rows(english) == ["age 0–21 0", "age 22–25 0.175", "age 26–30 0.06", "age 31+ 0"]
    )
    #expect(english.contains("The value of a band is that of each number in it."))
    let chinese = lines(of: parameter, .chinese)
    #expect(rows(chinese) == ["0–21岁 0", "22–25岁 0.175", "26–30岁 0.06", "31岁及以上 0"])
    #expect(chinese.contains("区间的数值适用于其中每一个数。"))
  }

  @Test func `bands are found also where the axis of numbers is not the last`() {
    let leaves = Self.ages.flatMap { [ParameterLeaf.number($0), .number(1)] }
    #expect(
      rows(lines(of: parameter(axes: [.age, .subject], leaves), .chinese)) == [
        "0–21岁 · 语文 0", "22–25岁 · 语文 0.175", "26–30岁 · 语文 0.06", "31岁及以上 · 语文 0",
        "数学 1",
      ]
    )
  }

  @Test func `the page in Chinese has no English but names`() {
    let chinese = lines(
      of: parameter(
        unit: .years,
        axes: [.region, .subject],
        Array(repeating: .number(3), count: 4),
      ),
      .chinese,
    )
    for line in [
      "单位：年", "可信度：假设", "取决于：区域、学科", "最后一个值之后：保持不变", "  教师法（国务院，2024-09-13）",
      "  scenario.yaml:7",
    ] {
      #expect(chinese.contains(line), "\(line) is missing in \(chinese)")
    }
    let drawn = parameter([.drawn(.beta(mean: 0.01, standardDeviation: 0.003))])
    #expect(rows(lines(of: drawn, .chinese)) == ["贝塔分布（均值0.01，标准差0.003）"])
    #expect(rows(lines(of: drawn, .english)) == ["beta(0.01, sd 0.003)"])
  }

  @Test(arguments: [
    (Language.english, "standard value", "  standard value of the program"),
    (.chinese, "标准值", "  程序的标准值"),
  ])
  func `a standard value has no date`(language: Language, heading: String, layer: String) {
    let standard = parameter(
      from: ParameterDefinition.always,
      [.number(0)],
      layers: [ParameterOrigin.standardLayer],
    )
    let lines = lines(of: standard, language)
    #expect(lines.contains { $0.hasSuffix(heading) } && lines.contains(layer))
    #expect(!lines.contains { $0.contains("1800") })
  }
}
