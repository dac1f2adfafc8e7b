// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of need; the parts that a scenario names are added up.
public enum NeedComponent: String, Hashable, Sendable, CaseIterable {
  /// Classes times weekly lessons over weekly load, and the head-teacher share of a load.
  case timetable
  /// Teachers for each class, whatever the timetable.
  case perClass = "per_class"
  /// Teachers for each school, such as a psychologist.
  case perSchool = "per_school"
  /// Pupils over a pupil-teacher ratio, spread over subjects.
  case ratio
  /// Users of services times full-time equivalents for each user.
  case users
  /// The opening stock of each cell, growing at a rate.
  case growth
  /// Full-time equivalents given year by year.
  case table
}

/// The parameters of need.
package struct NeedRules: Sendable {
  package let components: [NeedComponent]
  private let parameters: [String: ParameterReference]

  /// The parameters that need reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "need.class_size",
      .pupilsPerClass,
      axes: [.region, .stage, .location],
      isOptional: true,
      "Pupils in a class on average; with schools, the most that a class takes",
      chinese: "平均班额；模拟到学校时为班额上限",
    ),
    ParameterDefinition(
      "need.small_class_pupils",
      .pupils,
      axes: [.stage],
      standard: 0,
      "Pupils below which one teacher takes a class of a school alone",
      chinese: "低于该学生数的班级由一名教师包班",
    ),
    ParameterDefinition(
      "need.weekly_periods",
      .periodsPerWeek,
      axes: [.grade, .subject],
      isOptional: true,
      "Lessons of a subject that a class has in a week",
      chinese: "每班每周课时",
    ),
    ParameterDefinition(
      "need.take_up",
      .share,
      axes: [.grade, .subject],
      standard: 1,
      "Share of the pupils of a grade who take the subject",
      chinese: "选修该科目的学生比例",
    ),
    ParameterDefinition(
      "need.weekly_load",
      .periodsPerWeek,
      axes: [.stage, .subject],
      isOptional: true,
      "Lessons that a full-time teacher gives in a week",
      chinese: "专任教师每周标准课时",
    ),
    ParameterDefinition(
      "need.head_teacher_load",
      .share,
      axes: [.stage],
      standard: 0,
      "Part of a full load that being head teacher of a class counts for",
      chinese: "班主任工作折算的工作量",
    ),
    ParameterDefinition(
      "need.teachers_per_class",
      .teachersPerClass,
      axes: [.stage, .subject],
      isOptional: true,
      "Teachers for each class, whatever the timetable",
      chinese: "每班固定教师数",
    ),
    ParameterDefinition(
      "need.schools",
      .schools,
      axes: [.region, .stage],
      isOptional: true,
      "Schools",
      chinese: "学校数",
    ),
    ParameterDefinition(
      "need.teachers_per_school",
      .fullTimeEquivalents,
      axes: [.stage, .subject],
      isOptional: true,
      "Teachers for each school, such as a psychologist",
      chinese: "每校固定教师数（如心理教师）",
    ),
    ParameterDefinition(
      "need.pupils_per_teacher",
      .pupilsPerTeacher,
      axes: [.region, .stage],
      isOptional: true,
      "Pupils for each teacher",
      chinese: "生师比",
    ),
    ParameterDefinition(
      "need.subject_share",
      .share,
      axes: [.stage, .subject],
      isOptional: true,
      "Share of the ratio's teachers by subject",
      chinese: "按生师比核定的教师在各科目的比例",
    ),
    ParameterDefinition(
      "need.users_per_person",
      .factor,
      axes: [.service, .grade],
      isOptional: true,
      "Users of a service for each person of an age group",
      chinese: "各年龄组每人对应的服务对象数",
    ),
    ParameterDefinition(
      "need.per_user",
      .fullTimeEquivalentsPerUser,
      axes: [.service, .region, .stage, .subject],
      isOptional: true,
      "Teachers for each user of a service",
      chinese: "每名服务对象所需教师",
    ),
    ParameterDefinition(
      "need.growth",
      .changePerYear,
      axes: [.region, .stage, .subject],
      isOptional: true,
      "Yearly change of need from the opening stock",
      chinese: "需求自期初存量起的年变化率",
    ),
    ParameterDefinition(
      "need.table",
      .fullTimeEquivalents,
      axes: [.region, .stage, .subject],
      isOptional: true,
      "Need given year by year",
      chinese: "逐年给定的需求",
    ),
    ParameterDefinition(
      "need.relief",
      .factor,
      axes: [.region, .stage],
      standard: 1,
      "Factor for leave, leaders with half a load and work after school",
      chinese: "请假、干部兼课与课后服务等的余量系数",
    ),
    ParameterDefinition(
      "need.covered_share",
      .share,
      axes: [.region, .stage],
      standard: 1,
      "Share of the stage's classes that the modelled workforce teaches",
      chinese: "由本模型教师队伍承担的班级比例",
    ),
  ]

  /// The parameters that a component cannot do without.
  package static func required(by component: NeedComponent) -> [String] {
    switch component {
    case .timetable: ["need.class_size", "need.weekly_periods", "need.weekly_load"]
    case .perClass: ["need.class_size", "need.teachers_per_class"]
    case .perSchool: ["need.schools", "need.teachers_per_school"]
    case .ratio: ["need.pupils_per_teacher", "need.subject_share"]
    case .users: ["need.users_per_person", "need.per_user"]
    case .growth: ["need.growth"]
    case .table: ["need.table"]
    }
  }

  /// Finds the parameters.
  package init(_ parameters: ParameterSet, components: [NeedComponent]) {
    self.components = components
    self.parameters = Self.definitions.reduce(into: [:]) { found, definition in
      found[definition.name] = parameters.reference(to: definition.name)
    }
  }

  /// A parameter of need at a date; where it is absent, a value that changes nothing.
  func values(
    _ name: String,
    otherwise: Double,
    in year: SimulatedYear,
    at month: Month,
  ) -> ParameterValues {
    parameters[name].map { year.parameters.values(of: $0, at: month) }
      ?? ParameterValues(otherwise)
  }
}
