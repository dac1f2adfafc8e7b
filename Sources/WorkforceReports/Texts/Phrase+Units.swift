// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  /// What a unit of parameters is called; in English as files write it.
  static func name(of unit: Unit) -> LocalizedText {
    LocalizedText(unit.rawValue, chinese: chineseName(of: unit))
  }

  private static func chineseName(of unit: Unit) -> String {
    switch unit {
    case .probabilityPerYear: "年概率"
    case .share: "比例"
    case .weight: "权重"
    case .factor: "倍数"
    case .dispersion: "离散参数"
    case .changePerYear: "年变化率"
    case .persons: "人"
    case .personsPerYear: "人/年"
    case .pupils: "学生数"
    case .pupilsPerStaff: "学生数/教职工"
    case .pupilsPerTeacher: "学生数/教师"
    case .pupilsPerClass: "学生数/班"
    case .staffPerClass: "教职工数/班"
    case .teachersPerClass: "教师数/班"
    case .fullTimeEquivalentsPerUser: "全时当量/人"
    case .periodsPerWeek: "课时/周"
    case .fullTimeEquivalents: "全时当量"
    case .posts: "编制数"
    case .schools: "学校数"
    case .placesPerYear: "招聘岗位/年"
    case .applicantsPerPlace: "报名人数/岗"
    case .years: "年"
    case .months: "个月"
    case .birthMonths: "出生月份数"
    case .month: "年月"
    case .moneyPerPayment: "金额/次"
    case .moneyPerYear: "金额/年"
    case .salarySteps: "薪级数"
    case .monthOfYear: "月份"
    case .utility: "效用"
    case .onOff: "开关"
    }
  }
}
