// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers pairs of keys in the order in which they first occur.
///
/// Pairs are found by hashing into a table with open addressing, which is never more than half full.
package struct KeyNumbers {
  /// The pairs in the order of their numbers.
  package private(set) var keys: [SIMD2<Int>] = []
  /// The number of the pair in each slot; `free` where there is none.
  private var slots = [Int32](repeating: Self.free, count: 1 << 10)

  private static let free: Int32 = -1

  /// Creates a table without keys.
  package init() {}

  /// Forgets all keys.
  package mutating func removeAll() {
    for slot in slots.indices { slots[slot] = Self.free }
    keys.removeAll(keepingCapacity: true)
  }

  /// The number of a pair, which is the next one if the pair is new.
  ///
  /// - Parameter key: The pair.
  /// - Returns: The number, from 0.
  @inline(__always)
  package mutating func number(of key: SIMD2<Int>) -> Int {
    let slot = slot(of: key)
    let number = slots[slot]
    return number == Self.free ? insert(key, at: slot) : Int(number)
  }

  /// The slot that holds a pair or is free for it.
  @inline(__always)
  private func slot(of key: SIMD2<Int>) -> Int {
    // Multiplicative hashing by the golden ratio; see Knuth, TAOCP 3, section 6.4.
    let ratio: UInt = 0x9E37_79B9_7F4A_7C15
    let hash = (UInt(bitPattern: key.x) &* ratio &+ UInt(bitPattern: key.y)) &* ratio
    var slot = Int(hash >> 40) & (slots.count - 1)
    while true {
      let number = slots[slot]
      guard number != Self.free else { return slot }
      let known = keys[Int(number)]
      if known.x == key.x, known.y == key.y { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  @inline(never)
  private mutating func insert(_ key: SIMD2<Int>, at slot: Int) -> Int {
    slots[slot] = Int32(keys.count)
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: Self.free, count: slots.count * 2)
    for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(number) }
  }
}
