// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The words of reports, each in English and Chinese; no other file holds texts for people.
enum Phrase {
  // MARK: The head of the page

  static let bandNote = LocalizedText(
    "Medians over replications, with the 5 % to 95 % range in brackets.",
    chinese: "数字为各次重复的中位数，方括号内为5 %至95 %的区间。",
  )
  static let expectedNote = LocalizedText(
    "Expected values: chance and parameters take their means; there are no ranges.",
    chinese: "期望值推算：随机性与不确定参数均取均值，因此没有区间。",
  )

  static func years(_ first: Int, _ last: Int, dash: String) -> LocalizedText {
    LocalizedText("\(first)\(dash)\(last)", chinese: "\(first)\(dash)\(last)年")
  }

  static func replications(_ count: Int) -> LocalizedText {
    LocalizedText(
      count == 1 ? "1 replication" : "\(grouped(count)) replications",
      chinese: "\(grouped(count))次重复",
    )
  }

  static func seed(_ seed: UInt64) -> LocalizedText {
    LocalizedText("seed \(seed)", chinese: "随机种子\(seed)")
  }

  static func forked(from run: String, at year: Int) -> LocalizedText {
    LocalizedText("forked from \(run) at \(year)", chinese: "自“\(run)”\(year)学年末起另行推算")
  }

  static func fingerprint(_ text: String) -> LocalizedText {
    LocalizedText("fingerprint \(text)", chinese: "情景指纹\(text)")
  }

  // MARK: Headings

  static let measure = LocalizedText("Measure", chinese: "指标")
  static let otherLeavers = LocalizedText("other leavers", chinese: "其他离开")
  static let needAndAvailable = LocalizedText(
    "Need and available teachers (FTE)",
    chinese: "需求与可用教师（全时当量）",
  )
  static let headcount = LocalizedText("Headcount", chinese: "教师人数")
  static let need = LocalizedText("need", chinese: "需求")
  static let available = LocalizedText("available", chinese: "可用")
  static let region = LocalizedText("Region", chinese: "区域")
  static let stage = LocalizedText("Stage", chinese: "学段")
  static let subject = LocalizedText("Subject", chinese: "学科")
  static let needColumn = LocalizedText("Need", chinese: "需求")
  static let availableColumn = LocalizedText("Available", chinese: "可用")
  static let shortColumn = LocalizedText("Short", chinese: "短缺")
  static let surplusColumn = LocalizedText("Surplus", chinese: "富余")
  static let chance = LocalizedText("Chance short", chinese: "短缺概率")
  static let channel = LocalizedText("Channel", chinese: "渠道")
  static let planned = LocalizedText("Places", chinese: "计划")
  static let applicants = LocalizedText("Applicants", chinese: "报名")
  static let hired = LocalizedText("Hired", chinese: "到岗")
  static let unfilled = LocalizedText("Unfilled", chinese: "未招满")
  static let chanceThat = LocalizedText("Chance that", chinese: "下列情况的概率")
  static let target = LocalizedText("Target", chinese: "目标")
  static let published = LocalizedText("Published", chinese: "公布值")
  static let model = LocalizedText("Model mean", chinese: "模型均值")
  static let error = LocalizedText("Error", chinese: "误差")
  static let use = LocalizedText("Use", chinese: "用途")
  static let met = LocalizedText("Met", chinese: "达到")
  static let yes = LocalizedText("yes", chinese: "是")
  static let no = LocalizedText("no", chinese: "否")

  static func band(of name: LocalizedText, dash: String) -> LocalizedText {
    LocalizedText("\(name.english) 5\(dash)95 %", chinese: "\(name.chinese) 5\(dash)95 %")
  }

  static func shortages(in year: Int) -> LocalizedText {
    LocalizedText(
      "Where teachers are short in \(year) (FTE, the largest shortages)",
      chinese: "\(year)年短缺最大的岗位（全时当量）",
    )
  }

  static func surpluses(in year: Int) -> LocalizedText {
    LocalizedText(
      "Where there are more than needed in \(year) (FTE, the largest surpluses)",
      chinese: "\(year)年富余最大的岗位（全时当量）",
    )
  }

  static func noShortage(in year: Int) -> LocalizedText {
    LocalizedText(
      "In \(year) no region, stage and subject is short by half a teacher in the median.",
      chinese: "\(year)年没有任何区域、学段、学科的短缺中位数达到0.5人（全时当量）。",
    )
  }

  static func recruitment(_ first: Int, _ last: Int, dash: String) -> LocalizedText {
    LocalizedText(
      "Recruitment by channel, \(first)\(dash)\(last) together",
      chinese: "各渠道招聘，\(first)\(dash)\(last)年合计",
    )
  }

  static let targets = LocalizedText(
    "Published figures beside the model's",
    chinese: "公布数与模型结果对照",
  )

  static func name(of direction: ThresholdDirection) -> LocalizedText {
    switch direction {
    case .above: LocalizedText("above", chinese: "高于")
    case .below: LocalizedText("below", chinese: "低于")
    }
  }

  static func name(of kind: TargetKind) -> LocalizedText {
    switch kind {
    case .fitted: LocalizedText("fitted", chinese: "已拟合")
    case .heldOut: LocalizedText("held out", chinese: "留作检验")
    case .check: LocalizedText("check", chinese: "核对")
    }
  }
}
