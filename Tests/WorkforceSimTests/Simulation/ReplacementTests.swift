// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// A workforce of fixed size, whose leavers are replaced at once: a renewal process.
struct ReplacementTests {
  /// Posts at their opening number, all of them filled by people of 25, who leave by age.
  private func replacement(_ count: Int, years: Int, method: ProjectionMethod) -> SmallScenario {
    var small = SmallScenario(years: years)
    small.method = method
    small.add(count, age: 25)
    small.hasExits = true
    small.set("exits.all.probability", by: [.age]) { Self.exit(atAge: $0[0]) }
    small.posts = .opening
    small.recruitment = (
      .posts, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
    )
    small.set("recruitment.all.age", by: [.age]) { $0[0] == 25 ? 1 : 0 }
    return small
  }

  private static func exit(atAge age: Int) -> Double {
    age < 30 ? 0.2 : age < 40 ? 0.05 : age < 45 ? 0.3 : 1
  }

  /// The share of hires who are still counted after so many years: exits are at the age reached.
  private static let survival: [Double] = {
    var shares = [1.0]
    for age in 26...44 { shares.append(shares[shares.count - 1] * (1 - exit(atAge: age))) }
    return shares
  }()

  @Test(arguments: ProjectionMethod.allCases)
  func `the headcount is constant and recruits are the leavers`(method: ProjectionMethod) throws {
    let runs = try replacement(120, years: 12, method: method).run(replications: 3)
    for year in 2025...2036 {
      for headcount in runs.summary("headcount", year) { #expect(abs(headcount - 120) < 1e-9) }
      for (hired, left) in zip(runs.summary("hired", year), runs.summary("all", year)) {
        #expect(abs(hired - left) < 1e-9)
      }
    }
  }

  @Test func `recruits of a new workforce follow the renewal equation`() throws {
    // r(t) = N f(t) + Σ r(t − k) f(k), with f the shares of hires who leave after k years.
    let survival = Self.survival + [0]
    let leaving = (1..<survival.count).map { survival[$0 - 1] - survival[$0] }
    let runs = try replacement(120, years: 30, method: .expected).run()
    var recruits: [Double] = []
    for elapsed in 1...30 {
      var expected = elapsed <= leaving.count ? 120 * leaving[elapsed - 1] : 0
      for service in 1...leaving.count where service < elapsed {
        expected += recruits[elapsed - service - 1] * leaving[service - 1]
      }
      recruits.append(expected)
      #expect(abs(runs.summary("hired", 2024 + elapsed)[0] - expected) < 1e-6)
    }
  }

  @Test func `in the long run recruits are the size over the mean service`() throws {
    let service = Self.survival.reduce(0, +)
    let runs = try replacement(120, years: 300, method: .expected).run()
    #expect(abs(runs.summary("hired", 2324)[0] - 120 / service) < 1e-6)
    // The ages are spread in proportion to survival; a hire is 25½ in expected values.
    let population = runs.populations[0]
    let clock = TeacherClock(Month(year: 2324, month: 9))
    for (years, share) in Self.survival.enumerated() {
      var found = 0.0
      for row in 0..<population.count
      where clock.years(since: population.birth[row], limit: 120) == 25 + years {
        found += population.weight[row]
      }
      #expect(abs(found - 120 * share / service) < 1e-6)
    }
  }

  @Test func `whole persons have the mean of the renewal equation`() throws {
    let expected = try replacement(80, years: 20, method: .expected).run()
    let runs = try replacement(80, years: 20, method: .individuals).run(replications: 80)
    for year in [2025, 2030, 2044] {
      let hired = runs.summary("hired", year)
      let mean = expected.summary("hired", year)[0]
      #expect(standardErrors(ofMean: hired, from: mean, variance: variance(hired)) < 5)
    }
  }

  @Test func `a higher turnover needs more recruits`() throws {
    var small = replacement(120, years: 3, method: .individuals)
    let base = try small.run().total("hired")[0]
    small.set("exits.multiplier", 1.5)
    #expect(try small.run().total("hired")[0] > base)
  }
}
