// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Exits other than retirement.
struct ExitPhaseTests {
  /// A hundred teachers with one reason to leave.
  private func hundred(probability: Double, years: Int = 1) -> SmallScenario {
    var small = SmallScenario(years: years)
    small.add(100, age: 40)
    small.hasExits = true
    small.set("exits.all.probability", probability)
    return small
  }

  @Test(arguments: [(0.0, 100.0), (1.0, 0.0)])
  func `probability 0 keeps everybody and probability 1 nobody`(
    probability: Double,
    left: Double,
  ) throws {
    for method in ProjectionMethod.allCases {
      var small = hundred(probability: probability)
      small.method = method
      #expect(try small.run().summary("headcount", 2025) == [left])
    }
  }

  @Test func `a higher probability keeps every leaver of the lower`() throws {
    var stayers: [Set<UInt64>] = []
    for probability in [0.1, 0.11, 0.3] {
      let runs = try hundred(probability: probability).run()
      stayers.append(Set(runs.populations[0].id))
    }
    #expect(stayers[1].isSubset(of: stayers[0]))
    #expect(stayers[2].isStrictSubset(of: stayers[1]))
  }

  @Test(arguments: [1, 3])
  func `survivors are binomial`(years: Int) throws {
    let runs = try hundred(probability: 0.15, years: years).run(replications: 500)
    let survivors = runs.summary("headcount", 2024 + years)
    let law = Binomial(
      trials: 100,
      probability: (0..<years).reduce(1) { share, _ in share * 0.85 },
    )
    #expect(standardErrors(ofMean: survivors, from: law.mean, variance: law.variance) < 5)
    #expect(standardErrors(ofVariance: survivors, from: law.variance) < 5)
    for share in [0.05, 0.25, 0.5, 0.75, 0.95] {
      let quantile = law.quantile(share)
      let probability = law.cumulative(quantile)
      #expect(standardErrors(ofShareUpTo: quantile, in: survivors, from: probability) < 5)
    }
  }

  @Test func `years of the same teacher are independent`() throws {
    // The leavers of two years have covariance −n p · (1 − p) p · … : for a multinomial with
    // cells p and (1 − p) p, it is −n p² (1 − p) = −100 · 0.15² · 0.85.
    let runs = try hundred(probability: 0.15, years: 2).run(replications: 500)
    let first = Binomial(trials: 100, probability: 0.15)
    let second = Binomial(trials: 100, probability: 0.1275)
    let error = standardErrors(
      ofCovariance: runs.summary("all", 2025),
      runs.summary("all", 2026),
      from: -100 * 0.15 * 0.1275,
      variances: (first.variance, second.variance),
    )
    #expect(error < 5)
  }

  /// Three reasons with probabilities 0.05, 0.1 and 0.25.
  private func threeReasons(scale: Double = 1) -> SmallScenario {
    let exits = Dimension(.exit, [Member("resigned"), Member("moved"), Member("died")])
    var small = SmallScenario(dimensions: Dimensions([exits]))
    small.add(100, age: 40)
    small.hasExits = true
    small.set("exits.resigned.probability", 0.05 * scale)
    small.set("exits.moved.probability", 0.1 * scale)
    small.set("exits.died.probability", 0.25 * scale)
    return small
  }

  @Test func `competing reasons share out the leavers`() throws {
    let runs = try threeReasons().run(replications: 300)
    for (reason, probability) in [("resigned", 0.05), ("moved", 0.1), ("died", 0.25)] {
      let law = Binomial(trials: 100, probability: probability)
      let left = runs.summary(reason, 2025)
      #expect(standardErrors(ofMean: left, from: law.mean, variance: law.variance) < 5)
    }
  }

  @Test func `probabilities that exceed one together are scaled to one`() throws {
    // 0.2 + 0.4 + 1.0 = 1.6: shares 1/8, 1/4 and 5/8 of the hundred.
    var small = threeReasons(scale: 4)
    small.method = .expected
    let runs = try small.run()
    #expect(abs(runs.summary("resigned", 2025)[0] - 12.5) < 1e-9)
    #expect(abs(runs.summary("moved", 2025)[0] - 25) < 1e-9)
    #expect(abs(runs.summary("died", 2025)[0] - 62.5) < 1e-9)
    #expect(abs(runs.summary("headcount", 2025)[0]) < 1e-9)
  }

  @Test func `factors and the multiplier multiply`() throws {
    // Two men and two women of 28 and 40. p = 0.1; women × 1.5; under 30 × 2; multiplier 1.2:
    // man 28: 0.24, man 40: 0.12, woman 28: 0.36, woman 40: 0.18; together 0.9.
    let sexes = Dimension(.sex, [Member("male"), Member("female")])
    var small = SmallScenario(dimensions: Dimensions([sexes]))
    small.method = .expected
    small.hasExits = true
    for age in [28, 40] { small.add(2, age: age) { $0.sex = UInt8($1) } }
    small.set("exits.all.probability", 0.1)
    small.set("exits.all.factor.of_sex", by: [.sex], 1, 1.5)
    small.set("exits.all.factor.of_age", by: [.age]) { $0[0] < 30 ? 2 : 1 }
    small.set("exits.multiplier", 1.2)
    #expect(abs(try small.run().summary("all", 2025)[0] - 0.9) < 1e-9)
  }

  /// Every attribute of a teacher, with a change that gives the second teacher its member 1.
  static let attributes: [(axis: Axis, member: Int)] = [
    (.region, 1), (.stage, 1), (.subject, 1), (.sex, 1), (.title, 1), (.degree, 1),
    (.contract, 1), (.obligation, 1), (.age, 41), (.experience, 8), (.tenure, 6),
  ]

  @Test(arguments: attributes)
  func `an exit that depends on an attribute takes those who have it`(
    axis: Axis,
    member: Int,
  ) throws {
    let declared: [Axis] = [.region, .stage, .subject, .sex, .title, .degree, .contract]
    var small = SmallScenario(
      dimensions: Dimensions(declared.map { Dimension($0, [Member("a"), Member("b")]) })
    )
    let opening = small.calendar.openingMonth
    // The second teacher is 40½ and turns 41½ by the counting day; 7 + 1 years of service, 5 + 1
    // years at the school, and bound for two years more.
    small.add(1, age: 33)
    small.add(1, age: 40, cell: 7) { teacher, _ in
      teacher.sex = 1
      teacher.title = 1
      teacher.degree = 1
      teacher.contract = 1
      teacher.serviceStart = CompactMonth(opening + -7 * 12)
      teacher.schoolStart = CompactMonth(opening + -5 * 12)
      teacher.obligationEnd = CompactMonth(opening + 24)
    }
    small.hasExits = true
    small.set("exits.all.probability", by: [axis]) { $0[0] == member ? 1 : 0 }
    let stayers = try small.run().populations[0].id
    #expect(stayers == [0])
  }
}
