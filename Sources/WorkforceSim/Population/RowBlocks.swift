// SPDX-License-Identifier: GPL-3.0-or-later

/// The rows of a population in blocks of neighbours.
///
/// What is worked out for a block column by column needs fewer instructions than row by row, and a
/// block is small enough to stay in the processor's nearest cache, and large enough for what a block begins with
/// not to matter.
package struct RowBlocks: Sequence, IteratorProtocol {
  /// The rows of a block; the last one has fewer.
  package static let size = 1024

  private var rows: Range<Int>

  /// Divides rows.
  ///
  /// - Parameter rows: The rows.
  package init(_ rows: Range<Int>) {
    self.rows = rows
  }

  /// The rows of the next block.
  @inline(__always)
  package mutating func next() -> Range<Int>? {
    guard !rows.isEmpty else { return nil }
    let block = rows.prefix(Self.size)
    rows = block.upperBound..<rows.upperBound
    return block
  }
}
