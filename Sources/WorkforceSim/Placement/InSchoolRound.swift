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
    let network = ground.network
    let units = network.unitsOfGroup[group]
    guard let first = units.first else { return }
    market.removeAll()
    var postOfSlot = [Int](
      repeating: -1,
      count: network.slots(of: units[units.count - 1]).upperBound
        - network.slots(of: first).lowerBound,
    )
    let origin = network.slots(of: first).lowerBound
    for unit in units where ground.isCovered[network.unitSchool[unit]] {
      market.addSchool(capacity: ground.occupancy.unitCapacity[unit])
      for slot in network.slots(of: unit) {
        postOfSlot[slot - origin] =
          market.addPost(capacity: ground.occupancy.slotCapacity[slot])
      }
    }
    var competing: [Int] = []
    for row in ground.rowsOfGroup[group] {
      guard let slot = ground.slot(of: row, in: population) else { continue }
      market.addApplicant()
      market.addChoice(
        post: postOfSlot[slot - origin],
        rank: score.rank(of: row, in: population),
      )
      competing.append(row)
    }
    market.match(into: &assignment)
    ground.counts[group].competing += competing.count
    for (applicant, row) in competing.enumerated() {
      if assignment[applicant] >= 0 {
        ground.counts[group].placedInSchool += 1
      } else {
        ground.displace(row, in: &population)
      }
    }
  }
}
