// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a run of teachers column by column, to tell who is paid whole segments.
struct PayBatch {
  /// The teachers that were read last, in the order of their rows, and room for more.
  private(set) var teachers = [PaidTeacher](repeating: PaidTeacher(), count: RowBlocks.size)

  /// The numbers of those who are not paid whole segments, or are paid on entry, in rising order.
  private(set) var others: [Int] = []

  /// Reads teachers.
  ///
  /// - Parameters:
  ///   - rows: Their rows, a block at most.
  ///   - population: The teachers; steps and grades have not risen yet.
  ///   - events: What happens to them, in the order of their rows.
  ///   - year: The window.
  mutating func read(
    _ rows: Range<Int>,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    in year: PayYear,
  ) {
    var others: [Int] = []
    swap(&others, &self.others)
    others.removeAll(keepingCapacity: true)
    var teachers = teachers.mutableSpan
    year.keys.begin(&teachers, of: rows, in: population)
    year.times.add(rows, of: population, to: &teachers)
    Self.apply(events, first: rows.lowerBound, to: &teachers, in: year)
    Self.raise(rows, of: population, &teachers, &others, in: year)
    self.others = others
  }

  /// Notes the step and the grade of a teacher at the end of the window.
  mutating func finish(_ index: Int, step: UInt8, grade: UInt8) {
    teachers[index].step = step
    teachers[index].grade = grade
  }

  /// Notes the grades to which teachers rise together with their steps, and to whom anything else
  /// happens.
  private static func apply(
    _ events: ArraySlice<TeacherEvent>,
    first: Int,
    to teachers: inout MutableSpan<PaidTeacher>,
    in year: PayYear,
  ) {
    let rise = year.window.promotionMonth == year.window.stepMonth
    var last = -1
    for event in events {
      let index = event.row - first
      if rise, index != last, case .graded(let grade) = event.kind {
        teachers[index].grade = grade
      } else {
        teachers[index].isWhole = false
      }
      last = index
    }
  }

  /// Works out the keys until steps rise and from then on, and lists those who are not paid whole
  /// segments, and hires where anything is paid on entry.
  private static func raise(
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ teachers: inout MutableSpan<PaidTeacher>,
    _ others: inout [Int],
    in year: PayYear,
  ) {
    let (careersOfYear, startStepsOfYear, risesOfYear) = (
      year.careers, year.startSteps, year.rises,
    )
    let (careers, startSteps) = (careersOfYear.span, startStepsOfYear.span)
    let rises = risesOfYear.span
    let hireMark = year.hireMark
    let (paysOnEntry, careersChangeOthers) = (year.paysOnEntry, year.keys.careersChangeOthers)
    let shares = population.fullTimeShare
    let isPartTime = shares.shared != 1
    let ids = population.id.span.extracting(rows)
    let grades = population.postGrade.span.extracting(rows)
    let steps = population.salaryStep.span.extracting(rows)
    let contracts = population.contract.span.extracting(rows)
    for index in ids.indices {
      let grade = Int(teachers[index].grade)
      let known = steps[index]
      // Hires have not served a full year when steps rise for the first time.
      let isHire = PayYear.isHire(ids[index], mark: hireMark)
      let rise = isHire ? 0 : rises[Int(contracts[index])]
      let step = max(min(known &+ rise, PayYear.highestStep), startSteps[grade])
      let atStart = teachers[index].before
      let before = atStart &+ careers[Int(grades[index]) &* PayYear.stepCount &+ Int(known)]
      let after = atStart &+ careers[grade &* PayYear.stepCount &+ Int(step)]
      teachers[index].before = before
      teachers[index].after = after
      teachers[index].step = step
      let row = rows.lowerBound &+ index
      let isDelayed = isHire && year.delay(of: population.channel[row]) > 0
      let changes = careersChangeOthers && before.y != after.y
      if isPartTime && shares[row] != 1 || isDelayed || changes { teachers[index].isWhole = false }
      if isHire && paysOnEntry || !teachers[index].isWhole { others.append(index) }
    }
  }
}
