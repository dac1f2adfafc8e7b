// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Whole numbers and differences of figures that binary fractions do not hold.
struct WholeNumberTests {
  /// What is worked out, and what it is in decimal numbers.
  private static let shares: [(figure: Double, up: Double, down: Double, half: Double)] = [
    (0.29 * 50, 15, 14, 15), (0.57 * 50, 29, 28, 29), (0.58 * 25, 15, 14, 15),
    (0.7 * 45, 32, 31, 32), (0.29 * 100, 29, 29, 29), (100 * 0.28 / 28, 1, 1, 1),
    (100 * 1.1, 110, 110, 110), (0.1 + 2.7 + 0.2, 3, 3, 3), (14.49, 15, 14, 14),
    (2.000_001, 3, 2, 2), (1.999_999, 2, 1, 2), (0, 0, 0, 0), (-1.5, -1, -2, -1),
  ]

  @Test(arguments: shares)
  func `decimal shares are rounded as in decimal numbers`(
    figure: Double,
    up: Double,
    down: Double,
    half: Double,
  ) {
    #expect(figure.roundedUp() == up)
    #expect(figure.roundedDown() == down)
    #expect(figure.roundedHalfUp() == half)
  }

  @Test func `nothing is not less than nothing, and what has no end stays`() {
    #expect((-0.0).roundedUp().sign == .plus)
    #expect(Double.infinity.roundedUp() == .infinity)
    #expect(Double.infinity.roundedDown() == .infinity)
  }

  @Test func `a half of a hundredth is seen in a thousand billion`() {
    // The last place of 10¹⁴ hundredths is 1/64.
    let hundredths = 1e14 + 0.5
    #expect(hundredths.roundedHalfUp() == 1e14 + 1)
    #expect((1e14 + 0.25).roundedHalfUp() == 1e14)
  }

  @Test func `a difference is what is left beyond rounding`() {
    #expect((0.1 + 0.2).difference(from: 0.3) == 0)
    #expect(3.0.difference(from: 1) == 2)
    #expect(1.0.difference(from: 3) == -2)
    #expect(0.000_001.difference(from: 0) == 0.000_001)
    #expect((9e9 + 0.01).difference(from: 9e9) > 0)
    #expect(Double.nan.difference(from: 1).isNaN)
  }
}
