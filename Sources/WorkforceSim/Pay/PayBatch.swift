// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a run of teachers column by column, to tell who is paid whole segments.
struct PayBatch {
  /// The teachers who are paid whole segments, and room for more.
  private(set) var teachers = [PaidTeacher](repeating: PaidTeacher(), count: RowBlocks.size)
  /// How many they are.
  private(set) var count = 0
  /// Those who are not, and those who are paid on entry, in the order of their rows.
  private(set) var others: [OtherTeacher] = []
  /// All teachers at the start of the window, and room for more.
  private var starts = [PayStart](repeating: PayStart(), count: RowBlocks.size)

  /// Reads teachers and raises their steps.
  ///
  /// - Parameters:
  ///   - rows: Their rows, a block at most.
  ///   - areHires: Whether the window is the first one of these teachers.
  ///   - population: The teachers; grades have not risen yet.
  ///   - events: What happens to them, in the order of their rows.
  ///   - careers: The steps and the grades of all teachers.
  ///   - year: The window.
  mutating func read(
    _ rows: Range<Int>,
    areHires: Bool,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    _ careers: inout PaidCareers,
    in year: PayYear,
  ) {
    begin(rows, areHires: areHires, of: population, events: events, in: year)
    others.removeAll(keepingCapacity: true)
    count = Self.raise(
      starts,
      rows,
      areHires: areHires,
      of: population,
      &careers,
      to: &teachers,
      &others,
      in: year,
    )
  }

  /// Reads how the window finds teachers and what happens to them.
  private mutating func begin(
    _ rows: Range<Int>,
    areHires: Bool,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    in year: PayYear,
  ) {
    var starts = starts.mutableSpan
    year.keys.begin(&starts, of: rows, in: population)
    year.times.add(rows, of: population, to: &starts)
    if areHires || population.fullTimeShare.shared != 1 {
      for row in rows {
        let waits = areHires && year.delay(of: population.channel[row]) > 0
        guard waits || population.fullTimeShare[row] != 1 else { continue }
        starts[row - rows.lowerBound].isIrregular = true
      }
    }
    for event in events {
      let index = event.row - rows.lowerBound
      if starts[index].isMoved || !event.kind.isLeaving { starts[index].isIrregular = true }
      starts[index].isMoved = true
    }
  }

  /// Works out the keys before steps and grades change and from then on, and parts those who are
  /// paid whole segments from the others.
  ///
  /// - Returns: The number of those who are paid whole segments.
  private static func raise(
    _ starts: [PayStart],
    _ rows: Range<Int>,
    areHires: Bool,
    of population: borrowing Population,
    _ careers: inout PaidCareers,
    to teachers: inout [PaidTeacher],
    _ others: inout [OtherTeacher],
    in year: PayYear,
  ) -> Int {
    let table = year.steps
    let (paidSteps, places) = (table.steps.span, table.placeOfContract.span)
    let careersChangeOthers = year.keys.careersChangeOthers
    let areOthers = (hires: areHires && year.paysOnEntry, graded: year.window.changesTwice)
    let laterGrades = careers.grades
    let firstGrades = year.window.promotionMonth == 0 ? laterGrades : population.postGrade
    let starts = starts.span.extracting(0..<rows.count)
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
      let keys = (before: start.key &+ before.before, after: start.key &+ after.after)
      let isRegular =
        !(start.isIrregular || areOthers.graded && first[index] != later[index]
        || careersChangeOthers && keys.before.y != keys.after.y)
      let isWhole = isRegular && !start.isMoved
      teachers[count] = PaidTeacher(
        careers: PayKey(keys.before.x, keys.after.x),
        others: keys.before.y,
        group: start.group,
      )
      count &+= isWhole ? 1 : 0
      guard !isWhole || areOthers.hires else { continue }
      others.append(
        OtherTeacher(
          row: row,
          before: keys.before,
          after: keys.after,
          group: start.group,
          step: step,
          isHire: areHires,
          isRegular: isRegular,
          isMoved: start.isMoved,
        )
      )
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
