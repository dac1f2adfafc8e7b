// SPDX-License-Identifier: GPL-3.0-or-later

/// Whom county management covers, and who holds the posts of schools, before anybody moves.
struct CoveredStaff {
  /// The established teachers of each slot, covered or not.
  let ofSlot: [Int]
  /// The group of each row that placement covers; -1 for others.
  let groupOfRow: [Int32]
  /// The number of covered teachers of each group.
  let ofGroup: [Int]
  /// Of the covered teachers, the rows of those without a slot: they have no school, or one that does not teach their stage.
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
    var covered = [Int](repeating: 0, count: dimensions.groupCount)
    var withoutSlot: [Int] = []
    var staffOfSlot = staff.mutableSpan
    var groupOfRow = groups.mutableSpan
    var coveredOfGroup = covered.mutableSpan
    for row in rows
    where !hasLeft[row] && status[row] == .inPost && isEstablished[Int(contracts[row])] {
      let cell = Int(cells[row])
      let school = schools[row]
      let hasSchool = school != Population.noSchool
      let slot = hasSchool ? network.slot(school: Int(school), cell: cell) : nil
      if let slot { staffOfSlot[slot] &+= 1 }
      let group = groupOfCell[cell]
      guard group >= 0, !hasSchool || isCovered[Int(school)] else { continue }
      groupOfRow[row] = group
      coveredOfGroup[Int(group)] &+= 1
      if slot == nil { withoutSlot.append(row) }
    }
    self.ofSlot = staff
    self.groupOfRow = groups
    self.ofGroup = covered
    self.withoutSlot = withoutSlot
  }
}
