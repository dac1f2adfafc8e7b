// SPDX-License-Identifier: GPL-3.0-or-later

/// Who teaches where: the staff of each slot, and the slot of everybody who holds an authorised post.
///
/// All teachers are looked at once, before anybody moves; whoever moves leaves his slot and enters
/// another one.
package struct SchoolStaff: Sendable {
  /// The staff of each slot.
  package private(set) var ofSlots: SlotStaff
  /// The slot of each row that holds an authorised post; -1 for others.
  package private(set) var slotOfRow: [Int32]
  /// The rows of teachers in post who had no slot before anybody moved: they had no school, or one
  /// that does not teach their stage.
  package let withoutSlot: [Int]
  private let network: SchoolNetwork
  private let isEstablished: [Bool]

  /// Finds the staff of schools.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - network: The schools.
  ///   - kinds: What teachers count towards.
  ///   - dimensions: The scenario's dimensions.
  package init(
    _ population: borrowing Population,
    network: SchoolNetwork,
    kinds: StaffKinds,
    dimensions: Dimensions,
  ) {
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let contracts = population.contract.span.extracting(rows)
    let places = dimensions.stageOfCell.indices.map {
      CellPlace(stage: network.stageOfCell[$0], position: network.positionOfCell[$0])
    }
    let placeOfCell = places.span
    let (schoolOfRow, degreeOfRow) = (population.school.byRow, population.degree.byRow)
    let backboneOfRow = population.isBackbone.byRow
    let schools = schoolOfRow.span.extracting(rows)
    let degrees = degreeOfRow.span.extracting(rows)
    let isBackbone = backboneOfRow.span.extracting(rows)
    var counts = [StaffKinds.Counts](repeating: .zero, count: network.slotCount)
    var slots = [Int32](repeating: -1, count: rows.count)
    var withoutSlot: [Int] = []
    var countsOfSlot = counts.mutableSpan
    var slotOfRow = slots.mutableSpan
    for row in rows where !hasLeft[row] && status[row] == .inPost {
      let place = placeOfCell[Int(cells[row])]
      let (stage, position) = (Int(place.stage), Int(place.position))
      let school = schools[row]
      guard school != Population.noSchool,
        let slot = network.slot(school: Int(school), stage: stage, position: position)
      else {
        withoutSlot.append(row)
        continue
      }
      let counts = kinds.counts(
        stage: stage,
        degree: degrees[row],
        contract: contracts[row],
        isBackbone: isBackbone[row],
      )
      countsOfSlot[slot] &+= counts
      slotOfRow[row] = counts.y > 0 ? Int32(truncatingIfNeeded: slot) : -1
    }
    self.ofSlots = SlotStaff(counts, network: network, kinds: kinds)
    self.slotOfRow = slots
    self.withoutSlot = withoutSlot
    self.network = network
    self.isEstablished = dimensions.contractIsEstablished
    for row in withoutSlot { ofSlots.add(row, to: nil, of: population) }
  }

  /// The slot of a row that holds an authorised post; `nil` without one.
  @inline(__always)
  package func slot(of row: Int) -> Int? {
    let slot = slotOfRow[row]
    return slot < 0 ? nil : Int(slot)
  }

  /// The slot of a teacher's school and cell, whatever his contract.
  @inline(__always)
  private func anySlot(of row: Int, in population: borrowing Population) -> Int? {
    let school = population.school[row]
    guard school != Population.noSchool else { return nil }
    return network.slot(school: Int(school), cell: Int(population.cell[row]))
  }

  /// Takes a teacher in post out of the staff of his school, before he leaves it.
  @inline(__always)
  package mutating func leave(_ row: Int, of population: borrowing Population) {
    ofSlots.remove(row, from: anySlot(of: row, in: population), of: population)
    slotOfRow[row] = -1
  }

  /// Adds a teacher in post to the staff of his school.
  @inline(__always)
  package mutating func enter(_ row: Int, of population: borrowing Population) {
    let slot = anySlot(of: row, in: population)
    ofSlots.add(row, to: slot, of: population)
    if let slot, isEstablished[Int(population.contract[row])] { slotOfRow[row] = Int32(slot) }
  }
}

/// What the slot of a teacher's school depends on, as counting asks for it at every row.
private struct CellPlace {
  let stage: Int32
  let position: Int32

  init(stage: Int, position: Int) {
    self.stage = Int32(stage)
    self.position = Int32(position)
  }
}
