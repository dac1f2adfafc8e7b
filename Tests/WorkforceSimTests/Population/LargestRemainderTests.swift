// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct LargestRemainderTests {
  /// An apportionment somebody published.
  struct Published: Sendable, CustomTestStringConvertible {
    var source: String
    var total: Int
    var weights: [Double]
    var shares: [Int]
    var testDescription: String { "\(source), \(total) seats" }
  }

  static let published = [
    // The bill President Washington vetoed in 1792: populations of the census of 1790 (P. Tannenbaum,
    // Excursions in Modern Mathematics, chapter on apportionment), seats as in COMAP, For All
    // Practical Purposes, 10th edition, table 14.5. CT DE GA KY MD MA NH NJ NY NC PA RI SC VT VA.
    Published(
      source: "Hamilton's bill of 1792",
      total: 120,
      weights: [
        236_841, 55_540, 70_835, 68_705, 278_514, 475_327, 141_822, 179_570, 331_589, 353_523,
        432_879, 68_446, 206_236, 85_533, 630_560,
      ],
      shares: [8, 2, 2, 2, 9, 16, 5, 6, 11, 12, 14, 2, 7, 3, 21],
    ),
    // The Alabama paradox, Electowiki, "Alabama paradox": percentages of the votes of four parties.
    Published(
      source: "Alabama paradox",
      total: 323,
      weights: [56.7, 38.5, 4.2, 0.6],
      shares: [183, 124, 14, 2],
    ),
    Published(
      source: "Alabama paradox",
      total: 324,
      weights: [56.7, 38.5, 4.2, 0.6],
      shares: [184, 125, 13, 2],
    ),
    // Usenet, net.math, "Alabama paradox", 15 March 1982; it leaves out 50 seats, where the first two
    // parts tie at a half.
    Published(source: "net.math", total: 49, weights: [3, 7, 90], shares: [2, 3, 44]),
    Published(source: "net.math", total: 51, weights: [3, 7, 90], shares: [1, 4, 46]),
  ]

  @Test(arguments: published)
  func `published apportionments are reproduced`(example: Published) {
    let shares = apportionByLargestRemainder(total: example.total, weights: example.weights)
    #expect(shares == example.shares)
  }

  @Test func `ties go to the part that comes first`() {
    #expect(apportionByLargestRemainder(total: 2, weights: [1, 1, 1]) == [1, 1, 0])
    #expect(apportionByLargestRemainder(total: 50, weights: [3, 7, 90]) == [2, 3, 45])
    // Shares 2/3, 5/3 and 11/3: equal remainders that differ when taken from rounded quotients.
    #expect(apportionByLargestRemainder(total: 6, weights: [2, 5, 11]) == [1, 2, 3])
    #expect(apportionByLargestRemainder(total: 6, weights: [11, 5, 2]) == [4, 2, 0])
  }

  @Test func `a part of weight zero gets nothing`() {
    #expect(apportionByLargestRemainder(total: 7, weights: [0, 1, 0, 1]) == [0, 4, 0, 3])
  }

  @Test func `whole shares are met exactly`() {
    #expect(apportionByLargestRemainder(total: 100, weights: [0.1, 0.2, 0.7]) == [10, 20, 70])
  }

  @Test func `a total of zero gives zeros even without positive weights`() {
    #expect(apportionByLargestRemainder(total: 0, weights: [0, 0]) == [0, 0])
    #expect(apportionByLargestRemainder(total: 0, weights: []) == [])
  }

  @Test func `a total without positive weights is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = apportionByLargestRemainder(total: 1, weights: [0, 0])
    }
  }

  @Test(arguments: [1, 7, 100, 4_999, 1_000_000])
  func `shares sum to the total and keep to the quota`(total: Int) {
    let weights = (0..<500).map { Double(($0 * 7_919) % 1_009) / 7 }
    let sum = weights.reduce(0, +)
    let shares = apportionByLargestRemainder(total: total, weights: weights)
    #expect(shares.reduce(0, +) == total)
    for (share, weight) in zip(shares, weights) {
      #expect(abs(Double(share) - Double(total) * weight / sum) < 1)
    }
  }

  @Test func `a used working space gives the same shares as a fresh one`() {
    var method = LargestRemainder()
    var shares = [9, 9, 9, 9, 9]
    method.apportion(total: 50, weights: [3, 7, 90, 4, 5], into: &shares)
    method.apportion(total: 50, weights: [3, 7, 90], into: &shares)
    #expect(shares == [2, 3, 45])
  }
}
