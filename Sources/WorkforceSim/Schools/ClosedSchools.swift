// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the staff of closed schools go who follow their pupils.
package struct ClosedSchools {
  private let state: SchoolState
  private let year: SimulatedYear

  /// Takes the schools after the closures of a year.
  ///
  /// - Parameters:
  ///   - state: The schools.
  ///   - year: The year.
  package init(_ state: SchoolState, in year: SimulatedYear) {
    self.state = state
    self.year = year
  }

  /// The open unit that has the pupils of a unit; the unit itself if it is open.
  package func successor(of unit: Int) -> Int {
    var unit = unit
    while !state.isOpen(unit: unit), state.receiverOfClosed[unit] >= 0 {
      unit = state.receiverOfClosed[unit]
    }
    return unit
  }

  /// Moves the teachers of closed schools to the receivers.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - follows: Whether a row follows the pupils.
  package func moveStaff(
    of population: inout Population,
    flows: inout YearFlows,
    where follows: (borrowing Population, Int) -> Bool,
  ) {
    for row in 0..<population.count where !population.hasLeft[row] {
      let school = population.school[row]
      guard school != Population.noSchool, !state.isOpen[Int(school)] else { continue }
      guard follows(population, row) else { continue }
      let stage = year.dimensions.field(ofCell: Int(population.cell[row])).stage
      guard let unit = state.network.unit(school: Int(school), stage: stage) else { continue }
      let receiver = successor(of: unit)
      guard receiver != unit else { continue }
      population.school[row] = UInt32(state.network.unitSchool[receiver])
      population.schoolStart[row] = CompactMonth(year.countMonth)
      if population.isInWorkforce(row) {
        flows.note(flows.kinds.moved, in: population.cell[row], weight: population.weight[row])
      }
    }
  }
}
