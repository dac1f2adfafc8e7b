// SPDX-License-Identifier: GPL-3.0-or-later

/// The reason why two runs cannot be compared.
package enum ComparisonError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No year was simulated in both.
  case noCommonYear(base: ClosedRange<Int>, other: ClosedRange<Int>)
  /// School years begin in different months.
  case differentMonths(base: Int, other: Int)
  /// Replications cannot be paired, since their numbers differ.
  case differentReplications(base: Int, other: Int)
  /// One of the two runs single teachers, the other expected values.
  case differentMethods

  /// The facts in a sentence.
  package var description: String {
    switch self {
    case .noCommonYear(let base, let other):
      "no school year is in both: the base has \(base.lowerBound) to \(base.upperBound), "
        + "the other \(other.lowerBound) to \(other.upperBound)"
    case .differentMonths(let base, let other):
      "school years begin in month \(base) of the base and in month \(other) of the other"
    case .differentReplications(let base, let other):
      "the base has \(base) replications and the other \(other), so they cannot be paired"
    case .differentMethods:
      "one has the method individuals and the other expected, so replications cannot be paired"
    }
  }
}
