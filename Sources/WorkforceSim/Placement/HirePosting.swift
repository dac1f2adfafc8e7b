// SPDX-License-Identifier: GPL-3.0-or-later

/// New teachers go to schools.
///
/// The hires of a cell are offered as many posts as they are, spread over its schools by what each
/// lacks in the subject (need less teachers), in whole posts by largest remainder; where none lacks
/// any, by need. Hires propose to these posts by deferred acceptance, with their own utilities and the schools'
/// ranking; a school takes no more established hires than it has vacant posts. Who is left goes to
/// the school with a vacant post that lacks most, else to the one that lacks most. Without the rules
/// of placement a lot decides instead of utilities and ranks.
package struct HirePosting {
  private let rules: PlacementRules?
  private let network: SchoolNetwork
  private let year: SimulatedYear

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement; `nil` lets a lot decide.
  ///   - network: The schools.
  ///   - year: The year.
  package init(_ rules: PlacementRules?, network: SchoolNetwork, in year: SimulatedYear) {
    self.rules = rules
    self.network = network
    self.year = year
  }

  /// Posts the hires of the year.
  ///
  /// - Parameters:
  ///   - population: The teachers, the hires at the end.
  ///   - firstHire: The row of the first hire.
  ///   - state: The schools, with the posts of the year.
  ///   - market: Working space.
  /// - Returns: The hires posted, by group.
  package func apply(
    to population: inout Population,
    from firstHire: Int,
    state: SchoolState,
    market: inout TwoLevelMarket,
  ) -> [Int] {
    var result = [Int](repeating: 0, count: year.dimensions.groupCount)
    guard firstHire < population.count else { return result }
    var staffing = Staffing(population, state: state, in: year)
    var rowsOfGroup = [[Int]](repeating: [], count: year.dimensions.groupCount)
    for row in firstHire..<population.count {
      rowsOfGroup[year.dimensions.group(ofCell: Int(population.cell[row]))].append(row)
    }
    var assignment: [Int32] = []
    for (group, rows) in rowsOfGroup.enumerated() where !rows.isEmpty {
      let units = network.unitsOfGroup[group].filter { state.isOpen(unit: $0) }
      guard !units.isEmpty else { continue }
      result[group] = rows.count
      for isEstablished in [true, false] {
        let hires = rows.filter {
          year.dimensions.contractIsEstablished[Int(population.contract[$0])] == isEstablished
        }
        guard !hires.isEmpty else { continue }
        post(
          hires,
          isEstablished: isEstablished,
          units: units,
          of: &population,
          staffing: &staffing,
          market: &market,
          assignment: &assignment,
        )
      }
    }
    return result
  }

  private func post(
    _ rows: [Int],
    isEstablished: Bool,
    units: [Int],
    of population: inout Population,
    staffing: inout Staffing,
    market: inout TwoLevelMarket,
    assignment: inout [Int32],
  ) {
    var hiresOfCell: [Int: Int] = [:]
    for row in rows { hiresOfCell[Int(population.cell[row]), default: 0] += 1 }
    var offered: [Int: Int] = [:]
    for cell in hiresOfCell.keys.sorted() {
      let slots = units.map { network.slot(unit: $0, cell: cell) }
      let shares = apportionByLargestRemainder(
        total: hiresOfCell[cell] ?? 0,
        weights: staffing.weights(of: slots),
      )
      for (slot, share) in zip(slots, shares) where share > 0 { offered[slot] = share }
    }
    market.removeAll()
    var slots: [Int] = []
    var postOfSlot: [Int: Int] = [:]
    for unit in units {
      market.addSchool(
        capacity: isEstablished ? staffing.vacantPosts(inUnit: unit) : rows.count
      )
      for slot in network.slots(of: unit) {
        guard let share = offered[slot] else { continue }
        postOfSlot[slot] = market.addPost(capacity: share)
        slots.append(slot)
      }
    }
    addApplicants(rows, units: units, population, postOfSlot: postOfSlot, to: &market)
    market.match(into: &assignment)
    for (position, row) in rows.enumerated() where assignment[position] >= 0 {
      let slot = slots[Int(market.choicePost[Int(assignment[position])])]
      seat(row, in: slot, isEstablished: isEstablished, &population, &staffing)
    }
    for (position, row) in rows.enumerated() where assignment[position] < 0 {
      let slot = staffing.shortestSlot(
        of: Int(population.cell[row]),
        among: units,
        needsVacantPost: isEstablished,
      )
      seat(row, in: slot, isEstablished: isEstablished, &population, &staffing)
    }
  }

  private func seat(
    _ row: Int,
    in slot: Int,
    isEstablished: Bool,
    _ population: inout Population,
    _ staffing: inout Staffing,
  ) {
    population.school[row] = UInt32(network.unitSchool[network.slotUnit[slot]])
    staffing.seat(in: slot, isEstablished: isEstablished)
  }

  private func addApplicants(
    _ rows: [Int],
    units: [Int],
    _ population: borrowing Population,
    postOfSlot: [Int: Int],
    to market: inout TwoLevelMarket,
  ) {
    let lots = year.stream(.placementMerit)
    let score = rules.map { CompetitionScore($0, in: year) }
    var preference = rules.map { SchoolPreference($0, network: network, in: year) }
    for row in rows {
      let cell = Int(population.cell[row])
      let id = population.id[row]
      var choices: [(post: Int, utility: Double)] = []
      for unit in units {
        guard let post = postOfSlot[network.slot(unit: unit, cell: cell)] else { continue }
        let utility =
          preference?.utility(of: network.unitSchool[unit], to: id)
          ?? Double(
            (stableHash(network.schools[network.unitSchool[unit]].code) ^ lots.bits(for: id))
          )
        choices.append((post, utility))
      }
      choices.sort { ($0.utility, $1.post) > ($1.utility, $0.post) }
      let rank = score?.rank(of: row, in: population) ?? UInt64(lots.bits(for: id))
      market.addApplicant()
      for choice in choices { market.addChoice(post: choice.post, rank: rank) }
    }
  }
}

/// Who teaches where, while hires are posted.
private struct Staffing {
  private let state: SchoolState
  private var teachers: [Double]
  private var unitStaff: [Int]

  init(_ population: borrowing Population, state: SchoolState, in year: SimulatedYear) {
    self.state = state
    self.teachers = [Double](repeating: 0, count: state.network.slotCount)
    self.unitStaff = [Int](repeating: 0, count: state.network.unitCount)
    for row in 0..<population.count where population.isInWorkforce(row) {
      let school = population.school[row]
      guard school != Population.noSchool else { continue }
      let cell = Int(population.cell[row])
      let stage = year.dimensions.field(ofCell: cell).stage
      guard let slot = state.network.slot(school: Int(school), cell: cell, stage: stage) else {
        continue
      }
      seat(
        in: slot,
        isEstablished: year.dimensions.contractIsEstablished[Int(population.contract[row])],
      )
    }
  }

  mutating func seat(in slot: Int, isEstablished: Bool) {
    teachers[slot] += 1
    if isEstablished { unitStaff[state.network.slotUnit[slot]] += 1 }
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
    let vacant = needsVacantPost ? units.filter { vacantPosts(inUnit: $0) > 0 } : units
    let slots = (vacant.isEmpty ? units : vacant).map {
      state.network.slot(unit: $0, cell: cell)
    }
    return slots.max {
      (state.need[$0] - teachers[$0], $1) < (state.need[$1] - teachers[$1], $0)
    } ?? slots[0]
  }
}
