// SPDX-License-Identifier: GPL-3.0-or-later

/// Who has moved so far, and whom the duty still calls for.
struct RotationCalls {
  let backboneShare: Double
  var due = 0
  var required = 0
  private(set) var moved = 0
  private var backbone = 0

  init(backboneShare: Double) { self.backboneShare = backboneShare }

  /// Whether fewer have moved than must.
  var needsAny: Bool { moved < required }

  /// Whether backbone teachers are short of their share of all who move, those to be called included.
  var needsBackbone: Bool {
    Double(backbone) < backboneShare * Double(max(required, moved)) - 1e-9
  }

  mutating func note(isBackbone: Bool) {
    moved += 1
    if isBackbone { backbone += 1 }
  }
}

/// Those of a region who wait to be called, each with a lot.
///
/// Few are called, so that the others are never brought into the order of their lots.
struct WaitingTeachers {
  private let rows: [Int]
  private let lots: [UInt32]
  /// The positions of the rows by teaching field.
  private let positionsOfField: GroupedRows
  private let fieldCount: Int

  /// Gives rows of one region their lots.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - draws: The lots.
  ///   - population: All teachers.
  ///   - fieldCount: The number of teaching fields.
  init(
    _ rows: [Int],
    draws: DecisionStream,
    _ population: borrowing Population,
    fieldCount: Int,
  ) {
    self.rows = rows
    self.lots = draws.words(of: rows, ids: population.id)
    self.fieldCount = fieldCount
    let cells = population.cell.span
    let divisor = UInt32(fieldCount)
    let fields = rows.map { cells[$0] % divisor }
    self.positionsOfField = GroupedRows(rows.indices, count: fieldCount) { Int(fields[$0]) }
  }

  /// The lot below which about twice as many rows lie as are wanted.
  func bound(wanted: Int) -> UInt32 {
    UInt32(clamping: Int(0x1p33 * Double(wanted) / Double(max(rows.count, 1))))
  }

  /// The rows that a condition picks, in the order of their lots.
  @inline(__always)
  func order(
    of population: borrowing Population,
    where isPicked: (_ row: Int, _ lot: UInt32) -> Bool,
  ) -> [Int] {
    var order = LotOrder()
    for position in rows.indices where isPicked(rows[position], lots[position]) {
      order.add(rows[position], lot: lots[position])
    }
    return order.rows(ids: population.id)
  }

  /// The first in the order of lots who teaches a row's field at another school; a backbone teacher
  /// if there is one and one is wanted.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - population: All teachers.
  ///   - hasMoved: Whether each row has moved and waits no more.
  ///   - wantsBackbone: Whether a backbone teacher is wanted.
  /// - Returns: The row of the other one; `nil` if there is none.
  func partner(
    of row: Int,
    in population: borrowing Population,
    hasMoved: [Bool],
    wantsBackbone: Bool,
  ) -> Int? {
    let field = positionsOfField[Int(population.cell[row]) % fieldCount]
    func first(where isWanted: (Int) -> Bool) -> Int? {
      var first = (lot: UInt32.max, row: -1)
      for position in field where lots[position] <= first.lot {
        let other = rows[position]
        guard isWanted(other), !hasMoved[other], population.school[other] != population.school[row]
        else { continue }
        let isTie = first.row >= 0 && lots[position] == first.lot
        if isTie, population.id[first.row] < population.id[other] { continue }
        first = (lots[position], other)
      }
      return first.row < 0 ? nil : first.row
    }
    if wantsBackbone, let other = first(where: { population.isBackbone[$0] }) { return other }
    return first { _ in true }
  }
}
