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
      "Pupils in a class, on average",
      chinese: "平均班额",
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

  /// A parameter of need on the counting day; where it is absent, a value that changes nothing.
  func values(_ name: String, otherwise: Double, in year: SimulatedYear) -> ParameterValues {
    parameters[name].map { year.values($0) } ?? ParameterValues(otherwise)
  }
}

/// The need for teachers in full-time equivalents.
///
/// need(*r*, *s*, *k*) is the sum of the scenario's components, times the covered share, times the
/// relief factor. Classes of a region, location class and grade are ⌈pupils ÷ class size⌉. Nothing
/// is rounded after that: whole posts are a matter of display.
package struct NeedPhase {
  private let rules: NeedRules
  private let year: SimulatedYear

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of need.
  ///   - year: The year.
  package init(_ rules: NeedRules, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
  }

  /// Works out the need of every cell.
  ///
  /// - Parameters:
  ///   - pupils: The pupils on the counting day.
  ///   - openingStock: The people of each cell at the opening.
  /// - Returns: The need by cell, and the classes by region, location class and grade.
  package func need(
    pupils: PupilStock,
    openingStock: [Double],
  ) -> (need: [Double], classes: [Double]) {
    var need = [Double](repeating: 0, count: year.dimensions.cellCount)
    let classes = numberOfClasses(pupils)
    for component in rules.components {
      switch component {
      case .timetable: addTimetable(classes, to: &need)
      case .perClass: addPerClass(classes, to: &need)
      case .perSchool: addPerSchool(to: &need)
      case .ratio: addRatio(pupils, to: &need)
      case .users: addUsers(pupils, to: &need)
      case .growth: addGrowth(openingStock, to: &need)
      case .table: addTable(to: &need)
      }
    }
    let relief = values("need.relief", 1)
    let covered = values("need.covered_share", 1)
    forEachCell { cell, region, field in
      need[cell] *=
        relief[(.region, region), (.stage, field.stage)]
        * covered[(.region, region), (.stage, field.stage)]
    }
    return (need, classes.pupils)
  }

  private func values(_ name: String, _ otherwise: Double) -> ParameterValues {
    rules.values(name, otherwise: otherwise, in: year)
  }

  private func forEachCell(_ body: (Int, Int, TeachingField) -> Void) {
    for cell in 0..<year.dimensions.cellCount {
      body(cell, year.dimensions.region(ofCell: cell), year.dimensions.field(ofCell: cell))
    }
  }

  /// The classes by region, location class and grade, held in the layout of the pupils.
  private func numberOfClasses(_ pupils: PupilStock) -> PupilStock {
    let size = values("need.class_size", .infinity)
    var classes = PupilStock(year.dimensions)
    for region in 0..<year.dimensions.regionCount {
      for location in 0..<year.dimensions.count(.location) {
        for (grade, stage) in year.dimensions.stageOfGrade.enumerated() {
          let perClass = size[(.region, region), (.stage, stage), (.location, location)]
          guard perClass.isFinite else { continue }
          classes[region, location, grade] =
            (pupils[region, location, grade] / perClass).rounded(.up)
        }
      }
    }
    return classes
  }

  /// The classes of a region and grade over all location classes.
  private func total(_ classes: PupilStock, region: Int, grade: Int) -> Double {
    (0..<year.dimensions.count(.location)).reduce(0) { $0 + classes[region, $1, grade] }
  }

  private func addTimetable(_ classes: PupilStock, to need: inout [Double]) {
    let periods = values("need.weekly_periods", 0)
    let takeUp = values("need.take_up", 1)
    let load = values("need.weekly_load", 1)
    let headTeacher = values("need.head_teacher_load", 0)
    for region in 0..<year.dimensions.regionCount {
      for (grade, stage) in year.dimensions.stageOfGrade.enumerated() {
        let count = total(classes, region: region, grade: grade)
        guard count > 0 else { continue }
        var lessons: [(cell: Int, teachers: Double)] = []
        for (field, pair) in year.dimensions.fields.enumerated() where pair.stage == stage {
          let weekly =
            periods[(.grade, grade), (.subject, pair.subject)]
            * takeUp[(.grade, grade), (.subject, pair.subject)]
          guard weekly > 0 else { continue }
          let teachers = count * weekly / load[(.stage, stage), (.subject, pair.subject)]
          lessons.append((year.dimensions.cell(region: region, field: field), teachers))
        }
        // A head teacher teaches a subject like others, so the extra load follows the lessons.
        let total = lessons.reduce(0) { $0 + $1.teachers }
        guard total > 0 else { continue }
        let factor = 1 + count * headTeacher[(.stage, stage)] / total
        for lesson in lessons { need[lesson.cell] += lesson.teachers * factor }
      }
    }
  }

  private func addPerClass(_ classes: PupilStock, to need: inout [Double]) {
    let perClass = values("need.teachers_per_class", 0)
    var classesOfGroup = [Double](repeating: 0, count: year.dimensions.groupCount)
    for region in 0..<year.dimensions.regionCount {
      for (grade, stage) in year.dimensions.stageOfGrade.enumerated() {
        let group = year.dimensions.group(region: region, stage: stage)
        classesOfGroup[group] += total(classes, region: region, grade: grade)
      }
    }
    forEachCell { cell, _, field in
      need[cell] +=
        classesOfGroup[year.dimensions.group(ofCell: cell)]
        * perClass[(.stage, field.stage), (.subject, field.subject)]
    }
  }

  private func addPerSchool(to need: inout [Double]) {
    let schools = values("need.schools", 0)
    let perSchool = values("need.teachers_per_school", 0)
    forEachCell { cell, region, field in
      need[cell] +=
        schools[(.region, region), (.stage, field.stage)]
        * perSchool[(.stage, field.stage), (.subject, field.subject)]
    }
  }

  private func addRatio(_ pupils: PupilStock, to need: inout [Double]) {
    let ratio = values("need.pupils_per_teacher", .infinity)
    let share = values("need.subject_share", 0)
    let byGroup = pupils.byGroup(year.dimensions)
    forEachCell { cell, region, field in
      need[cell] +=
        byGroup[year.dimensions.group(ofCell: cell)]
        / ratio[(.region, region), (.stage, field.stage)]
        * share[(.stage, field.stage), (.subject, field.subject)]
    }
  }

  private func addUsers(_ pupils: PupilStock, to need: inout [Double]) {
    let perPerson = values("need.users_per_person", 0)
    let perUser = values("need.per_user", 0)
    for service in 0..<year.dimensions.count(.service) {
      var users = [Double](repeating: 0, count: year.dimensions.regionCount)
      for region in users.indices {
        for grade in year.dimensions.stageOfGrade.indices {
          let persons = (0..<year.dimensions.count(.location)).reduce(0) {
            $0 + pupils[region, $1, grade]
          }
          users[region] += persons * perPerson[(.service, service), (.grade, grade)]
        }
      }
      forEachCell { cell, region, field in
        need[cell] +=
          users[region]
          * perUser[
            (.service, service),
            (.region, region),
            (.stage, field.stage),
            (.subject, field.subject),
          ]
      }
    }
  }

  private func addGrowth(_ openingStock: [Double], to need: inout [Double]) {
    let rate = values("need.growth", 0)
    let years = (year.countMonth - year.openingMonth) / 12
    forEachCell { cell, region, field in
      let change = rate[
        (.region, region),
        (.stage, field.stage),
        (.subject, field.subject),
      ]
      var level = openingStock[cell]
      for _ in 0..<years { level *= 1 + change }
      need[cell] += level
    }
  }

  private func addTable(to need: inout [Double]) {
    let table = values("need.table", 0)
    forEachCell { cell, region, field in
      need[cell] += table[(.region, region), (.stage, field.stage), (.subject, field.subject)]
    }
  }
}

extension PupilStock {
  /// The pupils of each region and stage.
  ///
  /// - Parameter dimensions: The scenario's dimensions.
  /// - Returns: The pupils by group.
  package func byGroup(_ dimensions: Dimensions) -> [Double] {
    var result = [Double](repeating: 0, count: dimensions.groupCount)
    for region in 0..<dimensions.regionCount {
      for location in 0..<dimensions.count(.location) {
        for (grade, stage) in dimensions.stageOfGrade.enumerated() {
          result[dimensions.group(region: region, stage: stage)] += self[region, location, grade]
        }
      }
    }
    return result
  }
}
