// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The coefficients of variation between schools.
struct SchoolBalanceTests {
  private func scenario(_ pupils: [Double]) -> SchoolScenario {
    var built = SchoolScenario()
    for (number, pupils) in pupils.enumerated() {
      // A third of the pupils in each grade.
      built.listed.append(
        School(code: "s\(number)", region: 0, stages: [0], places: pupils)
      )
    }
    built.small.set("enrolment.pupils", by: [.location]) {
      $0[0] == 0 ? pupils.reduce(0, +) / 3 : 0
    }
    built.hasBalance = true
    built.small.set("balance.above_required_degree", by: [.stage, .degree], 0, 1, 0, 0)
    built.small.set("balance.arts_subject", by: [.subject], 0, 0, 1)
    return built
  }

  private func root(_ number: Double) -> Double { number.squareRoot() }

  private func coefficients(_ built: SchoolScenario) throws -> [Double] {
    let bench = try SchoolBench(built)
    let rules = try #require(bench.scenario.rules.balance)
    return SchoolBalance(rules, in: bench.year(2025))
      .coefficients(bench.staff(in: 2025).ofSlots, bench.state)
  }

  @Test func `the coefficients are those worked out by hand`() throws {
    var built = scenario([100, 300])
    // Ten teachers and twenty; masters 5 and 6; backbone 1 and 3; music 2 and 3.
    built.add(8, to: 0) { teacher, number in
      teacher.degree = number < 5 ? 1 : 0
      teacher.isBackbone = number == 7
    }
    built.add(2, to: 0, cell: 2)
    built.add(17, to: 1) { teacher, number in
      teacher.degree = number < 6 ? 1 : 0
      teacher.isBackbone = number < 3
    }
    built.add(3, to: 1, cell: 2)
    let found = try coefficients(built)
    // Pupils per teacher 10 and 15, mean (100·10 + 300·15)/400 = 13.75, variance
    // (100·3.75² + 300·1.25²)/400 = 4.6875. Masters a hundred pupils 5 and 2, mean 2.75, variance
    // (100·2.25² + 300·0.75²)/400 = 1.6875. Backbone 1 and 1. Music 2 and 1, mean 1.25, variance
    // (100·0.75² + 300·0.25²)/400 = 0.1875.
    let expected = [
      root(4.6875) / 13.75, root(1.6875) / 2.75, 0, root(0.1875) / 1.25,
    ]
    for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 1e-12) }
    #expect(found.count == 8)
    #expect(found[4...].allSatisfy { $0 == 0 })
  }

  @Test func `equal schools have none`() throws {
    var built = scenario([90, 90, 90])
    for school in 0..<3 {
      built.add(6, to: school) { teacher, number in
        teacher.degree = UInt8(number % 2)
        teacher.isBackbone = number == 0
      }
    }
    #expect(try coefficients(built) == [Double](repeating: 0, count: 8))
  }

  @Test func `a school without teachers counts among the figures for each hundred pupils`() throws {
    var built = scenario([100, 100])
    built.add(10, to: 0) { teacher, _ in teacher.isBackbone = true }
    let found = try coefficients(built)
    // Pupils per teacher only of the first; backbone 10 and 0 have mean 5 and deviation 5.
    #expect(found[0] == 0)
    #expect(abs(found[2] - 1) < 1e-12)
  }

  @Test func `weights that are all 0, and no figures, give 0`() {
    #expect(SchoolBalance.coefficient([]) == 0)
    #expect(SchoolBalance.coefficient([(5, 0), (7, 0)]) == 0)
    #expect(SchoolBalance.coefficient([(0, 5), (0, 2)]) == 0)
  }

  @Test(arguments: [(0.0, 0.0), (0.4, 0), (0.5, 1)])
  func `the limit is met where no figure for each hundred pupils passes it`(
    limit: Double,
    met: Double,
  ) throws {
    var built = scenario([100, 300])
    built.add(5, to: 0) { teacher, _ in teacher.degree = 1 }
    built.add(6, to: 1) { teacher, _ in teacher.degree = 1 }
    built.beginTerm()
    built.small.set("balance.limit", limit)
    let runs = try built.run()
    #expect(
      runs.values("placement", ["stage": "primary", "measure": "balance_limit_met"], 2025)
        == [met]
    )
    // 0.4724 before and after, because nobody moves.
    for when in ["before", "after"] {
      let measure = "above_required_degree_cv_\(when)"
      let found = runs.values("placement", ["stage": "primary", "measure": measure], 2025)[0]
      #expect(abs(found - root(1.6875) / 2.75) < 1e-9)
    }
  }
}
