// SPDX-License-Identifier: GPL-3.0-or-later

/// Pays every teacher for the months of a window and raises steps and grades.
///
/// Nobody's pay is looked at alone: teachers of one class, step and segment are paid the same, so
/// each kind is worked out once, and teachers add its figures to their region and stage. Those for
/// whom something happens within the window are taken through it part by part.
package struct PayPhase {
  typealias Lanes = PayTable.Lanes

  private var ofSteps: PayTable
  private var others: PayTable
  private var parts: [PayPart] = []
  /// The figures of the window, by segment, group and lane.
  private var totals: [Lanes] = []
  /// The place of each item, and of the teachers who receive pay, among the figures of a group.
  private let places: [Int]

  /// Prepares the phase for a run.
  ///
  /// - Parameter plan: What pay goes by.
  package init(_ plan: PayPlan) {
    self.ofSteps = PayTable(plan.blocks[0], plan.rules)
    self.others = PayTable(plan.blocks[1], plan.rules)
    let itemCount = plan.rules.items.count
    var places = [Int](repeating: Self.nowhere, count: itemCount + 1)
    for (position, item) in plan.blocks[0].items.enumerated() { places[item] = position }
    let first = ofSteps.laneCount * 8
    for (position, item) in plan.blocks[1].items.enumerated() { places[item] = first + position }
    places[itemCount] = first + plan.blocks[1].items.count
    self.places = places
  }

  /// The place of items that are never paid.
  private static let nowhere = -1

  private var laneCount: Int { ofSteps.laneCount + others.laneCount }

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
    ofSteps.begin(year)
    others.begin(year)
    totals.removeAll(keepingCapacity: true)
    let lanes = laneCount
    let width = groups * lanes
    totals.append(
      contentsOf: repeatElement(Lanes(), count: year.window.segments.count * width)
    )
    let keys = year.keys
    let steps = RegularSteps(year)
    let clock = TeacherClock(year.window.start)
    let lastClock = TeacherClock(year.window.start + (PayWindow.monthCount - 2))
    var nextEvent = events.first?.row ?? -1
    var next = 0
    for row in 0..<population.count {
      let time = keys.timePart(of: row, in: population, at: clock)
      guard row != nextEvent, !year.isHire(population.id[row]),
        population.fullTimeShare[row] == 1,
        !keys.usesTime || time == keys.timePart(of: row, in: population, at: lastClock)
      else {
        let firstEvent = next
        while next < events.count, events[next].row == row { next += 1 }
        nextEvent = next < events.count ? events[next].row : -1
        pay(row, of: &population, events: events[firstEvent..<next], in: year, groups: groups)
        continue
      }
      let contract = population.contract[row]
      let step = population.salaryStep[row]
      let risen = year.risenStep(step, contract: contract)
      let key =
        keys.fixedPart(of: row, in: population) &+ time
        &+ keys.careerPart(
          contract: contract,
          grade: population.postGrade[row],
          situation: PayYear.situation(of: row, in: population),
        )
      let target = keys.groupOfCell[Int(population.cell[row])] * lanes
      let unrisenKey = key &+ keys.stepPart(step)
      let risenKey = key &+ keys.stepPart(risen)
      ofSteps.addSegments(steps.unrisen, of: unrisenKey.x, to: &totals, at: target, width: width)
      ofSteps.addSegments(steps.risen, of: risenKey.x, to: &totals, at: target, width: width)
      others.addSegments(
        0..<steps.risen.upperBound,
        of: unrisenKey.y,
        to: &totals,
        at: target + ofSteps.laneCount,
        width: width,
      )
      population.salaryStep[row] = risen
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
    let share = Double(population.fullTimeShare[row])
    career.parts(of: population, into: &parts)
    for (position, part) in parts.enumerated() {
      let segment = year.window.segmentOfMonth[part.months.lowerBound]
      let isEntry = career.isHire && position == 0
      let target = (segment * groups + group) * laneCount
      ofSteps.add(
        part.months,
        of: part.key.x,
        segment: segment,
        fullTimeShare: share,
        isEntry: isEntry,
        to: &totals,
        at: target,
      )
      others.add(
        part.months,
        of: part.key.y,
        segment: segment,
        fullTimeShare: share,
        isEntry: isEntry,
        to: &totals,
        at: target + ofSteps.laneCount,
      )
    }
    population.salaryStep[row] = career.finalStep
    population.postGrade[row] = career.finalGrade
  }
}

/// The segments before and after steps rise; the thirteenth month is left out.
private struct RegularSteps {
  let unrisen: Range<Int>
  let risen: Range<Int>

  init(_ year: PayYear) {
    let first = year.window.segmentOfMonth[year.window.stepMonth]
    self.unrisen = 0..<first
    self.risen = first..<(year.window.segments.count - 1)
  }
}
