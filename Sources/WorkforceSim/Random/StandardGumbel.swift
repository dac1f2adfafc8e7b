// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// The random part of a utility, such that choosing the greatest is a logit choice.
///
/// Distribution function exp(-exp(-*x*)): mean 0.5772, variance π² / 6.
package enum StandardGumbel {
  /// The draw that belongs to a uniform number, as GSL's `gsl_ran_gumbel1` finds it.
  ///
  /// - Parameter uniform: A number between 0 and 1, both excluded.
  /// - Returns: Any number.
  @inline(__always)
  package static func draw(of uniform: Double) -> Double { 0 - log(-log(uniform)) }
}
