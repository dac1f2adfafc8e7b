// SPDX-License-Identifier: GPL-3.0-or-later

/// New teachers go to schools.
///
/// The hires of a cell are offered as many posts as they are, spread over its schools by what each
/// lacks in the subject (need less teachers), in whole posts by largest remainder; where none lacks
/// any, by need. Hires propose to these posts by deferred acceptance, with their own utilities and the
/// schools' ranking; a school takes no more established hires than it has vacant posts. Who is left goes to
/// the school with a vacant post that lacks most, else to the one that lacks most. Without the rules
/// of placement a lot decides instead of utilities and ranks.
package struct HirePosting: ~Copyable {
  private let network: SchoolNetwork
  private let year: SimulatedYear
  private let lots: DecisionStream
  private let score: CompetitionScore?
  private var preference: SchoolPreference?
  private var staffing: HireStaffing
  /// The posts offered to the present hires, by slot.
  private var offered: [Int]
  /// The post of the market that stands for a slot with an offer.
  private var postOfSlot: [Int]
  /// The slots with an offer, in the order of their posts.
  private var slots: [Int] = []
  /// What is offered to the hires of each of their cells, and the place of a cell among these.
  private var offers: [CellOffer] = []
  private var offerOfCell: [Int]
  /// The posts of each offer, one offer after another.
  private var posts: [(school: Int, post: Int)] = []
  /// The posts that the present hires may wish for, one hire after another, and what they are worth.
  private var wishes: [PostWish] = []
  private var utilities: [Double] = []
  /// The posts of the present hire, best first.
  private var choices: [PostChoice] = []
  private var assignment: [Int32] = []
  private var apportionment = LargestRemainder()
  private var weights: [Double] = []
  private var shares: [Int] = []

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement; `nil` lets a lot decide.
  ///   - staff: The teachers of each slot.
  ///   - state: The schools, with the posts of the year.
  ///   - year: The year.
  package init(
    _ rules: PlacementRules?,
    staff: consuming SlotStaff,
    _ state: SchoolState,
    in year: SimulatedYear,
  ) {
    self.network = state.network
    self.year = year
    self.lots = year.stream(.placementMerit)
    self.score = rules.map { CompetitionScore($0, in: year) }
    if let rules {
      self.preference = SchoolPreference(rules, network: state.network, in: year)
    } else {
      self.preference = nil
    }
    self.staffing = HireStaffing(staff, state: state)
    self.offered = [Int](repeating: 0, count: state.network.slotCount)
    self.postOfSlot = offered
    self.offerOfCell = [Int](repeating: CellOffer.none, count: year.dimensions.cellCount)
  }

  /// The teachers of each slot, with those who have been posted.
  package var staff: SlotStaff { staffing.staff }

  /// Posts teachers who have no school.
  ///
  /// - Parameters:
  ///   - rows: The rows of the teachers.
  ///   - population: All teachers.
  ///   - market: Working space.
  /// - Returns: The teachers posted, by group.
  package mutating func post(
    _ rows: [Int],
    of population: inout Population,
    market: inout TwoLevelMarket,
  ) -> [Int] {
    var result = [Int](repeating: 0, count: year.dimensions.groupCount)
    let rowsOfGroup = GroupedRows(rows, count: year.dimensions.groupCount) {
      year.dimensions.group(ofCell: Int(population.cell[$0]))
    }
    for group in 0..<rowsOfGroup.count where !rowsOfGroup[group].isEmpty {
      let rows = rowsOfGroup[group]
      let units = staffing.openUnits(of: group)
      guard !units.isEmpty else { continue }
      result[group] = rows.count
      for isEstablished in [true, false] {
        let hires = rows.filter {
          year.dimensions.contractIsEstablished[Int(population.contract[$0])] == isEstablished
        }
        guard !hires.isEmpty else { continue }
        post(hires, isEstablished: isEstablished, units: units, of: &population, market: &market)
      }
    }
    return result
  }

  private mutating func post(
    _ rows: [Int],
    isEstablished: Bool,
    units: [Int],
    of population: inout Population,
    market: inout TwoLevelMarket,
  ) {
    offerPosts(to: rows, units: units, population)
    openMarket(units: units, isEstablished: isEstablished, hires: rows.count, market: &market)
    apply(rows, population, to: &market)
    market.match(into: &assignment)
    for (position, row) in rows.enumerated() where assignment[position] >= 0 {
      let slot = slots[Int(market.choicePost[Int(assignment[position])])]
      seat(row, in: slot, isEstablished: isEstablished, &population)
    }
    for (position, row) in rows.enumerated() where assignment[position] < 0 {
      let slot = staffing.shortestSlot(
        of: offers[offerOfCell[Int(population.cell[row])]].slots,
        units: units,
        needsVacantPost: isEstablished,
      )
      seat(row, in: slot, isEstablished: isEstablished, &population)
    }
    closeMarket()
  }

  /// Offers as many posts of each cell as it has hires, where its subject lacks teachers.
  private mutating func offerPosts(
    to rows: [Int],
    units: [Int],
    _ population: borrowing Population,
  ) {
    for row in rows {
      let cell = Int(population.cell[row])
      if offerOfCell[cell] == CellOffer.none {
        offerOfCell[cell] = offers.count
        let slots = units.map { network.slot(unit: $0, cell: cell) }
        offers.append(CellOffer(cell: cell, slots: slots))
      }
      offers[offerOfCell[cell]].hires += 1
    }
    for offer in offers {
      staffing.weights(of: offer.slots, into: &weights)
      apportionment.apportion(total: offer.hires, weights: weights, into: &shares)
      for (slot, share) in zip(offer.slots, shares) { offered[slot] = share }
    }
  }

  /// Takes the offered posts to the market, and lists them by cell.
  private mutating func openMarket(
    units: [Int],
    isEstablished: Bool,
    hires: Int,
    market: inout TwoLevelMarket,
  ) {
    market.removeAll()
    for unit in units {
      market.addSchool(capacity: isEstablished ? staffing.vacantPosts(inUnit: unit) : hires)
      for slot in network.slots(of: unit) where offered[slot] > 0 {
        postOfSlot[slot] = market.addPost(capacity: offered[slot])
        slots.append(slot)
      }
    }
    for place in offers.indices {
      let start = posts.count
      for (unit, slot) in zip(units, offers[place].slots) where offered[slot] > 0 {
        posts.append((network.unitSchool[unit], postOfSlot[slot]))
      }
      offers[place].posts = start..<posts.count
    }
  }

  private mutating func closeMarket() {
    for slot in slots { offered[slot] = 0 }
    for offer in offers { offerOfCell[offer.cell] = CellOffer.none }
    slots.removeAll(keepingCapacity: true)
    offers.removeAll(keepingCapacity: true)
    posts.removeAll(keepingCapacity: true)
  }

  private mutating func seat(
    _ row: Int,
    in slot: Int,
    isEstablished: Bool,
    _ population: inout Population,
  ) {
    population.school[row] = UInt32(network.unitSchool[network.slotUnit[slot]])
    staffing.seat(row, in: slot, isEstablished: isEstablished, population)
  }

  /// Takes the offered posts of each hire's cell to the market, best first.
  private mutating func apply(
    _ rows: [Int],
    _ population: borrowing Population,
    to market: inout TwoLevelMarket,
  ) {
    let lots = lots.words(of: rows, ids: population.id)
    let ranks = score?.ranks(of: rows, in: population) ?? lots.map { UInt64($0) }
    findUtilities(to: rows, lots: lots, population)
    var start = 0
    for (row, rank) in zip(rows, ranks) {
      let posts = offers[offerOfCell[Int(population.cell[row])]].posts
      choices.removeAll(keepingCapacity: true)
      for position in start..<start + posts.count {
        let post = Int(wishes[position].post)
        choices.append(PostChoice(post: post, utility: utilities[position]))
      }
      start += posts.count
      choices.sortBestFirst()
      market.addApplicant()
      market.addChoices(choices.lazy.map { $0.post }, rank: rank)
    }
  }

  /// Finds what the offered posts are worth to the hires of their cells; a lot without preferences.
  private mutating func findUtilities(
    to rows: [Int],
    lots: [UInt32],
    _ population: borrowing Population,
  ) {
    wishes.removeAll(keepingCapacity: true)
    utilities.removeAll(keepingCapacity: true)
    for (row, lot) in zip(rows, lots) {
      for position in offers[offerOfCell[Int(population.cell[row])]].posts {
        let (school, post) = posts[position]
        wishes.append(PostWish(id: population.id[row], school: school, post: post))
        if preference == nil { utilities.append(Double(network.codeNumber[school] ^ lot)) }
      }
    }
    preference?.findUtilities(of: wishes, into: &utilities)
  }
}

/// What the schools offer to the hires of a cell.
private struct CellOffer {
  let cell: Int
  /// The slots of the cell, unit by unit.
  let slots: [Int]
  var hires = 0
  /// The posts that schools offer, by their position among those of all offers.
  var posts = 0..<0

  /// The place of a cell to whose hires nothing is offered.
  static let none = -1

  init(cell: Int, slots: [Int]) {
    self.cell = cell
    self.slots = slots
  }
}
