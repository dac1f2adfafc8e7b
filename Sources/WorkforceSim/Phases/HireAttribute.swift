// SPDX-License-Identifier: GPL-3.0-or-later

/// An attribute that hires of a channel are drawn: its shares by cell and by another attribute.
struct HireAttribute {
  /// The shares of its members.
  let table: ShareTable
  private let draws: DecisionStream
  private let blockOfCell: [Int]
  private let stride: Int
  private let offersChoice: Bool
  /// The member of all hires, where it depends neither on a draw nor on anything else.
  private let only: Int?

  /// Prepares an attribute.
  ///
  /// - Parameters:
  ///   - table: The shares of its members.
  ///   - axis: The attribute that the shares depend on, besides the cell.
  ///   - decision: What is drawn.
  ///   - year: The year.
  init(
    _ table: ShareTable,
    by axis: Axis? = nil,
    _ decision: Decision,
    in year: SimulatedYear,
  ) {
    self.table = table
    self.draws = year.stream(decision)
    self.blockOfCell = table.blocks(ofCells: year.dimensions)
    self.stride = axis.map { table.stride(of: $0) } ?? 0
    self.offersChoice = table.offersChoice
    self.only = table.blockCount > 1 || offersChoice ? nil : table.pick(0, outOf: 0)
  }

  /// The random words of hires; none where there is nothing to choose.
  func words(_ ids: [UInt64]) -> [UInt32] { offersChoice ? draws.words(ids) : [] }

  /// The member that a hire is drawn.
  ///
  /// - Parameters:
  ///   - words: The random words of all hires.
  ///   - hire: The number of the hire.
  ///   - cell: The cell that the hire enters.
  ///   - member: The member of the other attribute.
  /// - Returns: The member.
  @inline(__always)
  func pick(_ words: [UInt32], _ hire: Int, cell: Int, _ member: Int = 0) -> Int {
    only ?? table.pick(words[hire], outOf: blockOfCell[cell] &+ stride &* member)
  }
}

extension DecisionStream {
  /// The random words of teachers, which are worked out together.
  ///
  /// - Parameter ids: The teachers' identities.
  /// - Returns: The word of each of them, as ``bits(for:)`` gives it.
  func words(_ ids: [UInt64]) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: ids.count)
    fill(ids: ids.span, into: &words)
    return words
  }
}
