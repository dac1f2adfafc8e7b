// SPDX-License-Identifier: GPL-3.0-or-later

/// The chance that a measure passes a threshold in one year.
public struct ThresholdResult: Sendable {
  /// The threshold.
  public let threshold: Threshold
  /// The school year.
  public let year: Int
  /// The share of replications that pass.
  public let chance: Double
  /// The Monte Carlo standard error of the chance.
  ///
  /// The chance is the mean of 1 for each replication that passes and 0 for each other one, so the
  /// error is that of a mean of pairs. It is 0 where all replications agree, which does not say that
  /// the next one would.
  public let monteCarloStandardError: Double

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - threshold: The threshold.
  ///   - year: The school year.
  ///   - chance: The share of replications that pass.
  ///   - monteCarloStandardError: The Monte Carlo standard error of the chance.
  package init(
    threshold: Threshold,
    year: Int,
    chance: Double,
    monteCarloStandardError: Double,
  ) {
    self.threshold = threshold
    self.year = year
    self.chance = chance
    self.monteCarloStandardError = monteCarloStandardError
  }
}

extension Projection {
  /// The chances of all thresholds in those of their years that were simulated, by year.
  public var thresholdResults: [ThresholdResult] {
    scenario.calendar.years.flatMap { year in
      scenario.thresholds.compactMap { threshold in
        guard threshold.years?.contains(year) ?? true else { return nil }
        return figures(of: threshold, year: year).map { figures in
          var sorted: [Double] = []
          let passed = Statistic(
            figures.map { threshold.isPassed(by: $0) ? 1 : 0 },
            sorted: &sorted,
          )
          return ThresholdResult(
            threshold: threshold,
            year: year,
            chance: passed.mean,
            monteCarloStandardError: passed.monteCarloStandardError,
          )
        }
      }
    }
  }

  /// What each replication holds against a threshold; no number where it would divide by zero.
  private func figures(of threshold: Threshold, year: Int) -> [Double]? {
    guard let measured = summary(threshold.measure, year: year) else { return nil }
    guard let divisor = threshold.divisor else { return measured }
    return summary(divisor, year: year).map { divisors in
      zip(measured, divisors).map { $1 == 0 ? .nan : $0 / $1 }
    }
  }
}
