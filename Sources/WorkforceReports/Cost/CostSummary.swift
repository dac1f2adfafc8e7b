// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What the summary says of cost: the total, who pays it, and pay per head, in three fiscal years.
struct CostSummary: Sendable {
  /// The currency.
  let currency: String
  /// The fiscal years: the first, the middle one and the last.
  let years: [Int]
  /// The total in each of the years.
  let total: [Statistic]
  /// The pay per established teacher in each of the years.
  let payPerHead: [Statistic]
  /// The means by item and payer.
  let figures: CostFigures

  /// The first year, the middle one and the last, each once.
  ///
  /// - Parameter years: All simulated years.
  /// - Returns: One to three years.
  static func years(of years: ClosedRange<Int>) -> [Int] {
    let middle = years.lowerBound + (years.count - 1) / 2
    return Set([years.lowerBound, middle, years.upperBound]).sorted()
  }
}

extension CostSummary {
  /// Takes results in memory; `nil` where nothing was spent.
  ///
  /// - Parameter projection: The results.
  init?(_ projection: Projection) {
    let years = Self.years(of: projection.scenario.calendar.years)
    guard let currency = projection.scenario.rules.pay?.settings.currency,
      let figures = CostFigures(projection, years: years), !figures.isEmpty
    else { return nil }
    self.init(
      currency: currency,
      years: years,
      total: years.compactMap { projection.statistic("cost", year: $0) },
      payPerHead: years.compactMap { projection.statistic("pay_per_head", year: $0) },
      figures: figures,
    )
  }

  /// Takes what a run folder holds; `nil` where nothing was spent.
  ///
  /// - Parameter run: The run.
  init?(_ run: KeptRun) {
    let figures = CostFigures(run)
    guard let currency = run.identity.currency, !figures.isEmpty else { return nil }
    let years = Self.years(of: run.identity.years)
    self.init(
      currency: currency,
      years: years,
      total: years.compactMap { run.statistic("cost", year: $0) },
      payPerHead: years.compactMap { run.statistic("pay_per_head", year: $0) },
      figures: figures,
    )
  }
}

extension KeptRun {
  /// The distribution of a measure of the whole; `nil` if it is zero throughout.
  ///
  /// - Parameters:
  ///   - measure: The measure's code.
  ///   - year: The year.
  /// - Returns: The distribution.
  func statistic(_ measure: String, year: Int) -> Statistic? {
    rows("summary").first { $0.texts[0] == measure && $0.year == year }?.statistic
  }
}
