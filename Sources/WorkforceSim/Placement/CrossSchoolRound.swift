// SPDX-License-Identifier: GPL-3.0-or-later

/// The second round: those without a post and those who wish to move propose to other schools.
///
/// Deferred acceptance with teachers proposing; the places of a post and of its school both bind.
/// Teachers without a post list every post of their subject, then of their second subject, that has
/// room; volunteers list the schools that they like better than their own, and their own post last,
/// where they stand before everybody else, so that nobody who wished to move loses a post. A move to
/// a location class before the own one is open to those without a post only where the rule says so,
/// and at each school to its best applicants as far as the limit goes.
package struct CrossSchoolRound: ~Copyable {
  private let year: SimulatedYear
  private let score: CompetitionScore
  private var preference: SchoolPreference
  private let applications: MoveApplications
  private let upwardLimit: ParameterValues
  private let displacedUpward: ParameterValues
  /// The applicants of the present group: row, own slot in the market or -1, and whether upward
  /// moves are open.
  private var applicants: [Applicant] = []
  private var choices: [Choice] = []
  /// The schools with room in the subjects of the present applicant, what they are worth to him, and
  /// their posts in his main and his second subject, or -1.
  private var openSchools: [Int] = []
  private var utilities: [Double] = []
  private var openPosts: [(main: Int, other: Int)] = []
  /// The post of the market that stands for each slot; -1 where there is no room.
  private var postOfSlot: [Int]
  private var slotOfPost: [Int] = []
  /// The volunteers whose own post each slot is, while a market is opened.
  private var returning: [Int]
  /// The upward moves that each unit of the present applicants still allows.
  private var upwardRoom: [Int]

  private struct Applicant {
    let row: Int
    let ownSlot: Int?
    let rank: UInt64
    var mayMoveUp: Bool
  }

  private struct Choice {
    let post: Int
    let utility: Double
    let isSecondSubject: Bool
  }

  /// Prepares the round.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - population: The teachers.
  ///   - network: The schools.
  ///   - score: The points of teachers.
  ///   - year: The year.
  package init(
    _ rules: PlacementRules,
    _ population: borrowing Population,
    network: SchoolNetwork,
    score: CompetitionScore,
    in year: SimulatedYear,
  ) {
    self.year = year
    self.score = score
    self.preference = SchoolPreference(rules, network: network, in: year)
    self.applications = MoveApplications(rules, population, network: network, in: year)
    self.upwardLimit = year.values(rules.upwardLimit)
    self.displacedUpward = year.values(rules.displacedUpward)
    self.postOfSlot = [Int](repeating: -1, count: network.slotCount)
    self.returning = [Int](repeating: 0, count: network.slotCount)
    self.upwardRoom = [Int](repeating: 0, count: network.unitCount)
  }

  /// Matches the teachers of a group.
  ///
  /// - Parameters:
  ///   - group: The region and stage.
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - ground: Posts and who holds them.
  ///   - market: Working space.
  ///   - assignment: Working space.
  package mutating func apply(
    to group: Int,
    of population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
    market: inout TwoLevelMarket,
    assignment: inout [Int32],
  ) {
    findApplicants(of: group, in: population, on: &ground)
    guard !applicants.isEmpty else { return }
    openMarket(group, on: ground, market: &market)
    for applicant in applicants {
      addChoices(of: applicant, group: group, population, ground, to: &market)
    }
    market.match(into: &assignment)
    ground.counts[group].blockingPairs += market.blockingPairs(of: assignment)
    for (position, applicant) in applicants.enumerated() where assignment[position] >= 0 {
      let choice = Int(assignment[position])
      let slot = slotOfPost[Int(market.choicePost[choice])]
      guard slot != applicant.ownSlot else { continue }
      ground.counts[group].placedCrossSchool += 1
      ground.counts[group].preferenceRanks += choice - market.firstChoice[position] + 1
      ground.place(applicant.row, in: slot, of: &population, flows: &flows)
    }
  }

  // MARK: - Who applies

  private mutating func findApplicants(
    of group: Int,
    in population: borrowing Population,
    on ground: inout PlacementGround,
  ) {
    applicants.removeAll(keepingCapacity: true)
    let region = group / year.dimensions.stageCount
    let isFree = displacedUpward[(.region, region)] > 0
    for row in ground.rowsOfGroup[group] where population.isInWorkforce(row) {
      guard let slot = ground.slot(of: row, in: population) else {
        ground.counts[group].displaced += 1
        // Whoever had no school before this year has no location class to move up from.
        applicants.append(
          Applicant(
            row: row,
            ownSlot: nil,
            rank: score.rank(of: row, in: population),
            mayMoveUp: isFree || ground.lastLocation(of: row) < 0,
          )
        )
        continue
      }
      guard applications.applies[row] else { continue }
      ground.counts[group].applicants += 1
      applicants.append(
        Applicant(
          row: row,
          ownSlot: slot,
          rank: score.rank(of: row, in: population),
          mayMoveUp: false,
        )
      )
    }
    applicants.sort { ($0.rank, $0.row) < ($1.rank, $1.row) }
    allowUpwardMoves(region: region, on: ground)
  }

  /// Opens upward moves to the best volunteers of each school, as far as the limit goes.
  private mutating func allowUpwardMoves(region: Int, on ground: borrowing PlacementGround) {
    let limit = upwardLimit[(.region, region)]
    let unitOfSlot = ground.network.slotUnit
    for applicant in applicants {
      guard let slot = applicant.ownSlot else { continue }
      let staff = Double(ground.occupancy.unitStaff[unitOfSlot[slot]])
      upwardRoom[unitOfSlot[slot]] = Int((limit * staff - 1e-9).rounded(.up))
    }
    for position in applicants.indices {
      guard let slot = applicants[position].ownSlot else { continue }
      applicants[position].mayMoveUp = upwardRoom[unitOfSlot[slot]] > 0
      upwardRoom[unitOfSlot[slot]] -= 1
    }
  }

  // MARK: - The market

  private mutating func openMarket(
    _ group: Int,
    on ground: borrowing PlacementGround,
    market: inout TwoLevelMarket,
  ) {
    let network = ground.network
    let units = network.unitsOfGroup[group]
    // Volunteers' own posts are in the market, unless the post or the school is overfull.
    for applicant in applicants {
      if let slot = applicant.ownSlot, !ground.occupancy.isOverfull(slot) { returning[slot] += 1 }
    }
    market.removeAll()
    slotOfPost.removeAll(keepingCapacity: true)
    for unit in units where ground.isCovered[network.unitSchool[unit]] {
      let slots = network.slots(of: unit)
      let free = ground.occupancy.unitCapacity[unit] - ground.occupancy.unitStaff[unit]
      let schoolPlaces = max(0, free + slots.reduce(0) { $0 + returning[$1] })
      market.addSchool(capacity: schoolPlaces)
      for slot in slots {
        let room = ground.occupancy.slotCapacity[slot] - ground.occupancy.slotStaff[slot]
        let places = max(0, room + returning[slot])
        let post = market.addPost(capacity: places)
        postOfSlot[slot] = min(places, schoolPlaces) > 0 ? post : -1
        slotOfPost.append(slot)
      }
    }
    for applicant in applicants {
      if let slot = applicant.ownSlot { returning[slot] = 0 }
    }
  }

  private mutating func addChoices(
    of applicant: Applicant,
    group: Int,
    _ population: borrowing Population,
    _ ground: borrowing PlacementGround,
    to market: inout TwoLevelMarket,
  ) {
    let network = ground.network
    let row = applicant.row
    let id = population.id[row]
    let ownSchool = applicant.ownSlot.map { network.unitSchool[network.slotUnit[$0]] }
    let from = ownSchool.map { network.locationOfSchool[$0] } ?? ground.lastLocation(of: row)
    let least =
      ownSchool.map { preference.utilityOfStaying(at: $0, to: id) } ?? -.infinity
    let second = applicant.ownSlot == nil ? secondCell(of: row, in: population) : nil
    findOpenPosts(second: second, of: row, group: group, population, ground) { unit, school in
      school != ownSchool && (applicant.mayMoveUp || network.unitLocation[unit] >= from)
    }
    preference.findUtilities(of: openSchools, to: id, least: least, into: &utilities)
    choices.removeAll(keepingCapacity: true)
    for (posts, utility) in zip(openPosts, utilities) where utility > least {
      if posts.main >= 0 {
        choices.append(Choice(post: posts.main, utility: utility, isSecondSubject: false))
      }
      if posts.other >= 0 {
        choices.append(Choice(post: posts.other, utility: utility, isSecondSubject: true))
      }
    }
    // The own subject anywhere comes before the second one.
    choices.sort {
      if $0.isSecondSubject != $1.isSecondSubject { return !$0.isSecondSubject }
      return ($0.utility, $1.post) > ($1.utility, $0.post)
    }
    market.addApplicant()
    for choice in choices { market.addChoice(post: choice.post, rank: applicant.rank) }
    if let slot = applicant.ownSlot, !ground.occupancy.isOverfull(slot) {
      market.addChoice(
        post: postOfSlot[slot],
        rank: CompetitionScore.rankOfHolder(applicant.rank),
      )
    }
  }

  /// Lists the schools that have room in an applicant's subjects.
  @inline(__always)
  private mutating func findOpenPosts(
    second: Int?,
    of row: Int,
    group: Int,
    _ population: borrowing Population,
    _ ground: borrowing PlacementGround,
    where isEligible: (_ unit: Int, _ school: Int) -> Bool,
  ) {
    let network = ground.network
    let cell = Int(population.cell[row])
    openSchools.removeAll(keepingCapacity: true)
    openPosts.removeAll(keepingCapacity: true)
    for unit in network.unitsOfGroup[group] {
      let school = network.unitSchool[unit]
      guard ground.isCovered[school], isEligible(unit, school) else { continue }
      let main = postOfSlot[network.slot(unit: unit, cell: cell)]
      let other = second.map { postOfSlot[network.slot(unit: unit, cell: $0)] } ?? -1
      guard main >= 0 || other >= 0 else { continue }
      openSchools.append(school)
      openPosts.append((main, other))
    }
  }

  /// The cell of a teacher's second subject, or `nil` if the stage does not have another one.
  private func secondCell(of row: Int, in population: borrowing Population) -> Int? {
    guard population.secondSubject[row] != Teacher.noSubject else { return nil }
    let second = Int(population.secondSubject[row])
    let cell = Int(population.cell[row])
    let stage = year.dimensions.field(ofCell: cell).stage
    guard let field = year.dimensions.field(stage: stage, subject: second) else { return nil }
    let found = year.dimensions.cell(region: year.dimensions.region(ofCell: cell), field: field)
    return found == cell ? nil : found
  }
}
