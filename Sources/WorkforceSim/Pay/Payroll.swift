// SPDX-License-Identifier: GPL-3.0-or-later

/// The pay of one replication: pays window after window and keeps what fiscal years cost.
struct Payroll {
  private let plan: PayPlan
  private let scenario: Scenario
  private var phase: PayPhase
  private var ledger: CostLedger
  private var levels: [PayLevel] = []

  /// Opens the payroll.
  ///
  /// - Parameters:
  ///   - plan: What pay goes by.
  ///   - simulation: The scenario with its tables.
  init(_ plan: PayPlan, _ simulation: Simulation) {
    self.plan = plan
    self.scenario = simulation.scenario
    self.phase = PayPhase(plan.rules)
    self.ledger = CostLedger(
      plan.rules,
      simulation.scenario,
      rows: simulation.layout.required("cost").rows ?? [],
    )
  }

  /// Pays the months up to the counting day of a year.
  ///
  /// - Parameters:
  ///   - population: The teachers; titles have been reviewed, those who left are still there.
  ///   - flows: What happened in the year.
  ///   - year: The year.
  mutating func pay(
    _ population: inout Population,
    flows: inout YearFlows,
    in year: SimulatedYear,
  ) {
    PostGradePhase(plan.rules, in: year).apply(to: &population, flows: &flows)
    let payYear = PayYear(plan, in: year)
    phase.apply(
      to: &population,
      events: flows.eventsByRow,
      in: payYear,
      groups: scenario.dimensions.groupCount,
    )
    ledger.book(phase, payYear.window, in: year)
    if scenario.calendar.years.contains(year.year) {
      levels.append(PayLevel(plan.rules, in: year))
    }
  }

  /// Writes all fiscal years into a record.
  func write(into record: inout [Double], layout: RecordLayout) {
    ledger.write(into: &record, layout: layout, levels: levels)
  }
}

extension YearFlows {
  /// What happened to single teachers, in the order of rows and, for one row, as it happened.
  package var eventsByRow: [TeacherEvent] {
    events.indices.sorted { (events[$0].row, $0) < (events[$1].row, $1) }.map { events[$0] }
  }
}
