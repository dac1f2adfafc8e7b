// SPDX-License-Identifier: GPL-3.0-or-later

/// Where pupils come from.
public enum EnrolmentMethod: String, Hashable, Sendable, CaseIterable {
  /// Births enter the first grades and move on from grade to grade.
  case cohort
  /// The numbers of each year are given.
  case table
}

/// A grade that children enter at an age instead of from another grade.
public struct EntryGrade: Hashable, Sendable {
  /// The position of the grade.
  public let grade: Int
  /// The age in whole years on the counting day at which children enter.
  public let age: Int

  /// Creates an entry grade.
  ///
  /// - Parameters:
  ///   - grade: The position of the grade.
  ///   - age: The age in whole years on the counting day at which children enter.
  public init(grade: Int, age: Int) {
    self.grade = grade
    self.age = age
  }
}

/// The parameters of enrolment.
package struct EnrolmentRules: Sendable {
  package let method: EnrolmentMethod
  package let entries: [EntryGrade]
  package let births: ParameterReference?
  package let volatility: ParameterReference?
  package let intake: ParameterReference?
  package let progression: ParameterReference?
  package let locationShare: ParameterReference?
  package let relocation: ParameterReference?
  package let migration: ParameterReference?
  package let openingPupils: ParameterReference?
  package let pupils: ParameterReference?

  /// The name of the spread of births about their stated path.
  static let volatilityName = "enrolment.births_volatility"

  /// The parameters that enrolment reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "enrolment.births",
      .personsPerYear,
      axes: [.region],
      isOptional: true,
      "Births in the calendar year that begins on the date",
      chinese: "自该日起一个日历年的出生人数",
    ),
    ParameterDefinition(
      volatilityName,
      .factor,
      standard: 0,
      dating: .atOpening,
      "Standard deviation of the yearly factor by which births leave their stated path",
      chinese: "出生人数偏离既定路径的逐年乘数的标准差",
    ),
    ParameterDefinition(
      "enrolment.intake",
      .share,
      axes: [.region, .grade],
      standard: 1,
      "Share of the children of the entry age who enter the grade",
      chinese: "适龄儿童入学比例",
    ),
    ParameterDefinition(
      "enrolment.progression",
      .share,
      axes: [.grade, .nextGrade, .region],
      isOptional: true,
      "Share of the pupils of a grade who are in the other grade a year later",
      chinese: "某年级学生一年后进入另一年级的比例",
    ),
    ParameterDefinition(
      "enrolment.location_share",
      .share,
      axes: [.region, .stage, .location],
      standard: 1,
      addsUpAlong: .location,
      "Share of entering pupils by location class of the school",
      chinese: "新入学学生按学校区位的比例",
    ),
    ParameterDefinition(
      "enrolment.relocation",
      .share,
      axes: [.region, .location, .nextLocation],
      isOptional: true,
      "Share of pupils who move to a school of another location class within a year",
      chinese: "一年内转到另一区位学校就读的学生比例",
    ),
    ParameterDefinition(
      "enrolment.migration",
      .changePerYear,
      axes: [.region, .stage],
      standard: 0,
      "Net change of the number of pupils by moves into and out of the region",
      chinese: "跨区域净流动引起的学生数年变化率",
    ),
    ParameterDefinition(
      "enrolment.opening_pupils",
      .pupils,
      axes: [.region, .location, .grade],
      isOptional: true,
      dating: .atOpening,
      "Pupils at the opening; without them the opening follows from births",
      chinese: "期初学生数；缺省时由出生人数推算",
    ),
    ParameterDefinition(
      "enrolment.pupils",
      .pupils,
      axes: [.region, .location, .grade],
      isOptional: true,
      "Pupils, or users of the service by age group, in each year",
      chinese: "各年学生数（或各年龄组服务对象人数）",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet, method: EnrolmentMethod, entries: [EntryGrade]) {
    self.method = method
    self.entries = entries
    self.births = parameters.reference(to: "enrolment.births")
    self.volatility = parameters.reference(to: Self.volatilityName)
    self.intake = parameters.reference(to: "enrolment.intake")
    self.progression = parameters.reference(to: "enrolment.progression")
    self.locationShare = parameters.reference(to: "enrolment.location_share")
    self.relocation = parameters.reference(to: "enrolment.relocation")
    self.migration = parameters.reference(to: "enrolment.migration")
    self.openingPupils = parameters.reference(to: "enrolment.opening_pupils")
    self.pupils = parameters.reference(to: "enrolment.pupils")
  }
}
