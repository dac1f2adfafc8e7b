// SPDX-License-Identifier: GPL-3.0-or-later

/// The distribution of a figure over replications.
public struct Statistic: Hashable, Sendable {
  /// The mean.
  public let mean: Double
  /// The standard deviation between replications (divisor *n* − 1); 0 for a single one.
  public let standardDeviation: Double
  /// The 5 % quantile.
  public let p05: Double
  /// The 25 % quantile.
  public let p25: Double
  /// The median.
  public let p50: Double
  /// The 75 % quantile.
  public let p75: Double
  /// The 95 % quantile.
  public let p95: Double
  /// The Monte Carlo standard error of the mean.
  ///
  /// Replications come in pairs that share parameters, so the error is that of the mean of pairs:
  /// the standard deviation of the pair means over the square root of their number.
  public let monteCarloStandardError: Double

  /// The names of the columns, in order.
  public static let columns = ["mean", "sd", "p05", "p25", "p50", "p75", "p95", "mcse"]

  /// Works out the statistic.
  ///
  /// Quantiles interpolate linearly between order statistics (Hyndman and Fan 1996, definition 7).
  ///
  /// - Parameters:
  ///   - values: The figure in each replication, in their order; at least one.
  ///   - sorted: Working space.
  public init(_ values: [Double], sorted: inout [Double]) {
    precondition(!values.isEmpty, "a statistic needs at least one value")
    // A figure that never varies keeps its exact value, which summing and dividing could lose.
    if values.contains(where: { $0 != values[0] }) {
      self.init(varying: values, sorted: &sorted)
    } else {
      self.init(constant: values[0])
    }
  }

  private init(varying values: [Double], sorted: inout [Double]) {
    sorted.removeAll(keepingCapacity: true)
    sorted += values
    OrderStatistics.arrange(&sorted) { Self.holdQuantiles($0, among: values.count) }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = Self.squares(values.span, around: mean)
    self.mean = mean
    self.standardDeviation = (squares.ofValues / Double(values.count - 1)).squareRoot()
    self.p05 = Self.quantile(Self.shares[0], of: sorted)
    self.p25 = Self.quantile(Self.shares[1], of: sorted)
    self.p50 = Self.quantile(Self.shares[2], of: sorted)
    self.p75 = Self.quantile(Self.shares[3], of: sorted)
    self.p95 = Self.quantile(Self.shares[4], of: sorted)
    self.monteCarloStandardError = Self.errorOfMean(squares.ofPairs, pairs: values.count / 2)
  }

  /// The distribution of a figure that is the same in every replication.
  private init(constant value: Double) {
    self.mean = value
    self.standardDeviation = 0
    self.p05 = value
    self.p25 = value
    self.p50 = value
    self.p75 = value
    self.p95 = value
    self.monteCarloStandardError = 0
  }

  /// Takes a distribution that a table of results holds.
  ///
  /// - Parameter numbers: The numbers in the order of the columns.
  package init(numbers: [Double]) {
    precondition(numbers.count == Self.columns.count, "\(numbers.count) numbers of a statistic")
    self.mean = numbers[0]
    self.standardDeviation = numbers[1]
    self.p05 = numbers[2]
    self.p25 = numbers[3]
    self.p50 = numbers[4]
    self.p75 = numbers[5]
    self.p95 = numbers[6]
    self.monteCarloStandardError = numbers[7]
  }

  /// The numbers in the order of the columns.
  public var numbers: [Double] {
    [mean, standardDeviation, p05, p25, p50, p75, p95, monteCarloStandardError]
  }

  /// The shares of the quantiles.
  private static let shares = [0.05, 0.25, 0.50, 0.75, 0.95]

  /// Whether any quantile lies at, or just after, one of some places of the sorted numbers.
  private static func holdQuantiles(_ places: Range<Int>, among count: Int) -> Bool {
    shares.contains { share in
      let lower = Int(share * Double(count - 1))
      return places.contains(lower) || places.contains(lower + 1)
    }
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let lower = Int(place)
    guard lower + 1 < sorted.count else { return sorted[lower] }
    return sorted[lower] + (place - Double(lower)) * (sorted[lower + 1] - sorted[lower])
  }

  /// The squared deviations from the mean, added up over values and over the means of pairs.
  ///
  /// Both sums are taken in one loop, as each addition waits for the one before.
  private static func squares(
    _ values: Span<Double>,
    around mean: Double,
  ) -> (ofValues: Double, ofPairs: Double) {
    var ofValues = 0.0
    var ofPairs = 0.0
    for pair in 0..<values.count / 2 {
      let (first, second) = (values[2 &* pair], values[2 &* pair &+ 1])
      ofValues += (first - mean) * (first - mean)
      ofValues += (second - mean) * (second - mean)
      let deviation = (first + second) / 2 - mean
      ofPairs += deviation * deviation
    }
    if values.count % 2 == 1 {
      let last = values[values.count - 1]
      ofValues += (last - mean) * (last - mean)
    }
    return (ofValues, ofPairs)
  }

  /// The standard error of the mean from the squared deviations of the means of pairs.
  private static func errorOfMean(_ squares: Double, pairs: Int) -> Double {
    pairs > 1 ? (squares / Double(pairs - 1) / Double(pairs)).squareRoot() : 0
  }
}
