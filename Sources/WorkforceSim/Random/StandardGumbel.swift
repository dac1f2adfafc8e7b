// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// The random part of a utility, such that choosing the greatest is a logit choice.
///
/// Distribution function exp(-exp(-*x*)): mean 0.5772, variance π² / 6.
package enum StandardGumbel {
  /// The number below which a draw lies with a probability.
  ///
  /// - Parameter uniform: The probability, between 0 and 1, both excluded.
  /// - Returns: Any number, from GSL's inverse of the distribution function.
  @inline(__always)
  package static func draw(of uniform: Double) -> Double { gsl_cdf_gumbel1_Pinv(uniform, 1, 1) }
}
