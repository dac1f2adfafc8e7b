// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Draws of real numbers, given by mean and standard deviation where the distribution allows it.
///
/// What is allowed is the rule of ``Distribution/problem``. A standard deviation of 0, or one too
/// small to move the mean, gives the mean itself.
extension CountStream {
  /// Draws a share.
  ///
  /// With *k* = mean (1 - mean) / sd² - 1, the shapes are *a* = mean *k* and *b* = (1 - mean) *k*.
  ///
  /// - Parameters:
  ///   - mean: The mean, between 0 and 1.
  ///   - standardDeviation: At least 0 and below √(mean (1 - mean)).
  /// - Returns: A number from 0 to 1.
  package mutating func beta(mean: Double, standardDeviation: Double) -> Double {
    require(.beta(mean: mean, standardDeviation: standardDeviation))
    if mean + standardDeviation == mean { return mean }
    let ratio = mean * (1 - mean) / (standardDeviation * standardDeviation)
    // Rounding takes the difference to 0 just below the largest standard deviation.
    let size = max(ratio - 1, Double.ulpOfOne)
    return unsafe gsl_ran_beta(generator, mean * size, (1 - mean) * size)
  }

  /// Draws a positive amount.
  ///
  /// Shape = (mean / sd)², scale = sd² / mean.
  ///
  /// - Parameters:
  ///   - mean: The mean, above 0.
  ///   - standardDeviation: The standard deviation, at least 0.
  /// - Returns: A number of at least 0.
  package mutating func gamma(mean: Double, standardDeviation: Double) -> Double {
    require(.gamma(mean: mean, standardDeviation: standardDeviation))
    if mean + standardDeviation == mean { return mean }
    let ratio = mean / standardDeviation
    return unsafe gsl_ran_gamma(generator, ratio * ratio, standardDeviation / ratio)
  }

  /// Draws a positive amount whose logarithm is normally distributed.
  ///
  /// Mean and standard deviation are those of the amount, not of its logarithm. The logarithm has
  /// variance σ² = log(1 + (sd / mean)²) and mean log(mean) - σ² / 2.
  ///
  /// - Parameters:
  ///   - mean: The mean, above 0.
  ///   - standardDeviation: The standard deviation, at least 0.
  /// - Returns: A number above 0.
  package mutating func lognormal(mean: Double, standardDeviation: Double) -> Double {
    require(.lognormal(mean: mean, standardDeviation: standardDeviation))
    if mean + standardDeviation == mean { return mean }
    let ratio = standardDeviation / mean
    let variance = log1p(ratio * ratio)
    let location = log(mean) - variance / 2
    return unsafe gsl_ran_lognormal(generator, location, variance.squareRoot())
  }

  /// Draws a normally distributed number.
  ///
  /// - Parameters:
  ///   - mean: The mean.
  ///   - standardDeviation: The standard deviation, at least 0.
  /// - Returns: Any number.
  package mutating func normal(mean: Double, standardDeviation: Double) -> Double {
    require(.normal(mean: mean, standardDeviation: standardDeviation))
    if mean + standardDeviation == mean { return mean }
    return unsafe mean + gsl_ran_gaussian(generator, standardDeviation)
  }

  /// Draws a number whose density rises in a line to the mode and falls in a line after it.
  ///
  /// The inverse of the distribution function at one uniform number *u*: with the width *w* and
  /// the mode's place *m* = (mode - minimum) / *w*, minimum + *w* √(*u* *m*) where *u* is at most
  /// *m*, else maximum - *w* √((1 - *u*) (1 - *m*)).
  ///
  /// - Parameters:
  ///   - minimum: The least value.
  ///   - mode: The most probable value, from `minimum` to `maximum`.
  ///   - maximum: The greatest value.
  /// - Returns: A number from `minimum` to `maximum`.
  package mutating func triangular(minimum: Double, mode: Double, maximum: Double) -> Double {
    require(.triangular(minimum: minimum, mode: mode, maximum: maximum))
    if minimum == maximum { return minimum }
    let probability = uniform()
    let width = maximum - minimum
    let place = (mode - minimum) / width
    let draw =
      probability <= place
      ? minimum + width * (probability * place).squareRoot()
      : maximum - width * ((1 - probability) * (1 - place)).squareRoot()
    return min(max(draw, minimum), maximum)
  }

  /// Draws a number of constant density.
  ///
  /// - Parameters:
  ///   - minimum: The least value.
  ///   - maximum: The greatest value.
  /// - Returns: A number from `minimum` to `maximum`.
  package mutating func uniform(minimum: Double, maximum: Double) -> Double {
    require(.uniform(minimum: minimum, maximum: maximum))
    if minimum == maximum { return minimum }
    let draw = unsafe gsl_ran_flat(generator, minimum, maximum)
    // GSL's weighted mean of the bounds may pass them by the last digit.
    return min(max(draw, minimum), maximum)
  }

  private func require(_ distribution: Distribution) {
    if let problem = distribution.problem { preconditionFailure(problem) }
  }
}
