// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What a column of a roster holds.
enum RosterColumn: Int, CaseIterable {
  case id
  case birth
  case age
  case region
  case stage
  case subject
  case sex
  case title
  case degree
  case contract
  case serviceStart
  case schoolStart
  case titleStart
  case obligationEnd
  case contractEnd
  case secondSubject
  case school
  case backbone
  case postGrade
  case salaryStep
  case fullTimeShare
  case persons

  /// The name by which a scenario and messages call the column.
  var name: String { usualNames[0] }

  /// The names by which a column is found if the scenario gives none: ours, and those that personnel
  /// tables commonly use.
  var usualNames: [String] {
    switch self {
    case .id: ["id", "教师编号", "编号", "工号"]
    case .birth: ["birth", "出生年月", "出生月份", "出生日期", "出生年月日"]
    case .age: ["age", "年龄"]
    case .region: ["region", "县区", "县市区", "区县", "地区", "区域", "所在县区"]
    case .stage: ["stage", "学段", "任教学段"]
    case .subject: ["subject", "学科", "任教学科", "科目", "任教科目"]
    case .sex: ["sex", "性别"]
    case .title: ["title", "职称", "现任职称", "现聘职称", "职称等级", "专业技术职务"]
    case .degree: ["degree", "学历", "最高学历"]
    case .contract: ["contract", "编制类型", "编制性质", "编制", "用工类型", "合同类型"]
    case .serviceStart: ["service_start", "参加工作年月", "参加工作时间", "参加工作日期", "从教年月"]
    case .schoolStart: ["school_start", "到校年月", "到校时间", "到校日期"]
    case .titleStart: ["title_start", "任现职称年月", "任现职称时间", "任现职称日期"]
    case .obligationEnd: ["obligation_end", "服务期满年月", "服务期满", "服务期满日期"]
    case .contractEnd: ["contract_end", "合同到期年月", "合同到期", "合同到期日期"]
    case .secondSubject: ["second_subject", "第二学科", "第二科目", "兼教学科"]
    case .school: ["school", "学校", "任教学校", "所在学校", "学校代码"]
    case .backbone: ["backbone", "骨干教师", "是否骨干教师"]
    case .postGrade: ["post_grade", "岗位等级"]
    case .salaryStep: ["salary_step", "薪级"]
    case .fullTimeShare: ["full_time_share", "全时当量"]
    case .persons: ["persons", "人数"]
    }
  }

  /// The axis whose members a column names.
  var axis: Axis? {
    switch self {
    case .region: .region
    case .stage: .stage
    case .subject, .secondSubject: .subject
    case .sex: .sex
    case .title: .title
    case .degree: .degree
    case .contract: .contract
    case .postGrade: .postGrade
    default: nil
    }
  }
}
