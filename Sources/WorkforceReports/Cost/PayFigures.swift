// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Pay per head beside the average wage and the pay of civil servants, in means over replications.
struct PayFigures: Sendable {
  private struct Place: Hashable {
    let measure: String
    let year: Int
    let region: String
  }

  private let means: RegionStageMeans
  private let levels: [Place: Double]
  private let payPerHeadOfAll: [Int: Double]

  /// Takes what a run folder holds.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - region: The code of the only region that counts; `nil` for all.
  init(_ run: KeptRun, region: String? = nil) {
    means = RegionStageMeans("pay", measures: CostTables.payMeasures, of: run, region: region)
    levels = Dictionary(
      run.rows("pay_level").map { row in
        (Place(measure: row.texts[1], year: row.year, region: row.texts[0]), row.numbers[1])
      }
    ) { first, _ in first }
    payPerHeadOfAll = Dictionary(
      run.identity.years.compactMap { year in
        run.statistic("pay_per_head", year: year).map { (year, $0.mean) }
      }
    ) { first, _ in first }
  }

  /// The regions in which somebody is paid in one of the years, by their positions.
  ///
  /// - Parameter years: The fiscal years.
  /// - Returns: The positions.
  func regions(paidIn years: [Int]) -> [Int] {
    means.regions.indices.filter { region in years.contains { teachers($0, region: region) > 0 } }
  }

  /// The code and name of a region.
  func member(ofRegion region: Int) -> Member { means.regions[region] }

  /// The teachers paid in a region, or in all.
  func teachers(_ year: Int, region: Int? = nil) -> Double { sum("paid_teachers", year, region) }

  /// The pay per head of a region, or of all; `nil` where nobody is paid.
  ///
  /// That of all is the mean of the replications' quotients, as in the summary; that of a region, of
  /// which tables have the stages only, is the quotient of two means.
  func payPerHead(_ year: Int, region: Int? = nil) -> Double? {
    if region == nil, let mean = payPerHeadOfAll[year] { return mean }
    return quotient(sum("pay", year, region), teachers(year, region: region))
  }

  /// The pay per head of a region over its average wage; `nil` if no wage is known.
  ///
  /// The wage is what the stage with most teachers is compared with: a region has one.
  func ratioToAverageWage(_ year: Int, region: Int) -> Double? {
    let largest = means.stages.indices.max {
      means["paid_teachers", year, region, $0] < means["paid_teachers", year, region, $1]
    }
    guard let largest, let payPerHead = payPerHead(year, region: region) else { return nil }
    let wage = quotient(
      means["pay_per_head", year, region, largest],
      means["ratio_to_average_wage", year, region, largest],
    )
    return wage.flatMap { quotient(payPerHead, $0) }
  }

  /// The pay per head of the stages that the rule counts; `nil` where there is none.
  func payUnderRule(_ year: Int, region: Int) -> Double? { level("pay_per_head", year, region) }

  /// The average pay of the region's civil servants; `nil` if none is known.
  func civilServantPay(_ year: Int, region: Int) -> Double? {
    level("civil_servant_pay", year, region)
  }

  /// The share of replications that keep the rule; `nil` where civil servants' pay is not known.
  func chanceOfRule(_ year: Int, region: Int) -> Double? {
    civilServantPay(year, region: region).map { _ in
      level("no_lower_than_civil_servants", year, region) ?? 0
    }
  }

  private func level(_ measure: String, _ year: Int, _ region: Int) -> Double? {
    let place = Place(measure: measure, year: year, region: means.regions[region].code)
    return levels[place].flatMap { $0 > 0 ? $0 : nil }
  }

  private func sum(_ measure: String, _ year: Int, _ region: Int?) -> Double {
    region.map { means.sum(measure, year, region: $0) } ?? means.sum(measure, year)
  }
}
