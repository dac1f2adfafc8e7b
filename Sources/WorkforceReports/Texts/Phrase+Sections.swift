// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  static let on = LocalizedText("on", chinese: "开")
  static let off = LocalizedText("off", chinese: "关")

  /// What a section of a scenario is called; in English as files write it.
  static func name(ofSection section: String) -> LocalizedText {
    LocalizedText(section, chinese: chineseSections[section])
  }

  private static let chineseSections = [
    "enrolment": "学生数",
    "schools": "学校布局",
    "need": "教师需求",
    "posts": "编制",
    "retirement": "退休",
    "early_retirement": "退养",
    "contracts": "聘用合同",
    "exits": "辞职等离开",
    "leave": "休假",
    "titles": "职称评聘",
    "participation": "在职与工作量",
    "requalification": "转岗",
    "placement": "县管校聘",
    "rotation": "交流轮岗",
    "balance": "校际均衡",
    "recruitment": "招聘",
    "pay": "工资",
  ]
}
