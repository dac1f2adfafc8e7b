// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  // MARK: Units

  /// The currency, or the unit of large amounts of it.
  ///
  /// In Chinese the unit of the Chinese currency goes by its name, any other by its code.
  static func unit(ofMoney currency: String, isLarge: Bool) -> LocalizedText {
    let chinese = currency == "CNY" ? "元" : currency
    return isLarge
      ? LocalizedText("million \(currency)", chinese: "万\(chinese)")
      : LocalizedText(currency, chinese: chinese)
  }

  /// What is shown, and in which unit.
  static func amounts(_ name: LocalizedText, in unit: String) -> LocalizedText {
    LocalizedText("\(name.english) (\(unit))", chinese: "\(name.chinese)（\(unit)）")
  }

  // MARK: The summary page

  static let costMeans = LocalizedText("Cost by fiscal year (means)", chinese: "分财政年度支出（均值）")
  static let total = LocalizedText("total", chinese: "合计")

  static func paidBy(_ payer: LocalizedText) -> LocalizedText {
    LocalizedText("paid by: \(payer.english)", chinese: "其中\(payer.chinese)")
  }

  // MARK: The page of cost

  static let costTitle = LocalizedText(
    "Cost and pay by fiscal year",
    chinese: "分财政年度支出与工资水平",
  )
  static let noPay = LocalizedText(
    "Pay was not modelled in this run, so there is nothing on cost. Section 'pay' of the scenario turns it on.",
    chinese: "本次运行没有核算工资，因此没有支出结果。在情景文件中打开 pay 即可。",
  )
  static let noCost = LocalizedText(
    "Nothing was spent in any fiscal year.",
    chinese: "各财政年度均没有支出。",
  )
  static let totalCost = LocalizedText("Total cost", chinese: "总支出")
  static let payer = LocalizedText("Payer", chinese: "出资方")
  static let item = LocalizedText("Item", chinese: "项目")
  static let payPerHead = LocalizedText("Pay per head", chinese: "人均工资")
  static let perHead = LocalizedText("Per head", chinese: "人均工资")
  static let payUnderRule = LocalizedText("In the rule", chinese: "纳入比较的人均工资")
  static let ofAverageWage = LocalizedText("Of average wage", chinese: "占平均工资")
  static let civilServants = LocalizedText("Civil servants", chinese: "公务员")
  static let noLower = LocalizedText("No lower", chinese: "不低于的概率")
  static let chanceOfRule = LocalizedText(
    "chance that it is no lower",
    chinese: "不低于公务员的概率",
  )
  static let ruleKept = LocalizedText(
    "regions no lower than civil servants",
    chinese: "不低于公务员的区域数",
  )
  static let levelNote = LocalizedText(
    "In the rule: pay per head of the stages that are held against civil servants' pay. No lower:"
      + " the share of replications in which that pay is no lower.",
    chinese: "纳入比较的人均工资：与公务员工资水平比较的学段的人均工资。概率为不低于公务员的重复次数所占比例。",
  )

  static func costNote(region: LocalizedText?) -> LocalizedText {
    let english = region.map { " Only \($0.english)." } ?? ""
    let chinese = region.map { "只含\($0.chinese)。" } ?? ""
    return LocalizedText(
      "Means over replications. A fiscal year is the one that holds the counting day of the school"
        + " year of that number.\(english)",
      chinese: "各次重复的均值。财政年度为同名学年统计日所在的财政年度。\(chinese)",
    )
  }

  static func levels(in year: Int, currency: String) -> LocalizedText {
    LocalizedText(
      "Pay per head by region in \(year) (\(currency))",
      chinese: "\(year)年分区域人均工资（\(currency)）",
    )
  }

  static func count(of part: Int, outOf whole: Int) -> LocalizedText {
    count(PlacementFigures.Share(count: part, total: whole))
  }
}
