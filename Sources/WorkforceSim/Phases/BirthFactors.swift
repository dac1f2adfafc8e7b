// SPDX-License-Identifier: GPL-3.0-or-later

/// The random walk of births around their stated path.
package struct BirthFactors: Sendable {
  private let firstYear: Int
  private let factors: [Double]

  /// Draws the walk.
  ///
  /// - Parameters:
  ///   - volatility: The standard deviation of a yearly factor.
  ///   - years: The calendar years that are uncertain; births before them are known.
  ///   - key: The seed and the parameter set.
  package init(volatility: Double, years: ClosedRange<Int>, key: RandomKey?) {
    self.firstYear = years.lowerBound
    guard let key, volatility > 0 else {
      self.factors = []
      return
    }
    var stream = CountStream(key: key, decision: .births, year: years.lowerBound)
    var walk = 1.0
    self.factors = years.map { year in
      stream.use(key: key, decision: .births, year: year, index: 0)
      walk *= stream.lognormal(mean: 1, standardDeviation: volatility)
      return walk
    }
  }

  /// The factor on the births of a calendar year.
  package func factor(of year: Int) -> Double {
    factors.isEmpty || year < firstYear ? 1 : factors[min(year - firstYear, factors.count - 1)]
  }
}
