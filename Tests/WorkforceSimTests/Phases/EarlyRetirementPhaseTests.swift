// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Early retirement (退养).
struct EarlyRetirementPhaseTests {
  /// Teachers who retire at 60, eligible within five years of it or after 30 years of service.
  private func small(takeUp: Double, years: Int = 1) -> SmallScenario {
    var small = SmallScenario(years: years)
    small.retirement = [RetirementAssignment(category: 0)]
    small.set("retirement.original_age", 60)
    small.hasEarlyRetirement = true
    small.set("early_retirement.years_before", 5)
    small.set("early_retirement.service_years", 30)
    small.set("early_retirement.take_up", takeUp)
    return small
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `take-up 0 moves nobody and take-up 1 all who are eligible`(
    method: ProjectionMethod
  ) throws {
    for (takeUp, moved) in [(0.0, 0.0), (1.0, 15.0)] {
      var small = small(takeUp: takeUp)
      small.method = method
      // At the counting day: 50½ with 27 years, 56½ with 33 − 25 = 8 years, 48½ with 31 years.
      small.add(10, age: 49)
      small.add(8, age: 55) { teacher, _ in
        teacher.serviceStart = CompactMonth(Month(year: 2017, month: 9))
      }
      small.add(7, age: 47) { teacher, _ in
        teacher.serviceStart = CompactMonth(Month(year: 1994, month: 9))
      }
      let runs = try small.run()
      #expect(runs.summary("early_retired", 2025) == [moved])
      #expect(runs.summary("early_retired_stock", 2025) == [moved])
      #expect(runs.summary("headcount", 2025) == [25 - moved])
    }
  }

  @Test func `eligibility begins in the month itself`() throws {
    var small = small(takeUp: 1)
    // The counting day is 1 September 2025; sixty are reached in September or October 2030.
    for month in [9, 10] {
      small.add(1, age: 54) { teacher, _ in
        teacher.birth = CompactMonth(Month(year: 1970, month: month))
        teacher.serviceStart = CompactMonth(Month(year: 2010, month: 9))
      }
    }
    let population = try small.run().populations[0]
    #expect(population.status == [.earlyRetired, .inPost])
  }

  @Test func `the early retired leave the rolls at the statutory month, without a second exit`()
    throws
  {
    var small = small(takeUp: 1, years: 5)
    small.add(10, age: 56)
    let runs = try small.run()
    // 57½ in 2025; 60½ in 2028.
    #expect(
      (2025...2029).map { runs.summary("early_retired_stock", $0)[0] } == [10, 10, 10, 0, 0]
    )
    #expect(runs.total("retired") == [0])
    #expect(runs.total("early_retired") == [10])
  }

  @Test func `take-up is binomial and its expectation exact`() throws {
    var small = small(takeUp: 0.3, years: 2)
    small.add(80, age: 56)
    let runs = try small.run(replications: 300)
    for (elapsed, share) in [(1, 0.3), (2, 0.7 * 0.3)] {
      let law = Binomial(trials: 80, probability: share)
      let moved = runs.summary("early_retired", 2024 + elapsed)
      #expect(standardErrors(ofMean: moved, from: law.mean, variance: law.variance) < 5)
      #expect(standardErrors(ofVariance: moved, from: law.variance) < 5)
    }
    small.method = .expected
    let expected = try small.run()
    #expect(abs(expected.summary("early_retired", 2026)[0] - 80 * 0.21) < 1e-9)
    #expect(abs(expected.summary("early_retired_stock", 2026)[0] - 80 * 0.51) < 1e-9)
  }

  @Test func `a wider window and a higher take-up move more`() throws {
    func moved(yearsBefore: Double, takeUp: Double) throws -> Double {
      var small = small(takeUp: takeUp)
      small.set("early_retirement.years_before", yearsBefore)
      for age in 45...58 { small.add(10, age: age) }
      small.set("early_retirement.service_years", 99)
      return try small.run().summary("early_retired", 2025)[0]
    }
    let base = try moved(yearsBefore: 5, takeUp: 0.2)
    #expect(try moved(yearsBefore: 8, takeUp: 0.2) > base)
    #expect(try moved(yearsBefore: 5, takeUp: 0.3) > base)
  }

  @Test(arguments: [(0.0, 10.0), (1.0, 0.0)])
  func `a post that is kept is not filled again`(keepsPost: Double, hired: Double) throws {
    var small = small(takeUp: 1)
    small.add(10, age: 56)
    small.set("early_retirement.keeps_post", keepsPost)
    small.posts = .opening
    small.recruitment = (
      .posts, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
    )
    small.set("recruitment.all.age", by: [.age]) { $0[0] == 25 ? 1 : 0 }
    #expect(try small.run().summary("hired", 2025) == [hired])
  }
}
