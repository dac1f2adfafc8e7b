// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension SheetWords {
  static let needAndAvailable = LocalizedText(
    "Need and available teachers (FTE)",
    chinese: "需求与可用教师（全时当量）",
  )
  static let shortageAndSurplus = LocalizedText(
    "Shortage and surplus (FTE)",
    chinese: "短缺与富余（全时当量）",
  )
  static let teachersAndPosts = LocalizedText("Teachers and posts", chinese: "教师与编制")
  static let entriesAndExits = LocalizedText("Entries and exits in a year", chinese: "每年进出人数")
  static let recruitment = LocalizedText("Recruitment", chinese: "招聘")
  static let pupils = LocalizedText("Pupils", chinese: "学生数")

  /// A chart's title that says what its dashed lines are.
  static func withBand(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(
      "\(title.english); dashed: 5 % to 95 %",
      chinese: "\(title.chinese)，虚线为5%至95%",
    )
  }
}
