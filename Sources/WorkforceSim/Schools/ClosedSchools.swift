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
  ///   - staff: Who teaches where; kept up to date.
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - follows: Whether a row follows the pupils.
  /// - Returns: The rows that do not follow the pupils.
  @discardableResult
  package func moveStaff(
    _ staff: inout SchoolStaff,
    of population: inout Population,
    flows: inout YearFlows,
    where follows: (borrowing Population, Int) -> Bool,
  ) -> [Int] {
    var staying: [Int] = []
    for row in rows(in: population) {
      if follows(population, row) {
        move(row, of: &population, staff: &staff, flows: &flows)
      } else {
        staying.append(row)
      }
    }
    return staying
  }

  /// The rows of the teachers of closed schools.
  private func rows(in population: borrowing Population) -> [Int] {
    guard state.isOpen.contains(false) else { return [] }
    let isOpen = state.isOpen
    let rows = population.school.rows(0..<population.count) {
      $0 != Population.noSchool && !isOpen[Int($0)]
    }
    let hasLeft = population.hasLeft
    return rows.filter { !hasLeft[$0] }
  }

  /// Moves a teacher to the school that has the pupils, if there is one.
  private func move(
    _ row: Int,
    of population: inout Population,
    staff: inout SchoolStaff,
    flows: inout YearFlows,
  ) {
    let school = Int(population.school[row])
    let stage = year.dimensions.field(ofCell: Int(population.cell[row])).stage
    guard let unit = state.network.unit(school: school, stage: stage) else { return }
    let receiver = successor(of: unit)
    guard receiver != unit else { return }
    let isInPost = population.isInWorkforce(row)
    if isInPost { staff.leave(row, of: population) }
    population.school[row] = UInt32(state.network.unitSchool[receiver])
    population.schoolStart[row] = CompactMonth(year.countMonth)
    guard isInPost else { return }
    staff.enter(row, of: population)
    flows.note(flows.kinds.moved, in: population.cell[row], weight: population.weight[row])
  }
}
