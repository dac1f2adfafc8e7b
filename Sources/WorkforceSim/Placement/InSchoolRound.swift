// SPDX-License-Identifier: GPL-3.0-or-later

/// The first round: at the end of a term the teachers of a school compete for its posts.
///
/// Each teacher stands for the posts of the own subject at the own school; the best by rank keep
/// them, as far as the posts of the subject and of the school go. The others lose their post.
package struct InSchoolRound {
  private let rules: PlacementRules
  private let year: SimulatedYear
  private let firstYear: Int
  /// The covered teachers by group, once a group competes.
  private var rowsOfGroup: GroupedRows?
  /// The post of the market that stands for each slot of the present group; -1 where all can stay.
  private var postOfSlot: [Int]
  /// The rows that compete, in the order of the applicants.
  private var competing: [Int] = []
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

  /// Lets the teachers of a group compete.
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
    // Nobody of the group has found a post yet.
    let staff = ground.counts[group].covered - ground.seekersOfGroup[group].count
    ground.counts[group].competing += staff
    ground.counts[group].placedInSchool += staff
    openMarket(group, on: ground, market: &market)
    guard !market.postSchool.isEmpty else { return }
    addApplicants(of: group, population, on: ground, score: score, to: &market)
    market.match(into: &assignment)
    for (applicant, row) in competing.enumerated() where assignment[applicant] < 0 {
      ground.counts[group].placedInSchool -= 1
      ground.displace(row, in: &population)
    }
  }

  /// Opens the posts that not all who hold them can keep; the holders of the others stay.
  private mutating func openMarket(
    _ group: Int,
    on ground: borrowing PlacementGround,
    market: inout TwoLevelMarket,
  ) {
    let network = ground.network
    let staff = ground.occupancy.slotStaff
    let capacity = ground.occupancy.slotCapacity
    market.removeAll()
    for unit in network.unitsOfGroup[group] where ground.isCovered[network.unitSchool[unit]] {
      let slots = network.slots(of: unit)
      let unitCapacity = ground.occupancy.unitCapacity[unit]
      // Where all whom their subjects leave a post find room, each subject decides for itself.
      let isFull = slots.reduce(0) { $0 + min(staff[$1], capacity[$1]) } > unitCapacity
      if isFull || slots.contains(where: { staff[$0] > capacity[$0] }) {
        market.addSchool(capacity: unitCapacity)
      }
      for slot in slots {
        let isContested = isFull || staff[slot] > capacity[slot]
        postOfSlot[slot] = isContested ? market.addPost(capacity: capacity[slot]) : -1
      }
    }
  }

  /// Lets those stand for their posts who may lose them.
  private mutating func addApplicants(
    of group: Int,
    _ population: borrowing Population,
    on ground: borrowing PlacementGround,
    score: CompetitionScore,
    to market: inout TwoLevelMarket,
  ) {
    competing.removeAll(keepingCapacity: true)
    let rowsOfGroup = rowsOfGroup ?? ground.rowsOfGroup()
    self.rowsOfGroup = rowsOfGroup
    var posts: [Int] = []
    for row in rowsOfGroup[group] {
      guard let slot = ground.slot(of: row, in: population), postOfSlot[slot] >= 0 else { continue }
      competing.append(row)
      posts.append(postOfSlot[slot])
    }
    for (post, rank) in zip(posts, score.ranks(of: competing, in: population)) {
      market.addApplicant()
      market.addChoice(post: post, rank: rank)
    }
  }
}
