// SPDX-License-Identifier: GPL-3.0-or-later

/// The first round: at the end of a term the teachers of a school compete for its posts.
///
/// Each teacher stands for the posts of the own subject at the own school; the best by rank keep
/// them, as far as the posts of the subject and of the school go. The others lose their post.
package struct InSchoolRound {
  private let rules: PlacementRules
  private let year: SimulatedYear
  private let firstYear: Int
  /// Whether not all who hold the posts of each slot can keep them.
  private var isContested: [Bool]
  /// The rows that hold contested posts, by group.
  private var holdersOfGroup = GroupedRows(0..<0, count: 0) { _ in nil }
  /// The post of the market that stands for each contested slot.
  private var postOfSlot: [Int]
  private var assignment: [Int32] = []

  /// Prepares the round.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - network: The schools.
  ///   - year: The year.
  package init(_ rules: PlacementRules, network: SchoolNetwork, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
    self.firstYear = year.openingMonth.year + 1
    self.isContested = [Bool](repeating: false, count: network.slotCount)
    self.postOfSlot = [Int](repeating: -1, count: network.slotCount)
  }

  /// Whether a term begins in a region in this year.
  package func beginsTerm(inRegion region: Int) -> Bool {
    let months = year.parameters.values(of: rules.firstTerm, at: year.openingMonth)
    let given = Int(months[(.region, region)])
    let first = given == 0 ? firstYear : Month(index: given).year
    let length = max(1, Int(year.values(rules.termYears)[(.region, region)].rounded()))
    return year.year >= first && (year.year - first) % length == 0
  }

  /// Finds the posts that not all who hold them can keep, and these, where a term begins.
  ///
  /// - Parameter ground: Posts and who holds them, before anybody competes.
  package mutating func findContests(on ground: borrowing PlacementGround) {
    let stages = year.dimensions.stageCount
    var isAny = false
    for region in 0..<year.dimensions.regionCount where beginsTerm(inRegion: region) {
      for group in region * stages..<(region + 1) * stages {
        for unit in ground.network.unitsOfGroup[group] {
          isAny = findContests(unit, on: ground) || isAny
        }
      }
    }
    guard isAny else { return }
    let network = ground.network
    let slotOfRow = ground.staff.slotOfRow
    holdersOfGroup = GroupedRows(holders(of: slotOfRow), count: ground.counts.count) {
      network.unitGroup[network.slotUnit[Int(slotOfRow[$0])]]
    }
  }

  /// The rows that hold contested posts.
  private func holders(of slotOfRow: [Int32]) -> [Int] {
    let isContested = isContested.span
    var holders: [Int] = []
    for row in slotOfRow.indices where slotOfRow[row] >= 0 {
      if isContested[Int(slotOfRow[row])] { holders.append(row) }
    }
    return holders
  }

  /// Finds the contested posts of a unit; the holders of the others stay.
  ///
  /// - Returns: Whether there are any.
  private mutating func findContests(
    _ unit: Int,
    on ground: borrowing PlacementGround,
  ) -> Bool {
    guard ground.isCovered[ground.network.unitSchool[unit]] else { return false }
    let staff = ground.occupancy.slotStaff
    let capacity = ground.occupancy.slotCapacity
    let slots = ground.network.slots(of: unit)
    // Where all whom their subjects leave a post find room, each subject decides for itself.
    let isFull =
      slots.reduce(0) { $0 + min(staff[$1], capacity[$1]) } > ground.occupancy.unitCapacity[unit]
    var isAny = false
    for slot in slots where isFull || staff[slot] > capacity[slot] {
      isContested[slot] = true
      isAny = true
    }
    return isAny
  }

  /// Lets the teachers of a group compete, if a term begins.
  ///
  /// - Parameters:
  ///   - group: The region and stage.
  ///   - population: The teachers.
  ///   - ground: Posts and who holds them.
  ///   - score: The points of teachers.
  ///   - market: Working space.
  package mutating func apply(
    to group: Int,
    of population: inout Population,
    on ground: inout PlacementGround,
    score: CompetitionScore,
    market: inout TwoLevelMarket,
  ) {
    guard beginsTerm(inRegion: group / year.dimensions.stageCount) else { return }
    // Nobody of the group has found a post yet.
    let staff = ground.counts[group].covered - ground.seekersOfGroup[group].count
    ground.counts[group].competing += staff
    ground.counts[group].placedInSchool += staff
    openMarket(group, on: ground, market: &market)
    guard !market.postSchool.isEmpty else { return }
    let competing = Array(holdersOfGroup[group])
    for (row, rank) in zip(competing, score.ranks(of: competing, in: population)) {
      market.addApplicant()
      market.addChoice(post: postOfSlot[Int(ground.staff.slotOfRow[row])], rank: rank)
    }
    market.match(into: &assignment)
    for (applicant, row) in competing.enumerated() where assignment[applicant] < 0 {
      ground.counts[group].placedInSchool -= 1
      ground.displace(row, in: &population)
    }
  }

  /// Opens the contested posts.
  private mutating func openMarket(
    _ group: Int,
    on ground: borrowing PlacementGround,
    market: inout TwoLevelMarket,
  ) {
    market.removeAll()
    for unit in ground.network.unitsOfGroup[group] {
      let slots = ground.network.slots(of: unit)
      guard slots.contains(where: { isContested[$0] }) else { continue }
      market.addSchool(capacity: ground.occupancy.unitCapacity[unit])
      for slot in slots where isContested[slot] {
        postOfSlot[slot] = market.addPost(capacity: ground.occupancy.slotCapacity[slot])
      }
    }
  }
}
