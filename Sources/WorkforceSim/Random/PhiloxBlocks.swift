// SPDX-License-Identifier: GPL-3.0-or-later

import CKeyedRandom

/// Blocks of Philox that are computed together, several at a time.
///
/// The blocks are those of ``Philox/block(counter:key:)``. A value keeps its memory.
package struct PhiloxBlocks: Sendable {
  /// The first words of all blocks, then the second ones, the third ones and the fourth ones.
  private var words: [UInt32] = []
  private var count = 0
  /// The number of blocks with those that fill up the last few, which no one asks for.
  private var width = 0
  /// As many blocks as are computed at a time at most; fewer would be computed one by one.
  private static let together = 16

  /// Creates no block.
  package init() {}

  /// Computes the blocks of counters.
  ///
  /// - Parameters:
  ///   - count: How many blocks.
  ///   - key: The key, low word first.
  ///   - counter: The counter of each block by its position.
  @inline(__always)
  package mutating func compute(
    count: Int,
    key: (UInt32, UInt32),
    counter: (Int) -> SIMD4<UInt32>,
  ) {
    let width = (count + Self.together - 1) / Self.together * Self.together
    self.count = count
    self.width = width
    if words.count < 4 * width {
      words = [UInt32](repeating: 0, count: max(4 * width, 2 * words.count))
    }
    unsafe words.withUnsafeMutableBufferPointer { words in
      for position in 0..<count {
        let counter = counter(position)
        for lane in 0..<4 { unsafe words[lane * width + position] = counter[lane] }
      }
      if let start = words.baseAddress {
        unsafe keyed_random_blocks(start, width, keyed_random_key(word: key))
      }
    }
  }

  /// One of the blocks computed last.
  ///
  /// - Parameter position: The position of its counter.
  @inline(__always)
  package subscript(position: Int) -> SIMD4<UInt32> {
    precondition(position < count, "There are \(count) blocks, and none at \(position).")
    return SIMD4(
      words[position],
      words[width + position],
      words[2 * width + position],
      words[3 * width + position],
    )
  }

  /// The first uniform number of each block, in their order.
  ///
  /// - Parameter use: Is given the position of each block, and the number between 0 and 1.
  @inline(__always)
  package func forEachUniform(_ use: (_ position: Int, _ uniform: Double) -> Void) {
    let blocks = 0..<count
    let high = words.span.extracting(blocks)
    let low = words.span.extracting(width..<width + count)
    for position in blocks { use(position, Philox.uniform(high[position], low[position])) }
  }
}
