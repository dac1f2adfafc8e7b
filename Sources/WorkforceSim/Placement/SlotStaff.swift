// SPDX-License-Identifier: GPL-3.0-or-later

/// How many teachers each slot of the schools has.
package struct SlotStaff: Sendable {
  /// The teachers of each slot who hold an authorised post.
  package let established: [Int]
  /// All teachers of each slot.
  package let all: [Int]

  /// Counts the teachers in post who have a school that teaches their stage.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - network: The schools.
  ///   - dimensions: The scenario's dimensions.
  package init(
    _ population: borrowing Population,
    network: SchoolNetwork,
    dimensions: Dimensions,
  ) {
    // Both counts in one pair: all teachers, and those with a post.
    let ofContract = dimensions.contractIsEstablished.map { SIMD2(1, $0 ? 1 : 0) }
    var counts = [SIMD2<Int>](repeating: .zero, count: network.slotCount)
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let contracts = population.contract.span.extracting(rows)
    let schools = population.school
    var countOfSlot = counts.mutableSpan
    for row in rows where !hasLeft[row] && status[row] == .inPost {
      let school = schools[row]
      guard school != Population.noSchool else { continue }
      if let slot = network.slot(school: Int(school), cell: Int(cells[row])) {
        countOfSlot[slot] &+= ofContract[Int(contracts[row])]
      }
    }
    self.established = counts.map { $0.y }
    self.all = counts.map { $0.x }
  }
}
