// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Leave and what it takes from the available full-time equivalents.
struct LeavePhaseTests {
  private func teachers(
    _ count: Int,
    probability: Double,
    months: Double,
    years: Int = 1,
  ) -> SmallScenario {
    var small = SmallScenario(years: years)
    small.add(count, age: 40)
    small.hasLeave = true
    small.set("leave.all.probability", probability)
    small.set("leave.all.months", months)
    return small
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `without leave everybody is available`(method: ProjectionMethod) throws {
    for (probability, months) in [(0.0, 6.0), (0.5, 0.0)] {
      var small = teachers(50, probability: probability, months: months)
      small.method = method
      let runs = try small.run()
      #expect(runs.summary("available", 2025) == [50])
      #expect(runs.summary("headcount", 2025) == [50])
    }
  }

  @Test func `leave of two years and more takes the whole of the second year`() throws {
    let runs = try teachers(50, probability: 1, months: 24, years: 2).run()
    #expect(runs.summary("available", 2025)[0] < 50)
    #expect(runs.summary("available", 2026) == [0])
    #expect(runs.summary("fte", 2026) == [50])
    #expect(runs.summary("headcount", 2026) == [50])
  }

  @Test func `the first year loses the part of a leave that lies in it`() throws {
    // Six months from a month s of 0…11: min(6, 12 − s) months lie in the year, together
    // 7 · 6 + 5 + 4 + 3 + 2 + 1 = 57 of 144; squares 7 · 36 + 55 = 307 of 1728.
    let runs = try teachers(100, probability: 0.2, months: 6).run(replications: 300)
    let share = 0.2 * 57 / 144
    let variance = 0.2 * 307 / 1728 - share * share
    let absent = runs.summary("available", 2025).map { 100 - $0 }
    #expect(standardErrors(ofMean: absent, from: 100 * share, variance: 100 * variance) < 5)
    #expect(standardErrors(ofVariance: absent, from: 100 * variance, excessKurtosis: 1) < 5)
  }

  @Test func `settled leave has the renewal mean, and the expected projection the same`() throws {
    // A leave of m = 6 months that begins in one of the last 5 months is carried into the next
    // year, in which no other begins. With f the share of teachers free to begin one,
    // f + f p 5/12 = 1; a leave takes 6 months, this year or the next: f p 6/12.
    let free = 1 / (1 + 0.4 * 5 / 12)
    let share = free * 0.4 * 6 / 12
    let small = teachers(100, probability: 0.4, months: 6, years: 12)
    let absent = try small.run(replications: 100).summary("available", 2036).map { 100 - $0 }
    #expect(standardErrors(ofMean: absent, from: 100 * share, variance: variance(absent)) < 5)
    var expected = small
    expected.method = .expected
    let available = try expected.run().summary("available", 2036)[0]
    #expect(abs(100 - available - 100 * share) < 1e-4)
  }

  @Test func `more and longer leave takes more`() throws {
    func available(_ probability: Double, _ months: Double) throws -> Double {
      try teachers(200, probability: probability, months: months).run()
        .summary("available", 2025)[0]
    }
    let base = try available(0.1, 4)
    #expect(try available(0.2, 4) < base)
    #expect(try available(0.1, 8) < base)
  }

  @Test func `the kinds of leave exclude each other`() throws {
    let kinds = Dimension(.leave, [Member("maternity"), Member("sickness")])
    var small = SmallScenario(dimensions: Dimensions([kinds]))
    small.add(1000, age: 30)
    small.hasLeave = true
    small.set("leave.maternity.probability", 0.3)
    small.set("leave.maternity.months", 1)
    small.set("leave.sickness.probability", 0.7)
    small.set("leave.sickness.months", 100)
    let population = try small.run().populations[0]
    // A month, or the rest of the year with a long carry.
    let month = CompactMonth(Month(year: 2026, month: 9))
    let long = population.leaveEnd.count { $0.months > month.months }
    #expect(population.leaveShare.allSatisfy { $0 > 0 })
    #expect(abs(Double(long) - 700) < 5 * (1000 * 0.21).squareRoot())
  }

  @Test func `leave moves nobody and changes no other figure`() throws {
    var on = teachers(100, probability: 0.3, months: 7, years: 3)
    on.hasExits = true
    on.set("exits.all.probability", 0.1)
    var off = on
    off.hasLeave = false
    let (with, without) = (try on.run(), try off.run())
    #expect(with.populations[0].id == without.populations[0].id)
    var none = on
    none.set("leave.all.probability", 0)
    #expect(try none.run().records == without.records)
  }
}
