// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  static func targetsOutside(_ count: Int) -> LocalizedText {
    LocalizedText(
      count == 1
        ? "1 target lies outside the simulated years."
        : "\(count) targets lie outside the simulated years.",
      chinese: "\(count)个目标不在模拟年份之内。",
    )
  }

  static func thresholdsOutside(_ count: Int) -> LocalizedText {
    LocalizedText(
      count == 1
        ? "1 threshold lies outside the simulated years."
        : "\(count) thresholds lie outside the simulated years.",
      chinese: "\(count)个阈值不在模拟年份之内。",
    )
  }

  static func variance(of measure: LocalizedText, year: Int, share: Double) -> LocalizedText {
    let parameters = percent(share)
    let chance = percent(1 - share)
    return LocalizedText(
      "Of the variance of \(measure.english) in \(year), uncertain parameters cause \(parameters)"
        + " and chance \(chance).",
      chinese: "\(year)年\(measure.chinese)的方差中，\(parameters)来自不确定参数，\(chance)来自随机性。",
    )
  }

  static func uncertainParameters(_ names: [String], of count: Int) -> LocalizedText {
    let more = count - names.count
    return LocalizedText(
      "Uncertain parameters: \(names.joined(separator: ", "))"
        + (more > 0 ? " and \(more) more." : "."),
      chinese: "不确定参数：\(names.joined(separator: "、"))" + (more > 0 ? "，另有\(more)个。" : "。"),
    )
  }

  static let certainParameters = LocalizedText(
    "No parameter is uncertain; the ranges show chance only.",
    chinese: "没有不确定参数，区间只反映随机性。",
  )

  static func overrides(_ overrides: [String]) -> LocalizedText {
    guard !overrides.isEmpty else {
      return LocalizedText("No setting was overridden.", chinese: "未改动任何设置。")
    }
    return LocalizedText(
      "Overridden: \(overrides.joined(separator: ", ")).",
      chinese: "已改动：\(overrides.joined(separator: "、"))。",
    )
  }

  static func files(in folder: String) -> LocalizedText {
    LocalizedText("Files: \(folder)", chinese: "文件：\(folder)")
  }

  static func runOfStore(_ name: String) -> LocalizedText {
    LocalizedText("Run of the store: \(name)", chinese: "运行库中的运行：\(name)")
  }

  /// The command that shows more of what a section says.
  static func more(_ command: String) -> LocalizedText {
    LocalizedText("More: \(command)", chinese: "详见：\(command)")
  }

  /// A share in whole percent; one that is neither nothing nor all never reads as either.
  static func percent(_ share: Double) -> String {
    let whole = format(roundedAsInTables(share) * 100, decimals: 0)
    if share > 0, whole == "0" { return "<1 %" }
    if share < 1, whole == "100" { return ">99 %" }
    return "\(whole) %"
  }
}
