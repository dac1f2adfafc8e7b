// SPDX-License-Identifier: GPL-3.0-or-later

/// The first round: at the end of a term the teachers of a school compete for its posts.
///
/// Each teacher stands for the posts of the own subject at the own school; the best by rank keep
/// them, as far as the posts of the subject and of the school go. The others lose their post.
package struct InSchoolRound {
  private let rules: PlacementRules
  private let year: SimulatedYear
  private let firstYear: Int

  /// Prepares the round.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - year: The year.
  package init(_ rules: PlacementRules, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
    self.firstYear = year.openingMonth.year + 1
  }

  /// Whether a term begins in a region in this year.
  package func beginsTerm(inRegion region: Int) -> Bool {
    let months = year.parameters.values(of: rules.firstTerm, at: year.openingMonth)
    let given = Int(months[(.region, region)])
    let first = given == 0 ? firstYear : Month(index: given).year
    let length = max(1, Int(year.values(rules.termYears)[(.region, region)].rounded()))
    return year.year >= first && (year.year - first) % length == 0
  }

  /// Lets the teachers of a group compete.
  ///
  /// - Parameters:
  ///   - group: The region and stage.
  ///   - population: The teachers.
  ///   - ground: Posts and who holds them.
  ///   - score: The points of teachers.
  ///   - market: Working space.
  ///   - assignment: Working space.
  package func apply(
    to group: Int,
    of population: inout Population,
    on ground: inout PlacementGround,
    score: CompetitionScore,
    market: inout TwoLevelMarket,
    assignment: inout [Int32],
  ) {
    let competing = openMarket(group, population, on: ground, score: score, market: &market)
    let staff = ground.rowsOfGroup[group].count { ground.slot(of: $0, in: population) != nil }
    ground.counts[group].competing += staff
    ground.counts[group].placedInSchool += staff
    market.match(into: &assignment)
    for (applicant, row) in competing.enumerated() where assignment[applicant] < 0 {
      ground.counts[group].placedInSchool -= 1
      ground.displace(row, in: &population)
    }
  }

  /// Opens the posts of the units that have more teachers than posts; elsewhere everybody stays.
  ///
  /// - Returns: The rows that compete, in the order of the applicants.
  private func openMarket(
    _ group: Int,
    _ population: borrowing Population,
    on ground: borrowing PlacementGround,
    score: CompetitionScore,
    market: inout TwoLevelMarket,
  ) -> [Int] {
    let network = ground.network
    market.removeAll()
    var firstPost = [Int](repeating: -1, count: network.unitCount)
    for unit in network.unitsOfGroup[group] where ground.isCovered[network.unitSchool[unit]] {
      guard network.slots(of: unit).contains(where: { ground.occupancy.isOverfull($0) }) else {
        continue
      }
      market.addSchool(capacity: ground.occupancy.unitCapacity[unit])
      firstPost[unit] = market.postSchool.count
      for slot in network.slots(of: unit) {
        market.addPost(capacity: ground.occupancy.slotCapacity[slot])
      }
    }
    var competing: [Int] = []
    for row in ground.rowsOfGroup[group] {
      guard let slot = ground.slot(of: row, in: population) else { continue }
      let unit = network.slotUnit[slot]
      guard firstPost[unit] >= 0 else { continue }
      market.addApplicant()
      market.addChoice(
        post: firstPost[unit] + slot - network.firstSlot[unit],
        rank: score.rank(of: row, in: population),
      )
      competing.append(row)
    }
    return competing
  }
}
