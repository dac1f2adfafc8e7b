// SPDX-License-Identifier: GPL-3.0-or-later

/// Pays every teacher for the months of a window and raises steps and grades.
///
/// Nobody's pay is looked at alone: teachers of one class, step and segment are paid the same, so
/// each kind is worked out once, and teachers add its figures to their region and stage. Those for
/// whom something happens within the window are taken through it part by part.
package struct PayPhase {
  typealias Lanes = PayTable.Lanes

  /// The items that depend on steps, those that depend on grades, and the rest.
  private var ofSteps: PayTable
  private var ofGrades: PayTable
  private var others: PayTable
  private var parts: [PayPart] = []
  /// The figures of the window, by segment, group and lane.
  private var totals: [Lanes] = []
  /// The place of each item, and of the teachers who receive pay, among the figures of a group.
  private let places: [Int]
  private let laneCount: Int
  private let groups: Int

  /// Prepares the phase for a run.
  ///
  /// - Parameters:
  ///   - plan: What pay goes by.
  ///   - groups: The number of groups.
  package init(_ plan: PayPlan, groups: Int) {
    let tables = plan.blocks.map { PayTable($0, plan.rules, groups: groups) }
    self.groups = groups
    let itemCount = plan.rules.items.count
    var places = [Int](repeating: Self.nowhere, count: itemCount + 1)
    var first = 0
    for (block, table) in zip(plan.blocks, tables) {
      for (position, item) in block.items.enumerated() { places[item] = first + position }
      if block.countsTeachers { places[itemCount] = first + block.items.count }
      first += table.laneCount * 8
    }
    self.ofSteps = tables[0]
    self.ofGrades = tables[1]
    self.others = tables[2]
    self.places = places
    self.laneCount = first / 8
  }

  /// The place of items that are never paid.
  private static let nowhere = -1

  /// A figure of a window.
  ///
  /// - Parameters:
  ///   - segment: The segment.
  ///   - group: The group.
  ///   - figure: The position of the item, or one more for the months of teachers who receive pay.
  /// - Returns: The figure in hundredths, or in months.
  func total(segment: Int, group: Int, figure: Int) -> Double {
    let place = places[figure]
    guard place != Self.nowhere else { return 0 }
    return totals[(segment * groups + group) * laneCount + place / 8][place % 8]
  }

  /// Pays all teachers on the rolls and moves their steps and grades to where the window ends.
  ///
  /// - Parameters:
  ///   - population: The teachers; titles have been reviewed, those who left are still there.
  ///   - events: What happened to single teachers, in the order of their rows.
  ///   - year: The window.
  mutating func apply(
    to population: inout Population,
    events: [TeacherEvent],
    in year: PayYear,
  ) {
    begin(year)
    let keys = year.keys
    let first = year.window.segmentOfMonth[year.window.stepMonth]
    let unrisenSegments = 0..<first
    let risenSegments = first..<(year.window.segments.count - 1)
    let gradesRiseWithSteps = year.window.promotionMonth == year.window.stepMonth
    let firstReckoned = year.reckoningMonths[0]
    let lastReckoned = year.reckoningMonths[PayWindow.monthCount - 2]
    let clock = TeacherClock(year.window.start + firstReckoned)
    let lastClock = TeacherClock(year.window.start + lastReckoned)
    let timeCanChange = keys.usesTime && firstReckoned != lastReckoned
    var next = 0
    for row in 0..<population.count {
      let firstEvent = next
      while next < events.count, events[next].row == row { next += 1 }
      let grade = population.postGrade[row]
      var laterGrade = grade
      var isRegular = next == firstEvent
      if next == firstEvent + 1, gradesRiseWithSteps,
        case .graded(let new) = events[firstEvent].kind
      {
        laterGrade = new
        isRegular = true
      }
      let time = keys.timePart(of: row, in: population, at: clock)
      guard isRegular, !year.isHire(population.id[row]), population.fullTimeShare[row] == 1,
        !timeCanChange || time == keys.timePart(of: row, in: population, at: lastClock)
      else {
        pay(row, of: &population, events: events[firstEvent..<next], in: year)
        continue
      }
      let contract = population.contract[row]
      let situation = PayYear.situation(of: row, in: population)
      let known = population.salaryStep[row]
      let step = max(known, year.startStep(of: grade))
      let risen = max(year.risenStep(known, contract: contract), year.startStep(of: laterGrade))
      let fixed = keys.fixedPart(of: row, in: population) &+ time
      let risenKey =
        fixed &+ keys.careerPart(contract: contract, grade: laterGrade, situation: situation)
        &+ keys.stepPart(risen)
      let group = keys.groupOfCell[Int(population.cell[row])]
      if !unrisenSegments.isEmpty {
        let unrisenKey =
          fixed &+ keys.careerPart(contract: contract, grade: grade, situation: situation)
          &+ keys.stepPart(step)
        tally(unrisenSegments, of: unrisenKey, in: group)
      }
      tally(risenSegments, of: risenKey, in: group)
      if risen != known { population.salaryStep[row] = risen }
      if laterGrade != grade { population.postGrade[row] = laterGrade }
    }
    ofSteps.addTallied(to: &totals, at: 0, width: laneCount)
    ofGrades.addTallied(to: &totals, at: ofSteps.laneCount, width: laneCount)
    others.addTallied(
      to: &totals,
      at: ofSteps.laneCount + ofGrades.laneCount,
      width: laneCount,
    )
  }

  private mutating func begin(_ year: PayYear) {
    ofSteps.begin(year)
    ofGrades.begin(year)
    others.begin(year)
    totals.removeAll(keepingCapacity: true)
    totals.append(
      contentsOf: repeatElement(
        Lanes(),
        count: year.window.segments.count * groups * laneCount,
      )
    )
  }

  /// Tallies a teacher who is paid whole segments.
  @inline(__always)
  private mutating func tally(_ segments: Range<Int>, of key: PayKey, in group: Int) {
    if ofSteps.laneCount > 0 { ofSteps.tally(segments, of: key.x, in: group) }
    if ofGrades.laneCount > 0 { ofGrades.tally(segments, of: key.y, in: group) }
    if others.laneCount > 0 { others.tally(segments, of: key.z, in: group) }
  }

  /// Pays a teacher for whom something happens, part by part.
  private mutating func pay(
    _ row: Int,
    of population: inout Population,
    events: ArraySlice<TeacherEvent>,
    in year: PayYear,
  ) {
    let career = PayCareer(row, in: population, events: events, year: year)
    let group = year.keys.groupOfCell[Int(population.cell[row])]
    let share = PayYear.fullTimeShare(of: row, in: population)
    career.parts(of: population, into: &parts)
    for (position, part) in parts.enumerated() {
      let segment = year.window.segmentOfMonth[part.months.lowerBound]
      let isEntry = career.isHire && position == 0
      var target = (segment * groups + group) * laneCount
      func add(_ table: inout PayTable, _ key: Int) {
        table.add(
          part.months,
          of: key,
          segment: segment,
          fullTimeShare: share,
          isEntry: isEntry,
          to: &totals,
          at: target,
        )
        target += table.laneCount
      }
      add(&ofSteps, part.key.x)
      add(&ofGrades, part.key.y)
      add(&others, part.key.z)
    }
    population.salaryStep[row] = career.finalStep
    population.postGrade[row] = career.finalGrade
  }
}
