// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  /// The measures of tables other than the summary, which name their measures by codes only.
  static let furtherMeasures =
    [
      measure("classes", "classes", "班级数"),
      measure("applicants", "applicants", "报名人数"),
      measure("offers", "offers", "拟录用人数"),
      measure("shortage_rate", "shortage rate", "短缺率"),
      measure("surplus_rate", "surplus rate", "富余率"),
      measure("chance_of_shortage", "chance of shortage", "短缺概率"),
      measure("specialists", "covered by specialists", "由本学科教师任教"),
    ] + payMeasures + networkMeasures + schoolMeasures + placementMeasures + rotationMeasures
    + balanceMeasures

  /// The name of a measure of those tables.
  ///
  /// - Parameter code: The measure's code.
  /// - Returns: The name; the code where there is none.
  static func label(ofMeasure code: String) -> LocalizedText {
    furtherMeasures.first { $0.code == code }?.label ?? LocalizedText(code)
  }

  /// The name of a measure in a table.
  ///
  /// - Parameters:
  ///   - code: The measure's code.
  ///   - table: The table's name.
  /// - Returns: The name that only this table has for the code, or `nil`.
  static func label(ofMeasure code: String, in table: String) -> LocalizedText? {
    labelsOfTables[table]?[code]
  }

  private static let labelsOfTables = [
    // The applicants of recruitment have the same code.
    "placement": [
      "applicants": LocalizedText(
        "applied to other schools",
        chinese: "在岗教师申请跨校竞聘人数",
      )
    ]
  ]

  private static let payMeasures = [
    measure("paid_teachers", "teachers paid (mean over months)", "发薪教师数（月均）"),
    measure("pay", "pay", "工资总额"),
    measure("ratio_to_average_wage", "pay per head over average wage", "人均工资与当地平均工资之比"),
    measure("civil_servant_pay", "average pay of civil servants", "公务员平均工资"),
    measure(
      "no_lower_than_civil_servants",
      "chance that pay is no lower than civil servants'",
      "不低于公务员工资水平的概率",
    ),
  ]

  private static let networkMeasures = [
    measure("schools", "schools that teach", "在办学校"),
    measure("key_schools", "key schools", "重点学校"),
    measure("opened", "opened", "新开办"),
    measure("extended", "extended", "改扩建"),
    measure("merged", "merged or closed", "撤并"),
  ]

  private static let schoolMeasures = [
    measure("open", "teaches", "在办"),
    measure("teachers", "teachers", "教师数"),
    measure("joined", "joined", "调入与新进"),
    measure("left", "left", "离开"),
  ]

  private static let placementMeasures = [
    measure("covered", "teachers of covered schools", "纳入县管校聘的教师"),
    measure("competing", "competed in their own school", "参加校内竞聘"),
    measure("placed_in_school", "placed in their own school", "校内聘任"),
    measure("displaced", "without a post after that", "校内落聘"),
    measure("placed_cross_school", "placed at another school", "跨校聘任"),
    measure("preference_rank", "mean rank in their own list", "平均志愿顺位"),
    measure("preference_rank_sum", "sum of those ranks", "志愿顺位之和"),
    measure("blocking_pairs", "blocking pairs", "志愿匹配不稳定的对数"),
    measure("county_assigned", "assigned by the county", "组织调剂"),
    measure("post_conversions", "of them with a converted post", "其中转换岗位"),
    measure("reserve_posts_used", "of them on reserve posts", "其中使用周转编制"),
    measure("refused", "refused the assignment", "不服从调剂"),
    measure("standby", "on standby", "待岗"),
    measure("standby_ended", "left at the end of standby", "待岗期满离岗"),
    measure("hires_posted", "hires posted to schools", "新进教师分配到校"),
  ]

  private static let rotationMeasures = [
    measure("due_to_rotate", "due to rotate", "应交流"),
    measure("rotated", "rotated", "实际交流"),
    measure("rotated_by_exchange", "of them by exchange", "其中自愿对调"),
    measure("rotated_backbone", "of them backbone teachers", "其中骨干教师"),
    measure("rotation_share", "share of those due", "占应交流比例"),
    measure("backbone_share", "share of backbone teachers", "骨干教师占比"),
    measure("duty_met", "chance that the region met the duty", "区域达到交流要求的概率"),
  ]

  private static let balanceMeasures =
    [
      balance("pupils_per_teacher", "pupils per teacher", "生师比"),
      balance("above_required_degree", "teachers of a higher degree", "高于规定学历教师"),
      balance("backbone", "backbone teachers", "骨干教师"),
      balance("arts", "teachers of sport, music and art", "体育、艺术教师"),
    ].joined() + [
      measure("balance_limit", "largest coefficient allowed", "差异系数上限"),
      measure("balance_limit_met", "chance that the limit is kept", "差异系数达标的概率"),
    ]

  private static func balance(_ code: String, _ english: String, _ chinese: String) -> [Member] {
    [
      measure(
        "\(code)_cv_before",
        "coefficient of variation before placement: \(english)",
        "聘任前校际差异系数：\(chinese)",
      ),
      measure(
        "\(code)_cv_after",
        "coefficient of variation on the counting day: \(english)",
        "统计日校际差异系数：\(chinese)",
      ),
    ]
  }

  private static func measure(_ code: String, _ english: String, _ chinese: String) -> Member {
    Member(code, label: LocalizedText(english, chinese: chinese))
  }
}
