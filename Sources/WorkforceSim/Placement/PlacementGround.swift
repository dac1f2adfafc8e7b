// SPDX-License-Identifier: GPL-3.0-or-later

/// What all rounds of placement work on: who is covered, who holds which post, what happened.
package struct PlacementGround: Sendable {
  /// The schools.
  package let network: SchoolNetwork
  /// Whether county management covers each school in this year.
  package let isCovered: [Bool]
  /// Posts and who holds them.
  package var occupancy: PostOccupancy
  /// Who teaches where.
  package private(set) var staff: SchoolStaff
  /// The covered teachers by group who have no post, or had none at some time in this phase.
  package private(set) var seekersOfGroup: [[Int]]
  /// Whether each row has changed its school in this year.
  package var hasMoved: [Bool]
  /// What happened, by group.
  package var counts: [PlacementCounts]
  /// The school from which a row has been displaced; `noSchool` for others.
  private var lastSchool: [UInt32]
  /// The group of each cell; -1 where its region has no school of its stage.
  private let groupOfCell: [Int]
  private let subjectOfCell: [UInt8]
  private let isEstablished: [Bool]
  private let countMonth: CompactMonth

  /// Finds the teachers of covered schools.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - staff: Who teaches where.
  ///   - state: The schools, with the posts of the year.
  ///   - isCovered: Whether county management covers each school in this year.
  ///   - year: The year.
  package init(
    _ population: borrowing Population,
    staff: SchoolStaff,
    _ state: SchoolState,
    isCovered: [Bool],
    in year: SimulatedYear,
  ) {
    let dimensions = year.dimensions
    let network = state.network
    self.network = network
    self.isCovered = isCovered
    self.occupancy = PostOccupancy(state, staff: staff.ofSlots.established)
    self.staff = staff
    self.seekersOfGroup = [[Int]](repeating: [], count: dimensions.groupCount)
    self.lastSchool = [UInt32](repeating: Population.noSchool, count: population.count)
    self.hasMoved = [Bool](repeating: false, count: population.count)
    self.groupOfCell = dimensions.groupOfCell.map { group in
      network.unitsOfGroup[group].isEmpty ? -1 : group
    }
    self.subjectOfCell = (0..<dimensions.cellCount).map {
      UInt8(dimensions.field(ofCell: $0).subject)
    }
    self.isEstablished = dimensions.contractIsEstablished
    self.countMonth = CompactMonth(year.countMonth)
    self.counts = [PlacementCounts](repeating: PlacementCounts(), count: dimensions.groupCount)
    for unit in 0..<network.unitCount where isCovered[network.unitSchool[unit]] {
      counts[network.unitGroup[unit]].covered += occupancy.unitStaff[unit]
    }
    for row in staff.withoutSlot {
      guard let group = group(of: row, in: population) else { continue }
      counts[group].covered += 1
      seekersOfGroup[group].append(row)
    }
  }

  /// The group of a row that placement covers; `nil` for others.
  ///
  /// A covered row holds an authorised post of a covered school, or none, and its region has schools
  /// of its stage. A school lies in the region of its teachers.
  @inline(__always)
  package func group(of row: Int, in population: borrowing Population) -> Int? {
    let school = population.school[row]
    guard population.isInWorkforce(row), isEstablished[Int(population.contract[row])],
      school == Population.noSchool || isCovered[Int(school)]
    else { return nil }
    let group = groupOfCell[Int(population.cell[row])]
    return group < 0 ? nil : group
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

  /// The slot of a row that holds an authorised post of a covered school, or `nil`.
  @inline(__always)
  package func coveredSlot(of row: Int) -> Int? {
    guard let slot = staff.slot(of: row) else { return nil }
    return isCovered[network.unitSchool[network.slotUnit[slot]]] ? slot : nil
  }

  /// Whether placement covers a row that has a school.
  @inline(__always)
  package func covers(_ row: Int, in population: borrowing Population) -> Bool {
    let school = population.school[row]
    guard staff.slotOfRow[row] < 0 else { return isCovered[Int(school)] }
    return school != Population.noSchool && group(of: row, in: population) != nil
  }

  /// The location class of the school from which a row has been displaced; -1 for others.
  package func lastLocation(of row: Int) -> Int {
    let school = lastSchool[row]
    return school == Population.noSchool ? -1 : network.locationOfSchool[Int(school)]
  }

  /// Takes a covered row's post away; the row looks for another one.
  package mutating func displace(_ row: Int, in population: inout Population) {
    if let slot = staff.slot(of: row) {
      occupancy.unseat(from: slot)
      seekersOfGroup[groupOfCell[Int(population.cell[row])]].append(row)
    }
    let school = population.school[row]
    if school != Population.noSchool { lastSchool[row] = school }
    staff.leave(row, of: population)
    population.school[row] = Population.noSchool
  }

  /// Gives a row a post; a post of the second subject makes that the main one, and the other way.
  package mutating func place(
    _ row: Int,
    in slot: Int,
    of population: inout Population,
    flows: inout YearFlows,
  ) {
    if let old = staff.slot(of: row) { occupancy.unseat(from: old) }
    staff.leave(row, of: population)
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
    staff.enter(row, of: population)
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
    move(left, to: population.school[right], of: &population, flows: &flows)
    move(right, to: school, of: &population, flows: &flows)
  }

  /// Lets a row take the place of another one of its cell at a school.
  package mutating func move(
    _ row: Int,
    to school: UInt32,
    of population: inout Population,
    flows: inout YearFlows,
  ) {
    staff.leave(row, of: population)
    population.school[row] = school
    staff.enter(row, of: population)
    population.schoolStart[row] = countMonth
    hasMoved[row] = true
    flows.note(flows.kinds.moved, in: population.cell[row], weight: 1)
  }
}
