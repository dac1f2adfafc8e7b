// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The shares of parameters and chance in the variance.
struct VarianceSharesTests {
  @Test func `the ends are all chance and all parameters`() {
    let chance = VarianceShares([0, 2, 2, 0, 0, 2, 2, 0])
    #expect(chance.parameters == 0)
    #expect(chance.chance == 2)
    #expect(chance.shareOfParameters == 0)
    let parameters = VarianceShares([1, 1, 3, 3, 5, 5])
    #expect(parameters.chance == 0)
    #expect(parameters.parameters == 4)
    #expect(parameters.shareOfParameters == 1)
    #expect(VarianceShares([3, 3, 3, 3]).shareOfParameters == nil)
  }

  @Test(arguments: [41, 43, 68])
  func `a figure that never varies has no shares, whatever its digits`(count: Int) {
    let figures = [Double](repeating: 2613.7, count: count)
    #expect(VarianceShares(figures).shareOfParameters == nil)
  }

  @Test func `a table of four pairs is the analysis of variance by hand`() {
    // Pairs (0, 2), (4, 6), (8, 10), (12, 14): half squared differences 2; pair means 1, 5, 9, 13
    // have variance 80/3; parameters 80/3 − 2/2.
    let shares = VarianceShares([0, 2, 4, 6, 8, 10, 12, 14])
    #expect(abs(shares.chance - 2) < 1e-12)
    #expect(abs(shares.parameters - (80.0 / 3 - 1)) < 1e-12)
  }

  @Test func `an uncertain probability has the variance of the binomial mixture`() throws {
    // n = 200 leave with a probability uniform on 0.1…0.3: E p = 0.2, Var p = 0.2²/12 = 1/300.
    // Parameters: n² Var p = 133.3; chance: n (E p − E p²) = 200 (0.2 − 0.04 − 1/300) = 31.3.
    var small = SmallScenario()
    small.add(200, age: 40)
    small.hasExits = true
    small.set("exits.all.probability", 0.2)
    small.change("exits.all.probability") { parameter in
      parameter.dated = [
        DatedValues(
          from: Month(year: 1900, month: 1),
          leaves: [.drawn(.uniform(minimum: 0.1, maximum: 0.3))],
        )
      ]
    }
    let left = try small.run(replications: 1000).summary("all", 2025)
    let shares = VarianceShares(left)
    let whole = 40_000 / 300.0 + 200 * (0.16 - 1 / 300.0)
    #expect(standardErrors(ofMean: left, from: 40, variance: whole * 2) < 5)
    // 500 pairs: the error of the chance variance is σ² √(2/500), a twentieth of it for parameters.
    #expect(abs(shares.chance / 31.33 - 1) < 5 * 0.0632)
    #expect(abs(shares.parameters / 133.33 - 1) < 5 * 0.08)
    #expect(abs((shares.shareOfParameters ?? 0) - 133.33 / 164.67) < 0.06)
  }

  @Test func `certain parameters leave chance alone`() throws {
    var small = SmallScenario()
    small.add(200, age: 40)
    small.hasExits = true
    small.set("exits.all.probability", 0.2)
    let shares = VarianceShares(try small.run(replications: 400).summary("all", 2025))
    #expect(abs(shares.chance / 32 - 1) < 5 * 0.1)
    #expect((shares.shareOfParameters ?? 1) < 0.25)
  }
}
