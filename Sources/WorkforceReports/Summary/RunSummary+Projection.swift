// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension RunSummary {
  /// Works the figures out.
  ///
  /// - Parameter projection: The results.
  init(_ projection: Projection) {
    let scenario = projection.scenario
    let calendar = scenario.calendar
    let years = selectedYears(calendar.years)
    let cells = projection.cellFigures(in: calendar.lastYear)
    let hasNeed = scenario.rules.need != nil
    func statistics(_ code: String) -> [Statistic] {
      calendar.years.compactMap { projection.statistic(code, year: $0) }
    }
    let thresholds = projection.thresholdFigures
    let targets = projection.targetResults.map { TargetFigures($0) }
    self.init(
      identity: RunIdentity(projection),
      years: years,
      measures: projection.pageMeasures.map { member, codes in
        Measure(
          member: member,
          statistics: years.map { projection.statistic(ofSum: codes, year: $0) },
        )
      },
      need: hasNeed ? statistics("need") : [],
      stock: statistics(hasNeed ? "available" : "headcount"),
      shortages: CellFigures.largest(10, of: cells, by: \.gap.p50),
      surpluses: CellFigures.largest(10, of: cells, by: { -$0.gap.p50 }),
      channels: projection.channelFigures,
      hasMeansOfChannels: false,
      cost: CostSummary(projection),
      placement: PlacementFigures(projection, years: [calendar.lastYear]),
      thresholds: thresholds,
      thresholdsOutside: scenario.thresholds.count - thresholds.count,
      targets: targets,
      targetsOutside: scenario.targets.count - targets.count,
      variance: Self.measuresOfVariance(replications: projection.ensemble.replications)
        .compactMap { projection.varianceLine(of: $0, year: calendar.lastYear) },
      uncertainParameters: scenario.uncertainParameters,
      overrides: scenario.overrides,
    )
  }
}

extension Projection {
  /// The measures of the page with the codes that each adds up.
  ///
  /// What compares need with availability is left out where need was not modelled, since a need of
  /// nothing would read as a surplus; so is what is zero in every year.
  var pageMeasures: [(member: Member, codes: [String])] {
    let leavers = scenario.dimensions[.exit].codes + ["contract_ended", "standby_ended"]
    let members = ensemble.layout.tables[0].keys[0].members
    return RunSummary.groups(leavers: leavers).compactMap { codes in
      guard scenario.rules.need != nil || !RunSummary.measuresOfNeed.contains(codes[0]) else {
        return nil
      }
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
