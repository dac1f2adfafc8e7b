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
  private var batch = PayBatch()
  /// The teachers who are paid whole segments, by what depends on careers and by the rest.
  private var tallyOfCareers: PayTally
  private var tallyOfOthers: PayTally
  /// The parts of those for whom something happens, and what hires are paid on entry.
  private var parts: [PayPart] = []
  private var entries: [PayPart] = []
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
    var whole = [WholePay](repeating: WholePay(), count: PayBatch.size)
    var next = 0
    for first in stride(from: 0, to: population.count, by: PayBatch.size) {
      let rows = first..<min(first + PayBatch.size, population.count)
      batch.read(rows, of: population, in: year)
      let count = divide(rows, of: &population, events, from: &next, into: &whole, in: year)
      tally(whole.span.extracting(first: count), of: &population)
      if parts.count >= Self.mostParts { addParts(in: year) }
    }
    addParts(in: year)
    addTallied(in: year)
  }

  /// The parts that are collected before they are added, so that few tables are in use at a time.
  private static let mostParts = 1 << 13

  /// Divides teachers into those who are paid whole segments and those who are paid part by part.
  ///
  /// - Returns: The number of those who are paid whole segments.
  private mutating func divide(
    _ rows: Range<Int>,
    of population: inout Population,
    _ events: [TeacherEvent],
    from next: inout Int,
    into whole: inout [WholePay],
    in year: PayYear,
  ) -> Int {
    var whole = whole.mutableSpan
    var count = 0
    for (index, row) in rows.enumerated() {
      let start = next
      while next < events.count, events[next].row == row { next += 1 }
      let grade = population.postGrade[row]
      let laterGrade = start == next ? grade : Self.laterGrade(events[start..<next], year)
      if let laterGrade,
        let teacher = batch.wholePay(
          of: row,
          at: index,
          in: population,
          laterGrade: laterGrade,
          year,
        )
      {
        whole[count] = teacher
        count += 1
        guard year.isHire(population.id[row]) else { continue }
        let career = PayCareer(row, in: population, events: events[start..<next], year: year)
        if let entry = career.entry(in: population, of: year) { entries.append(entry) }
      } else {
        pay(row, of: &population, events: events[start..<next], in: year)
      }
    }
    return count
  }

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
    ofCareers.add(tallyOfCareers, risen: risen, in: year, to: &totals, at: 0, width: laneCount)
    others.add(
      tallyOfOthers,
      risen: risen,
      in: year,
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

  /// Tallies the teachers who are paid whole segments.
  private mutating func tally(_ whole: Span<WholePay>, of population: inout Population) {
    tallyOfCareers.add(whole) { ($0.careers, $0.group) }
    tallyOfOthers.add(whole) { (SIMD2($0.others, $0.others), $0.group) }
    var steps = population.salaryStep.mutableSpan
    for index in whole.indices { steps[Int(whole[index].row)] = whole[index].step }
    var grades = population.postGrade.mutableSpan
    for index in whole.indices { grades[Int(whole[index].row)] = whole[index].grade }
  }

  /// Collects the parts of a teacher for whom something happens.
  private mutating func pay(
    _ row: Int,
    of population: inout Population,
    events: ArraySlice<TeacherEvent>,
    in year: PayYear,
  ) {
    let career = PayCareer(row, in: population, events: events, year: year)
    career.addParts(of: population, in: year, to: &parts)
    if let entry = career.entry(in: population, of: year) { entries.append(entry) }
    population.salaryStep[row] = career.finalStep(of: year)
    population.postGrade[row] = career.finalGrade
  }

  /// Adds the parts that have been collected.
  private mutating func addParts(in year: PayYear) {
    let afterOthers = ofCareers.laneCount + others.laneCount
    ofCareers.add(parts, by: { $0.key.x }, in: year, to: &totals, at: 0, width: laneCount)
    others.add(
      parts,
      by: { $0.key.y },
      in: year,
      to: &totals,
      at: ofCareers.laneCount,
      width: laneCount,
    )
    ofEntry.add(
      entries,
      by: { $0.key.x },
      in: year,
      to: &totals,
      at: afterOthers,
      width: laneCount,
    )
    parts.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }
}
