// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Statistics over replications.
struct StatisticTests {
  private func statistic(_ values: [Double]) -> Statistic {
    var sorted: [Double] = []
    return Statistic(values, sorted: &sorted)
  }

  @Test func `the numbers 0 to 100 have the moments and quantiles of the closed form`() {
    // Mean 50; variance of 0…n with divisor n: (n + 1)(n + 2)/12 = 101 · 102/12 = 858.5. In any
    // order; definition 7 of Hyndman and Fan puts the quantile p at 100 p.
    let statistic = statistic((0...100).map { Double($0 * 37 % 101) })
    #expect(statistic.mean == 50)
    #expect(abs(statistic.standardDeviation * statistic.standardDeviation - 858.5) < 1e-9)
    let found = [statistic.p05, statistic.p25, statistic.p50, statistic.p75, statistic.p95]
    for (found, expected) in zip(found, [5.0, 25, 50, 75, 95]) {
      #expect(abs(found - expected) < 1e-12)
    }
  }

  @Test func `quantiles between two numbers are interpolated`() {
    let statistic = statistic([10, 0])
    #expect(statistic.p05 == 0.5)
    #expect(statistic.p25 == 2.5)
    #expect(statistic.p50 == 5)
    #expect(statistic.p95 == 9.5)
  }

  @Test func `one replication, or equal ones, have no spread and keep the exact value`() {
    for values in [[0.1], [0.1, 0.1, 0.1]] {
      #expect(statistic(values).numbers == [0.1, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0])
    }
  }

  @Test func `the standard error is that of the pairs' mean`() {
    // Pair means 1, 3, 5, 7: mean 4, squares 9 + 1 + 1 + 9 = 20, over 3 and over 4: 5/3.
    let error = statistic([0, 2, 2, 4, 4, 6, 6, 8]).monteCarloStandardError
    #expect(abs(error * error - 5.0 / 3) < 1e-12)
  }
}
