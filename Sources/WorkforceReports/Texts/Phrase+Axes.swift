// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  /// What values depend on; in English as files write it.
  static func name(of axis: Axis) -> LocalizedText {
    LocalizedText(axis.rawValue, chinese: chineseName(of: axis))
  }

  /// What the codes of a key of tables stand for; a key without a name is its own.
  static func name(ofKey key: String) -> LocalizedText {
    if let axis = Axis(rawValue: key) { return name(of: axis) }
    return keys[key] ?? LocalizedText(key)
  }

  private static let keys = [
    "age_band": LocalizedText("age_band", chinese: "年龄段"),
    "flow": LocalizedText("flow", chinese: "流动类型"),
  ]

  /// Numbers of an axis next to each other, such as `age 22–25`.
  ///
  /// Where the axis ends only because a model must end somewhere, the last band is open.
  ///
  /// - Parameters:
  ///   - axis: An axis of numbers.
  ///   - numbers: The numbers.
  ///   - dash: The sign between two ends.
  /// - Returns: The band.
  static func band(of axis: Axis, _ numbers: ClosedRange<Int>, dash: String) -> LocalizedText {
    let isOpen =
      axesWithoutEnd.contains(axis) && numbers.upperBound == axis.numbers?.upperBound
    // A dash before a negative number would read as a sign.
    let between = numbers.lowerBound < 0 ? "…" : dash
    let ends =
      numbers.count == 1 || isOpen
      ? [numbers.lowerBound] : [numbers.lowerBound, numbers.upperBound]
    let text = ends.map(String.init).joined(separator: between)
    let (before, after) = chineseFrame(of: axis)
    return LocalizedText(
      "\(axis.rawValue) \(text)\(isOpen ? "+" : "")",
      chinese: before + text + after + (isOpen ? "及以上" : ""),
    )
  }

  private static let axesWithoutEnd: Set<Axis> = [.age, .experience, .tenure]

  /// What stands before and after the numbers of an axis.
  private static func chineseFrame(of axis: Axis) -> (before: String, after: String) {
    switch axis {
    case .age: ("", "岁")
    case .experience: ("教龄", "年")
    case .tenure: ("在现校", "年")
    case .offset: ("距法定退休", "个月")
    case .step: ("薪级", "级")
    case .month: ("", "月")
    default: (chineseName(of: axis), "")
    }
  }

  private static func chineseName(of axis: Axis) -> String {
    switch axis {
    case .region: "区域"
    case .stage: "学段"
    case .subject: "学科"
    case .grade: "年级"
    case .location: "城乡类别"
    case .sex: "性别"
    case .title: "职称"
    case .degree: "学历"
    case .contract: "编制类型"
    case .channel: "招聘渠道"
    case .exit: "离开原因"
    case .leave: "休假类型"
    case .service: "服务"
    case .category: "退休类别"
    case .obligation: "服务期"
    case .age: "年龄"
    case .experience: "教龄"
    case .tenure: "在现校年数"
    case .offset: "距法定退休月数"
    case .nextGrade: "升入年级"
    case .nextStage: "转任学段"
    case .nextSubject: "另一学科"
    case .nextTitle: "晋升职称"
    case .nextLocation: "转入城乡类别"
    case .payer: "出资方"
    case .item: "项目"
    case .postGrade: "岗位等级"
    case .step: "薪级"
    case .keySchool: "重点学校"
    case .situation: "在岗状态"
    case .role: "职务"
    case .month: "月份"
    }
  }
}
