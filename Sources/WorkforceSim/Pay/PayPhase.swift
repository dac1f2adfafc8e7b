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
  /// The figures of teachers for whom nothing happens, once for each segment.
  private var regular: [Lanes] = []
  /// The place of each item, and of the teachers who receive pay, among the figures of a group.
  private let places: [Int]
  private let laneCount: Int

  /// Prepares the phase for a run.
  ///
  /// - Parameter plan: What pay goes by.
  package init(_ plan: PayPlan) {
    let tables = plan.blocks.map { PayTable($0, plan.rules) }
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
  ///   - groups: The number of groups.
  /// - Returns: The figure in hundredths, or in months.
  func total(segment: Int, group: Int, figure: Int, groups: Int) -> Double {
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
  ///   - groups: The number of groups.
  mutating func apply(
    to population: inout Population,
    events: [TeacherEvent],
    in year: PayYear,
    groups: Int,
  ) {
    begin(year, groups: groups)
    let keys = year.keys
    let lanes = laneCount
    let width = groups * lanes
    let first = year.window.segmentOfMonth[year.window.stepMonth]
    let unrisenSegments = 0..<first
    let risenSegments = first..<(year.window.segments.count - 1)
    let gradesRiseWithSteps = year.window.promotionMonth == year.window.stepMonth
    let clock = TeacherClock(year.window.start)
    let lastClock = TeacherClock(year.window.start + (PayWindow.monthCount - 2))
    // Taken out while it is written, so that tables can grow beside it.
    var regular: [Lanes] = []
    swap(&regular, &self.regular)
    var sums = regular.mutableSpan
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
        !keys.usesTime || time == keys.timePart(of: row, in: population, at: lastClock)
      else {
        pay(row, of: &population, events: events[firstEvent..<next], in: year, groups: groups)
        continue
      }
      let contract = population.contract[row]
      let situation = PayYear.situation(of: row, in: population)
      let known = population.salaryStep[row]
      let step = max(known, year.startStep(of: grade))
      let risen = max(year.risenStep(known, contract: contract), year.startStep(of: laterGrade))
      let fixed = keys.fixedPart(of: row, in: population) &+ time
      let unrisenKey =
        fixed &+ keys.careerPart(contract: contract, grade: grade, situation: situation)
        &+ keys.stepPart(step)
      let risenKey =
        fixed &+ keys.careerPart(contract: contract, grade: laterGrade, situation: situation)
        &+ keys.stepPart(risen)
      let target = keys.groupOfCell[Int(population.cell[row])] &* lanes
      add(unrisenSegments, of: unrisenKey, to: &sums, at: target, width: width)
      add(risenSegments, of: risenKey, to: &sums, at: target, width: width)
      population.salaryStep[row] = risen
      population.postGrade[row] = laterGrade
    }
    swap(&regular, &self.regular)
    addRegular(groups: groups)
  }

  private mutating func begin(_ year: PayYear, groups: Int) {
    ofSteps.begin(year)
    ofGrades.begin(year)
    others.begin(year)
    let empty = repeatElement(Lanes(), count: year.window.segments.count * groups * laneCount)
    totals.removeAll(keepingCapacity: true)
    totals.append(contentsOf: empty)
    regular.removeAll(keepingCapacity: true)
    regular.append(contentsOf: empty)
  }

  /// Adds segments that are paid whole.
  @inline(__always)
  private mutating func add(
    _ segments: Range<Int>,
    of key: PayKey,
    to sums: inout MutableSpan<Lanes>,
    at target: Int,
    width: Int,
  ) {
    ofSteps.addSegments(segments, of: key.x, to: &sums, at: target, width: width)
    ofGrades.addSegments(
      segments,
      of: key.y,
      to: &sums,
      at: target &+ ofSteps.laneCount,
      width: width,
    )
    others.addSegments(
      segments,
      of: key.z,
      to: &sums,
      at: target &+ ofSteps.laneCount &+ ofGrades.laneCount,
      width: width,
    )
  }

  /// Adds the figures of regular teachers as often as they are paid.
  private mutating func addRegular(groups: Int) {
    let segments = totals.count / (groups * laneCount)
    for segment in 0..<segments {
      let payments =
        ofSteps.payments(in: segment) + ofGrades.payments(in: segment)
        + others.payments(in: segment)
      for group in 0..<groups {
        let target = (segment * groups + group) * laneCount
        for (lane, times) in payments.enumerated() {
          totals[target + lane] += times * regular[target + lane]
        }
      }
    }
  }

  /// Pays a teacher for whom something happens, part by part.
  private mutating func pay(
    _ row: Int,
    of population: inout Population,
    events: ArraySlice<TeacherEvent>,
    in year: PayYear,
    groups: Int,
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
