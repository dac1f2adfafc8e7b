// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  // MARK: The summary page

  /// What is shown by its mean on a page of medians.
  static func meanOf(_ name: LocalizedText) -> LocalizedText {
    LocalizedText("\(name.english) (mean)", chinese: "\(name.chinese)（均值）")
  }

  static func placement(in year: Int) -> LocalizedText {
    LocalizedText("Placement and rotation in \(year) (means)", chinese: "\(year)年县管校聘与交流轮岗（均值）")
  }

  static func rotation(
    rotated: String,
    due: String,
    share: Double,
    duty: PlacementFigures.Share,
  ) -> LocalizedText {
    LocalizedText(
      "Of \(due) teachers due to rotate \(rotated) moved (\(percent(share))); the duty was met in"
        + " \(count(duty).english) regions.",
      chinese: "应交流教师\(due)人，实际交流\(rotated)人（\(percent(share))），"
        + "\(duty.total)个区域中\(duty.count)个达到交流要求。",
    )
  }

  static func standby(_ count: String) -> LocalizedText {
    LocalizedText("On standby: \(count).", chinese: "待岗\(count)人。")
  }

  static func overLimit(_ stages: [(LocalizedText, PlacementFigures.Share)]) -> LocalizedText {
    let english = stages.map { "\($0.english) \(count($1).english)" }.joined(separator: ", ")
    let chinese = stages.map { "\($0.chinese)\(count($1).chinese)" }.joined(separator: "、")
    return LocalizedText(
      "Regions whose schools are less even than the standard allows: \(english).",
      chinese: "校际差异系数超过上限的区域：\(chinese)。",
    )
  }

  static func unevenness(_ stages: [(LocalizedText, Double)]) -> LocalizedText {
    let texts = stages.map { ($0, grouped($1, decimals: 2)) }
    let english = texts.map { "\($0.english) \($1)" }.joined(separator: ", ")
    let chinese = texts.map { "\($0.chinese)\($1)" }.joined(separator: "、")
    return LocalizedText(
      "Coefficient of variation of pupils per teacher between schools, median region: \(english).",
      chinese: "生师比校际差异系数（区域中位数）：\(chinese)。",
    )
  }

  /// How many out of how many.
  static func count(_ share: PlacementFigures.Share) -> LocalizedText {
    LocalizedText("\(share.count) of \(share.total)", chinese: "\(share.total)个中\(share.count)个")
  }

  // MARK: The page of placement

  static let placementTitle = LocalizedText(
    "Schools, placement, rotation and balance",
    chinese: "学校布局、县管校聘、交流轮岗与校际均衡",
  )

  static func placementNote(region: LocalizedText?) -> LocalizedText {
    let english =
      region.map { " Only \($0.english)." } ?? " Counts are sums over regions and stages."
    let chinese = region.map { "只含\($0.chinese)。" } ?? "人数为各区域、各学段之和。"
    return LocalizedText(
      "Means over replications.\(english)",
      chinese: "各次重复的均值。\(chinese)",
    )
  }

  static let noSchools = LocalizedText(
    "This run had no single schools, so there is nothing on placement, rotation and balance. "
      + "Sections 'schools' and 'placement' of the scenario turn them on.",
    chinese: "本次运行没有模拟学校，因此没有聘任、交流与均衡的结果。在情景文件中打开 schools 与 placement 即可。",
  )
  static let noPlacement = LocalizedText(
    "This run placed no teachers: section 'placement' of the scenario is off, or covers no school.",
    chinese: "本次运行没有县管校聘：情景中未打开 placement，或没有学校被覆盖。",
  )
  static let noRotation = LocalizedText(
    "Nobody was due to rotate: section 'rotation' of the scenario is off, or covers no teacher.",
    chinese: "本次运行没有应交流的教师：情景中未打开 rotation，或没有教师被覆盖。",
  )
  static let noBalance = LocalizedText(
    "How even schools are was not worked out: section 'balance' of the scenario is off.",
    chinese: "本次运行没有计算校际差异系数：情景中未打开 balance。",
  )
  static let network = LocalizedText("Network of schools", chinese: "学校布局")
  static let schoolsByStage = LocalizedText("Schools by lowest stage", chinese: "按学校最低学段分的学校数")
  static let openSchools = LocalizedText("Schools that teach", chinese: "在办学校")
  static let rounds = LocalizedText("Placement by round (teachers)", chinese: "各轮聘任（教师人数）")
  static let rotationHeading = LocalizedText("Rotation (teachers)", chinese: "交流轮岗（教师人数）")
  static let dutyMet = LocalizedText(
    "regions that met the duty",
    chinese: "达到交流要求的区域",
  )
  static let dutyNote = LocalizedText(
    "A region counts if it met the duty in at least half of the replications; regions in which"
      + " nobody is due are left out.",
    chinese: "在至少一半重复中达到要求的区域计入；没有应交流教师的区域不计。",
  )
  static let balanceHeading = LocalizedText(
    "Coefficients of variation between schools, before and after, median region",
    chinese: "校际差异系数（聘任前与聘任后，区域中位数）",
  )
  static let figure = LocalizedText("Stage and figure", chinese: "学段与指标")
  static let overLimitHeading = LocalizedText(
    "Regions above the limit, by stage",
    chinese: "超过上限的区域数",
  )
  static let balanceNote = LocalizedText(
    "Before: ahead of placement; after: on the counting day. A region is above the limit if, in more"
      + " than half of the replications, one of the figures per 100 pupils is; the standard sets none"
      + " for pupils per teacher. Regions with a single school have nothing to compare.",
    chinese: "前：聘任之前；后：统计日。某区域在超过一半重复中有任一每百名学生指标超过上限即计入，"
      + "生师比不设上限。只有一所学校的区域无从比较。",
  )

  static func stageWithLimit(_ stage: LocalizedText, _ limit: Double) -> LocalizedText {
    let value = grouped(limit, decimals: 2)
    return LocalizedText(
      "\(stage.english) (limit \(value))",
      chinese: "\(stage.chinese)（上限\(value)）",
    )
  }

  static func balanceRow(_ stage: LocalizedText, _ figure: String) -> LocalizedText {
    let name = balanceFigures[figure] ?? LocalizedText(figure)
    return LocalizedText(
      "\(stage.english): \(name.english)",
      chinese: "\(stage.chinese)：\(name.chinese)",
    )
  }

  static func networkChanges(
    _ first: Int,
    _ last: Int,
    opened: String,
    extended: String,
    merged: String,
    dash: String,
  ) -> LocalizedText {
    LocalizedText(
      "From \(first) to \(last) together: \(opened) opened, \(extended) extended, \(merged) merged"
        + " or closed.",
      chinese: "\(first)\(dash)\(last)年合计：新开办\(opened)所，改扩建\(extended)所，撤并\(merged)所。",
    )
  }

  static func course(_ name: LocalizedText, _ bars: String, _ shares: [Double], dash: String)
    -> LocalizedText
  {
    let ends = [shares.min() ?? 0, shares.max() ?? 0]
    let range = ends.map(percent).joined(separator: " \(dash) ")
    return LocalizedText(
      "\(name.english), all years: \(bars) (\(range))",
      chinese: "\(name.chinese)，各年：\(bars)（\(range)）",
    )
  }

  /// The figures of the balance, in a few words.
  static let balanceFigures: [String: LocalizedText] = [
    "pupils_per_teacher": LocalizedText("pupils per teacher", chinese: "生师比"),
    "above_required_degree": LocalizedText("higher degree", chinese: "高于规定学历"),
    "backbone": LocalizedText("backbone teachers", chinese: "骨干教师"),
    "arts": LocalizedText("sport, music and art", chinese: "体育艺术"),
  ]
}
