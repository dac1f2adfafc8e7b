// SPDX-License-Identifier: GPL-3.0-or-later

/// Pays every teacher for the months of a window and raises steps and grades.
///
/// Nobody's pay is looked at alone: teachers of one class, step and segment are paid the same, so
/// each kind is worked out once, and teachers add its figures to their region and stage. Those for
/// whom something happens within the window are taken through it part by part, unless they can be counted like the
/// others until they leave.
package struct PayPhase {
  typealias Lanes = PayTable.Lanes

  /// The items that depend on careers, the rest, and those that are paid on entry.
  private var ofCareers: PayTable
  private var others: PayTable
  private var ofEntry: PayTable
  private var batch = PayBatch()
  private var counter = PlaceCounter()
  private var ends = PayEnds()
  /// The teachers who are paid whole segments, by what depends on careers and by the rest.
  private var tallyOfCareers: PayTally
  private var tallyOfOthers: PayTally
  /// Those of them who leave.
  private var leavers: [PaidLeaver] = []
  /// The parts of those for whom anything else happens, and what hires are paid on entry.
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
    self.tallyOfCareers = PayTally(groups: groups, possible: plan.kindsOfCareers)
    self.tallyOfOthers = PayTally(groups: groups, possible: plan.kindsOfOthers)
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
  ///   - laterGrades: The grades of posts from the month of promotions on.
  ///   - events: What happened to single teachers, in the order of their rows.
  ///   - year: The window.
  mutating func apply(
    to population: inout Population,
    laterGrades: [UInt8],
    events: [TeacherEvent],
    in year: PayYear,
  ) {
    begin(year)
    if !year.isIdle { pay(&population, laterGrades: laterGrades, events: events, in: year) }
    population.postGrade = laterGrades
  }

  /// Pays all teachers and moves their steps.
  private mutating func pay(
    _ population: inout Population,
    laterGrades: [UInt8],
    events: [TeacherEvent],
    in year: PayYear,
  ) {
    let events = withPromotions(events, of: population, to: laterGrades, in: year)
    var careers = PaidCareers(steps: [], grades: laterGrades)
    swap(&careers.steps, &population.salaryStep)
    ends.find(events, in: population, year: year)
    let hires = year.hires(in: population)
    var next = 0
    for (rows, areHires) in [(0..<hires.lowerBound, false), (hires, true)] {
      let differ = areHires && year.hiresDiffer || population.fullTimeShare.shared != 1
      for rows in RowBlocks(rows) {
        let start = next
        while next < events.count, events[next].row < rows.upperBound { next += 1 }
        let events = events[start..<next]
        if let places = differ ? nil : year.places {
          counter.count(
            rows,
            of: population,
            events: events,
            ends,
            careers,
            places,
            in: year,
            leavers: &leavers,
          )
          pay(counter.others, of: population, events, &careers, in: year)
        } else {
          batch.read(
            rows,
            areHires: areHires,
            of: population,
            events: events,
            ends,
            &careers,
            in: year,
          )
          tally(events)
          pay(batch.others, of: population, events, &careers, in: year)
        }
        if parts.count >= Self.mostParts { addParts(in: year) }
      }
    }
    swap(&careers.steps, &population.salaryStep)
    addParts(in: year)
    addTallied(in: year)
  }

  /// What happens to teachers, their rise to other grades included where teachers are counted by
  /// place and anything is paid once they have risen.
  private func withPromotions(
    _ events: [TeacherEvent],
    of population: borrowing Population,
    to laterGrades: [UInt8],
    in year: PayYear,
  ) -> [TeacherEvent] {
    let month = year.window.promotionMonth
    guard year.places != nil, month > 0, ofCareers.payments.pays(from: month) else { return events }
    let grades = population.postGrade
    let promotions = grades.indices.lazy.filter { grades[$0] != laterGrades[$0] }
      .map { TeacherEvent(row: $0, kind: .promoted) }
    return YearFlows.merged(events, Array(promotions))
  }

  /// The parts that are collected before they are added, so that few tables are in use at a time.
  private static let mostParts = 1 << 13

  /// Tallies the teachers of a batch who are paid whole segments, those who leave included.
  private mutating func tally(_ events: ArraySlice<TeacherEvent>) {
    let batchTeachers = batch.teachers
    let teachers = batchTeachers.span.extracting(first: batch.count)
    tallyOfCareers.add(teachers) { ($0.careers, $0.group) }
    tallyOfOthers.add(teachers) { (PayKey($0.others, $0.others), $0.group) }
    var event = events.startIndex
    for leaving in batch.leaving {
      while events[event].row < leaving.row { event += 1 }
      guard let end = ends[event] else { continue }
      let teacher = leaving.teacher
      let careers = tallyOfCareers.add(teacher.careers, teacher.group)
      let others = tallyOfOthers.add(PayKey(teacher.others, teacher.others), teacher.group)
      leavers.append(
        PaidLeaver(
          kinds: (Int32(careers), Int32(others)),
          group: teacher.group,
          end: Int32(end),
        )
      )
    }
  }

  /// Collects the parts of teachers for whom anything else happens, and what hires are paid on entry.
  private mutating func pay(
    _ others: [OtherTeacher],
    of population: borrowing Population,
    _ events: ArraySlice<TeacherEvent>,
    _ careers: inout PaidCareers,
    in year: PayYear,
  ) {
    let events = events.span
    var next = 0
    for other in others {
      while next < events.count, events[next].row < other.row { next += 1 }
      let start = next
      while next < events.count, events[next].row == other.row { next += 1 }
      let career = PayCareer(
        other.row,
        in: population,
        step: other.step,
        laterGrade: careers.grades[other.row],
        events: events.extracting(start..<next),
        year: year,
      )
      if let entry = career.entry(in: population, of: year) { entries.append(entry) }
      guard !other.isCounted else { continue }
      career.addParts(of: population, in: year, until: year.booked.upperBound, to: &parts)
      careers.steps[other.row] = career.finalStep(of: year)
    }
  }

  private mutating func begin(_ year: PayYear) {
    ofCareers.begin(year)
    others.begin(year)
    ofEntry.begin(year)
    tallyOfCareers.removeAll()
    tallyOfOthers.removeAll()
    leavers.removeAll(keepingCapacity: true)
    if let places = year.places { counter.begin(places) }
    totals.removeAll(keepingCapacity: true)
    totals.append(
      contentsOf: repeatElement(
        Lanes(),
        count: year.window.segments.count * groups * laneCount,
      )
    )
  }

  private mutating func addTallied(in year: PayYear) {
    if let places = year.places {
      let (ofCareers, ofOthers) = counter.takeCounts(at: places)
      tallyOfCareers.add(ofCareers[...])
      tallyOfOthers.add(ofOthers[...])
    }
    ofCareers.add(
      tallyOfCareers,
      leaving: leavers,
      by: { $0.kinds.careers },
      in: year,
      to: &totals,
      at: 0,
      width: laneCount,
    )
    others.add(
      tallyOfOthers,
      leaving: leavers,
      by: { $0.kinds.others },
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
