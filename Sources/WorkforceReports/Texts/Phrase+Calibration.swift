// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  // MARK: The tries of a search

  static let tryNumber = LocalizedText("Try", chinese: "次序")
  static let triedValue = LocalizedText("Value", chinese: "参数值")
  static let distance = LocalizedText("Distance %", chinese: "相差（%）")

  static func attempt(_ number: Int) -> LocalizedText {
    LocalizedText("try \(number)", chinese: "第\(number)次")
  }

  static func sought(
    _ target: Target,
    published: String,
    within tolerance: String,
    by parameter: Parameter,
  ) -> LocalizedText {
    LocalizedText(
      "\(target.label.english): published \(published) \(target.unit), to be met within "
        + "\(tolerance) % by \(parameter.name) (\(parameter.unit.rawValue))",
      chinese: "\(target.label.chinese)：公布值\(published)（\(target.unit)），通过 \(parameter.name) 拟合，"
        + "容差\(tolerance)%",
    )
  }

  // MARK: The value that was found

  static func alreadyMet(_ setting: String) -> LocalizedText {
    LocalizedText(
      "The present value meets the figure: \(setting). Nothing needs to change.",
      chinese: "现值已符合公布值：\(setting)，无需更改。",
    )
  }

  static func write(_ value: String, for parameter: String) -> LocalizedText {
    LocalizedText("Write \(parameter) = \(value)", chinese: "\(parameter) 应取 \(value)")
  }

  static func inFile(_ path: String) -> LocalizedText {
    LocalizedText("in \(path): ", chinese: "写入 \(path)：")
  }

  static let underSet = LocalizedText("in the scenario under 'set': ", chinese: "写入情景的 set：")
  static let forOneRun = LocalizedText("for one run: ", chinese: "仅用于一次运行：")

  // MARK: Why none was found

  static func doesNotMove(_ target: String, with parameter: String, at values: [String])
    -> LocalizedText
  {
    let others = values.dropLast()
    let last = values.last ?? ""
    return LocalizedText(
      "'\(target)' does not move with \(parameter): it is the same at "
        + "\(others.joined(separator: ", ")) and \(last). Choose a parameter on which it depends, or "
        + "begin elsewhere with --set \(parameter)=VALUE.",
      chinese: "目标“\(target)”不随 \(parameter) 变化：取\(others.joined(separator: "、"))和\(last)时结果相同。"
        + "请另选与之有关的参数，或用 --set \(parameter)=值 从别处开始。",
    )
  }

  static func outOfRange(_ target: String, by parameter: Parameter, nearest: String)
    -> LocalizedText
  {
    LocalizedText(
      "No value of \(parameter.name) meets '\(target)': \(parameter.unit.rangeSentence), and "
        + "\(nearest) comes nearest. Look at the other parameters of the figure.",
      chinese: "\(parameter.name) 在允许范围内没有符合目标“\(target)”的取值，最接近的是\(nearest)。"
        + "请检查与该目标有关的其他参数。",
    )
  }

  static func notReached(_ target: String, by parameter: String, in runs: Int, nearest: String)
    -> LocalizedText
  {
    LocalizedText(
      "No value of \(parameter) met '\(target)' in \(runs) runs; \(nearest) came nearest. "
        + "Allow more with --tolerance, or use more replications.",
      chinese: "运行\(runs)次后，\(parameter) 仍没有符合目标“\(target)”的取值，最接近的是\(nearest)。"
        + "可用 --tolerance 放宽容差，或增加重复次数。",
    )
  }
}
