// SPDX-License-Identifier: GPL-3.0-or-later

/// What a column of a list of schools holds, besides the pupils of grades.
enum SchoolColumn: String, CaseIterable {
  case code
  case name
  case englishName = "name_en"
  case region
  case location
  case stages
  case keySchool = "key_school"
  case protected
  case opened
  case closed
  case receiver
  case places

  /// The names by which a column is found if the scenario gives none.
  var usualNames: [String] { [rawValue] + otherNames }

  /// The Chinese names that lists of schools commonly use.
  private var otherNames: [String] {
    switch self {
    case .code: ["学校代码", "学校标识码"]
    case .name: ["学校名称", "校名", "学校", "name_zh"]
    case .englishName: ["英文名称"]
    case .region: ["区县", "县区", "县市区", "地区", "区域"]
    case .location: ["城乡类别", "城乡类型", "城乡分类"]
    case .stages: ["学段", "办学学段"]
    case .keySchool: ["重点学校", "是否重点学校"]
    case .protected: ["保留学校", "不得撤并", "是否不得撤并"]
    case .opened: ["启用年份", "开办年份"]
    case .closed: ["停办年份", "撤并年份"]
    case .receiver: ["并入学校"]
    case .places: ["学位数", "学位"]
    }
  }
}
