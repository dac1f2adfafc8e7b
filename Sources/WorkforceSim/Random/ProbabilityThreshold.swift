// SPDX-License-Identifier: GPL-3.0-or-later

/// A probability as a bound on a random word.
///
/// The event happens when the word is below `bound` = *p* × 2^32, rounded to the nearest whole
/// number. Probability 0 never happens, probability 1 always does, and a higher probability keeps
/// every event of a lower one. The rounding changes the probability by at most 2^-33.
package struct ProbabilityThreshold: Hashable, Comparable, Sendable {
  /// The number of random words for which the event happens, 0 to 2^32.
  package let bound: UInt64

  /// Creates the threshold of a probability.
  ///
  /// - Parameter probability: The probability, 0 to 1.
  @inline(__always)
  package init(_ probability: Double) {
    precondition(
      probability >= 0 && probability <= 1,
      "a probability lies between 0 and 1; \(probability) was given",
    )
    bound = UInt64((probability * 0x1p32).rounded())
  }

  /// The threshold of what happens to everybody.
  package static let always = ProbabilityThreshold(1)

  /// Decides whether the event happens for a random word.
  ///
  /// - Parameter word: A word uniform over all 32-bit numbers.
  /// - Returns: Whether the word is below the bound.
  @inline(__always)
  package func includes(_ word: UInt32) -> Bool {
    UInt64(word) < bound
  }

  /// Counts the event if it happens for a random word: ``includes(_:)`` as a number.
  ///
  /// - Parameter word: A word uniform over all 32-bit numbers.
  /// - Returns: 1 if the word is below the bound, else 0.
  @inline(__always)
  package func occurrences(for word: UInt32) -> Int {
    // The sign of the difference: a comparison would become a branch that cannot be foreseen.
    Int((UInt64(word) &- bound) >> 63)
  }

  /// Orders thresholds by their probability.
  ///
  /// - Parameters:
  ///   - left: The threshold to compare.
  ///   - right: The threshold to compare it with.
  /// - Returns: Whether `left` is the less probable.
  package static func < (left: ProbabilityThreshold, right: ProbabilityThreshold) -> Bool {
    left.bound < right.bound
  }
}
