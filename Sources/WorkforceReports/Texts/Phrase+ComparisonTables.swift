// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  /// What the tables of a comparison are called and what one of their rows holds.
  static let comparisonTables: [String: (title: LocalizedText, meaning: LocalizedText)] = [
    "comparison": (
      LocalizedText("Scenarios beside the base", chinese: "各情景与基准比较"),
      difference(
        "one row a scenario, school year and measure; those of money are of fiscal years",
        "每行为一个情景、学年、指标；金额指标为财政年度",
      ),
    ),
    "cost_comparison": (
      LocalizedText("Cost beside the base", chinese: "支出与基准比较"),
      difference(
        "amounts of money, one row a scenario, fiscal year, region, stage, item and payer",
        "金额，每行为一个情景、财政年度、区域、学段、项目、出资方",
      ),
    ),
    "teachers_comparison": (
      LocalizedText("Teachers by subject beside the base", chinese: "分学科教师与基准比较"),
      difference(
        "headcount and full-time equivalents, one row a scenario, school year, region, stage, subject"
          + " and measure",
        "教师人数与全时当量，每行为一个情景、学年、区域、学段、学科、指标",
      ),
    ),
    "shortage_comparison": (
      LocalizedText("Need and shortage beside the base", chinese: "需求与短缺与基准比较"),
      difference(
        "full-time equivalents, one row a scenario, school year, region, stage, subject and measure",
        "全时当量，每行为一个情景、学年、区域、学段、学科、指标",
      ),
    ),
    "drivers": (
      LocalizedText("What drives the differences", chinese: "差异的来源"),
      difference(
        "the parts of a measure's difference, which add up to the row total in every replication;"
          + " one row a scenario, year, measure, kind of parts and part",
        "指标差异的各组成部分，在每次重复中相加等于total行；每行为一个情景、年份、指标、划分方式、组成部分",
      ),
    ),
    "what_changed": (
      LocalizedText("What changed between two scenarios", chinese: "两个情景之间的变化"),
      difference(
        "groups of parameters and rules replaced one after another in a fixed order; the rows of a"
          + " year and measure add up to the row total in every replication",
        "按固定顺序逐组替换参数与规则；同一年份同一指标各行在每次重复中相加等于total行",
      ),
    ),
  ]

  private static func difference(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(
      "Statistics of the difference, scenario less base, replication by replication: \(english).",
      chinese: "逐次重复计算的差异（情景减基准）的统计量：\(chinese)。",
    )
  }

  /// What the columns of a comparison mean.
  static let comparisonColumns: [String: LocalizedText] = [
    "scenario": LocalizedText("Short name of the scenario", chinese: "情景代码"),
    "base_mean": LocalizedText("Mean of the base over replications", chinese: "基准的均值"),
    "other_mean": LocalizedText("Mean of the scenario over replications", chinese: "情景的均值"),
    "chance_less": LocalizedText(
      "Share of replications in which the scenario has less than the base; ties count half",
      chinese: "情景低于基准的重复次数所占比例，相等各计一半",
    ),
    "chance_more": LocalizedText(
      "Share of replications in which the scenario has more than the base; ties count half",
      chinese: "情景高于基准的重复次数所占比例，相等各计一半",
    ),
    "better": LocalizedText(
      "Whether less or more of the measure is better, or neither by itself",
      chinese: "该指标越少越好、越多越好或无优劣之分",
    ),
    "parts": LocalizedText("Code of what the parts are", chinese: "划分方式代码"),
    "driver": LocalizedText(
      "Code of the part; total for the difference in all",
      chinese: "组成部分代码，total为差异合计",
    ),
    "group": LocalizedText(
      "Code of the group that was replaced; total for the difference in all",
      chinese: "被替换的参数与规则组代码，total为差异合计",
    ),
  ]
}
