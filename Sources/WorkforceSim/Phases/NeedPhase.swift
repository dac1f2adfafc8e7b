// SPDX-License-Identifier: GPL-3.0-or-later

/// The need for teachers in full-time equivalents.
///
/// need(*r*, *s*, *k*) is the sum of the scenario's components, times the covered share, times the
/// relief factor. Classes of a region, location class and grade are ⌈pupils ÷ class size⌉. Nothing
/// is rounded after that: whole posts are a matter of display. Growth compounds the opening stock
/// year by year, each year at its own rate.
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

  /// The classes where schools are not modelled: ⌈pupils ÷ class size⌉ by location class and grade.
  ///
  /// - Parameter pupils: The pupils on the counting day.
  /// - Returns: The classes.
  package func classes(of pupils: PupilStock) -> ClassCounts {
    let size = values("need.class_size", .infinity)
    var counts = ClassCounts(year.dimensions)
    for region in 0..<year.dimensions.regionCount {
      for location in 0..<year.dimensions.count(.location) {
        for (grade, stage) in year.dimensions.stageOfGrade.enumerated() {
          let perClass = size[(.region, region), (.stage, stage), (.location, location)]
          guard perClass.isFinite else { continue }
          counts.classes[region, location, grade] =
            (pupils[region, location, grade] / perClass).roundedUp()
        }
      }
    }
    counts.lessonClasses = counts.classes
    return counts
  }

  /// Works out the need of every cell.
  ///
  /// - Parameters:
  ///   - pupils: The pupils on the counting day.
  ///   - classes: The classes on the counting day.
  ///   - openingStock: The people of each cell at the opening.
  /// - Returns: The need by cell.
  package func need(
    pupils: PupilStock,
    classes: ClassCounts,
    openingStock: [Double],
  ) -> [Double] {
    var need = [Double](repeating: 0, count: year.dimensions.cellCount)
    for component in rules.components {
      switch component {
      case .timetable: addTimetable(classes.lessonClasses, to: &need)
      case .perClass: addPerClass(classes.classes, to: &need)
      case .perSchool: addPerSchool(classes.schools, to: &need)
      case .ratio: addRatio(pupils, to: &need)
      case .users: addUsers(pupils, to: &need)
      case .growth: addGrowth(openingStock, to: &need)
      case .table: addTable(to: &need)
      }
    }
    let part = values("need.relief", 1).multiplied(by: values("need.covered_share", 1))
    return need.combined(with: part.byCell(year.dimensions), *)
  }

  private func values(_ name: String, _ otherwise: Double) -> ParameterValues {
    rules.values(name, otherwise: otherwise, in: year, at: year.countMonth)
  }

  private func forEachCell(_ body: (Int, Int, TeachingField) -> Void) {
    for cell in 0..<year.dimensions.cellCount {
      body(cell, year.dimensions.region(ofCell: cell), year.dimensions.field(ofCell: cell))
    }
  }

  /// The classes of a region and grade over all location classes.
  private func total(_ classes: PupilStock, region: Int, grade: Int) -> Double {
    (0..<year.dimensions.count(.location)).reduce(0) { $0 + classes[region, $1, grade] }
  }

  private func addTimetable(_ classes: PupilStock, to need: inout [Double]) {
    let loads = LessonLoads(rules, in: year)
    for region in 0..<year.dimensions.regionCount {
      for (grade, stage) in year.dimensions.stageOfGrade.enumerated() {
        let count = total(classes, region: region, grade: grade)
        guard count > 0 else { continue }
        for (field, pair) in year.dimensions.fields.enumerated() where pair.stage == stage {
          need[year.dimensions.cell(region: region, field: field)] +=
            count * loads.teachers(grade: grade, field: field)
        }
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

  private func addPerSchool(_ modelled: [Double]?, to need: inout [Double]) {
    let schools = values("need.schools", 0)
    let perSchool = values("need.teachers_per_school", 0)
    forEachCell { cell, region, field in
      let count =
        modelled?[year.dimensions.group(region: region, stage: field.stage)]
        ?? schools[(.region, region), (.stage, field.stage)]
      need[cell] += count * perSchool[(.stage, field.stage), (.subject, field.subject)]
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
    var level = openingStock
    // Each year grows at its own rate, so a rate that changes by date does not reach back.
    var ofYears = WorkedOut<ParameterValues, [Double]>()
    var month = year.openingMonth
    while month < year.countMonth {
      month = month + 12
      let rate = rules.values("need.growth", otherwise: 0, in: year, at: month)
      let rates = ofYears.result(of: rate) { $0.byCell(year.dimensions) }
      level = level.combined(with: rates) { $0 * (1 + $1) }
    }
    need = need.combined(with: level, +)
  }

  private func addTable(to need: inout [Double]) {
    let table = values("need.table", 0).byCell(year.dimensions)
    need = need.combined(with: table, +)
  }
}
