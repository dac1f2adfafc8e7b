// SPDX-License-Identifier: GPL-3.0-or-later

/// Whom county management covers, and who holds the posts of schools, before anybody moves.
struct CoveredStaff {
  /// The established teachers of each slot, covered or not.
  let ofSlot: [Int]
  /// The covered teachers by group: rows in the order of the population.
  let rowsOfGroup: GroupedRows
  /// Of them, those without a slot: they have no school, or one that does not teach their stage.
  let withoutSlot: [Int]

  /// Goes through the teachers who hold an authorised post or look for one.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - network: The schools.
  ///   - isCovered: Whether county management covers each school.
  ///   - dimensions: The scenario's dimensions.
  init(
    _ population: borrowing Population,
    network: SchoolNetwork,
    isCovered: [Bool],
    dimensions: Dimensions,
  ) {
    let isEstablished = dimensions.contractIsEstablished
    let groupOfCell = dimensions.groupOfCell.map { group in
      network.unitsOfGroup[group].isEmpty ? -1 : Int32(group)
    }
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let contracts = population.contract.span.extracting(rows)
    let schools = population.school
    var staff = [Int](repeating: 0, count: network.slotCount)
    var groups = [Int32](repeating: -1, count: rows.count)
    var withoutSlot: [Int] = []
    var staffOfSlot = staff.mutableSpan
    var groupOfRow = groups.mutableSpan
    for row in rows
    where !hasLeft[row] && status[row] == .inPost && isEstablished[Int(contracts[row])] {
      let cell = Int(cells[row])
      let school = schools[row]
      let hasSchool = school != Population.noSchool
      let slot = hasSchool ? network.slot(school: Int(school), cell: cell) : nil
      if let slot { staffOfSlot[slot] &+= 1 }
      guard !hasSchool || isCovered[Int(school)] else { continue }
      groupOfRow[row] = groupOfCell[cell]
      if slot == nil, groupOfCell[cell] >= 0 { withoutSlot.append(row) }
    }
    self.ofSlot = staff
    self.withoutSlot = withoutSlot
    self.rowsOfGroup = Self.grouped(groups, count: dimensions.groupCount)
  }

  /// The rows by their groups; those of group -1 belong to none.
  private static func grouped(_ groupOfRow: [Int32], count: Int) -> GroupedRows {
    let rows = groupOfRow.indices
    let groupOfRow = groupOfRow.span.extracting(rows)
    return GroupedRows(rows, count: count) { groupOfRow[$0] < 0 ? nil : Int(groupOfRow[$0]) }
  }
}
