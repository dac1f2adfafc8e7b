// SPDX-License-Identifier: GPL-3.0-or-later

/// What all rounds of placement work on: who is covered, who holds which post, what happened.
package struct PlacementGround: Sendable {
  /// The schools.
  package let network: SchoolNetwork
  /// Whether county management covers each school in this year.
  package let isCovered: [Bool]
  /// Posts and who holds them.
  package var occupancy: PostOccupancy
  /// The group of each row that placement covers; -1 for others.
  package let groupOfRow: [Int32]
  /// The covered teachers by group who have no post, or had none at some time in this phase.
  package private(set) var seekersOfGroup: [[Int]]
  /// Whether each row has changed its school in this year.
  package var hasMoved: [Bool]
  /// What happened, by group.
  package var counts: [PlacementCounts]
  /// The school from which a row has been displaced; `noSchool` for others.
  private var lastSchool: [UInt32]
  private let subjectOfCell: [UInt8]
  private let isEstablished: [Bool]
  private let countMonth: CompactMonth

  /// Finds the teachers of covered schools.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - state: The schools, with the posts of the year.
  ///   - isCovered: Whether county management covers each school in this year.
  ///   - year: The year.
  package init(
    _ population: borrowing Population,
    _ state: SchoolState,
    isCovered: [Bool],
    in year: SimulatedYear,
  ) {
    let dimensions = year.dimensions
    let staff = CoveredStaff(
      population,
      network: state.network,
      isCovered: isCovered,
      dimensions: dimensions,
    )
    self.network = state.network
    self.isCovered = isCovered
    self.occupancy = PostOccupancy(state, staff: staff.ofSlot)
    self.groupOfRow = staff.groupOfRow
    self.seekersOfGroup = [[Int]](repeating: [], count: dimensions.groupCount)
    self.lastSchool = [UInt32](repeating: Population.noSchool, count: population.count)
    self.hasMoved = [Bool](repeating: false, count: population.count)
    self.subjectOfCell = (0..<dimensions.cellCount).map {
      UInt8(dimensions.field(ofCell: $0).subject)
    }
    self.isEstablished = dimensions.contractIsEstablished
    self.countMonth = CompactMonth(year.countMonth)
    self.counts = [PlacementCounts](repeating: PlacementCounts(), count: dimensions.groupCount)
    for group in counts.indices { counts[group].covered = staff.ofGroup[group] }
    for row in staff.withoutSlot {
      seekersOfGroup[Int(groupOfRow[row])].append(row)
    }
  }

  /// The covered teachers by group: rows in the order of the population.
  package func rowsOfGroup() -> GroupedRows {
    let rows = groupOfRow.indices
    let groupOfRow = groupOfRow.span.extracting(rows)
    return GroupedRows(rows, count: counts.count) {
      groupOfRow[$0] < 0 ? nil : Int(groupOfRow[$0])
    }
  }

  /// Which schools are covered: each has a number of its own for ever, and those below the share are.
  package static func coverage(
    _ rules: PlacementRules,
    _ network: SchoolNetwork,
    in year: SimulatedYear,
  ) -> [Bool] {
    let share = year.values(rules.coverage)
    let draws = DecisionStream(
      key: RandomKey(seed: 1, replication: 0),
      decision: .schoolCoverage,
      year: 0,
    )
    let thresholds = (0..<year.dimensions.regionCount).map {
      ProbabilityThreshold(share[(.region, $0)])
    }
    let numbers = network.codeNumber.map { UInt64($0) }
    var words = [UInt32](repeating: 0, count: network.count)
    draws.fill(ids: numbers.span, into: &words)
    return zip(network.regionOfSchool, words).map { thresholds[$0].includes($1) }
  }

  /// Whether a row holds an authorised post of a covered school.
  @inline(__always)
  package func isCovered(_ row: Int, in population: borrowing Population) -> Bool {
    let school = population.school[row]
    return school != Population.noSchool && isCovered[Int(school)]
      && population.isInWorkforce(row) && isEstablished[Int(population.contract[row])]
  }

  /// The slot of a row, or `nil` without a school.
  @inline(__always)
  package func slot(of row: Int, in population: borrowing Population) -> Int? {
    let school = population.school[row]
    guard school != Population.noSchool else { return nil }
    return network.slot(school: Int(school), cell: Int(population.cell[row]))
  }

  /// The location class of the school from which a row has been displaced; -1 for others.
  package func lastLocation(of row: Int) -> Int {
    let school = lastSchool[row]
    return school == Population.noSchool ? -1 : network.locationOfSchool[Int(school)]
  }

  /// Takes a covered row's post away; the row looks for another one.
  package mutating func displace(_ row: Int, in population: inout Population) {
    if let slot = slot(of: row, in: population) {
      occupancy.unseat(from: slot)
      seekersOfGroup[Int(groupOfRow[row])].append(row)
    }
    let school = population.school[row]
    if school != Population.noSchool { lastSchool[row] = school }
    population.school[row] = Population.noSchool
  }

  /// Gives a row a post; a post of the second subject makes that the main one, and the other way.
  package mutating func place(
    _ row: Int,
    in slot: Int,
    of population: inout Population,
    flows: inout YearFlows,
  ) {
    if let old = self.slot(of: row, in: population) { occupancy.unseat(from: old) }
    occupancy.seat(in: slot)
    let cell = population.cell[row]
    let target = UInt32(network.slotCell[slot])
    let school = UInt32(network.unitSchool[network.slotUnit[slot]])
    // Another post of the school that the row has just lost one of is no move.
    let isMove = school != lastSchool[row]
    if cell == target {
      if isMove { flows.note(flows.kinds.moved, in: cell, weight: 1) }
    } else {
      flows.change(flows.kinds.moved, from: cell, to: target, weight: 1)
      population.cell[row] = target
      // The teacher can still teach the subject that was the main one.
      population.secondSubject[row] = subjectOfCell[Int(cell)]
    }
    population.school[row] = school
    population.standbySince[row] = .future
    guard isMove else { return }
    population.schoolStart[row] = countMonth
    hasMoved[row] = true
  }

  /// Exchanges the schools of two rows of one cell.
  package mutating func swap(
    _ left: Int,
    _ right: Int,
    of population: inout Population,
    flows: inout YearFlows,
  ) {
    let school = population.school[left]
    population.school[left] = population.school[right]
    population.school[right] = school
    for row in [left, right] { noteMove(of: row, in: &population, flows: &flows) }
  }

  /// Notes that a row is new at its school.
  package mutating func noteMove(
    of row: Int,
    in population: inout Population,
    flows: inout YearFlows,
  ) {
    population.schoolStart[row] = countMonth
    hasMoved[row] = true
    flows.note(flows.kinds.moved, in: population.cell[row], weight: 1)
  }
}
