// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Retirement as a movement of the workforce.
struct RetirementPhaseTests {
  /// Men of an age at the opening who all retire at 60, and choose among offsets.
  private func men(
    _ count: Int,
    age: Int,
    years: Int,
    choice: [(offset: Int, share: Double)] = [(0, 1)],
  ) -> SmallScenario {
    var small = SmallScenario(years: years)
    small.retirement = [RetirementAssignment(category: 0)]
    small.set("retirement.original_age", 60)
    small.set("retirement.first_birth_month", Double(Month(year: 1900, month: 1).index))
    small.set("retirement.maximum_delay", 60)
    small.set("retirement.birth_months_per_step", 1)
    small.set("retirement.flexible_early_limit", 36)
    small.set("retirement.flexible_late_limit", 36)
    small.setRetirementChoice(choice)
    small.add(count, age: age)
    return small
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `nobody goes before the month and everybody by it`(method: ProjectionMethod) throws {
    // Statutory age 65; 62½ at the opening, so 64½ in 2026 and 65½ in 2027.
    var small = men(20, age: 62, years: 4)
    small.method = method
    let runs = try small.run()
    #expect((2025...2028).map { runs.summary("retired", $0)[0] } == [0, 0, 20, 0])
    #expect((2025...2028).map { runs.summary("headcount", $0)[0] } == [20, 20, 0, 0])
  }

  @Test func `a later age retires nobody earlier`() throws {
    var early: [Double] = []
    for delay in [0.0, 12, 30] {
      var small = men(0, age: 40, years: 6)
      for age in 55...64 { small.add(3, age: age) }
      small.set("retirement.maximum_delay", delay)
      early.append(try small.run().summary("headcount", 2028)[0])
    }
    #expect(early[0] < early[1] && early[1] < early[2])
  }

  @Test func `the counting day itself is out of service`() throws {
    var small = men(0, age: 40, years: 1)
    small.set("retirement.maximum_delay", 0)
    small.add(1, age: 59) { teacher, _ in
      teacher.birth = CompactMonth(Month(year: 1965, month: 9))
    }
    small.add(1, age: 59) { teacher, _ in
      teacher.birth = CompactMonth(Month(year: 1965, month: 10))
    }
    #expect(try small.run().populations[0].id == [1])
  }

  private static let choice = [(offset: -12, share: 0.3), (offset: 0, share: 0.5), (12, 0.2)]

  @Test func `the years of retirement follow the choices`() throws {
    // 65½ in 2027: a year earlier 30 %, a year later 20 %.
    let runs = try men(100, age: 62, years: 4, choice: Self.choice).run(replications: 300)
    for (year, share) in [(2026, 0.3), (2027, 0.5), (2028, 0.2)] {
      let law = Binomial(trials: 100, probability: share)
      let retired = runs.summary("retired", year)
      #expect(standardErrors(ofMean: retired, from: law.mean, variance: law.variance) < 5)
      #expect(standardErrors(ofVariance: retired, from: law.variance) < 5)
    }
    let all = runs.total("retired")
    #expect(all.allSatisfy { $0 == 100 })
  }

  @Test func `who is still in post has not chosen a month of the past`() throws {
    // 64½ at the opening: the 30 % who go at 64 are gone. Of the rest 5 in 7 go in 2025.
    let small = men(100, age: 64, years: 3, choice: Self.choice)
    let runs = try small.run(replications: 300)
    let law = Binomial(trials: 100, probability: 5.0 / 7)
    let retired = runs.summary("retired", 2025)
    #expect(standardErrors(ofMean: retired, from: law.mean, variance: law.variance) < 5)
    #expect(standardErrors(ofVariance: retired, from: law.variance) < 5)
    var expected = small
    expected.method = .expected
    #expect(abs(try expected.run().summary("retired", 2025)[0] - 500.0 / 7) < 1e-9)
  }

  @Test func `a choice of nobody changes no bit`() throws {
    let plain = try men(40, age: 62, years: 4).run()
    let zero = try men(40, age: 62, years: 4, choice: [(-24, 0), (0, 1), (6, 0)]).run()
    #expect(plain.records == zero.records)
  }
}
