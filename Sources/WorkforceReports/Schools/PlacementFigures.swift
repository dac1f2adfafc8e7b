// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What placement and rotation did, and how even schools are, in means over replications.
struct PlacementFigures: Sendable {
  /// In how many of those that something can be asked of it holds.
  struct Share: Hashable, Sendable {
    /// How many of them it holds for.
    let count: Int
    /// How many there are.
    let total: Int
  }

  /// The means by school year, region, stage and measure.
  let means: RegionStageMeans

  /// Takes what a run folder holds.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - region: The code of the only region that counts; `nil` for all.
  init(_ run: KeptRun, region: String? = nil) {
    means = RegionStageMeans(
      "placement",
      measures: SchoolTables.placementMeasures,
      of: run,
      region: region,
    )
  }

  /// Takes what results in memory hold; `nil` if schools were not modelled.
  ///
  /// - Parameters:
  ///   - projection: The results.
  ///   - years: The years wanted.
  init?(_ projection: Projection, years: [Int]) {
    guard projection.ensemble.network != nil else { return nil }
    means = RegionStageMeans("placement", of: projection, years: years)
  }

  /// The share of those due to rotate who moved; `nil` where nobody is due.
  ///
  /// It is the quotient of two means, not the mean of the replications' shares.
  func rotationShare(_ year: Int) -> Double? {
    quotient(means.sum("rotated", year), means.sum("due_to_rotate", year))
  }

  /// The share of backbone teachers among those who rotated; `nil` where nobody did.
  func backboneShare(_ year: Int) -> Double? {
    quotient(means.sum("rotated_backbone", year), means.sum("rotated", year))
  }

  /// The mean place that the schools of those placed had in their lists; `nil` if nobody was.
  func preferenceRank(_ year: Int) -> Double? {
    quotient(means.sum("preference_rank_sum", year), means.sum("placed_cross_school", year))
  }

  /// The regions that meet the duty in most replications, out of those in which somebody is due.
  func dutyMet(_ year: Int) -> Share {
    let due = means.regions.indices.filter { means.sum("due_to_rotate", year, region: $0) > 0 }
    let met = due.filter { region in
      // Every stage of a region holds the region's own chance.
      means.stages.indices.contains { means["duty_met", year, region, $0] >= 0.5 }
    }
    return Share(count: met.count, total: due.count)
  }

  /// The coefficient of the median region; `nil` where no region has schools to compare.
  ///
  /// - Parameters:
  ///   - measure: The code of the coefficient.
  ///   - year: The school year.
  ///   - stage: The position of the stage.
  /// - Returns: The median over regions of the means.
  func medianRegion(_ measure: String, _ year: Int, stage: Int) -> Double? {
    let values = means.regions.indices.map { means[measure, year, $0, stage] }
      .filter { $0 > 0 }.sorted()
    guard !values.isEmpty else { return nil }
    return (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
  }

  /// The largest coefficient that the standard allows in a stage; `nil` if it sets none.
  func limit(_ year: Int, stage: Int) -> Double? {
    let limit = means.regions.indices.map { means["balance_limit", year, $0, stage] }.max() ?? 0
    return limit > 0 ? limit : nil
  }

  /// The regions above the limit in most replications, out of those with schools to compare.
  func overLimit(_ year: Int, stage: Int) -> Share {
    let compared = means.regions.indices.filter { region in
      SchoolBalance.figures.contains { means["\($0)_cv_after", year, region, stage] > 0 }
    }
    let over = compared.filter { means["balance_limit_met", year, $0, stage] < 0.5 }
    return Share(count: over.count, total: compared.count)
  }
}
