// SPDX-License-Identifier: GPL-3.0-or-later

/// What the pay of one window goes by: its months, its amounts and the months that are drawn.
package final class PayYear: Sendable {
  package let window: PayWindow
  package let schedule: PaySchedule
  package let rules: PayRules
  let blocks: [PayBlock]
  /// The keys of careers and of the rest, and those of what is paid on entry.
  let keys: PayKeys
  let keysOfEntry: PayKeys
  let paysRetirementMonth: Bool
  /// Whether any item is paid when a hire enters.
  let paysOnEntry: Bool
  /// Whether hires may be paid from a later month on or on entry, unlike others of their kind.
  let hiresDiffer: Bool
  /// The months that a fiscal year of the run holds.
  let booked: Range<Int>
  /// For each month of the window, the month by whose ages and lengths of service it is reckoned.
  let reckoningMonths: [Int]
  /// The months that are booked, cut where anything changes for teachers who are paid whole segments.
  let runs: [PayRun]
  /// The same for what steps and grades make no difference to.
  let wholeRuns: [PayRun]
  /// What ages and lengths of service make of keys.
  let times: PayTimes<PayKey>
  /// Where teachers are counted for whom nothing happens, if that follows from their attributes.
  let places: PayPlaces?
  /// What ages and lengths of service make of these places.
  let timesOfPlaces: PayTimes<Int>?
  private let year: SimulatedYear
  /// How steps rise.
  private let stepRules: PayStepRules
  /// What the window makes of grades and steps.
  let steps: PayStepTable
  private let delays: [Int]
  private let exitMonths: MonthChances
  private let earlyRetirementMonths: MonthChances
  /// The identity of the first teacher hired for the first month of the window.
  private let hireMark: UInt64

  /// The highest step.
  static let highestStep: UInt8 = 100

  /// Reads the values of a window.
  ///
  /// - Parameters:
  ///   - plan: What does not change from year to year.
  ///   - year: The year that ends with the window.
  ///   - workedOut: What earlier windows have made of grades and steps.
  init(_ plan: PayPlan, in year: SimulatedYear, reusing workedOut: inout PayStepTable.OfYears) {
    let rules = plan.rules
    let window = PayWindow(rules, changes: plan.changes, in: year)
    let dimensions = year.dimensions
    func values(_ reference: ParameterReference) -> ParameterValues {
      year.parameters.values(of: reference, at: window.start)
    }
    func whole(_ reference: ParameterReference?, _ axis: Axis, otherwise: Int) -> [Int] {
      let values = reference.map(values)
      return (0..<dimensions.count(axis)).map { member in
        values.map { Int($0[(axis, member)].rounded()) } ?? otherwise
      }
    }
    self.year = year
    self.window = window
    self.rules = rules
    self.blocks = plan.blocks
    self.keys = plan.keys
    self.keysOfEntry = plan.keysOfEntry
    self.paysOnEntry = plan.blocks.last.map { !$0.items.isEmpty } ?? false
    self.schedule = PaySchedule(rules, plan.entitlement, window, in: year)
    let reckoningMonths = rules.settings.reckoningMonths(from: window.start)
    self.reckoningMonths = reckoningMonths
    let firstClock = TeacherClock(window.start + reckoningMonths[0])
    let lastClock = TeacherClock(window.start + reckoningMonths[PayWindow.monthCount - 2])
    let times = PayTimes(plan.keys.parts, from: firstClock, to: lastClock)
    self.times = times
    let booked = window.months(of: plan.fiscalYears)
    self.booked = booked
    self.runs = window.runs(in: booked)
    self.wholeRuns = window.wholeRuns(in: booked)
    self.paysRetirementMonth = values(rules.retirementMonthIsPaid).values[0] > 0
    let startSteps = whole(rules.startStep, .postGrade, otherwise: 1)
    self.stepRules = PayStepRules(
      rises: whole(rules.stepRise, .contract, otherwise: 0).map { UInt8($0) },
      startSteps: startSteps.map { UInt8(max(1, $0)) },
      riseAtStart: window.stepMonth == 0,
      liftsBeforeRise: window.liftsBeforeRise,
    )
    self.steps = workedOut.result(of: stepRules) { PayStepTable(plan.keys, $0) }
    let places = times.areSteady && steps.isSteady ? plan.places : nil
    self.places = places
    self.timesOfPlaces = places.map { PayTimes($0.parts, from: firstClock, to: lastClock) }
    self.delays = whole(rules.entryDelay, .channel, otherwise: 0).map {
      min($0, PayWindow.monthCount - 1)
    }
    self.hiresDiffer = paysOnEntry || delays.contains { $0 > 0 }
    let weights = rules.exitMonth.map(values)
    self.exitMonths = MonthChances(
      (0..<dimensions.count(.exit)).map { weights?.member($0, of: .exit) },
      from: window.start,
    )
    self.earlyRetirementMonths = MonthChances(
      [rules.earlyRetirementMonth.map(values)],
      from: window.start,
    )
    self.hireMark = TeacherIdentity.hire(
      year: year.year - 1,
      channel: 0,
      cell: 0,
      ordinal: 0,
    )
  }

  /// Whether the window leaves nothing to book, nor any step another than it was.
  var isIdle: Bool {
    let paid = 0..<PayWindow.monthCount - (paysRetirementMonth ? 0 : 1)
    return booked.clamped(to: paid).isEmpty && steps.isSteady
  }

  /// Whether a teacher was hired for the first month of the window.
  func isHire(_ id: UInt64) -> Bool {
    id >> TeacherIdentity.yearShift == hireMark >> TeacherIdentity.yearShift
  }

  /// The rows of those who were hired for the first month of the window, who came last.
  func hires(in population: borrowing Population) -> Range<Int> {
    var first = population.count
    while first > 0, isHire(population.id[first - 1]) { first -= 1 }
    return first..<population.count
  }

  /// Whether an item is paid in a month of the window.
  ///
  /// - Parameters:
  ///   - item: The position of the item.
  ///   - month: The month.
  ///   - isEntry: Whether it is the month in which a hire enters.
  /// - Returns: Whether it is.
  func isPaid(_ item: Int, in month: Int, isEntry: Bool) -> Bool {
    let rule = rules.settings.items[item]
    return switch rule.timing {
    case .monthly: rule.isPaid(in: window.start + month)
    case .onEntry: isEntry
    case .never: false
    }
  }

  /// The months that pass before the first pay of a hire.
  func delay(of channel: UInt8) -> Int {
    Int(channel) < delays.count ? delays[Int(channel)] : 0
  }

  /// The month of a window that a calendar month is, from 0 to the thirteenth.
  func index(of month: CompactMonth) -> Int {
    min(max(0, month.month - window.start), PayWindow.monthCount - 1)
  }

  /// The month after the last one that is paid to a teacher who leaves.
  ///
  /// - Parameters:
  ///   - event: What happens.
  ///   - word: The teacher's random word for the month of exit.
  /// - Returns: The month; `nil` for whoever does not leave.
  @inline(__always)
  func end(after event: TeacherEvent.Kind, word: @autoclosure () -> UInt32) -> Int? {
    switch event {
    case .retired(let month): index(of: month) + (paysRetirementMonth ? 1 : 0)
    case .left(let exit): exitMonth(Int(exit), word: word()) + 1
    case .contractEnded(let month): min(index(of: month), PayWindow.monthCount - 1)
    case .earlyRetired, .converted, .promoted: nil
    }
  }

  /// The random word of a teacher for the month of exit.
  func exitWord(id: UInt64) -> UInt32 { year.stream(.exitMonth).bits(for: id) }

  /// Writes the random words of teachers for the month of exit.
  ///
  /// - Parameters:
  ///   - ids: The teachers' identities.
  ///   - words: Where the words go, from its start.
  func fillExitWords(of ids: ArraySlice<UInt64>, into words: inout [UInt32]) {
    year.stream(.exitMonth).fill(ids: ids.span, into: &words)
  }

  /// The month of the window in which a teacher leaves.
  @inline(__always)
  private func exitMonth(_ exit: Int, word: UInt32) -> Int {
    exitMonths.month(of: word, reason: exit)
  }

  /// The month of the window in which early retirement begins.
  func earlyRetirementMonth(id: UInt64) -> Int {
    earlyRetirementMonths.month(of: year.stream(.earlyRetirementMonth).bits(for: id))
  }

  /// The step after the rise of the year.
  @inline(__always)
  func risenStep(_ step: UInt8, contract: UInt8) -> UInt8 {
    min(step &+ stepRules.rises[Int(contract)], Self.highestStep)
  }

  /// The least step of a grade of posts.
  @inline(__always)
  func startStep(of grade: UInt8) -> UInt8 { stepRules.startSteps[Int(grade)] }

  /// The full-time equivalent of a teacher's contract in millionths, as it was stated.
  ///
  /// The column holds it in single precision, whose error would show in the fen.
  @inline(__always)
  static func fullTimeMillionths(of row: Int, in population: borrowing Population) -> Int {
    Int((Double(population.fullTimeShare[row]) * 1e6).rounded())
  }

  /// The position of the situation of a teacher at the start of the window.
  @inline(__always)
  static func situation(of row: Int, in population: borrowing Population) -> Int {
    situation(population.status[row], standbySince: population.standbySince[row])
  }

  /// The position of the situation of those with a status and a start of standby.
  @inline(__always)
  static func situation(_ status: TeacherStatus, standbySince: CompactMonth) -> Int {
    if status == .earlyRetired { return PaySituation.earlyRetired.position }
    return standbySince != .future
      ? PaySituation.standby.position : PaySituation.inPost.position
  }
}
