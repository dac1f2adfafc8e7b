// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The words of the workbook, each in English and Chinese; names of sheets have at most 31 characters.
enum SheetWords {
  // MARK: Sheets that are not tables of results

  static let contents = LocalizedText("Contents", chinese: "目录")
  static let charts = LocalizedText("Charts", chinese: "图表")
  static let assumptions = LocalizedText("Assumptions", chinese: "假设")
  static let sources = LocalizedText("Sources", chinese: "资料来源")
  static let lower = LocalizedText("5 %", chinese: "5%分位数")
  static let upper = LocalizedText("95 %", chinese: "95%分位数")

  /// What a table's sheet is called; a table without a short name keeps its code.
  static func name(ofTable table: String) -> LocalizedText {
    tables[table] ?? LocalizedText(table)
  }

  private static let tables: [String: LocalizedText] = [
    "summary": LocalizedText("Summary", chinese: "总体"),
    "cost": LocalizedText("Cost", chinese: "支出明细"),
    "pay": LocalizedText("Pay", chinese: "教师工资"),
    "pay_level": LocalizedText("Level of pay", chinese: "工资水平比较"),
    "teachers": LocalizedText("Teachers", chinese: "分学科教师"),
    "teachers_by_title": LocalizedText("Teachers by title", chinese: "分职称教师"),
    "teachers_by_age": LocalizedText("Teachers by age", chinese: "分年龄教师"),
    "flows": LocalizedText("Flows", chinese: "进出与晋升"),
    "shortage": LocalizedText("Shortage", chinese: "需求与短缺"),
    "posts": LocalizedText("Posts", chinese: "编制"),
    "recruitment": LocalizedText("Recruitment", chinese: "招聘"),
    "pupils": LocalizedText("Pupils", chinese: "学生"),
    "network": LocalizedText("School network", chinese: "学校布局"),
    "placement": LocalizedText("Placement", chinese: "聘任与交流"),
    "schools": LocalizedText("Schools", chinese: "各学校"),
    "school_list": LocalizedText("School list", chinese: "学校名单"),
    "variance": LocalizedText("Variance", chinese: "不确定性来源"),
    "thresholds": LocalizedText("Thresholds", chinese: "阈值"),
    "targets": LocalizedText("Targets", chinese: "目标对照"),
    "labels": LocalizedText("Names of codes", chinese: "代码名称"),
  ]

  // MARK: What sheets hold

  static let contentsColumns = [
    LocalizedText("Sheet", chinese: "工作表"), LocalizedText("Holds", chinese: "内容"),
    LocalizedText("Rows", chinese: "行数"),
  ]
  static let chartMeaning = LocalizedText(
    "The whole workforce over the years, drawn from the summary.",
    chinese: "历年总体情况，数据取自总体表。",
  )
  static let assumptionMeaning = LocalizedText(
    "Parameters that are assumed, with the reason; one row a parameter.",
    chinese: "取值为假设的参数及其理由，每行为一个参数。",
  )
  static let sourceMeaning = LocalizedText(
    "Where each parameter and published figure comes from; one row a reference.",
    chinese: "各参数与公布数的出处，每行为一条资料。",
  )
  static let wideNote = LocalizedText(
    "Figures are means over replications; columns marked 5 % and 95 % are quantiles.",
    chinese: "数字为各次重复的均值；标有5%与95%的列为分位数。",
  )
  static let expectedNote = LocalizedText(
    "Figures are expected values, or those of a single replication; there are no ranges.",
    chinese: "数字为期望值或单次重复的结果，没有区间。",
  )
  static let recordNote = LocalizedText(
    "The whole record, with standard deviations, quartiles and Monte Carlo errors, is in the CSV files.",
    chinese: "含标准差、四分位数与蒙特卡罗误差的完整记录见CSV文件。",
  )

  /// What a table is about, and what one row is.
  static func rows(of title: LocalizedText, keys: [LocalizedText]) -> LocalizedText {
    let english = keys.map { $0.english.lowercased() }.joined(separator: ", ")
    return LocalizedText(
      "\(title.english); one row a \(english).",
      chinese: "\(title.chinese)，每行为一个\(keys.map(\.chinese).joined(separator: "、"))。",
    )
  }

  static func lowerSheet(_ meaning: LocalizedText) -> LocalizedText {
    LocalizedText(
      "\(meaning.english) The 5 % quantiles.",
      chinese: "\(meaning.chinese)5%分位数。",
    )
  }

  static func upperSheet(_ meaning: LocalizedText) -> LocalizedText {
    LocalizedText(
      "\(meaning.english) The 95 % quantiles.",
      chinese: "\(meaning.chinese)95%分位数。",
    )
  }

  static func truncated(_ rows: Int) -> LocalizedText {
    LocalizedText("The first \(rows) rows only.", chinese: "仅列前\(rows)行。")
  }

  static func of(_ heading: String, _ part: LocalizedText) -> LocalizedText {
    LocalizedText("\(heading), \(part.english)", chinese: "\(heading)，\(part.chinese)")
  }

  /// An assumption in the place of a publication's title.
  static func assumed(_ reason: String) -> LocalizedText {
    let label = Confidence.assumed.label
    return LocalizedText("\(label.english): \(reason)", chinese: "\(label.chinese)：\(reason)")
  }

  // MARK: The head of the contents

  static let scenario = LocalizedText("Scenario", chinese: "情景")
  static let years = LocalizedText("Years", chinese: "年份")
  static let replications = LocalizedText("Replications", chinese: "重复次数")
  static let method = LocalizedText("Method", chinese: "方法")
  static let seed = LocalizedText("Seed", chinese: "随机种子")
  static let fingerprint = LocalizedText("Fingerprint", chinese: "情景指纹")
  static let forkedFrom = LocalizedText("Forked from", chinese: "另行推算的起点")
  static let version = LocalizedText("Version", chinese: "版本")
  static let overrides = LocalizedText("Overridden", chinese: "改动的设置")

  static func forkPoint(_ fork: ScenarioFork) -> LocalizedText {
    LocalizedText("\(fork.run) at \(fork.year)", chinese: "“\(fork.run)”\(fork.year)学年末")
  }

  static func name(of method: ProjectionMethod) -> LocalizedText {
    switch method {
    case .individuals:
      LocalizedText("individuals, with chance drawn", chinese: "逐人模拟，随机抽取")
    case .expected: LocalizedText("expected values", chinese: "期望值推算")
    }
  }
}
