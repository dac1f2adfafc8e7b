// SPDX-License-Identifier: GPL-3.0-or-later

/// The teachers of a block whose random words lie below a bound, with their words.
package struct LowDraws {
  /// The teachers' positions in the block, ascending, from the start of the list.
  package private(set) var positions: [UInt32] = []
  /// Their words, in the same order.
  package private(set) var words: [UInt32] = []
  /// How many teachers were found.
  package private(set) var count = 0

  /// Creates a list of nobody.
  package init() {}

  /// Makes a list anew.
  ///
  /// - Parameters:
  ///   - capacity: The most teachers that can be found.
  ///   - find: Writes positions and words to the places given and says how many.
  mutating func replace(
    capacity: Int,
    _ find: (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Int,
  ) {
    if positions.count < capacity {
      positions = [UInt32](repeating: 0, count: capacity)
      words = positions
    }
    count = unsafe positions.withUnsafeMutableBufferPointer { positions in
      unsafe words.withUnsafeMutableBufferPointer { words in
        guard let first = positions.baseAddress, let word = words.baseAddress else { return 0 }
        return unsafe find(first, word)
      }
    }
  }
}
