// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The chances that one threshold is passed.
struct ThresholdFigures: Sendable {
  /// The threshold.
  let threshold: Threshold
  /// The results by year; years that are not looked at are left out.
  let results: [ThresholdResult]

  /// The chance in a year, or `nil` if the threshold does not look at it.
  ///
  /// - Parameter year: The school year.
  /// - Returns: The share of replications that pass.
  func chance(in year: Int) -> Double? { results.first { $0.year == year }?.chance }
}

extension Projection {
  /// The chances of all thresholds of which a year was simulated.
  var thresholdFigures: [ThresholdFigures] {
    let results = thresholdResults
    return scenario.thresholds.compactMap { threshold in
      let own = results.filter { $0.threshold.name == threshold.name }
      return own.isEmpty ? nil : ThresholdFigures(threshold: threshold, results: own)
    }
  }
}
