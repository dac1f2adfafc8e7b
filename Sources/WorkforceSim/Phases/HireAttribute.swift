// SPDX-License-Identifier: GPL-3.0-or-later

/// An attribute that hires of a channel are drawn: its shares by cell and by another attribute.
struct HireAttribute {
  /// The shares of its members.
  let table: ShareTable
  /// The first block of each cell; empty if all share one block.
  private let blockOfCell: [Int]
  private let stride: Int
  private let offersChoice: Bool

  /// Prepares an attribute.
  ///
  /// - Parameters:
  ///   - table: The shares of its members.
  ///   - axis: The attribute that the shares depend on, besides the cell.
  ///   - dimensions: The scenario's dimensions.
  init(_ table: ShareTable, by axis: Axis? = nil, _ dimensions: Dimensions) {
    self.table = table
    self.stride = axis.map { table.stride(of: $0) } ?? 0
    self.offersChoice = table.offersChoice
    self.blockOfCell = table.blockCount > 1 ? table.blocks(ofCells: dimensions) : []
  }

  /// The members that hires are drawn.
  ///
  /// - Parameters:
  ///   - hires: The hires.
  ///   - others: Their members of the other attribute; not asked for without one.
  ///   - draws: What is drawn.
  /// - Returns: The member of each hire.
  func members(
    of hires: HiredTeachers,
    by others: [UInt8] = [],
    _ draws: DecisionStream,
  ) -> [UInt8] {
    // Without a choice, any word picks the only member.
    let words = offersChoice ? draws.words(hires.id) : [UInt32](repeating: 0, count: hires.count)
    guard !blockOfCell.isEmpty else { return table.pick(words) }
    let (cells, blocks) = (hires.cell.span, blockOfCell.span)
    guard stride != 0 else { return table.pick(words) { blocks[Int(cells[$0])] } }
    let others = others.span
    return table.pick(words) { blocks[Int(cells[$0])] &+ stride &* Int(others[$0]) }
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
