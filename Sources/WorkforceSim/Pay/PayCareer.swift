// SPDX-License-Identifier: GPL-3.0-or-later

/// What a window brings a teacher month by month: entry, steps, grades, contracts, leaving.
struct PayCareer {
  /// The grade, the contract, the situation and the step at the start and what follows when.
  private let grade: UInt8
  private let laterGrade: UInt8
  private var contract: UInt8
  private var laterContract: UInt8
  private var situation: Int
  private let step: UInt8
  private var laterStep: UInt8
  private var contractMonth = PayWindow.monthCount
  private var earlyRetirementMonth = PayWindow.monthCount
  /// The first month that is paid.
  private(set) var first = 0
  /// The month after the last one that is paid.
  private(set) var end = PayWindow.monthCount - 1
  /// Whether the window is the first one of a hire.
  let isHire: Bool

  private let row: Int

  /// Reads what happens to a teacher.
  ///
  /// - Parameters:
  ///   - row: The teacher's row.
  ///   - population: The teachers; titles have been reviewed, grades have not risen yet.
  ///   - step: The step, which has not risen yet.
  ///   - laterGrade: The grade of posts from the month of promotions on.
  ///   - events: What happens to the teacher in the window.
  ///   - year: The window with its rules.
  init(
    _ row: Int,
    in population: borrowing Population,
    step: UInt8,
    laterGrade: UInt8,
    events: Span<TeacherEvent>,
    year: PayYear,
  ) {
    self.row = row
    self.grade = population.postGrade[row]
    self.laterGrade = laterGrade
    self.contract = population.contract[row]
    self.laterContract = contract
    self.situation = PayYear.situation(of: row, in: population)
    self.step = step
    self.laterStep = step
    self.isHire = year.isHire(population.id[row])
    if isHire { first = year.delay(of: population.channel[row]) }
    for index in events.indices { apply(events[index], id: population.id[row], in: year) }
    // The rise of the step goes by the contract that holds when steps rise.
    let contractOfRise = year.window.stepMonth < contractMonth ? contract : laterContract
    // Hires have not served a full year when steps rise for the first time.
    if !isHire { laterStep = year.risenStep(stepBeforeRise(in: year), contract: contractOfRise) }
  }

  /// The step from which it rises; an earlier month of promotions has lifted it to the start of the
  /// grade.
  private func stepBeforeRise(in year: PayYear) -> UInt8 {
    year.window.liftsBeforeRise ? max(step, year.startStep(of: laterGrade)) : step
  }

  private mutating func apply(_ event: TeacherEvent, id: UInt64, in year: PayYear) {
    switch event.kind {
    case .retired, .left, .contractEnded:
      end = year.end(after: event.kind, word: year.exitWord(id: id)) ?? end
    case .converted(let month, let from):
      contract = from
      contractMonth = year.index(of: month)
    case .earlyRetired:
      // The row is on early retirement already; until the month it was in post.
      earlyRetirementMonth = year.earlyRetirementMonth(id: id)
      situation = PaySituation.inPost.position
    case .promoted:
      // The later grade is known for everybody.
      break
    }
  }

  /// The step that is paid from the end of the window on.
  func finalStep(of year: PayYear) -> UInt8 { step(in: PayWindow.monthCount - 2, of: year) }

  /// The grade of posts that is paid in a month.
  func grade(in month: Int, of year: PayYear) -> UInt8 {
    month >= year.window.promotionMonth ? laterGrade : grade
  }

  /// The salary step that is paid in a month.
  func step(in month: Int, of year: PayYear) -> UInt8 {
    let own = month >= year.window.stepMonth ? laterStep : step
    return max(own, year.startStep(of: grade(in: month, of: year)))
  }

  /// The months at which anything changes, and the keys between them.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - year: The window.
  ///   - limit: The month after the last one that matters.
  ///   - parts: The parts are added to these, cut at segments too.
  func addParts(
    of population: borrowing Population,
    in year: PayYear,
    until limit: Int = PayWindow.monthCount,
    to parts: inout [PayPart],
  ) {
    let end = min(end, limit)
    guard first < end else { return }
    let group = year.keys.group(of: row, in: population)
    let millionths = PayYear.fullTimeMillionths(of: row, in: population)
    let fixed = year.keys.parts.fixedPart(of: row, in: population)
    let start = year.window.start
    let isConstant = year.keys.parts.isTimeConstant(of: row, in: population, from: start)
    var month = first
    while month < end {
      let reckoned = year.reckoningMonths[month]
      let time = year.keys.parts.timePart(
        of: row,
        in: population,
        at: TeacherClock(start + reckoned),
      )
      var next = min(end, nextChange(after: month, in: year.window))
      if !isConstant {
        let changed = (month + 1..<next).first {
          year.reckoningMonths[$0] != reckoned
            && year.keys.parts.timePart(
              of: row,
              in: population,
              at: TeacherClock(start + year.reckoningMonths[$0]),
            ) != time
        }
        next = changed ?? next
      }
      parts.append(
        PayPart(
          months: month..<next,
          key: fixed &+ careerPart(in: month, of: year) &+ time,
          group: group,
          millionths: millionths,
          isEntry: isHire && month == first,
        )
      )
      month = next
    }
  }

  /// The first paid month with the key of what is paid on entry; `nil` for all but hires.
  func entry(in population: borrowing Population, of year: PayYear) -> PayPart? {
    guard isHire, first < end else { return nil }
    let key = year.keysOfEntry.key(
      of: row,
      in: population,
      contract: contract(in: first),
      situation: situation(in: first),
      grade: grade(in: first, of: year),
      step: step(in: first, of: year),
      at: TeacherClock(year.window.start + year.reckoningMonths[first]),
    )
    return PayPart(
      months: first..<(first + 1),
      key: key,
      group: year.keys.group(of: row, in: population),
      millionths: PayYear.fullTimeMillionths(of: row, in: population),
      isEntry: true,
    )
  }

  /// The first month after another one in which the segment or the career is another one.
  private func nextChange(after month: Int, in window: PayWindow) -> Int {
    func later(_ change: Int) -> Int { change > month ? change : PayWindow.monthCount }
    return min(
      window.segments[window.segmentOfMonth[month]].months.upperBound,
      later(window.promotionMonth),
      min(later(window.stepMonth), later(contractMonth), later(earlyRetirementMonth)),
    )
  }

  private func careerPart(in month: Int, of year: PayYear) -> PayKey {
    year.keys.parts.careerPart(contract: contract(in: month), situation: situation(in: month))
      &+ year.keys.gradePart(grade(in: month, of: year))
      &+ year.keys.stepPart(step(in: month, of: year))
  }

  private func contract(in month: Int) -> UInt8 {
    month >= contractMonth ? laterContract : contract
  }

  private func situation(in month: Int) -> Int {
    month >= earlyRetirementMonth ? PaySituation.earlyRetired.position : situation
  }
}

extension PaySituation {
  /// The position of the situation on its axis.
  var position: Int {
    switch self {
    case .inPost: 0
    case .earlyRetired: 1
    case .standby: 2
    }
  }
}
