// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Draws of whole numbers.
extension CountStream {
  /// The largest count that a draw may be about; GSL counts in 32 bits.
  static var largestCount: Int { Int(Int32.max) }

  /// Draws the number of successes in independent trials of equal probability.
  ///
  /// Probability 0 gives 0 and probability 1 gives `trials`.
  ///
  /// - Parameters:
  ///   - trials: The number of trials, 0 to 2^31 - 1.
  ///   - probability: The probability of success in each trial, 0 to 1.
  /// - Returns: The number of successes, 0 to `trials`.
  package mutating func binomial(trials: Int, probability: Double) -> Int {
    precondition(
      trials >= 0 && trials <= Self.largestCount,
      "a binomial count needs 0 to \(Self.largestCount) trials; \(trials) were given",
    )
    precondition(
      probability >= 0 && probability <= 1,
      "a binomial count needs a probability between 0 and 1; \(probability) was given",
    )
    if probability == 0 { return 0 }
    if probability == 1 { return trials }
    return unsafe Int(gsl_ran_binomial(generator, probability, UInt32(trials)))
  }

  /// Draws a count that varies more than a Poisson count of the same mean.
  ///
  /// A Poisson count whose mean is itself gamma distributed with shape `dispersion`:
  /// variance = mean + mean² / dispersion. GSL's parameters are *n* = dispersion and
  /// *p* = *n* / (*n* + mean).
  ///
  /// - Parameters:
  ///   - mean: The expected number; 0 gives 0. mean × (1 + 50 / dispersion) may not exceed 2^31,
  ///     or the count might not fit into GSL's 32 bits.
  ///   - dispersion: Above 0 and at most 10^9, where the count is a Poisson count; the smaller, the
  ///     more variable.
  /// - Returns: The number of events.
  package mutating func negativeBinomial(mean: Double, dispersion: Double) -> Int {
    precondition(
      dispersion > 0 && dispersion <= 1e9,
      "a negative binomial count needs a dispersion above 0, up to 10^9; \(dispersion) was given",
    )
    precondition(
      mean >= 0 && mean * (1 + 50 / dispersion) <= 0x1p31,
      "a negative binomial count needs a mean of at least 0 with mean x (1 + 50 / dispersion) up "
        + "to 2^31; mean \(mean) with dispersion \(dispersion) was given",
    )
    if mean == 0 { return 0 }
    let success = dispersion / (dispersion + mean)
    return unsafe Int(gsl_ran_negative_binomial(generator, success, dispersion))
  }
}
