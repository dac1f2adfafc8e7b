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

  /// What has been worked out for kinds of teachers, table by table.
  var sheets: [[PaySheet]] {
    get { [ofCareers.sheets, others.sheets, ofEntry.sheets] }
    set {
      (ofCareers.sheets, others.sheets, ofEntry.sheets) = (newValue[0], newValue[1], newValue[2])
    }
  }

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
    var next = 0
    for rows in RowBlocks(0..<population.count) {
      let start = next
      while next < events.count, events[next].row < rows.upperBound { next += 1 }
      batch.read(rows, of: population, events: events[start..<next], in: year)
      payOthers(rows, of: population, events[start..<next], in: year)
      tally(rows, of: &population)
      if parts.count >= Self.mostParts { addParts(in: year) }
    }
    addParts(in: year)
    addTallied(in: year)
  }

  /// The parts that are collected before they are added, so that few tables are in use at a time.
  private static let mostParts = 1 << 13

  /// Tallies the teachers of a batch who are paid whole segments, and raises all.
  private mutating func tally(_ rows: Range<Int>, of population: inout Population) {
    let batch = batch.teachers
    let teachers = batch.span.extracting(first: rows.count)
    tallyOfCareers.add(teachers) {
      $0.isWhole ? (SIMD2($0.before.x, $0.after.x), $0.group) : nil
    }
    tallyOfOthers.add(teachers) {
      $0.isWhole ? (SIMD2($0.before.y, $0.before.y), $0.group) : nil
    }
    Self.write(teachers, { $0.step }, to: &population.salaryStep, at: rows.lowerBound)
    Self.write(teachers, { $0.grade }, to: &population.postGrade, at: rows.lowerBound)
  }

  /// Writes an attribute of teachers into their column.
  ///
  /// A function of its own for each column: where one function takes the spans of two, the compiler
  /// (6.3) may leave the second column shared with other replications.
  @inline(never)
  private static func write(
    _ teachers: Span<PaidTeacher>,
    _ attribute: (PaidTeacher) -> UInt8,
    to column: inout [UInt8],
    at first: Int,
  ) {
    var column = column.mutableSpan
    for index in teachers.indices { column[first &+ index] = attribute(teachers[index]) }
  }

  /// Collects the parts of the teachers of a batch for whom something happens, and what hires are
  /// paid on entry.
  private mutating func payOthers(
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ events: ArraySlice<TeacherEvent>,
    in year: PayYear,
  ) {
    let events = events.span
    var next = 0
    for index in batch.others {
      let row = rows.lowerBound + index
      while next < events.count, events[next].row < row { next += 1 }
      let start = next
      while next < events.count, events[next].row == row { next += 1 }
      let career = PayCareer(
        row,
        in: population,
        events: events.extracting(start..<next),
        year: year,
      )
      if let entry = career.entry(in: population, of: year) { entries.append(entry) }
      guard !batch.teachers[index].isWhole else { continue }
      career.addParts(of: population, in: year, until: year.end, to: &parts)
      batch.finish(index, step: career.finalStep(of: year), grade: career.finalGrade)
    }
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
