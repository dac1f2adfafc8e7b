// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a figure's variance comes from uncertain parameters and how much from chance.
///
/// Replications 2*k* and 2*k* + 1 share their parameters and differ in chance only. With *n* pairs,
/// the variance of chance is estimated by the mean of half the squared differences within pairs,
/// and that of parameters by the variance of the pair means less half the variance of chance, never
/// below zero: the one-way analysis of variance with random effects.
///
/// Source: Searle, Casella and McCulloch, Variance Components, 1992, chapter 3.
public struct VarianceShares: Hashable, Sendable {
  /// The variance that uncertain parameters cause.
  public let parameters: Double
  /// The variance that chance causes.
  public let chance: Double

  /// Works out the shares.
  ///
  /// - Parameter values: The figure in each replication, in their order.
  public init(_ values: [Double]) {
    let pairs = values.count / 2
    guard pairs > 1, values.contains(where: { $0.difference(from: values[0]) != 0 }) else {
      self.parameters = 0
      self.chance = 0
      return
    }
    var means: [Double] = []
    var within = 0.0
    for pair in 0..<pairs {
      let first = values[2 * pair]
      let second = values[2 * pair + 1]
      means.append((first + second) / 2)
      within += (first - second) * (first - second) / 2 / Double(pairs)
    }
    let mean = means.reduce(0, +) / Double(pairs)
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let between = squares / Double(pairs - 1)
    self.chance = within
    self.parameters = max(0, between - within / 2)
  }

  /// The share of parameters in the whole variance, or `nil` if nothing varies.
  public var shareOfParameters: Double? {
    let total = parameters + chance
    return total > 0 ? parameters / total : nil
  }
}
