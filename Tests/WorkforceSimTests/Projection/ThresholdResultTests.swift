// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Chances of passing thresholds.
struct ThresholdResultTests {
  /// Teachers who each leave with probability one half in a year.
  private func projection(
    _ teachers: Int,
    replications: Int,
    years: Int = 1,
    thresholds: [Threshold],
  ) async throws -> Projection {
    var small = SmallScenario(years: years)
    small.add(teachers, age: 40)
    small.hasExits = true
    small.set("exits.all.probability", 0.5)
    var scenario = small.scenario(replications: replications)
    scenario.thresholds = thresholds
    return Projection(try await Simulation(scenario).run(threads: 2))
  }

  private func threshold(
    of measure: String = "headcount",
    per divisor: String? = nil,
    _ direction: ThresholdDirection,
    _ value: Double,
    years: ClosedRange<Int>? = nil,
  ) -> Threshold {
    Threshold(
      name: "\(measure) \(direction) \(value)",
      label: LocalizedText(measure),
      measure: measure,
      divisor: divisor,
      direction: direction,
      value: value,
      years: years,
    )
  }

  @Test func `the chance is the share of replications that are counted by hand`() async throws {
    let values = [0.5, 1, 1.5, 2, 2.5]
    let thresholds = values.flatMap { [threshold(.above, $0), threshold(.below, $0)] }
    let projection = try await projection(4, replications: 40, thresholds: thresholds)
    let left = try #require(projection.summary("headcount", year: 2025))
    let results = projection.thresholdResults
    #expect(results.map(\.threshold) == thresholds)
    for (value, pair) in zip(values, 0...) {
      let above = Double(left.count { $0 > value }) / 40
      let below = Double(left.count { $0 < value }) / 40
      #expect(results[2 * pair].chance == above)
      #expect(results[2 * pair + 1].chance == below)
      // A figure that equals the value is on neither side.
      let equal = Double(left.count { $0 == value }) / 40
      #expect(abs(above + below + equal - 1) < 1e-12)
    }
  }

  @Test(arguments: [ThresholdDirection.above, .below])
  func `a figure that equals the value but for rounding does not pass`(
    direction: ThresholdDirection
  ) async throws {
    // 0.1 + 0.2 teachers are needed, which is 0.30000000000000004, and none is there.
    let subjects = Dimension(.subject, [Member("x"), Member("y")])
    var small = SmallScenario(dimensions: Dimensions([subjects]))
    small.need = [.table]
    small.set("need.table", by: [.subject], 0.1, 0.2)
    var scenario = small.scenario(replications: 2)
    scenario.thresholds = [threshold(of: "shortage", direction, 0.3)]
    let projection = Projection(try await Simulation(scenario).run(threads: 1))
    #expect(projection.summary("shortage", year: 2025)?.first != 0.3)
    #expect(projection.thresholdResults.map(\.chance) == [0])
  }

  @Test func `the chance tends to the binomial one, within its standard error`() async throws {
    // Of 4 who each stay with probability 1/2, more than 2 stay in 5 of 16 cases. Chance alone
    // differs between the members of a pair, so the error is that of 2,000 independent draws.
    let results = try await projection(4, replications: 2_000, thresholds: [threshold(.above, 2)])
      .thresholdResults
    let result = try #require(results.first)
    let error = (5.0 / 16 * 11 / 16 / 2_000).squareRoot()
    #expect(abs(result.chance - 5.0 / 16) < 4 * error)
    // The spread of an estimated standard deviation of 1,000 pair means is about 2 %.
    #expect(abs(result.monteCarloStandardError / error - 1) < 0.1)
  }

  @Test func `the standard error is that of the pairs' shares`() async throws {
    let projection = try await projection(4, replications: 8, thresholds: [threshold(.above, 2)])
    let left = try #require(projection.summary("headcount", year: 2025))
    let passed: [Double] = left.map { $0 > 2 ? 1 : 0 }
    let shares = [0, 2, 4, 6].map { (first: Int) -> Double in
      (passed[first] + passed[first + 1]) / 2
    }
    let mean = shares.reduce(0, +) / 4
    let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let result = try #require(projection.thresholdResults.first)
    #expect(abs(result.chance - mean) < 1e-12)
    #expect(squares > 0)
    let error = result.monteCarloStandardError
    #expect(abs(error * error - squares / 3 / 4) < 1e-12)
  }

  @Test(arguments: [
    (ThresholdDirection.above, -1.0, 1.0), (.above, 100, 0), (.below, 0, 0), (.below, 101, 1),
  ])
  func `what always or never happens has a chance of one or zero and no error`(
    direction: ThresholdDirection,
    value: Double,
    chance: Double,
  ) async throws {
    let results = try await projection(
      100,
      replications: 7,
      thresholds: [threshold(direction, value)],
    ).thresholdResults
    #expect(results.map(\.chance) == [chance])
    #expect(results.map(\.monteCarloStandardError) == [0])
  }

  @Test func `a rate divides the figures of a replication`() async throws {
    // 40 of 40 leave or stay: left / stayed > 1 says that more left than stayed.
    let projection = try await projection(
      40,
      replications: 30,
      thresholds: [threshold(of: "all", per: "headcount", .above, 1)],
    )
    let left = try #require(projection.summary("all", year: 2025))
    let chance = Double(left.count { $0 > 20 }) / 30
    #expect(0 < chance && chance < 1)
    #expect(projection.thresholdResults.map(\.chance) == [chance])
  }

  @Test(arguments: ThresholdDirection.allCases)
  func `a rate of nothing passes on neither side`(direction: ThresholdDirection) async throws {
    // No need is modelled, so every replication would divide by zero.
    let results = try await projection(
      10,
      replications: 4,
      thresholds: [
        threshold(per: "need", direction, 0), threshold(of: "need", per: "need", .below, 2),
      ],
    ).thresholdResults
    #expect(results.map(\.chance) == [0, 0])
  }

  @Test func `results go by year and only over the years of the threshold`() async throws {
    let thresholds = [
      threshold(.above, 0), threshold(.below, 0, years: 2026...2030),
      threshold(.above, 5, years: 2030...2040), threshold(of: "no such measure", .above, 0),
    ]
    let results = try await projection(4, replications: 2, years: 3, thresholds: thresholds)
      .thresholdResults
    #expect(results.map(\.year) == [2025, 2026, 2026, 2027, 2027])
    let expected = [0, 0, 1, 0, 1].map { thresholds[$0] }
    #expect(results.map(\.threshold) == expected)
  }
}
