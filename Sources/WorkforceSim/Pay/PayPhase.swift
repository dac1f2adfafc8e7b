// SPDX-License-Identifier: GPL-3.0-or-later

/// Pays every teacher for the months of a window and raises steps and grades.
///
/// Nobody's pay is looked at alone: teachers of one class, step and segment are paid the same, so
/// each kind is worked out once, and teachers add its figures to their region and stage. Those for
/// whom something happens within the window are taken through it part by part.
package struct PayPhase {
  typealias Lanes = PayTable.Lanes

  /// The items that depend on careers, the rest, and those that are paid on entry.
  private var ofCareers: PayTable
  private var others: PayTable
  private var ofEntry: PayTable
  /// Teachers who are paid whole segments and have not been tallied yet.
  private var whole: [WholePay] = []
  /// Those who have been, by what depends on careers and by the rest.
  private var tallyOfCareers: PayTally
  private var tallyOfOthers: PayTally
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
    self.tallyOfCareers = PayTally(groups: groups)
    self.tallyOfOthers = PayTally(groups: groups)
    let itemCount = plan.rules.items.count
    var places = [Int](repeating: Self.nowhere, count: itemCount + 1)
    var first = 0
    for (block, table) in zip(plan.blocks, tables) {
      for (position, item) in block.items.enumerated() { places[item] = first + position }
      if block.countsTeachers { places[itemCount] = first + block.items.count }
      first += table.laneCount * 8
    }
    self.ofCareers = tables[0]
    self.others = tables[1]
    self.ofEntry = tables[2]
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
    var next = 0
    for first in stride(from: 0, to: population.count, by: Self.batchSize) {
      whole.removeAll(keepingCapacity: true)
      for row in first..<min(first + Self.batchSize, population.count) {
        let start = next
        while next < events.count, events[next].row == row { next += 1 }
        let grade = population.postGrade[row]
        let laterGrade = start == next ? grade : Self.laterGrade(events[start..<next], year)
        if let laterGrade,
          let teacher = wholePay(of: row, in: population, laterGrade: laterGrade, keys, year)
        {
          whole.append(teacher)
          if year.isHire(population.id[row]) { payEntry(teacher, in: year) }
        } else {
          pay(row, of: &population, events: events[start..<next], in: year)
        }
      }
      tally(&population)
    }
    addTallied(in: year)
  }

  /// The teachers who are looked at before they are tallied together.
  private static let batchSize = 256

  private mutating func begin(_ year: PayYear) {
    ofCareers.begin(year)
    others.begin(year)
    ofEntry.begin(year)
    tallyOfCareers.removeAll()
    tallyOfOthers.removeAll()
    totals.removeAll(keepingCapacity: true)
    totals.append(
      contentsOf: repeatElement(
        Lanes(),
        count: year.window.segments.count * groups * laneCount,
      )
    )
  }

  private mutating func addTallied(in year: PayYear) {
    let risen = year.window.segmentOfMonth[year.window.stepMonth]
    ofCareers.add(tallyOfCareers, risen: risen, to: &totals, at: 0, width: laneCount)
    others.add(
      tallyOfOthers,
      risen: risen,
      to: &totals,
      at: ofCareers.laneCount,
      width: laneCount,
    )
  }

  /// The grade of posts to which a teacher rises together with the step.
  ///
  /// - Returns: The grade, or `nil` if anything else happens to the teacher.
  private static func laterGrade(_ events: ArraySlice<TeacherEvent>, _ year: PayYear) -> UInt8? {
    guard events.count == 1, year.window.promotionMonth == year.window.stepMonth,
      case .graded(let grade)? = events.first?.kind
    else { return nil }
    return grade
  }

  /// A teacher who is paid whole segments.
  ///
  /// - Returns: The teacher, or `nil` if the window has to be gone through part by part.
  @inline(__always)
  private func wholePay(
    of row: Int,
    in population: borrowing Population,
    laterGrade: UInt8,
    _ keys: PayKeys,
    _ year: PayYear,
  ) -> WholePay? {
    let grade = population.postGrade[row]
    let isHire = year.isHire(population.id[row])
    guard population.fullTimeShare[row] == 1,
      !isHire || year.delay(of: population.channel[row]) == 0
    else { return nil }
    let time = keys.timePart(of: row, in: population, at: year.firstClock)
    guard !year.timeCanChange || time == keys.timePart(of: row, in: population, at: year.lastClock)
    else { return nil }
    let contract = population.contract[row]
    let known = population.salaryStep[row]
    let step = max(known, year.startStep(of: grade))
    // Hires have not served a full year when steps rise for the first time.
    let later = isHire ? known : year.risenStep(known, contract: contract)
    let risen = max(later, year.startStep(of: laterGrade))
    let constant =
      keys.fixedPart(of: row, in: population) &+ time
      &+ keys.careerPart(
        contract: contract,
        situation: PayYear.situation(of: row, in: population),
      )
    let before = constant &+ keys.gradePart(grade) &+ keys.stepPart(step)
    let after = constant &+ keys.gradePart(laterGrade) &+ keys.stepPart(risen)
    guard before.y == after.y else { return nil }
    return WholePay(
      row: Int32(truncatingIfNeeded: row),
      group: Int32(truncatingIfNeeded: keys.groupOfCell[Int(population.cell[row])]),
      careers: SIMD2(before.x, after.x),
      others: before.y,
      entry: before.z,
      step: risen,
      grade: laterGrade,
    )
  }

  /// Adds what a hire who is paid from the first month on is paid on entry.
  private mutating func payEntry(_ teacher: WholePay, in year: PayYear) {
    ofEntry.add(
      year.window.segments[0].months,
      of: teacher.entry,
      segment: 0,
      fullTimeShare: 1,
      isEntry: true,
      to: &totals,
      at: Int(teacher.group) * laneCount + ofCareers.laneCount + others.laneCount,
    )
  }

  /// Tallies the teachers who are paid whole segments.
  private mutating func tally(_ population: inout Population) {
    tallyOfCareers.add(whole) { ($0.careers, $0.group) }
    tallyOfOthers.add(whole) { (SIMD2($0.others, $0.others), $0.group) }
    var steps = population.salaryStep.mutableSpan
    for teacher in whole { steps[Int(teacher.row)] = teacher.step }
    var grades = population.postGrade.mutableSpan
    for teacher in whole { grades[Int(teacher.row)] = teacher.grade }
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
      add(&ofCareers, part.key.x)
      add(&others, part.key.y)
      if isEntry { add(&ofEntry, part.key.z) }
    }
    population.salaryStep[row] = career.finalStep
    population.postGrade[row] = career.finalGrade
  }
}
