// SPDX-License-Identifier: GPL-3.0-or-later

/// How precisely figures are kept.
package enum FigurePrecision: Hashable, Sendable {
  /// Sixteen digits: whatever is worked out, and the records of the whole, of cost and of pay.
  case double
  /// Seven digits: the records of other tables.
  case single
  /// Whole steps in 16 bits: the records of single schools.
  case steps

  /// What rounding can make of the difference of two figures of 1.
  ///
  /// Sums of many numbers lose some of their sixteen digits; two figures of seven digits are each half
  /// of a last digit away from what they stand for. Steps are exact.
  @inline(__always)
  var rounding: Double { self == .single ? 0x1p-23 : 1e-13 }
}
