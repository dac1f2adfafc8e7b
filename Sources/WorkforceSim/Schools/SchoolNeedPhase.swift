// SPDX-License-Identifier: GPL-3.0-or-later

/// Classes and need of each school, and how they add up to those of regions.
///
/// A school has ⌈pupils ÷ class size⌉ classes in a grade with at least half a pupil. The need of a
/// slot is the sum of the same components as that of its cell, taken at the school: its classes'
/// lessons, its teachers for each class, one school's teachers for each school, its pupils over the
/// ratio; components that belong to no school are shared out in proportion. Small schools pass the
/// need in itinerant subjects to the largest school of their region and stage, which holds the
/// posts and sends the teachers round.
package struct SchoolNeedPhase {
  private let schools: SchoolRules
  private let rules: NeedRules
  private let year: SimulatedYear
  private let loads: LessonLoads
  private let smallClass: ParameterValues

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - schools: The parameters of schools.
  ///   - rules: The parameters of need.
  ///   - year: The year.
  package init(_ schools: SchoolRules, _ rules: NeedRules, in year: SimulatedYear) {
    self.schools = schools
    self.rules = rules
    self.year = year
    self.loads = LessonLoads(rules, in: year)
    self.smallClass = rules.values(
      "need.small_class_pupils",
      otherwise: 0,
      in: year,
      at: year.countMonth,
    )
  }

  private func values(_ name: String, _ otherwise: Double) -> ParameterValues {
    rules.values(name, otherwise: otherwise, in: year, at: year.countMonth)
  }

  /// Works out the classes of schools and adds them up; regions without schools keep their own.
  ///
  /// - Parameters:
  ///   - state: The schools.
  ///   - byLocation: The classes without regard to schools.
  /// - Returns: The classes by region, location class and grade.
  package func classes(of state: inout SchoolState, otherwise byLocation: ClassCounts)
    -> ClassCounts
  {
    let size = values("need.class_size", .infinity)
    let covered = values("need.covered_share", 1)
    let network = state.network
    var counts = byLocation
    clear(&counts, of: network)
    var schoolCounts = schoolsOutside(network)
    for unit in 0..<network.unitCount {
      let region = network.regionOfSchool[network.unitSchool[unit]]
      let stage = network.unitStage[unit]
      let location = network.unitLocation[unit]
      let perClass = size[(.region, region), (.stage, stage), (.location, location)]
      // Schools have the covered pupils only; classes and schools are counted for all.
      let share = max(covered[(.region, region), (.stage, stage)], 1e-9)
      if state.isOpen(unit: unit) { schoolCounts[network.unitGroup[unit]] += 1 / share }
      for (position, grade) in network.gradesOfStage[stage].enumerated() {
        let place = network.firstGrade[unit] + position
        let pupils = state.pupils[place]
        let classes =
          pupils < 0.5 || !perClass.isFinite
          ? 0 : max(1, (pupils / perClass).roundedUp())
        state.classes[place] = classes
        guard classes > 0 else { continue }
        counts.classes[region, location, grade] += classes / share
        counts.lessonClasses[region, location, grade] +=
          classes * part(pupils / classes, stage: stage, grade: grade) / share
      }
    }
    counts.schools = schoolCounts
    return counts
  }

  private func part(_ pupilsPerClass: Double, stage: Int, grade: Int) -> Double {
    loads.part(
      pupilsPerClass: pupilsPerClass,
      limit: smallClass[(.stage, stage)],
      grade: grade,
    )
  }

  /// The given numbers of schools of regions and stages that have none in the network, 0 of others.
  private func schoolsOutside(_ network: SchoolNetwork) -> [Double] {
    let given = values("need.schools", 0)
    let stages = year.dimensions.stageCount
    return network.unitsOfGroup.enumerated().map { group, units in
      units.isEmpty ? given[(.region, group / stages), (.stage, group % stages)] : 0
    }
  }

  /// Takes out the classes of regions and stages that have schools.
  private func clear(_ counts: inout ClassCounts, of network: SchoolNetwork) {
    for (group, units) in network.unitsOfGroup.enumerated() where !units.isEmpty {
      let region = group / year.dimensions.stageCount
      for grade in network.gradesOfStage[group % year.dimensions.stageCount] {
        for location in 0..<year.dimensions.count(.location) {
          counts.classes[region, location, grade] = 0
          counts.lessonClasses[region, location, grade] = 0
        }
      }
    }
  }

  /// Shares the need of cells out over the schools.
  ///
  /// - Parameters:
  ///   - cellNeed: The need by cell.
  ///   - state: The schools, whose classes are those of the year.
  package func shareNeed(_ cellNeed: [Double], over state: inout SchoolState) {
    let network = state.network
    var need = parts(of: state)
    var total = [Double](repeating: 0, count: cellNeed.count)
    for slot in need.indices { total[network.slotCell[slot]] += need[slot] }
    var pupils = [Double](repeating: 0, count: network.unitsOfGroup.count)
    for unit in 0..<network.unitCount where state.isOpen(unit: unit) {
      pupils[network.unitGroup[unit]] += state.pupils(ofUnit: unit)
    }
    for unit in 0..<network.unitCount where state.isOpen(unit: unit) {
      let own = state.pupils(ofUnit: unit)
      let all = pupils[network.unitGroup[unit]]
      for slot in network.slots(of: unit) {
        let cell = network.slotCell[slot]
        if total[cell] > 0 {
          need[slot] *= cellNeed[cell] / total[cell]
        } else if all > 0 {
          need[slot] = cellNeed[cell] * own / all
        }
      }
    }
    state.need = need
    shareItinerants(in: &state)
  }

  /// What the classes, the pupils and the school as such need in each slot, before relief.
  private func parts(of state: borrowing SchoolState) -> [Double] {
    let network = state.network
    let perClass = byField("need.teachers_per_class", of: .perClass)
    let perSchool = byField("need.teachers_per_school", of: .perSchool)
    let subjectShare = byField("need.subject_share", of: .ratio)
    let ratio = values("need.pupils_per_teacher", .infinity)
    var result = [Double](repeating: 0, count: network.slotCount)
    var parts = result.mutableSpan
    let teachers = loads.loads.span
    var lessons: [(firstLoad: Int, classes: Double)] = []
    for unit in 0..<network.unitCount where state.isOpen(unit: unit) {
      let stage = network.unitStage[unit]
      let classes = findLessons(of: unit, state, into: &lessons)
      let region = network.regionOfSchool[network.unitSchool[unit]]
      let perRatio = state.pupils(ofUnit: unit) / ratio[(.region, region), (.stage, stage)]
      for (slot, field) in zip(network.slots(of: unit), network.fieldsOfStage[stage]) {
        var part = 0.0
        for (firstLoad, lessonClasses) in lessons {
          part += lessonClasses * teachers[firstLoad &+ field]
        }
        if let perClass { part += classes * perClass[field] }
        if let perSchool { part += perSchool[field] }
        if let subjectShare { part += perRatio * subjectShare[field] }
        parts[slot] = part
      }
    }
    return result
  }

  /// Finds where the loads of the grades that a unit teaches begin, and their classes as far as they
  /// need lessons.
  ///
  /// - Returns: All classes of the unit.
  private func findLessons(
    of unit: Int,
    _ state: borrowing SchoolState,
    into lessons: inout [(firstLoad: Int, classes: Double)],
  ) -> Double {
    let network = state.network
    let stage = network.unitStage[unit]
    lessons.removeAll(keepingCapacity: true)
    var classes = 0.0
    for (position, grade) in network.gradesOfStage[stage].enumerated() {
      let place = network.firstGrade[unit] + position
      let count = state.classes[place]
      guard count > 0 else { continue }
      classes += count
      let part = part(state.pupils[place] / count, stage: stage, grade: grade)
      lessons.append((grade * loads.fieldCount, count * part))
    }
    return classes
  }

  /// The values of a component's parameter by teaching field; `nil` without the component.
  private func byField(_ name: String, of component: NeedComponent) -> [Double]? {
    guard rules.components.contains(component) else { return nil }
    let values = values(name, 0)
    return year.dimensions.fields.map { values[(.stage, $0.stage), (.subject, $0.subject)] }
  }

  /// Moves the need of small schools in itinerant subjects to the largest school of the group.
  private func shareItinerants(in state: inout SchoolState) {
    let network = state.network
    let isItinerant = year.values(schools.itinerantSubject)
    let limit = year.values(schools.itinerantPupils)
    for (group, units) in network.unitsOfGroup.enumerated() {
      let stage = group % year.dimensions.stageCount
      let small = limit[(.stage, stage)]
      guard small > 0 else { continue }
      let open = units.filter { state.isOpen(unit: $0) }
      let largest = open.max {
        (state.pupils(ofUnit: $0), $1) < (state.pupils(ofUnit: $1), $0)
      }
      guard let host = largest else { continue }
      for unit in open where unit != host && state.pupils(ofUnit: unit) < small {
        for slot in network.slots(of: unit) {
          let subject = year.dimensions.field(ofCell: network.slotCell[slot]).subject
          guard isItinerant[(.subject, subject)] > 0 else { continue }
          state.need[network.slot(unit: host, cell: network.slotCell[slot])] += state.need[slot]
          state.need[slot] = 0
        }
      }
    }
  }
}
