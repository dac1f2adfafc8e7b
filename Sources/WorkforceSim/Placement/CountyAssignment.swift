// SPDX-License-Identifier: GPL-3.0-or-later

/// The third round: the county assigns those who are still without a post, and standby.
///
/// In the order of their rank, teachers are given the vacant post of their subject in the last
/// location class of the declared order, then in the unit with the most vacant posts. Without one, a
/// vacant post of another subject is converted where the rule says so, else a post of the reserve is
/// used at the unit that is shortest. Whoever refuses, and whoever finds no post, is on standby (待岗);
/// at the end of the standby the given share leaves.
package struct CountyAssignment {
  private let rules: PlacementRules
  private let year: SimulatedYear
  private let score: CompetitionScore
  private let refusal: [Double]
  private let reserveTitle: [Bool]
  private let conversion: ParameterValues

  /// Prepares the round.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - score: The points of teachers.
  ///   - year: The year.
  package init(_ rules: PlacementRules, score: CompetitionScore, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
    self.score = score
    let refusal = year.values(rules.refusal)
    let titles = year.values(rules.reserveTitle)
    self.refusal = (0..<year.dimensions.count(.location)).map { refusal[(.location, $0)] }
    self.reserveTitle = (0..<year.dimensions.count(.title)).map { titles[(.title, $0)] > 0 }
    self.conversion = year.values(rules.postConversion)
  }

  /// How a post was found.
  private enum Source {
    case vacant
    case converted
    case reserve
  }

  /// Assigns the teachers of a group who are without a post.
  ///
  /// - Parameters:
  ///   - group: The region and stage.
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - state: The schools, whose reserve is used up.
  ///   - ground: Posts and who holds them.
  package func apply(
    to group: Int,
    of population: inout Population,
    flows: inout YearFlows,
    state: inout SchoolState,
    on ground: inout PlacementGround,
  ) {
    let waiting = ground.seekersOfGroup[group].filter {
      population.isInWorkforce($0) && population.school[$0] == Population.noSchool
    }.map { (rank: score.rank(of: $0, in: population), row: $0) }
      .sorted { ($0.rank, $0.row) < ($1.rank, $1.row) }
    guard !waiting.isEmpty else { return }
    let refusals = year.stream(.placementRefusal)
    let network = ground.network
    let units = network.unitsOfGroup[group].filter {
      ground.isCovered[network.unitSchool[$0]] && state.isOpen(unit: $0)
    }
    for (_, row) in waiting {
      guard
        let (slot, source) = post(
          for: row,
          among: units,
          group: group,
          population,
          state,
          on: ground,
        )
      else { continue }
      let location = network.unitLocation[network.slotUnit[slot]]
      if refusals.uniform(for: population.id[row]) < refusal[location] {
        ground.counts[group].refused += 1
        continue
      }
      take(slot, from: source, group: group, state: &state, on: &ground)
      ground.counts[group].countyAssigned += 1
      ground.place(row, in: slot, of: &population, flows: &flows)
    }
    endStandby(of: waiting.map(\.row), group: group, &population, &flows, on: &ground)
  }

  private func post(
    for row: Int,
    among units: [Int],
    group: Int,
    _ population: borrowing Population,
    _ state: borrowing SchoolState,
    on ground: borrowing PlacementGround,
  ) -> (slot: Int, source: Source)? {
    let network = ground.network
    let cell = Int(population.cell[row])
    let occupancy = ground.occupancy
    /// The unit of the last location class, then of the most vacant posts, that has room.
    func best(where hasRoom: (Int) -> Bool) -> Int? {
      var best: (unit: Int, location: Int, vacant: Int)?
      for unit in units where hasRoom(unit) {
        let location = network.unitLocation[unit]
        let vacant = occupancy.unitCapacity[unit] - occupancy.unitStaff[unit]
        if let best, (location, vacant) <= (best.location, best.vacant) { continue }
        best = (unit, location, vacant)
      }
      return best?.unit
    }
    let own = best { occupancy.hasRoom(in: network.slot(unit: $0, cell: cell)) }
    if let own { return (network.slot(unit: own, cell: cell), .vacant) }
    if conversion[(.region, group / year.dimensions.stageCount)] > 0,
      let any = best(where: { occupancy.hasRoom(inUnit: $0) })
    {
      return (network.slot(unit: any, cell: cell), .converted)
    }
    guard reserveTitle[Int(population.title[row])], state.reserve[group] > 0 else { return nil }
    func shortage(_ unit: Int) -> Double {
      let slot = network.slot(unit: unit, cell: cell)
      return state.need[slot] - Double(occupancy.slotStaff[slot])
    }
    return units.max { (shortage($0), -$0) < (shortage($1), -$1) }
      .map { (network.slot(unit: $0, cell: cell), .reserve) }
  }

  /// Changes posts so that the slot has one for the teacher.
  private func take(
    _ slot: Int,
    from source: Source,
    group: Int,
    state: inout SchoolState,
    on ground: inout PlacementGround,
  ) {
    switch source {
    case .vacant:
      break
    case .converted:
      ground.counts[group].postConversions += 1
      ground.occupancy.slotCapacity[slot] = ground.occupancy.slotStaff[slot] + 1
    case .reserve:
      // The post travels with the teacher: the school has one more.
      ground.counts[group].reservePostsUsed += 1
      state.reserve[group] -= 1
      let unit = ground.network.slotUnit[slot]
      state.unitPosts[unit] += 1
      ground.occupancy.unitCapacity[unit] =
        max(ground.occupancy.unitCapacity[unit], ground.occupancy.unitStaff[unit]) + 1
      ground.occupancy.slotCapacity[slot] =
        max(ground.occupancy.slotCapacity[slot], ground.occupancy.slotStaff[slot]) + 1
    }
  }

  /// Puts those without a post on standby and lets those go whose standby is over.
  private func endStandby(
    of rows: [Int],
    group: Int,
    _ population: inout Population,
    _ flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    let longest = Int(year.number(rules.standbyMonths).rounded())
    let leaves = ProbabilityThreshold(year.number(rules.standbyLeaves))
    let draws = year.stream(.standbyEnd)
    let now = CompactMonth(year.countMonth)
    for row in rows where population.school[row] == Population.noSchool {
      if population.standbySince[row] == .future { population.standbySince[row] = now }
      let waited = Int(now.months) - Int(population.standbySince[row].months)
      if waited >= longest, waited > 0, leaves.includes(draws.bits(for: population.id[row])) {
        population.hasLeft[row] = true
        flows.leave(flows.kinds.standbyEnded, from: population.cell[row], weight: 1)
        ground.counts[group].standbyEnded += 1
      } else {
        ground.counts[group].standby += 1
      }
    }
  }
}
