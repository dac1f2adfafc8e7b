// SPDX-License-Identifier: GPL-3.0-or-later

// Whole numbers of posts, classes, places and hundredths.
//
// Binary fractions do not hold most decimal ones: 29 % of 50 is 14.499…, 100 · 0.28 / 28 is 1.000…02.
// So a number that lies no farther from a whole one, or a half, than rounding explains is taken for it.
extension Double {
  /// This number if it is whole, else the next greater whole number.
  package func roundedUp() -> Double {
    // Adding nothing turns −0 into 0.
    (self - roundingError).rounded(.up) + 0
  }

  /// This number if it is whole, else the next smaller whole number.
  package func roundedDown() -> Double { (self + roundingError).rounded(.down) }

  /// The nearest whole number, halves upward.
  package func roundedHalfUp() -> Double { (self + 0.5).roundedDown() }

  /// How far a few operations may lead from the number that is meant.
  private var roundingError: Double { Swift.max(1e-9, 8 * ulp) }
}
