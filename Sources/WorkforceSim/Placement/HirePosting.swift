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
  private var staffing: Staffing
  /// The posts offered to the present hires, by slot.
  private var offered: [Int]
  /// The post of the market that stands for a slot with an offer.
  private var postOfSlot: [Int]
  /// The slots with an offer, in the order of their posts.
  private var slots: [Int] = []
  /// The schools that offer posts to the present hire, these posts, and what they are worth to him.
  private var schools: [Int] = []
  private var posts: [Int] = []
  private var utilities: [Double] = []
  private var choices: [(post: Int, utility: Double)] = []
  private var assignment: [Int32] = []
  private var apportionment = LargestRemainder()
  private var shares: [Int] = []

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement; `nil` lets a lot decide.
  ///   - population: The teachers, hires included.
  ///   - state: The schools, with the posts of the year.
  ///   - year: The year.
  package init(
    _ rules: PlacementRules?,
    _ population: borrowing Population,
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
    self.staffing = Staffing(population, state: state, in: year)
    self.offered = [Int](repeating: 0, count: state.network.slotCount)
    self.postOfSlot = offered
  }

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
    market.removeAll()
    slots.removeAll(keepingCapacity: true)
    for unit in units {
      market.addSchool(
        capacity: isEstablished ? staffing.vacantPosts(inUnit: unit) : rows.count
      )
      for slot in network.slots(of: unit) where offered[slot] > 0 {
        postOfSlot[slot] = market.addPost(capacity: offered[slot])
        slots.append(slot)
      }
    }
    for row in rows { apply(row, units: units, population, to: &market) }
    market.match(into: &assignment)
    for (position, row) in rows.enumerated() where assignment[position] >= 0 {
      let slot = slots[Int(market.choicePost[Int(assignment[position])])]
      seat(row, in: slot, isEstablished: isEstablished, &population)
    }
    for (position, row) in rows.enumerated() where assignment[position] < 0 {
      let slot = staffing.shortestSlot(
        of: Int(population.cell[row]),
        among: units,
        needsVacantPost: isEstablished,
      )
      seat(row, in: slot, isEstablished: isEstablished, &population)
    }
    for slot in slots { offered[slot] = 0 }
  }

  /// Offers as many posts of each cell as it has hires, where its subject lacks teachers.
  private mutating func offerPosts(
    to rows: [Int],
    units: [Int],
    _ population: borrowing Population,
  ) {
    var hiresOfCell: [Int: Int] = [:]
    for row in rows { hiresOfCell[Int(population.cell[row]), default: 0] += 1 }
    for (cell, hires) in hiresOfCell.sorted(by: { $0.key < $1.key }) {
      let slots = units.map { network.slot(unit: $0, cell: cell) }
      apportionment.apportion(total: hires, weights: staffing.weights(of: slots), into: &shares)
      for (slot, share) in zip(slots, shares) { offered[slot] = share }
    }
  }

  private mutating func seat(
    _ row: Int,
    in slot: Int,
    isEstablished: Bool,
    _ population: inout Population,
  ) {
    population.school[row] = UInt32(network.unitSchool[network.slotUnit[slot]])
    staffing.seat(in: slot, isEstablished: isEstablished)
  }

  /// Lists the offered posts of a hire's cell, best first.
  private mutating func apply(
    _ row: Int,
    units: [Int],
    _ population: borrowing Population,
    to market: inout TwoLevelMarket,
  ) {
    let cell = Int(population.cell[row])
    let id = population.id[row]
    let lot = lots.bits(for: id)
    schools.removeAll(keepingCapacity: true)
    posts.removeAll(keepingCapacity: true)
    for unit in units {
      let slot = network.slot(unit: unit, cell: cell)
      guard offered[slot] > 0 else { continue }
      schools.append(network.unitSchool[unit])
      posts.append(postOfSlot[slot])
    }
    if score == nil {
      utilities = schools.map { Double(network.codeNumber[$0] ^ lot) }
    } else {
      preference?.findUtilities(of: schools, to: id, into: &utilities)
    }
    choices.removeAll(keepingCapacity: true)
    for (post, utility) in zip(posts, utilities) { choices.append((post, utility)) }
    choices.sort { ($0.utility, $1.post) > ($1.utility, $0.post) }
    let rank = score?.rank(of: row, in: population) ?? UInt64(lot)
    market.addApplicant()
    for choice in choices { market.addChoice(post: choice.post, rank: rank) }
  }
}

/// Who teaches where, while hires are posted.
private struct Staffing {
  private let state: SchoolState
  private var teachers: [Double]
  private var unitStaff: [Int]

  init(_ population: borrowing Population, state: SchoolState, in year: SimulatedYear) {
    let staff = SlotStaff(population, network: state.network, dimensions: year.dimensions)
    self.state = state
    self.teachers = staff.all.map(Double.init)
    self.unitStaff = state.network.sumsOfUnits(staff.established)
  }

  mutating func seat(in slot: Int, isEstablished: Bool) {
    teachers[slot] += 1
    if isEstablished { unitStaff[state.network.slotUnit[slot]] += 1 }
  }

  func openUnits(of group: Int) -> [Int] {
    state.network.unitsOfGroup[group].filter { state.isOpen(unit: $0) }
  }

  func vacantPosts(inUnit unit: Int) -> Int { max(0, state.unitPosts[unit] - unitStaff[unit]) }

  /// What slots lack; where none lacks any, what they need.
  func weights(of slots: [Int]) -> [Double] {
    let lacking = slots.map { max(0, state.need[$0] - teachers[$0]) }
    if lacking.contains(where: { $0 > 0 }) { return lacking }
    let need = slots.map { state.need[$0] }
    return need.contains { $0 > 0 } ? need : slots.map { _ in 1 }
  }

  /// The slot of a cell that lacks most, with a vacant post if one is needed and there is any.
  func shortestSlot(of cell: Int, among units: [Int], needsVacantPost: Bool) -> Int {
    precondition(!units.isEmpty, "There is no unit to post a hire to.")
    // Among equals the first slot is taken.
    var best = (posts: -1, shortage: 0.0, order: 0)
    for unit in units {
      let slot = state.network.slot(unit: unit, cell: cell)
      let posts = needsVacantPost && vacantPosts(inUnit: unit) == 0 ? 0 : 1
      let candidate = (posts: posts, shortage: state.need[slot] - teachers[slot], order: -slot)
      if candidate > best { best = candidate }
    }
    return -best.order
  }
}
