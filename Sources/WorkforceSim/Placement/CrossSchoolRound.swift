// SPDX-License-Identifier: GPL-3.0-or-later

/// The second round: those without a post and those who wish to move propose to other schools.
///
/// Deferred acceptance with teachers proposing; the places of a post and of its school both bind.
/// Teachers without a post list every post of their subject, then of their second subject, that has
/// room; volunteers list the schools that they like better than their own, and their own post last,
/// where they stand before everybody else, so that nobody who wished to move loses a post. A move to
/// a location class before the own one is open to those without a post only where the rule says so,
/// and at each school to its best applicants as far as the limit goes.
package struct CrossSchoolRound {
  private let year: SimulatedYear
  private let score: CompetitionScore
  private var preference: SchoolPreference
  private let applications: MoveApplications
  private let upwardLimit: ParameterValues
  private let displacedUpward: ParameterValues
  /// The applicants of the present group: row, own slot in the market or -1, and whether upward
  /// moves are open.
  private var applicants: [Applicant] = []
  /// The posts that come into question for the applicants, one after another: those of the own
  /// subject, then those of the second one.
  private var wishes: [PostWish] = []
  /// Where the wishes of each applicant end for the own subject, and for the second one.
  private var endOfWishes: [(own: Int, second: Int)] = []
  /// What the posts are worth.
  private var utilities: [Double] = []
  /// The posts that the present applicant wishes for, best first.
  private var choices: [PostChoice] = []
  private var assignment: [Int32] = []
  /// The post of the market that stands for each slot.
  private var postOfSlot: [Int]
  /// The posts with room, by the position of their cells within the stage.
  private var openPosts: [[OpenPost]] = []
  private var slotOfPost: [Int] = []
  /// The volunteers whose own post each slot is, while a market is opened.
  private var returning: [Int]
  /// The upward moves that each unit of the present applicants still allows.
  private var upwardRoom: [Int]

  private struct OpenPost {
    let post: Int
    let school: Int
    let location: Int
  }

  private struct Applicant {
    let row: Int
    let ownSlot: Int?
    let rank: UInt64
    var mayMoveUp: Bool
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
    self.openPosts = [[OpenPost]](repeating: [], count: year.dimensions.fields.count)
  }

  /// Matches the teachers of a group.
  ///
  /// - Parameters:
  ///   - group: The region and stage.
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - ground: Posts and who holds them.
  ///   - market: Working space.
  package mutating func apply(
    to group: Int,
    of population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
    market: inout TwoLevelMarket,
  ) {
    findApplicants(of: group, in: population, on: &ground)
    guard !applicants.isEmpty else { return }
    openMarket(group, on: ground, market: &market)
    findWishes(population, on: ground)
    for position in applicants.indices {
      addChoices(of: position, population, on: ground, to: &market)
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
    let seekers = ground.seekersOfGroup[group]
    let volunteers = applications.rowsOfGroup[group].filter { ground.coveredSlot(of: $0) != nil }
    let isFree = displacedUpward[(.region, region)] > 0
    ground.counts[group].displaced += seekers.count
    ground.counts[group].applicants += volunteers.count
    for (row, rank) in zip(seekers, score.ranks(of: seekers, in: population)) {
      // Whoever had no school before this year has no location class to move up from.
      let mayMoveUp = isFree || ground.lastLocation(of: row) < 0
      applicants.append(Applicant(row: row, ownSlot: nil, rank: rank, mayMoveUp: mayMoveUp))
    }
    for (row, rank) in zip(volunteers, score.ranks(of: volunteers, in: population)) {
      let slot = ground.staff.slot(of: row)
      applicants.append(Applicant(row: row, ownSlot: slot, rank: rank, mayMoveUp: false))
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
      upwardRoom[unitOfSlot[slot]] = Int((limit * staff).roundedUp())
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
    // Volunteers' own posts are in the market, unless the post or the school is overfull.
    for applicant in applicants {
      if let slot = applicant.ownSlot, !ground.occupancy.isOverfull(slot) { returning[slot] += 1 }
    }
    market.removeAll()
    slotOfPost.removeAll(keepingCapacity: true)
    for position in openPosts.indices { openPosts[position].removeAll(keepingCapacity: true) }
    for unit in ground.network.unitsOfGroup[group]
    where ground.isCovered[ground.network.unitSchool[unit]] {
      addPosts(of: unit, on: ground, to: &market)
    }
    for applicant in applicants {
      if let slot = applicant.ownSlot { returning[slot] = 0 }
    }
  }

  /// Puts the posts of a unit that have room into the market; nobody lists another one.
  private mutating func addPosts(
    of unit: Int,
    on ground: borrowing PlacementGround,
    to market: inout TwoLevelMarket,
  ) {
    let network = ground.network
    let (school, location) = (network.unitSchool[unit], network.unitLocation[unit])
    let slots = network.slots(of: unit)
    let free = ground.occupancy.unitCapacity[unit] - ground.occupancy.unitStaff[unit]
    let schoolPlaces = free + slots.reduce(0) { $0 + returning[$1] }
    guard schoolPlaces > 0 else { return }
    market.addSchool(capacity: schoolPlaces)
    for slot in slots {
      let room = ground.occupancy.slotCapacity[slot] - ground.occupancy.slotStaff[slot]
      let postPlaces = room + returning[slot]
      guard postPlaces > 0 else { continue }
      let post = market.addPost(capacity: postPlaces)
      postOfSlot[slot] = post
      slotOfPost.append(slot)
      openPosts[slot - slots.lowerBound].append(
        OpenPost(post: post, school: school, location: location)
      )
    }
  }

  // MARK: - The choices

  /// Finds the posts that come into question for the applicants, and what they are worth.
  private mutating func findWishes(
    _ population: borrowing Population,
    on ground: borrowing PlacementGround,
  ) {
    wishes.removeAll(keepingCapacity: true)
    endOfWishes.removeAll(keepingCapacity: true)
    for applicant in applicants {
      let cell = Int(population.cell[applicant.row])
      addWishes(of: applicant, in: cell, population, on: ground)
      let own = wishes.count
      // Volunteers stay with their subject.
      if applicant.ownSlot == nil, let second = secondCell(of: applicant.row, in: population) {
        addWishes(of: applicant, in: second, population, on: ground)
      }
      endOfWishes.append((own, wishes.count))
    }
    preference.findUtilities(of: wishes, into: &utilities)
  }

  /// Adds the posts of a cell that are open to an applicant.
  private mutating func addWishes(
    of applicant: Applicant,
    in cell: Int,
    _ population: borrowing Population,
    on ground: borrowing PlacementGround,
  ) {
    let network = ground.network
    let id = population.id[applicant.row]
    let ownSchool = applicant.ownSlot.map { network.unitSchool[network.slotUnit[$0]] }
    let location =
      ownSchool.map { network.locationOfSchool[$0] } ?? ground.lastLocation(of: applicant.row)
    let firstLocation = applicant.mayMoveUp ? 0 : location
    for open in openPosts[network.positionOfCell[cell]]
    where open.school != ownSchool && open.location >= firstLocation {
      wishes.append(PostWish(id: id, school: open.school, post: open.post))
    }
  }

  /// Takes what an applicant wishes for to the market, best first.
  private mutating func addChoices(
    of position: Int,
    _ population: borrowing Population,
    on ground: borrowing PlacementGround,
    to market: inout TwoLevelMarket,
  ) {
    let applicant = applicants[position]
    let network = ground.network
    let ownSchool = applicant.ownSlot.map { network.unitSchool[network.slotUnit[$0]] }
    let least =
      ownSchool.map { preference.utilityOfStaying(at: $0, to: population.id[applicant.row]) }
      ?? -.infinity
    market.addApplicant()
    // The own subject anywhere comes before the second one.
    let start = position == 0 ? 0 : endOfWishes[position - 1].second
    let (own, second) = endOfWishes[position]
    addChoices(among: start..<own, above: least, rank: applicant.rank, to: &market)
    addChoices(among: own..<second, above: least, rank: applicant.rank, to: &market)
    if let slot = applicant.ownSlot, !ground.occupancy.isOverfull(slot) {
      market.addChoice(
        post: postOfSlot[slot],
        rank: CompetitionScore.rankOfHolder(applicant.rank),
      )
    }
  }

  /// Takes the posts that are worth more than a utility to the market, best first.
  private mutating func addChoices(
    among positions: Range<Int>,
    above least: Double,
    rank: UInt64,
    to market: inout TwoLevelMarket,
  ) {
    guard !positions.isEmpty else { return }
    choices.removeAll(keepingCapacity: true)
    for position in positions where utilities[position] > least {
      let post = Int(wishes[position].post)
      choices.append(PostChoice(post: post, utility: utilities[position]))
    }
    choices.sortBestFirst()
    market.addChoices(choices.lazy.map { $0.post }, rank: rank)
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
