// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The figures of a run that fit on a page.
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

  /// The results.
  let projection: Projection
  /// The selected years.
  let years: [Int]
  /// The measures in which something happens.
  let measures: [Measure]
  /// The cells that are short in the last year, the largest median shortage first.
  let shortages: [CellFigures]
  /// The cells in surplus in the last year, the largest median surplus first.
  let surpluses: [CellFigures]
  /// What the channels did over all years.
  let channels: [ChannelFigures]
  /// The thresholds of which a year was simulated.
  let thresholds: [ThresholdFigures]
  /// The years in which their chances are shown: out of those that any threshold looks at.
  let thresholdYears: [Int]
  /// The targets whose years were simulated.
  let targets: [TargetResult]
  /// What the variance of the last year comes from.
  let variance: [VarianceLine]

  /// Works the figures out.
  ///
  /// - Parameter projection: The results.
  init(_ projection: Projection) {
    let calendar = projection.scenario.calendar
    let years = selectedYears(calendar.years)
    self.projection = projection
    self.years = years
    measures = projection.pageMeasures.map { member, codes in
      Measure(
        member: member,
        statistics: years.map { projection.statistic(ofSum: codes, year: $0) },
      )
    }
    let cells = projection.cellFigures(in: calendar.lastYear)
    shortages = CellFigures.largest(10, of: cells, by: \.gap.p50)
    surpluses = CellFigures.largest(10, of: cells, by: { -$0.gap.p50 })
    channels = projection.channelFigures
    thresholds = projection.thresholdFigures
    let lookedAt = thresholds.flatMap { $0.results.map(\.year) }.sorted()
    thresholdYears = lookedAt.last.map { selectedYears(lookedAt[0]...$0) } ?? []
    targets = projection.targetResults
    let isVarianceKnown = projection.ensemble.replications >= Self.fewestForVariance
    variance =
      !isVarianceKnown
      ? []
      : ["headcount", "shortage"].compactMap { code in
        projection.varianceLine(of: code, year: calendar.lastYear)
      }
  }

  /// The names of the parameters that are uncertain.
  var uncertainParameters: [String] {
    projection.scenario.parameters.parameters.filter(\.isUncertain).map(\.name)
  }
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

extension Projection {
  /// The measures of the page with the codes that each adds up.
  ///
  /// What compares need with availability is left out where need was not modelled, since a need of
  /// nothing would read as a surplus; so is what is zero in every year.
  var pageMeasures: [(member: Member, codes: [String])] {
    let leavers = scenario.dimensions[.exit].codes + ["contract_ended"]
    let groups: [[String]] = [
      ["headcount"], ["pupils"], ["need"], ["available"], ["shortage"], ["surplus"],
      ["structural_shortage"], ["retired"], ["early_retired"], leavers, ["hired"], ["unfilled"],
    ]
    let needsNeed: Set = ["need", "available", "shortage", "surplus", "structural_shortage"]
    let members = ensemble.layout.tables[0].keys[0].members
    return groups.compactMap { codes in
      guard scenario.rules.need != nil || !needsNeed.contains(codes[0]) else { return nil }
      guard
        scenario.calendar.years.contains(where: { sum(of: codes, year: $0).contains { $0 != 0 } })
      else { return nil }
      if codes == leavers { return (Member("other_leavers", label: Phrase.otherLeavers), codes) }
      return members.first { $0.code == codes[0] }.map { ($0, codes) }
    }
  }

  /// What the variance of a measure of the page comes from; `nil` if nothing varies.
  fileprivate func varianceLine(of code: String, year: Int) -> RunSummary.VarianceLine? {
    guard let member = pageMeasures.first(where: { $0.codes == [code] })?.member else { return nil }
    return varianceShares(of: code, year: year)?.shareOfParameters.map {
      RunSummary.VarianceLine(member: member, shareOfParameters: $0)
    }
  }

  /// The sum of measures of the whole in each replication.
  private func sum(of codes: [String], year: Int) -> [Double] {
    codes.compactMap { summary($0, year: year) }.reduce(
      [Double](repeating: 0, count: ensemble.replications)
    ) { zip($0, $1).map(+) }
  }

  /// The distribution of a sum of measures of the whole.
  func statistic(ofSum codes: [String], year: Int) -> Statistic {
    var sorted: [Double] = []
    return Statistic(sum(of: codes, year: year), sorted: &sorted)
  }
}
