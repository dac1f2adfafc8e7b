// SPDX-License-Identifier: GPL-3.0-or-later

/// The pay of one replication: pays window after window and keeps what fiscal years cost.
struct Payroll {
  private let plan: PayPlan
  private let scenario: Scenario
  private var phase: PayPhase
  private var ledger: CostLedger
  private var levels: [PayLevel] = []
  private var workspace = PostGradeWorkspace()
  /// Whose payslips are kept.
  private let watched: PayslipChoice
  /// The payslips kept so far, window by window.
  private(set) var payslips: [Payslip] = []

  /// Opens the payroll.
  ///
  /// - Parameters:
  ///   - plan: What pay goes by.
  ///   - simulation: The scenario with its tables.
  ///   - watched: Whose payslips are kept.
  init(_ plan: PayPlan, _ simulation: Simulation, watched: PayslipChoice) {
    self.plan = plan
    self.watched = watched
    self.scenario = simulation.scenario
    self.phase = PayPhase(plan, groups: simulation.scenario.dimensions.groupCount)
    self.ledger = CostLedger(
      plan.rules,
      simulation.scenario,
      rows: simulation.layout.required("cost").rows ?? [],
    )
  }

  /// What has been worked out for kinds of teachers, which holds wherever parameters are the same.
  var sheets: [[PaySheet]] {
    get { phase.sheets }
    set { phase.sheets = newValue }
  }

  /// Pays the months up to the counting day of a year.
  ///
  /// - Parameters:
  ///   - population: The teachers; titles have been reviewed, those who left are still there.
  ///   - flows: What happened in the year.
  ///   - year: The year.
  ///   - steps: What earlier windows have made of grades and steps.
  mutating func pay(
    _ population: inout Population,
    flows: YearFlows,
    in year: SimulatedYear,
    reusing steps: inout PayStepTable.OfYears,
  ) {
    let payYear = PayYear(plan, in: year, reusing: &steps)
    var laterGrades = population.postGrade
    // Grades make no difference after the last month that is paid.
    if payYear.window.promotionMonth < payYear.booked.upperBound {
      PostGradePhase(plan.rules, in: year)
        .apply(to: population, grades: &laterGrades, using: &workspace)
    }
    let events = flows.eventsByRow
    keepPayslips(of: population, laterGrades, events: events, in: payYear)
    phase.apply(
      to: &population,
      laterGrades: laterGrades,
      events: events,
      in: payYear,
    )
    ledger.book(phase, payYear.window, in: year)
    if scenario.calendar.years.contains(year.year) {
      levels.append(PayLevel(plan.rules, in: year))
    }
  }

  /// Whether promotions of a year are paid before the fiscal year ends in which its months begin.
  ///
  /// - Parameter year: The school year.
  /// - Returns: Whether any month of the fiscal year comes after the promotion.
  func paysPromotionsInFiscalYear(of year: SimulatedYear) -> Bool {
    let window = PayWindow(plan.rules, changes: plan.changes, in: year)
    let segment = window.segments[window.segmentOfMonth[window.promotionMonth]]
    return segment.fiscalYear < year.year
  }

  /// Gives the hires of a year the grade and the step with which they begin.
  ///
  /// - Parameters:
  ///   - population: The teachers, after recruitment.
  ///   - year: The year.
  func enter(_ population: inout Population, in year: SimulatedYear) {
    PostGradePhase(plan.rules, in: year).enter(&population)
  }

  private mutating func keepPayslips(
    of population: borrowing Population,
    _ laterGrades: [UInt8],
    events: [TeacherEvent],
    in year: PayYear,
  ) {
    guard watched != .nobody else { return }
    var next = 0
    for row in 0..<population.count {
      let first = next
      while next < events.count, events[next].row == row { next += 1 }
      guard watched.includes(population.id[row]) else { continue }
      payslips += year.payslips(
        of: row,
        in: population,
        laterGrade: laterGrades[row],
        events: events[first..<next],
      )
    }
  }

  /// Takes over what another payroll has paid so far; what is paid from now on follows the own plan.
  ///
  /// - Parameters:
  ///   - base: The other payroll.
  ///   - rows: The row of the own cost table for each row of the other one's.
  mutating func adopt(_ base: Payroll, rows: [Int]) {
    ledger.adopt(base.ledger, rows: rows)
    levels = base.levels
    payslips = base.payslips
  }

  /// Hands over what has been paid so far, payslips excepted.
  mutating func code(_ coder: inout some StateCoder) throws(StateProblem) {
    try ledger.code(&coder)
    var count = levels.count
    try coder.number(&count)
    guard (0...scenario.calendar.yearCount).contains(count) else { throw StateProblem() }
    if coder.isReading {
      levels = [PayLevel](repeating: PayLevel(scenario.dimensions), count: count)
    }
    for year in levels.indices { try levels[year].code(&coder) }
  }

  /// Writes all fiscal years into a record.
  func write(into record: inout [Double], layout: RecordLayout) {
    ledger.write(into: &record, layout: layout, levels: levels)
  }
}

/// Whose payslips a replication keeps.
package enum PayslipChoice: Hashable, Sendable {
  /// Those of nobody.
  case nobody
  /// Those of teachers with these identities.
  case teachers(Set<UInt64>)
  /// Those of everybody, for small populations.
  case everybody

  /// Whether a teacher's payslips are kept.
  func includes(_ id: UInt64) -> Bool {
    switch self {
    case .nobody: false
    case .teachers(let ids): ids.contains(id)
    case .everybody: true
    }
  }
}
