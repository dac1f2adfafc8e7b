// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The distribution of the difference between two runs.
struct PairedDifferenceTests {
  private func difference(_ base: [Double], _ other: [Double]) -> PairedDifference {
    var sorted: [Double] = []
    return PairedDifference(base: base, other: other, sorted: &sorted)
  }

  @Test func `the variance is that of the pairs and not of the runs`() {
    // Base 1, 3, 5, 7 varies by 20/3; the differences 1, 2, 1, 2 by 1/3.
    let difference = difference([1, 3, 5, 7], [2, 5, 6, 9])
    #expect(difference.statistic.mean == 1.5)
    #expect(abs(difference.statistic.standardDeviation - (1.0 / 3).squareRoot()) < 1e-12)
  }

  @Test func `the mean difference is the difference of means`() {
    let base = [4.0, 9, 2, 7, 7]
    let other = [5.0, 1, 8, 7, 3]
    #expect(abs(difference(base, other).statistic.mean - (24.0 / 5 - 29.0 / 5)) < 1e-12)
  }

  private static let ties: [([Double], Double)] = [
    ([1, 1, 1, 1], 0), ([-1, -1, -1, -1], 1), ([-1, 0, 0, 1], 0.5), ([0, 0, 0, 1], 0.375),
    ([0, 0, 0, 0], 0.5),
  ]

  @Test(arguments: ties)
  func `ties count half on either side`(differences: [Double], less: Double) {
    let difference = difference([0, 0, 0, 0], differences)
    #expect(difference.chanceLess == less)
    #expect(difference.chanceMore == 1 - less)
  }

  @Test func `a hundredth in billions is no tie, the order of adding up is`() {
    let sums = (0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1)
    #expect(sums.0 != sums.1)
    #expect(difference([sums.0], [sums.1]).statistic.mean == 0)
    #expect(difference([9e9], [9e9 + 0.01]).chanceMore == 1)
    // What is needed less what is there, where that is nothing.
    let rest = sums.0 - sums.1
    #expect(rest != 0)
    #expect(difference([0, 0], [rest, 0]).chanceLess == 0.5)
  }

  private static let aims: [(String, MeasureAim)] = [
    ("shortage", .less), ("cost", .less), ("gap", .less), ("available", .more),
    ("hired", .neither), ("resigned", .neither),
  ]

  @Test(arguments: aims)
  func `a measure knows what is better`(measure: String, aim: MeasureAim) {
    #expect(MeasureAim(of: measure) == aim)
    let more = difference([1, 1], [2, 1])
    let chances: [MeasureAim: Double?] = [.less: 0.25, .more: 0.75, .neither: nil]
    #expect(aim.chanceBetter(more) == chances[aim])
  }
}
