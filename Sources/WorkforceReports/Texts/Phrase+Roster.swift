// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  /// The columns of a roster, in order; they are read back.
  ///
  /// - Parameters:
  ///   - hasGrades: Whether grades of posts are declared.
  ///   - hasSchools: Whether schools are modelled.
  /// - Returns: The names.
  static func rosterColumns(hasGrades: Bool, hasSchools: Bool) -> [LocalizedText] {
    rosterColumns + (hasGrades ? [columnOfGrades] : []) + (hasSchools ? columnsOfSchools : [])
  }

  private static let rosterColumns: [LocalizedText] = [
    LocalizedText("id", chinese: "教师编号"), LocalizedText("region", chinese: "县区"),
    LocalizedText("stage", chinese: "学段"), LocalizedText("subject", chinese: "学科"),
    LocalizedText("sex", chinese: "性别"), LocalizedText("birth", chinese: "出生年月"),
    LocalizedText("degree", chinese: "学历"), LocalizedText("title", chinese: "职称"),
    LocalizedText("title_start", chinese: "任现职称年月"),
    LocalizedText("contract", chinese: "编制类型"),
    LocalizedText("contract_end", chinese: "合同到期年月"),
    LocalizedText("service_start", chinese: "参加工作年月"),
    LocalizedText("school_start", chinese: "到校年月"),
    LocalizedText("obligation_end", chinese: "服务期满年月"),
    LocalizedText("second_subject", chinese: "第二学科"),
    LocalizedText("salary_step", chinese: "薪级"),
    LocalizedText("full_time_share", chinese: "全时当量"),
    LocalizedText("persons", chinese: "人数"),
  ]
  private static let columnOfGrades = LocalizedText("post_grade", chinese: "岗位等级")
  private static let columnsOfSchools = [
    // A school goes by its code, which no other school has.
    LocalizedText("school", chinese: "学校代码"), LocalizedText("backbone", chinese: "骨干教师"),
  ]
}
