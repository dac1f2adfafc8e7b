// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A table from which one of many classes is drawn in constant time.
///
/// Walker's alias method: building the table costs some nanoseconds a class, so a table that is
/// used often is built once.
///
/// One table may serve concurrent replications: GSL builds it in the initialiser, no call changes
/// it afterwards, and what changes with a draw is the caller's ``CountStream``.
///
/// Source: A. J. Walker, An efficient method for generating discrete random variables with general
/// distributions. ACM Transactions on Mathematical Software 3, 1977, doi:10.1145/355744.355749.
@safe
package final class DiscreteDistribution: @unchecked Sendable {
  /// The number of classes.
  package let count: Int
  private let table: UnsafeMutablePointer<gsl_ran_discrete_t>

  /// Builds the table, or returns nil when the weights are impossible.
  ///
  /// - Parameter weights: The weight of each class: finite and not negative, at least one positive.
  ///   The probability of a class is its share in the sum of the weights.
  package init?(weights: [Double]) {
    GSLError.handlerIsOff
    guard
      Distribution.problem(ofWeights: weights) == nil,
      let table = unsafe gsl_ran_discrete_preproc(weights.count, weights)
    else { return nil }
    unsafe self.table = table
    count = weights.count
  }

  deinit {
    unsafe gsl_ran_discrete_free(table)
  }

  /// Draws a class.
  ///
  /// - Parameter stream: The stream to draw from.
  /// - Returns: The position of the class among the weights.
  package func sample(using stream: inout CountStream) -> Int {
    unsafe Int(gsl_ran_discrete(stream.generator, table))
  }
}
