// SPDX-License-Identifier: GPL-3.0-or-later

/// What recruitment needs to know of the workforce after exits.
package struct WorkforceBeforeRecruitment: Sendable {
  /// The authorised posts by group.
  package var posts: [Double]
  /// The people who hold an authorised post, by group; those on early retirement if they keep it.
  package var established: [Double]
  /// The need in full-time equivalents by cell.
  package var need: [Double]
  /// The available full-time equivalents by cell.
  package var available: [Double]
  /// The people who left in the year, by cell.
  package var left: [Double]

  /// Creates the figures.
  package init(
    posts: [Double],
    established: [Double],
    need: [Double],
    available: [Double],
    left: [Double],
  ) {
    self.posts = posts
    self.established = established
    self.need = need
    self.available = available
    self.left = left
  }
}

/// The places that recruitment may open, cell by cell.
///
/// With `fill: posts`, a region and stage opens round(max(0, posts − established) × fill share ×
/// (1 − freeze) × multiplier) places. They go to subjects by weights: the targeting share by the
/// gaps between need and availability, the rest by the subjects of those who left; without either,
/// by need. With `fill: need` each cell opens the whole number next to its gap, times the same
/// factors; with `fill: plan` a number of the plan goes to its cells by their gaps, or by need,
/// each cell's part times the factors of its region and stage. Under every fill the places of a
/// region are cut to the room that the establishment cap leaves. Whole places are apportioned by
/// largest remainder.
package struct Vacancies {
  private let rules: RecruitmentRules
  private let year: SimulatedYear
  private var apportionment: PlaceApportionment

  /// Prepares the rule of a year.
  package init(_ rules: RecruitmentRules, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
    self.apportionment = PlaceApportionment(year.method)
  }

  /// The open places by cell.
  ///
  /// - Parameter workforce: The workforce after exits.
  /// - Returns: The places; whole numbers unless the projection is in expected values.
  package mutating func places(for workforce: WorkforceBeforeRecruitment) -> [Double] {
    let factor = openedShares()
    switch rules.fill {
    case .need:
      let gaps = workforce.need.combined(with: workforce.available) { max(0, $0 - $1) }
      let open = gaps.combined(with: factor.byCell(year.dimensions), *)
      return capped(open.map { apportionment.whole($0) }, workforce)
    case .plan:
      guard let reference = rules.plan else { return workforce.need.map { _ in 0 } }
      let open = plannedPlaces(year.values(reference), factor: factor, workforce: workforce)
      return capped(open, workforce)
    case .posts:
      return capped(placesFromPosts(factor: factor, workforce: workforce), workforce)
    }
  }

  /// The factor on the places of each group: fill share × (1 − freeze) × multiplier.
  package func openedShares() -> [Double] {
    let share = year.values(rules.fillShare)
    let freeze = year.values(rules.freeze)
    let multiplier = year.values(rules.multiplier)
    return (0..<year.dimensions.groupCount).map { group in
      let region: ParameterValues.Place = (.region, group / year.dimensions.stageCount)
      let stage: ParameterValues.Place = (.stage, group % year.dimensions.stageCount)
      return share[region, stage] * (1 - freeze[region, stage]) * multiplier[region, stage]
    }
  }

  private mutating func placesFromPosts(
    factor: [Double],
    workforce: WorkforceBeforeRecruitment,
  ) -> [Double] {
    let targeting = year.values(rules.targeting)
    let fieldCount = year.dimensions.fields.count
    var places = [Double](repeating: 0, count: workforce.need.count)
    for region in 0..<year.dimensions.regionCount {
      for stage in 0..<year.dimensions.stageCount {
        let group = year.dimensions.group(region: region, stage: stage)
        let vacant = max(0, workforce.posts[group] - workforce.established[group])
        let open = apportionment.whole(vacant * factor[group])
        guard open > 0 else { continue }
        let cells = (0..<fieldCount).filter { year.dimensions.fields[$0].stage == stage }
          .map { region * fieldCount + $0 }
        let weights = subjectWeights(
          cells,
          targeting: targeting[(.region, region), (.stage, stage)],
          workforce: workforce,
        )
        for (cell, share) in zip(cells, apportionment.spread(open, by: weights)) {
          places[cell] = share
        }
      }
    }
    return places
  }

  /// The places less what would lift a region's established teachers above their cap.
  private mutating func capped(
    _ places: [Double],
    _ workforce: WorkforceBeforeRecruitment,
  ) -> [Double] {
    guard let reference = rules.establishmentCap else { return places }
    let cap = year.values(reference)
    let stages = year.dimensions.stageCount
    let fields = year.dimensions.fields.count
    var result = places
    for region in 0..<year.dimensions.regionCount {
      let cells = (region * fields)..<((region + 1) * fields)
      let groups = (region * stages)..<((region + 1) * stages)
      let established = groups.reduce(0) { $0 + workforce.established[$1] }
      let room = max(0, cap[(.region, region)] - established)
      let whole = year.method == .expected ? room : room.roundedDown()
      guard places[cells].reduce(0, +) > whole else { continue }
      let spread = apportionment.spread(whole, by: Array(places[cells]))
      result.replaceSubrange(cells, with: spread)
    }
    return result
  }

  private func subjectWeights(
    _ cells: [Int],
    targeting: Double,
    workforce: WorkforceBeforeRecruitment,
  ) -> [Double] {
    let gaps = cells.map { max(0, workforce.need[$0] - workforce.available[$0]) }
    let left = cells.map { workforce.left[$0] }
    let need = cells.map { workforce.need[$0] }
    let totalGap = gaps.reduce(0, +)
    let totalLeft = left.reduce(0, +)
    let totalNeed = need.reduce(0, +)
    return cells.indices.map { position in
      let byNeed =
        totalNeed > 0 ? need[position] / totalNeed : 1 / Double(cells.count)
      let byGap = totalGap > 0 ? gaps[position] / totalGap : byNeed
      let byLeft = totalLeft > 0 ? left[position] / totalLeft : byNeed
      return targeting * byGap + (1 - targeting) * byLeft
    }
  }

  private mutating func plannedPlaces(
    _ plan: ParameterValues,
    factor: [Double],
    workforce: WorkforceBeforeRecruitment,
  ) -> [Double] {
    let dimensions = year.dimensions
    // Axes that the plan does not name are filled by need, so the plan's total is kept.
    var cellsOfPlan: [Int: [Int]] = [:]
    for cell in 0..<dimensions.cellCount {
      let field = dimensions.field(ofCell: cell)
      let position =
        dimensions.region(ofCell: cell) * plan.stride(of: .region)
        + field.stage * plan.stride(of: .stage) + field.subject * plan.stride(of: .subject)
      cellsOfPlan[position, default: []].append(cell)
    }
    var places = [Double](repeating: 0, count: dimensions.cellCount)
    for position in cellsOfPlan.keys.sorted() {
      let cells = cellsOfPlan[position] ?? []
      let gaps = cells.map { max(0, workforce.need[$0] - workforce.available[$0]) }
      let weights = gaps.contains { $0 > 0 } ? gaps : cells.map { max(workforce.need[$0], 1e-9) }
      // A freeze or multiplier of one region takes or adds that region's part of the plan.
      let opened = zip(cells, weights).map { $1 * factor[dimensions.group(ofCell: $0)] }
      let part = opened.reduce(0, +) / weights.reduce(0, +)
      let total = apportionment.whole(plan.values[position] * part)
      let shares = apportionment.spread(total, by: opened)
      for (cell, share) in zip(cells, shares) { places[cell] = share }
    }
    return places
  }
}
