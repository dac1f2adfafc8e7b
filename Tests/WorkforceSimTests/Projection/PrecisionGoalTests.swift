// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Replications go on until a mean is known as precisely as asked.
struct PrecisionGoalTests {
  /// Each of 200 teachers leaves with probability 0.2: the sum is binomial, its variance 32.
  private func simulation() throws -> Simulation {
    var small = SmallScenario(years: 1)
    small.add(200, age: 40, cell: 0)
    small.hasExits = true
    small.set("exits.all.probability", 0.2)
    return try Simulation(small.scenario(replications: 2))
  }

  @Test(arguments: [
    ("shortage.2035 ± 50", 50, false), ("shortage.2035±50", 50, false),
    ("shortage.2035 +- 0.5", 0.5, false), ("shortage.2035 +/- 2 %", 0.02, true),
    ("shortage.2035 ± 1%", 0.01, true),
  ])
  func `a goal is a figure and a tolerance`(text: String, tolerance: Double, isRelative: Bool)
    throws
  {
    let goal = try PrecisionGoal(text)
    #expect(try goal.figure == FigureName("shortage.2035"))
    #expect(goal.tolerance == tolerance)
    #expect(goal.isRelative == isRelative)
  }

  @Test(arguments: ["shortage.2035", "shortage.2035 50", "± 50", "shortage ± 50", ""])
  func `a goal without a figure or a sign is refused`(text: String) {
    #expect(throws: GoalProblem.self) { try PrecisionGoal(text) }
  }

  @Test(arguments: ["0", "-3", "nan", "inf", "", "many", "0%"])
  func `a tolerance that is not above zero is refused`(amount: String) {
    #expect(throws: GoalProblem.self) { try PrecisionGoal("shortage.2035 ± \(amount)") }
  }

  @Test func `the run stops when the half-width is small enough`() async throws {
    let simulation = try simulation()
    let goal = try PrecisionGoal("headcount.2025 ± 1")
    let run = try await simulation.run(until: [goal], most: 4000, threads: 2)
    let state = try #require(run.states.first)
    #expect(state.isMet && state.halfWidth <= 1)
    // 1.96 √(32 / n) = 1 at n = 123; the variance is estimated, so n varies with it.
    #expect((60...250).contains(run.ensemble.replications))
    #expect(run.ensemble.replications.isMultiple(of: 2))
    #expect(abs(state.mean - 160) < 3)
  }

  @Test func `the number of replications does not depend on threads`() async throws {
    let simulation = try simulation()
    let goal = try PrecisionGoal("headcount.2025 ± 0.5%")
    let one = try await simulation.run(until: [goal], most: 4000, threads: 1)
    let four = try await simulation.run(until: [goal], most: 4000, threads: 4)
    #expect(one.states == four.states)
    #expect(one.ensemble.allFigures == four.ensemble.allFigures)
  }

  @Test func `a goal that cannot be met ends at the most replications`() async throws {
    let goal = try PrecisionGoal("headcount.2025 ± 0.001")
    let run = try await simulation().run(until: [goal], most: 50, threads: 2)
    #expect(run.ensemble.replications == 50)
    let state = try #require(run.states.first)
    #expect(!state.isMet)
    // The half-width falls with the root of the number: (1.6 / 0.001)² × 50 is far above a million.
    #expect(state.needed > 1_000_000)
  }

  @Test func `the first replications of a goal are those of an ordinary run`() async throws {
    let simulation = try simulation()
    let goal = try PrecisionGoal("headcount.2025 ± 100")
    let met = try await simulation.run(until: [goal], most: 4000, threads: 2)
    #expect(met.ensemble.replications == PrecisionGoal.fewestReplications)
    let ordinary = try await simulation.run(replications: 20, threads: 1)
    #expect(met.ensemble.allFigures == ordinary.allFigures)
  }

  @Test func `a figure that does not vary is known at once`() async throws {
    var small = SmallScenario(years: 1)
    small.add(200, age: 40, cell: 0)
    let goal = try PrecisionGoal("headcount.2025 ± 0.1")
    let simulation = try Simulation(small.scenario(replications: 2))
    let run = try await simulation.run(until: [goal], most: 4000, threads: 1)
    #expect(run.states.first?.isMet == true)
    #expect(run.ensemble.replications == PrecisionGoal.fewestReplications)
  }

  @Test(arguments: 1...3)
  func `fewer than four replications meet no goal, for they tell no precision`(count: Int) throws {
    let goal = try PrecisionGoal("headcount.2025 ± 0.1")
    let state = goal.state(Array(repeating: 160, count: count))
    #expect(!state.isMet && !state.isKnown && state.needed == 4)
    #expect(goal.state(Array(repeating: 160, count: 4)).isMet)
    // More are run where they are allowed.
    #expect(PrecisionGoal.next(after: count, [state], most: count) == nil)
    #expect((PrecisionGoal.next(after: count, [state], most: 50) ?? 0) > count)
  }

  @Test(arguments: [(1, 12.706), (4, 2.776), (10, 2.228), (30, 2.042)])
  func `quantiles are those of the printed tables of Student`(degrees: Int, printed: Double) {
    let quantile = StudentDistribution.quantile(0.975, degreesOfFreedom: degrees)
    #expect(abs(quantile - printed) < 0.0005)
  }
}
