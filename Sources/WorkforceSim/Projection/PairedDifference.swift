// SPDX-License-Identifier: GPL-3.0-or-later

/// The distribution of the difference of a figure between two runs on the same draws.
///
/// A replication of one run is taken with the replication of the same number of the other, so the
/// variance is that of the difference: Var(B − A) = Var A + Var B − 2 Cov(A, B), small where shared
/// draws make the two move together.
package struct PairedDifference: Hashable, Sendable {
  /// The distribution of other less base over replications.
  package let statistic: Statistic
  /// The share of replications in which the other run has less; ties count half.
  package let chanceLess: Double

  /// The share of replications in which the other run has more; ties count half.
  package var chanceMore: Double { 1 - chanceLess }

  /// Works out the distribution.
  ///
  /// - Parameters:
  ///   - base: The figure in each replication of the base.
  ///   - other: The figure in each replication of the other run; as many.
  ///   - sorted: Working space.
  package init(base: [Double], other: [Double], sorted: inout [Double]) {
    precondition(base.count == other.count, "\(base.count) and \(other.count) replications")
    self.init(
      differences: zip(base, other).map { $1.difference(from: $0) },
      sorted: &sorted,
    )
  }

  /// Works out the distribution of differences that are known.
  ///
  /// - Parameters:
  ///   - differences: Other less base in each replication.
  ///   - sorted: Working space.
  package init(differences: [Double], sorted: inout [Double]) {
    self.statistic = Statistic(differences, sorted: &sorted)
    let less = differences.count { $0 < 0 }
    let ties = differences.count { $0 == 0 }
    self.chanceLess = (Double(less) + Double(ties) / 2) / Double(differences.count)
  }
}
