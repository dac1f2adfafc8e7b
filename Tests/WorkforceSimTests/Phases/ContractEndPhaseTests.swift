// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The ends of term contracts.
struct ContractEndPhaseTests {
  /// A hundred special posts that end in 2025 and become established posts with a probability.
  private func specialPosts(retention: Double, years: Int = 1) -> SmallScenario {
    let contracts = Dimension(.contract, [Member("established"), Member("special_post")])
    var small = SmallScenario(
      years: years,
      dimensions: Dimensions([contracts], contractIsEstablished: [true, false]),
    )
    small.contracts = [nil, 0]
    small.set("contracts.years", by: [.contract], 0, 3)
    small.set("contracts.retention", by: [.contract], 1, retention)
    small.add(100, age: 26) { teacher, _ in
      teacher.contract = 1
      teacher.contractEnd = CompactMonth(Month(year: 2025, month: 9))
    }
    return small
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `retention 0 ends all, retention 1 none`(method: ProjectionMethod) throws {
    for (retention, kept) in [(0.0, 0.0), (1.0, 100.0)] {
      var small = specialPosts(retention: retention)
      small.method = method
      let runs = try small.run()
      #expect(runs.summary("headcount", 2025) == [kept])
      #expect(runs.summary("established", 2025) == [kept])
      #expect(runs.summary("converted", 2025) == [kept])
      #expect(runs.summary("contract_ended", 2025) == [100 - kept])
    }
  }

  @Test func `those who stay are binomial, and the expectation is exact`() throws {
    let small = specialPosts(retention: 0.85)
    let law = Binomial(trials: 100, probability: 0.85)
    let kept = try small.run(replications: 400).summary("converted", 2025)
    #expect(standardErrors(ofMean: kept, from: law.mean, variance: law.variance) < 5)
    #expect(standardErrors(ofVariance: kept, from: law.variance) < 5)
    var expected = small
    expected.method = .expected
    #expect(abs(try expected.run().summary("converted", 2025)[0] - 85) < 1e-9)
  }

  @Test func `a higher retention keeps everybody whom the lower keeps`() throws {
    let lower = Set(try specialPosts(retention: 0.5).run().populations[0].id)
    let higher = Set(try specialPosts(retention: 0.6).run().populations[0].id)
    #expect(lower.isStrictSubset(of: higher))
  }

  @Test func `a contract ends on its day, not before`() throws {
    var small = specialPosts(retention: 0, years: 2)
    for index in small.teachers.indices {
      small.teachers[index].contractEnd = CompactMonth(Month(year: 2025, month: 10))
    }
    let runs = try small.run()
    #expect(runs.summary("contract_ended", 2025) == [0])
    #expect(runs.summary("contract_ended", 2026) == [100])
  }

  @Test func `without a contract that follows everybody leaves`() throws {
    var small = specialPosts(retention: 1)
    small.contracts = [nil, nil]
    #expect(try small.run().summary("contract_ended", 2025) == [100])
  }

  @Test func `a contract may be renewed as itself until the highest age`() throws {
    var small = specialPosts(retention: 1, years: 8)
    small.contracts = [nil, 1]
    small.set("contracts.maximum_age", by: [.contract], 120, 30)
    // 27½ in 2025: renewed for three years, to 30½ in 2028, which is above 30.
    let runs = try small.run()
    #expect((2025...2029).map { runs.summary("headcount", $0)[0] } == [100, 100, 100, 0, 0])
    #expect(runs.total("converted") == [0])
  }

  @Test func `hires of a term channel serve their term`() throws {
    var small = specialPosts(retention: 0, years: 5)
    small.teachers = []
    small.recruitment = (
      .plan, [ChannelRule(kind: .competition, contract: 1, isLimitedToVacancies: true)],
    )
    small.set(
      "recruitment.plan",
      dated: [(Month(year: 1900, month: 1), [40]), (Month(year: 2026, month: 1), [0])],
    )
    small.set("recruitment.all.age", by: [.age]) { $0[0] == 23 ? 1 : 0 }
    let runs = try small.run()
    #expect((2025...2029).map { runs.summary("headcount", $0)[0] } == [40, 40, 40, 0, 0])
  }

  @Test func `contracts without a term change no bit`() throws {
    var on = specialPosts(retention: 0.5, years: 3)
    for index in on.teachers.indices { on.teachers[index].contractEnd = .future }
    var off = on
    off.contracts = nil
    #expect(try on.run().records == off.run().records)
  }
}
