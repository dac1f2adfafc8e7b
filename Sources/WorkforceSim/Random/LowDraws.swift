// SPDX-License-Identifier: GPL-3.0-or-later

import CKeyedRandom

/// The teachers of a block whose random words lie below a bound, with their words.
package struct LowDraws {
  private var draws: [keyed_random_draw] = []
  /// How many teachers were found.
  package private(set) var count = 0

  /// Creates a list of nobody.
  package init() {}

  /// The teacher at a place of the list.
  ///
  /// - Parameter place: The place.
  /// - Returns: The teacher's position among those who were asked, and the word.
  @inline(__always)
  package subscript(place: Int) -> (position: Int, word: UInt32) {
    let draw = draws[place]
    return (Int(draw.position), draw.word)
  }

  /// Makes a list anew.
  ///
  /// - Parameters:
  ///   - capacity: The most teachers that can be found.
  ///   - find: Writes the teachers to the place given and says how many.
  mutating func replace(
    capacity: Int,
    _ find: (UnsafeMutablePointer<keyed_random_draw>) -> Int,
  ) {
    if draws.count < capacity {
      let nobody = keyed_random_draw(position: 0, word: 0)
      draws = [keyed_random_draw](repeating: nobody, count: capacity)
    }
    count = unsafe draws.withUnsafeMutableBufferPointer { list in
      unsafe list.baseAddress.map { unsafe find($0) } ?? 0
    }
  }
}
