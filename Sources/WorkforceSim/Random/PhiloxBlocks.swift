// SPDX-License-Identifier: GPL-3.0-or-later

import CKeyedRandom

/// Blocks of Philox that are computed together, several at a time.
///
/// The blocks are those of ``Philox/block(counter:key:)``. A value keeps its memory.
package struct PhiloxBlocks: Sendable {
  /// The first words of all blocks, then the second ones, the third ones and the fourth ones.
  private var words: [UInt32] = []
  private var count = 0

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
    self.count = count
    if words.count < 4 * count { words = [UInt32](repeating: 0, count: 4 * count) }
    unsafe words.withUnsafeMutableBufferPointer { words in
      for position in 0..<count {
        let counter = counter(position)
        for lane in 0..<4 { unsafe words[lane * count + position] = counter[lane] }
      }
      if let start = words.baseAddress {
        unsafe keyed_random_blocks(start, count, keyed_random_key(word: key))
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
      words[count + position],
      words[2 * count + position],
      words[3 * count + position],
    )
  }
}
