// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Student's distribution of the mean of few observations over its estimated standard error.
///
/// Source: Student, The probable error of a mean, Biometrika 6, 1908, doi:10.1093/biomet/6.1.1.
package enum StudentDistribution {
  /// The quantile of a probability.
  ///
  /// - Parameters:
  ///   - probability: Between 0 and 1, both excluded.
  ///   - degreesOfFreedom: At least 1.
  /// - Returns: The value below which a draw lies with the probability.
  package static func quantile(_ probability: Double, degreesOfFreedom: Int) -> Double {
    precondition(probability > 0 && probability < 1, "the probability is \(probability)")
    precondition(degreesOfFreedom >= 1, "\(degreesOfFreedom) degrees of freedom")
    GSLError.handlerIsOff
    return gsl_cdf_tdist_Pinv(probability, Double(degreesOfFreedom))
  }
}
