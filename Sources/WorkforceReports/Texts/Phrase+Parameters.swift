// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  // MARK: One parameter

  static let parameter = LocalizedText("parameter", chinese: "参数")
  static let value = LocalizedText("value", chinese: "数值")
  static let unitName = LocalizedText("unit", chinese: "单位")
  static let confidence = LocalizedText("confidence", chinese: "可信度")
  static let dependsOn = LocalizedText("depends on", chinese: "取决于")
  static let layer = LocalizedText("from", chinese: "来自")
  static let from = LocalizedText("from", chinese: "自")
  static let validFor = LocalizedText("for", chinese: "适用")
  static let afterLastValue = LocalizedText("after the last value", chinese: "最后一个值之后")
  static let layers = LocalizedText(
    "given by, the last one in force:",
    chinese: "取值来源（最后一项生效）：",
  )
  static let sources = LocalizedText("sources:", chinese: "来源：")
  static let standardOfProgram = LocalizedText(
    ParameterOrigin.standardLayer,
    chinese: "程序的标准值",
  )
  static let standardValue = LocalizedText("standard value", chinese: "标准值")
  static let withoutDate = LocalizedText("at all dates", chinese: "不分日期")
  static let assumption = LocalizedText("assumption: ", chinese: "假设：")
  static let uncertainFactor = LocalizedText(
    "uncertain factor on all values",
    chinese: "整体不确定乘数",
  )
  static let drawnTogether = LocalizedText(
    "values are drawn together (multivariate normal)",
    chinese: "各值联合抽取（多元正态）",
  )
  static let scaled = LocalizedText("scaled", chinese: "调整")
  static let goesOnUnchanged = LocalizedText("goes on unchanged", chinese: "保持不变")

  static let valueOfBand = LocalizedText(
    "The value of a band is that of each number in it.",
    chinese: "区间的数值适用于其中每一个数。",
  )

  /// A name with its value on one line.
  static func fact(_ name: LocalizedText, _ value: LocalizedText) -> LocalizedText {
    LocalizedText(
      "\(name.english): \(value.english)",
      chinese: "\(name.chinese)：\(value.chinese)",
    )
  }

  /// Words one after another.
  static func list(_ words: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      words.map(\.english).joined(separator: ", "),
      chinese: words.map(\.chinese).joined(separator: "、"),
    )
  }

  /// What follows a title in brackets; nothing if there is nothing to say.
  static func details(_ words: [String]) -> LocalizedText {
    guard !words.isEmpty else { return LocalizedText("") }
    return LocalizedText(
      " (\(words.joined(separator: "; ")))",
      chinese: "（\(words.joined(separator: "，"))）",
    )
  }

  static func zeroRows(_ count: Int) -> LocalizedText {
    LocalizedText(
      count == 1 ? "1 row of zero is not shown." : "\(count) rows of zero are not shown.",
      chinese: "另有\(count)行为零，未列出。",
    )
  }

  static func changesYearly(by percent: String) -> LocalizedText {
    LocalizedText("changes by \(percent) % a year", chinese: "每年变化 \(percent) %")
  }

  static func moves(with name: String) -> LocalizedText {
    LocalizedText("moves with \(name)", chinese: "随 \(name) 变动")
  }

  static func more(_ count: Int) -> LocalizedText {
    LocalizedText("… and \(count) more", chinese: "……另有 \(count) 项")
  }
}
