// SPDX-License-Identifier: GPL-3.0-or-later

/// The classes of a counting day, by region, location class and grade.
package struct ClassCounts: Sendable {
  /// The classes, in the layout of the pupils.
  package var classes: PupilStock
  /// The classes as far as they need lessons: a class so small that one teacher takes it counts
  /// for the part of a class whose lessons one teacher gives.
  package var lessonClasses: PupilStock
  /// The schools of each region and stage; `nil` if schools are not modelled.
  package var schools: [Double]?

  /// Creates counts without classes.
  package init(_ dimensions: Dimensions) {
    self.classes = PupilStock(dimensions)
    self.lessonClasses = classes
    self.schools = nil
  }
}

/// The teachers that the lessons of one class take, by grade and teaching field.
///
/// A class of grade *g* takes periods(*g*, *k*) × take-up(*g*, *k*) ÷ load(*s*, *k*) teachers of
/// subject *k*. A head teacher teaches a subject like others, so the part of a load that being one
/// counts for is added in proportion to the lessons.
package struct LessonLoads: Sendable {
  /// The teachers that one class takes by grade and teaching field, the field running fastest.
  package let loads: [Double]
  private let totals: [Double]
  /// The number of teaching fields.
  package let fieldCount: Int

  /// Works the loads out.
  ///
  /// - Parameters:
  ///   - rules: The parameters of need.
  ///   - year: The year.
  package init(_ rules: NeedRules, in year: SimulatedYear) {
    let dimensions = year.dimensions
    self.fieldCount = dimensions.fields.count
    var loads = [Double](repeating: 0, count: dimensions.stageOfGrade.count * fieldCount)
    var totals = [Double](repeating: 0, count: dimensions.stageOfGrade.count)
    guard rules.components.contains(.timetable) else {
      self.loads = loads
      self.totals = totals
      return
    }
    func values(_ name: String, _ otherwise: Double) -> ParameterValues {
      rules.values(name, otherwise: otherwise, in: year, at: year.countMonth)
    }
    let periods = values("need.weekly_periods", 0)
    let takeUp = values("need.take_up", 1)
    let load = values("need.weekly_load", 1)
    let headTeacher = values("need.head_teacher_load", 0)
    for (grade, stage) in dimensions.stageOfGrade.enumerated() {
      let start = grade * fieldCount
      for (field, pair) in dimensions.fields.enumerated() where pair.stage == stage {
        let weekly =
          periods[(.grade, grade), (.subject, pair.subject)]
          * takeUp[(.grade, grade), (.subject, pair.subject)]
        guard weekly > 0 else { continue }
        loads[start + field] = weekly / load[(.stage, stage), (.subject, pair.subject)]
      }
      let lessons = loads[start..<(start + fieldCount)].reduce(0, +)
      guard lessons > 0 else { continue }
      let factor = 1 + headTeacher[(.stage, stage)] / lessons
      for field in 0..<fieldCount { loads[start + field] *= factor }
      totals[grade] = lessons * factor
    }
    self.loads = loads
    self.totals = totals
  }

  /// The teachers that one class of a grade takes in a teaching field.
  @inline(__always)
  package func teachers(grade: Int, field: Int) -> Double { loads[grade * fieldCount + field] }

  /// The teachers that one class of a grade takes in all fields.
  package func teachers(grade: Int) -> Double { totals[grade] }

  /// The part of a class's lessons that a class of so many pupils is given.
  ///
  /// - Parameters:
  ///   - pupilsPerClass: The pupils of the class.
  ///   - limit: The pupils below which one teacher takes the class alone.
  ///   - grade: The grade.
  /// - Returns: 1, or the part of a class that one teacher gives.
  package func part(pupilsPerClass: Double, limit: Double, grade: Int) -> Double {
    guard pupilsPerClass < limit, totals[grade] > 1 else { return 1 }
    return 1 / totals[grade]
  }
}
