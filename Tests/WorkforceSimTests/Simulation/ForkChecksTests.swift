// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What keeps a scenario from going on from a year of another one.
struct ForkChecksTests {
  private func problems(_ whatIf: Scenario, from base: Scenario, at year: Int) throws -> [String] {
    let simulations = (try Simulation(whatIf), try Simulation(base))
    do {
      _ = try simulations.0.continuing(simulations.1, after: year)
      return []
    } catch {
      return error.problems
    }
  }

  private let base = SmallScenario.everythingPaid(years: 3)

  @Test(arguments: [(2024, false), (2025, true), (2026, true), (2027, false)])
  func `the year is one of the run's but the last`(year: Int, isAllowed: Bool) throws {
    let found = try problems(base.scenario(), from: base.scenario(), at: year)
    #expect(found.isEmpty == isAllowed, "\(found)")
    if !isAllowed { #expect(found.first?.contains("from 2025 to 2026") == true, "\(found)") }
  }

  @Test func `everything that differs is named at once`() throws {
    var other = base
    other.seed += 1
    other.method = .expected
    other.calendar = SchoolCalendar(firstMonthOfYear: 4, firstYear: 2026, lastYear: 2028)
    other.enrolment = nil
    let found = try problems(other.scenario(), from: base.scenario(), at: 2026)
    for text in ["the seed", "'method'", "the first year", "in month 4", "'enrolment' is off"] {
      #expect(found.contains { $0.contains(text) }, "\(text) is missing in \(found)")
    }
  }

  @Test func `a section that the run has not cannot begin in the middle`() throws {
    var without = base
    without.pay = nil
    let found = try problems(base.scenario(), from: without.scenario(), at: 2026)
    #expect(found.contains { $0.contains("'pay' is on, but off in the run") }, "\(found)")
  }

  @Test func `lists have the same members in the same order`() throws {
    var other = base
    other.declare(.channel, "funded", "open")
    let order = try problems(other.scenario(), from: base.scenario(), at: 2026)
    #expect(order.contains { $0.contains("'channel' stands in another order") }, "\(order)")
  }

  @Test func `schools are the same`() throws {
    let base = SchoolScenario.everythingOn(seed: 7)
    var other = base
    other.listed.removeLast()
    let code = base.listed[base.listed.count - 1].code
    let found = try problems(other.scenario(), from: base.scenario(), at: 2026)
    #expect(found.contains { $0.contains("'schools' lacks \(code)") }, "\(found)")
  }

  @Test func `a payer who pays only later has rows of its own`() throws {
    var early = SmallScenario(years: 3)
    early.add(40, age: 40)
    early.declare(.payer, "county", "province")
    early.addItem("pay", 1_000)
    early.set("pay.pay.payer_share", by: [.payer], 1, 0)
    var late = early
    late.set(
      "pay.pay.payer_share",
      by: [.payer],
      dated: [
        (Month(year: 1900, month: 1), [1, 0]), (Month(year: 2026, month: 10), [0.5, 0.5]),
      ],
    )
    let simulation = try Simulation(late.scenario())
      .continuing(Simulation(early.scenario()), after: 2026)
    let forked = try Runs(simulation, replications: 1)
    #expect(forked.records == (try late.run().records))
    let never = try problems(early.scenario(), from: late.scenario(), at: 2026)
    #expect(never.contains { $0.contains("province") && $0.contains("never has") }, "\(never)")
  }
}
