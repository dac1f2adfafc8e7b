// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a run of teachers column by column, to tell who is paid whole segments.
struct PayBatch {
  /// The teachers who are paid whole segments, and room for more.
  private(set) var teachers = [PaidTeacher](repeating: PaidTeacher(), count: RowBlocks.size)
  /// How many they are.
  private(set) var count = 0
  /// Those who are so up to the month in which they leave, in the order of their rows.
  private(set) var leaving: [LeavingTeacher] = []
  /// The rest, and those who are paid on entry, in the order of their rows.
  private(set) var others: [OtherTeacher] = []
  /// The keys of all teachers at the start of the window, grades and steps excepted.
  private var keys = [PayKey](repeating: .zero, count: RowBlocks.size)
  /// What happens to all teachers within the window.
  private var changes = [PaidChange](repeating: [], count: RowBlocks.size)

  /// Reads teachers and raises their steps.
  ///
  /// - Parameters:
  ///   - rows: Their rows, a block at most.
  ///   - areHires: Whether the window is the first one of these teachers.
  ///   - population: The teachers; grades have not risen yet.
  ///   - events: What happens to them, in the order of their rows.
  ///   - ends: Until when those are paid to whom it happens.
  ///   - careers: The steps and the grades of all teachers.
  ///   - year: The window.
  mutating func read(
    _ rows: Range<Int>,
    areHires: Bool,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    _ ends: PayEnds,
    _ careers: inout PaidCareers,
    in year: PayYear,
  ) {
    Self.begin(&keys, &changes, rows, areHires, of: population, events: events, ends, in: year)
    leaving.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    count = Self.raise(
      keys,
      changes,
      rows,
      areHires: areHires,
      of: population,
      &careers,
      to: &teachers,
      &leaving,
      &others,
      in: year,
    )
  }

  /// Reads how the window finds teachers and what happens to them.
  private static func begin(
    _ keys: inout [PayKey],
    _ changes: inout [PaidChange],
    _ rows: Range<Int>,
    _ areHires: Bool,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    _ ends: PayEnds,
    in year: PayYear,
  ) {
    var sums = keys.mutableSpan
    var changes = changes.mutableSpan
    for index in 0..<rows.count { changes[index] = [] }
    year.keys.parts.begin(&sums, of: rows, in: population)
    year.times.add(rows, of: population, to: &sums, &changes)
    if areHires || population.fullTimeShare.shared != 1 {
      for row in rows {
        let waits = areHires && year.delay(of: population.channel[row]) > 0
        guard waits || population.fullTimeShare[row] != 1 else { continue }
        changes[row - rows.lowerBound].insert(.irregular)
      }
    }
    for number in events.indices {
      let index = events[number].row - rows.lowerBound
      let onlyLeaves = !areHires && !changes[index].contains(.moved) && ends[number] != nil
      changes[index].insert(onlyLeaves ? .moved : [.moved, .irregular])
    }
  }

  /// Works out the keys before steps and grades change and from then on, and parts those who are
  /// paid whole segments from those who leave and from the others.
  ///
  /// - Returns: The number of those who are paid whole segments.
  private static func raise(
    _ keys: [PayKey],
    _ changes: [PaidChange],
    _ rows: Range<Int>,
    areHires: Bool,
    of population: borrowing Population,
    _ careers: inout PaidCareers,
    to teachers: inout [PaidTeacher],
    _ leaving: inout [LeavingTeacher],
    _ others: inout [OtherTeacher],
    in year: PayYear,
  ) -> Int {
    let table = year.steps
    let (paidSteps, places) = (table.steps.span, table.placeOfContract.span)
    let careersChangeOthers = year.keys.careersChangeOthers
    let areOthers = (hires: areHires && year.paysOnEntry, graded: year.window.changesTwice)
    let laterGrades = careers.grades
    let firstGrades = year.window.promotionMonth == 0 ? laterGrades : population.postGrade
    let groupOfCell = year.keys.groupOfCell
    let groups = groupOfCell.span
    let starts = keys.span.extracting(0..<rows.count)
    let changes = changes.span.extracting(0..<rows.count)
    let cells = population.cell.span.extracting(rows)
    let contracts = population.contract.span.extracting(rows)
    let (first, later) = (firstGrades.span.extracting(rows), laterGrades.span.extracting(rows))
    var steps = careers.steps.mutableSpan
    var teachers = teachers.mutableSpan
    var count = 0
    for index in 0..<rows.count {
      let row = rows.lowerBound &+ index
      let start = starts[index]
      let step = steps[row]
      // Hires do not rise, and the first place is that of no rise.
      let place = (areHires ? 0 : places[Int(contracts[index])]) &+ Int(step)
      let before = paidSteps[place &+ Int(first[index]) &* PayStepTable.stepCount]
      let after = paidSteps[place &+ Int(later[index]) &* PayStepTable.stepCount]
      steps[row] = after.step
      let keys = (before: start &+ before.before, after: start &+ after.after)
      let isRegular =
        !(changes[index].contains(.irregular) || areOthers.graded && first[index] != later[index]
        || careersChangeOthers && keys.before.y != keys.after.y)
      let isWhole = isRegular && !changes[index].contains(.moved)
      let teacher = PaidTeacher(
        careers: PayKey(keys.before.x, keys.after.x),
        others: keys.before.y,
        group: groups[Int(cells[index])],
      )
      teachers[count] = teacher
      count &+= isWhole ? 1 : 0
      guard !isWhole || areOthers.hires else { continue }
      if isRegular, !isWhole {
        leaving.append(LeavingTeacher(row: row, teacher: teacher))
      } else {
        others.append(OtherTeacher(row: row, step: step, isCounted: isWhole))
      }
    }
    return count
  }
}

/// The salary steps and the grades of posts of all teachers while a window is paid.
struct PaidCareers {
  /// The steps; those of the end of the window for teachers who have been read.
  var steps: [UInt8]
  /// The grades at the end of the window.
  let grades: [UInt8]
}
