// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  // MARK: The head

  static func besideBase(_ title: LocalizedText) -> LocalizedText {
    LocalizedText("Scenarios beside: \(title.english)", chinese: "与基准比较：\(title.chinese)")
  }

  static let differenceNote = LocalizedText(
    "Base and scenario: means. Difference: scenario less base, replication by replication; its mean,"
      + " with the 5 % to 95 % range in brackets. Better: the share of replications in which the"
      + " scenario is better; ties count half, and a dash stands where neither less nor more is better.",
    chinese: "基准与情景为均值。差异为逐次重复计算的情景减基准，列出均值及5 %至95 %区间。"
      + "更优为情景更优的重复次数所占比例，相等各计一半；无优劣之分的指标记为横线。",
  )
  static let sharedDraws = LocalizedText(
    "All scenarios take the same draws, so that what differs is the scenario and not chance.",
    chinese: "各情景使用相同的随机数，差异来自情景本身而非随机波动。",
  )

  // MARK: Notes

  static let sameScenarioNote = LocalizedText(
    "Both scenarios are the same in all that results depend on.",
    chinese: "两个情景在影响结果的各方面完全相同。",
  )
  static let differentSeedsNote = LocalizedText(
    "The two have different seeds: differences hold chance too, and ranges are wider.",
    chinese: "两者随机种子不同：差异中含有随机波动，区间更宽。",
  )

  static func fewerYears(_ first: Int, _ last: Int, dash: String) -> LocalizedText {
    LocalizedText(
      "Compared in the years of both, \(first)\(dash)\(last).",
      chinese: "只比较共有年份\(first)\(dash)\(last)年。",
    )
  }

  static func membersOnly(
    in side: ComparisonNote.Side,
    key: String,
    members: [LocalizedText],
  ) -> LocalizedText {
    let (key, names) = (name(ofKey: key), list(members))
    return LocalizedText(
      "Only \(name(of: side).english) has (\(key.english)): \(names.english); counted as nothing in"
        + " the other.",
      chinese: "仅\(name(of: side).chinese)有（\(key.chinese)）：\(names.chinese)，在另一方按零计。",
    )
  }

  static func sectionsOnly(in side: ComparisonNote.Side, sections: [String]) -> LocalizedText {
    let names = list(sections.map(name(ofSection:)))
    return LocalizedText(
      "Only \(name(of: side).english) models: \(names.english); what only these measure is not"
        + " compared.",
      chinese: "仅\(name(of: side).chinese)模拟：\(names.chinese)，相应指标不作比较。",
    )
  }

  static func differentCurrencies(_ base: String, _ other: String) -> LocalizedText {
    LocalizedText(
      "Money is not compared: the base counts in \(base), the scenario in \(other).",
      chinese: "货币不同（基准为\(base)，情景为\(other)），金额不作比较。",
    )
  }

  private static func name(of side: ComparisonNote.Side) -> LocalizedText {
    switch side {
    case .base: LocalizedText("the base", chinese: "基准")
    case .other: LocalizedText("the scenario", chinese: "情景")
    }
  }

  // MARK: Tables and charts

  static let base = LocalizedText("Base", chinese: "基准")
  static let scenario = LocalizedText("Scenario", chinese: "情景")
  static let difference = LocalizedText("Difference", chinese: "差异")
  static let better = LocalizedText("Better", chinese: "更优")
  static let noDifference = LocalizedText(
    "No figure of the whole differs in any year.",
    chinese: "各年总体指标均无差异。",
  )
  static let zero = LocalizedText("no difference", chinese: "无差异")
  static let meanDifference = LocalizedText("mean difference", chinese: "平均差异")

  static func noDifference(in year: Int) -> LocalizedText {
    LocalizedText("\(year): no figure differs.", chinese: "\(year)年：各项指标均无差异。")
  }

  static func unchanged(_ measures: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      "Without difference: \(measures.map(\.english).joined(separator: ", ")).",
      chinese: "无差异：\(measures.map(\.chinese).joined(separator: "、"))。",
    )
  }

  static func differenceOf(_ measure: LocalizedText) -> LocalizedText {
    LocalizedText(
      "Difference to the base: \(measure.english)",
      chinese: "与基准之差：\(measure.chinese)",
    )
  }

  // MARK: Drivers

  static func name(of kind: DriverKind) -> LocalizedText {
    switch kind {
    case .flow: LocalizedText("movements", chinese: "人员流动")
    case .part: LocalizedText("need and availability", chinese: "需求与可用")
    case .item: LocalizedText("items", chinese: "项目")
    case .payer: LocalizedText("payers", chinese: "出资方")
    case .region: LocalizedText("regions", chinese: "区域")
    case .subject: LocalizedText("subjects", chinese: "学科")
    case .change: LocalizedText("what changed", chinese: "变化来源")
    }
  }

  static func drivers(
    of measure: LocalizedText,
    by kind: DriverKind,
    _ years: ClosedRange<Int>,
    dash: String,
  ) -> LocalizedText {
    let parts = name(of: kind)
    let last = years.upperBound
    // Movements add up over the years so far; other parts are those of the year.
    let since = kind == .flow && years.count > 1
    let span = since ? "\(years.lowerBound)\(dash)\(last)" : "\(last)"
    return LocalizedText(
      "\(measure.english) \(last) by \(parts.english)\(since ? " of \(span)" : "")",
      chinese: "\(last)年\(measure.chinese)，按\(since ? "\(span)年" : "")\(parts.chinese)",
    )
  }

  static func others(_ count: Int) -> LocalizedText {
    LocalizedText("\(count) others", chinese: "其余\(count)项")
  }

  // MARK: What changed

  static let whatChanged = LocalizedText("What changed", chinese: "变化来源")

  static func orderOfChanges(_ groups: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      "From the base on, groups of parameters and rules are replaced one after another, always in this"
        + " order: \(groups.map(\.english).joined(separator: "; ")). The parts add up to the difference"
        + " in every replication. What acts through two groups counts in the later one, so another"
        + " order would divide it otherwise.",
      chinese: "从基准出发，按固定顺序逐组替换参数与规则：\(groups.map(\.chinese).joined(separator: "；"))。"
        + "各部分在每次重复中相加等于总差异。两组共同造成的部分计入后一组，顺序不同则划分不同。",
    )
  }

  static func joinedChanges(_ groups: [LocalizedText], reason: String) -> LocalizedText {
    LocalizedText(
      "Replaced together: \(groups.map(\.english).joined(separator: "; ")), because \(reason)",
      chinese: "合并替换：\(groups.map(\.chinese).joined(separator: "；"))，原因：\(reason)",
    )
  }
}
