// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The figures of a run that fit on a page, from results in memory or from a run folder.
struct RunSummary: Sendable {
  /// One measure of the whole over the selected years.
  struct Measure: Sendable {
    /// The measure's code and name.
    let member: Member
    /// The distribution in each selected year.
    let statistics: [Statistic]
  }

  /// The share of parameters in the variance of a measure.
  struct VarianceLine: Sendable {
    /// The measure's code and name.
    let member: Member
    /// The share, from 0 to 1.
    let shareOfParameters: Double
  }

  /// The fewest replications from which the page says what the variance comes from.
  ///
  /// With fewer than ten pairs the estimate varies so much that a sentence would mislead.
  private static let fewestForVariance = 20

  /// Which run it is.
  let identity: RunIdentity
  /// The selected years.
  let years: [Int]
  /// The measures in which something happens.
  let measures: [Measure]
  /// The need in all years; none where it was not modelled.
  let need: [Statistic]
  /// The available teachers in all years, or the headcount where need was not modelled.
  let stock: [Statistic]
  /// The cells that are short in the last year, the largest median shortage first.
  let shortages: [CellFigures]
  /// The cells in surplus in the last year, the largest median surplus first.
  let surpluses: [CellFigures]
  /// What the channels did over all years.
  let channels: [ChannelFigures]
  /// Whether the figures of channels are means, since quantiles of years do not add up.
  let hasMeansOfChannels: Bool
  /// What was spent; `nil` where pay was not modelled or nothing was spent.
  let cost: CostSummary?
  /// What placement did in the last year; `nil` without schools.
  let placement: PlacementFigures?
  /// The thresholds of which a year was simulated.
  let thresholds: [ThresholdFigures]
  /// The number of thresholds of which no year was simulated.
  let thresholdsOutside: Int
  /// The targets whose years were simulated.
  let targets: [TargetFigures]
  /// The number of targets whose years were not simulated.
  let targetsOutside: Int
  /// What the variance of the last year comes from.
  let variance: [VarianceLine]
  /// The names of the parameters that are uncertain; `nil` if that is not known.
  let uncertainParameters: [String]?
  /// The settings that differ from the scenario's files.
  let overrides: [String]

  /// Whether need was modelled.
  var hasNeed: Bool { !need.isEmpty }

  /// The years in which chances are shown: out of those that any threshold looks at.
  var thresholdYears: [Int] {
    let lookedAt = thresholds.flatMap { $0.results.map(\.year) }.sorted()
    return lookedAt.last.map { selectedYears(lookedAt[0]...$0) } ?? []
  }

  /// The measures whose variance is divided, if there are replications enough.
  ///
  /// - Parameter replications: The number of replications.
  /// - Returns: The codes of the measures.
  static func measuresOfVariance(replications: Int) -> [String] {
    replications < fewestForVariance ? [] : ["headcount", "shortage"]
  }

  /// The codes that each line of the page adds up, in the order of the page.
  ///
  /// - Parameter leavers: The codes of those who leave otherwise than by retirement.
  /// - Returns: The codes; a line of several codes is that of the other leavers.
  static func groups(leavers: [String]) -> [[String]] {
    [
      ["headcount"], ["standby"], ["pupils"], ["schools"], ["need"], ["available"], ["shortage"],
      ["surplus"], ["structural_shortage"], ["retired"], ["early_retired"], leavers, ["hired"],
      ["unfilled"],
    ]
  }

  /// The measures that compare need with availability.
  ///
  /// A need of nothing would read as a surplus, so they are left out where need was not modelled.
  static let measuresOfNeed: Set = [
    "need", "available", "shortage", "surplus", "structural_shortage",
  ]
}

/// The years shown on a page: the first, the last, and those between that a round step hits.
///
/// - Parameter years: All simulated years.
/// - Returns: At most ten years.
package func selectedYears(_ years: ClosedRange<Int>) -> [Int] {
  let steps = [1, 5, 10, 20, 50, 100, 200, 500, 1_000]
  func selected(_ step: Int) -> [Int] {
    years.filter { $0 == years.lowerBound || $0 == years.upperBound || $0 % step == 0 }
  }
  let step = steps.first { years.count / $0 <= 8 } ?? years.count
  return selected(step)
}
