// SPDX-License-Identifier: GPL-3.0-or-later

/// What a column of a roster holds.
enum RosterColumn: String, CaseIterable {
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
  case serviceStart = "service_start"
  case schoolStart = "school_start"
  case titleStart = "title_start"
  case obligationEnd = "obligation_end"
  case contractEnd = "contract_end"
  case secondSubject = "second_subject"
  case school
  case backbone
  case postGrade = "post_grade"
  case salaryStep = "salary_step"
  case fullTimeShare = "full_time_share"
  case persons

  /// The names by which a column is found if the scenario gives none.
  var usualNames: [String] { [rawValue] + chineseNames }

  /// The Chinese names that personnel tables commonly use.
  private var chineseNames: [String] {
    switch self {
    case .id: ["教师编号", "编号", "工号"]
    case .birth: ["出生年月", "出生月份"]
    case .age: ["年龄"]
    case .region: ["县区", "县市区", "区县", "地区", "区域"]
    case .stage: ["学段", "任教学段"]
    case .subject: ["学科", "任教学科", "科目"]
    case .sex: ["性别"]
    case .title: ["职称"]
    case .degree: ["学历"]
    case .contract: ["编制类型", "用工类型", "合同类型"]
    case .serviceStart: ["参加工作年月", "参加工作时间", "从教年月"]
    case .schoolStart: ["到校年月", "到校时间"]
    case .titleStart: ["任现职称年月", "任现职称时间"]
    case .obligationEnd: ["服务期满年月", "服务期满"]
    case .contractEnd: ["合同到期年月", "合同到期"]
    case .secondSubject: ["第二学科", "第二科目", "兼教学科"]
    case .school: ["学校", "任教学校", "学校代码"]
    case .backbone: ["骨干教师"]
    case .postGrade: ["岗位等级"]
    case .salaryStep: ["薪级"]
    case .fullTimeShare: ["全时当量"]
    case .persons: ["人数"]
    }
  }
}
