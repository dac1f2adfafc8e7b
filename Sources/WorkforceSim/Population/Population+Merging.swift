// SPDX-License-Identifier: GPL-3.0-or-later

extension Population {
  /// Joins rows of a projection in expected values that differ in nothing but identity.
  ///
  /// Promotions and early retirement split rows; without joining them again the rows would double
  /// from year to year. The first of equal rows keeps its place and its identity; weights are added
  /// and absence on leave becomes the mean by weight.
  package mutating func mergeEqualRows() {
    var firstRow: [RowKind: Int] = [:]
    firstRow.reserveCapacity(count)
    for row in 0..<count {
      let kind = RowKind(row, of: self)
      if let first = firstRow[kind] {
        let total = weight[first] + weight[row]
        // Leave was set before titles changed, so equal rows may differ in their absence.
        if total > 0, leaveShare[first] != leaveShare[row] {
          let absent =
            weight[first] * Double(leaveShare[first]) + weight[row] * Double(leaveShare[row])
          leaveShare[first] = Float(absent / total)
        }
        weight[first] = total
        hasLeft[row] = true
      } else {
        firstRow[kind] = row
      }
    }
    removeThoseWhoLeft()
  }
}

/// The attributes of a row without its identity and weight.
private struct RowKind: Hashable {
  private let teacher: Teacher
  private let status: TeacherStatus
  private let standbySince: CompactMonth
  private let trainingEnd: CompactMonth
  private let trainingCell: UInt32

  init(_ row: Int, of population: borrowing Population) {
    var teacher = population[row]
    teacher.id = 0
    teacher.weight = 0
    self.teacher = teacher
    self.status = population.status[row]
    self.standbySince = population.standbySince[row]
    self.trainingEnd = population.trainingEnd[row]
    self.trainingCell = population.trainingCell[row]
  }
}
