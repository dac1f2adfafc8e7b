// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// A scenario goes on from a year of another one.
struct ForkTests {
  private static let firstYear = 2025

  /// Runs a scenario from a year of another one on.
  private func run(
    _ whatIf: Scenario,
    from base: Scenario,
    at year: Int,
    replications: Int = 2,
  ) throws -> Runs {
    let simulation = try Simulation(whatIf).continuing(Simulation(base), after: year)
    return try Runs(simulation, replications: replications)
  }

  /// Every scenario with which nothing may change, and its name.
  private func scenario(_ name: String, _ method: ProjectionMethod) -> Scenario {
    switch name {
    case "schools":
      var built = SchoolScenario.everythingPaid(seed: 7, years: 5)
      built.small.method = method
      return built.scenario(replications: 2)
    case "previous headcount":
      var small = SmallScenario.everythingPaid(years: 4)
      small.titles?.base = .previousHeadcount
      small.method = method
      return small.scenario(replications: 2)
    default:
      var small = SmallScenario.everythingPaid(years: 4)
      small.method = method
      return small.scenario(replications: 2)
    }
  }

  /// Scenarios with every phase on.
  static let complete: [(name: String, method: ProjectionMethod)] = [
    ("counties", .individuals), ("previous headcount", .individuals), ("schools", .individuals),
  ]

  @Test(arguments: complete)
  func `a scenario that goes on from itself changes no bit, whatever the year`(
    name: String,
    method: ProjectionMethod,
  ) throws {
    let scenario = scenario(name, method)
    let base = try Runs(Simulation(scenario), replications: 2, payslips: .everybody)
    for year in scenario.calendar.years.dropLast() {
      let simulation = try Simulation(scenario).continuing(Simulation(scenario), after: year)
      let forked = try Runs(simulation, replications: 2, payslips: .everybody)
      #expect(forked.records == base.records, "at \(year)")
      #expect(forked.populations.map(\.id) == base.populations.map(\.id))
      #expect(forked.payslips == base.payslips, "at \(year)")
    }
  }

  @Test func `in expected values too`() throws {
    var small = SmallScenario.everythingOn(years: 4)
    small.method = .expected
    let scenario = small.scenario()
    let base = try small.run()
    for year in 2025...2027 {
      #expect(try run(scenario, from: scenario, at: year, replications: 1).records == base.records)
    }
  }

  @Test(arguments: ["exits.multiplier", "recruitment.multiplier", "pay.post_pay.amount"])
  func `what changes after the year only is what an ordinary run has`(name: String) throws {
    let base = SmallScenario.everythingPaid(years: 4)
    var whatIf = base
    // The last month before it is September 2026, which is paid to those who retire in it.
    let from =
      name.hasPrefix("pay.") ? Month(year: 2026, month: 10) : Month(year: 2027, month: 9)
    whatIf.change(name) { $0.adjustments.append(ParameterAdjustment(from: from, factor: 1.5)) }
    let ordinary = try whatIf.run(replications: 2)
    #expect(
      try run(whatIf.scenario(), from: base.scenario(), at: 2026).records == ordinary.records
    )
    #expect(try base.run(replications: 2).records != ordinary.records)
  }

  @Test func `the years before are the run's though the scenario differs in them`() throws {
    let base = SmallScenario.everythingPaid(years: 4)
    var whatIf = base
    for name in ["exits.multiplier", "need.class_size", "enrolment.births", "pay.post_pay.amount"] {
      whatIf.change(name) { $0.adjustments.append(ParameterAdjustment(from: nil, factor: 1.4)) }
    }
    let before = try base.run(replications: 2)
    let forked = try run(whatIf.scenario(), from: base.scenario(), at: 2026)
    let width = before.layout.width
    for (left, right) in zip(forked.records, before.records) {
      #expect(left[..<width] == right[..<width])
      for place in width..<(2 * width) where !isOfFiscalYear(place - width, before.layout) {
        #expect(left[place] == right[place], "\(place - width)")
      }
      #expect(left[(2 * width)...] != right[(2 * width)...])
    }
  }

  /// Whether a figure is one of a fiscal year, whose last months lie after the counting day.
  private func isOfFiscalYear(_ position: Int, _ layout: RecordLayout) -> Bool {
    let measures = RecordLayout.summaryMeasures.map(\.code)
    if position < measures.count { return ["cost", "pay_per_head"].contains(measures[position]) }
    return ["cost", "pay", "pay_level"].contains { name in
      let table = layout.required(name)
      return (table.offset..<(table.offset + (table.rows?.count ?? table.count))).contains(position)
    }
  }

  @Test func `a fork can be forked again, at a later or an earlier year`() throws {
    let scenario = SmallScenario.everythingPaid(years: 4).scenario()
    let base = try Runs(Simulation(scenario), replications: 2)
    for (first, second) in [(2025, 2027), (2026, 2026), (2027, 2025)] {
      let fork = try Simulation(scenario).continuing(Simulation(scenario), after: first)
      let again = try Simulation(scenario).continuing(fork, after: second)
      #expect(try Runs(again, replications: 2).records == base.records)
    }
  }

  @Test func `the last year of the run may be earlier or later`() throws {
    let long = SmallScenario.everythingPaid(years: 4)
    let short = SmallScenario.everythingPaid(years: 2)
    let whole = try long.run(replications: 2)
    let longer = try run(long.scenario(), from: short.scenario(), at: 2026)
    #expect(longer.records == whole.records)
    let shorter = try run(short.scenario(), from: long.scenario(), at: 2025)
    #expect(shorter.records == (try short.run(replications: 2).records))
  }

  @Test func `one, two and four threads give the same figures`() async throws {
    let base = SmallScenario.everythingPaid(years: 3)
    var whatIf = base
    whatIf.change("exits.multiplier") {
      $0.adjustments.append(ParameterAdjustment(from: nil, factor: 2))
    }
    let simulation = try Simulation(whatIf.scenario(replications: 6))
      .continuing(Simulation(base.scenario()), after: 2025)
    let one = try await simulation.run(threads: 1).allFigures
    #expect(try await simulation.run(threads: 2).allFigures == one)
    #expect(try await simulation.run(threads: 4).allFigures == one)
  }
}
