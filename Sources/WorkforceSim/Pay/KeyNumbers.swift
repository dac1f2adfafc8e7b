// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers keys in the order in which they first occur.
///
/// Keys are found by hashing into a table with open addressing, which is never more than half full.
package struct KeyNumbers {
  private struct Slot {
    var key: Int
    var number: Int
  }

  /// The keys in the order of their numbers.
  package private(set) var keys: [Int] = []
  private var slots = [Slot](repeating: Self.free, count: 1 << 10)

  /// A slot that holds no key; keys are at least zero.
  private static let free = Slot(key: -1, number: 0)

  /// Creates a table without keys.
  package init() {}

  /// Forgets all keys.
  package mutating func removeAll() {
    for slot in slots.indices { slots[slot] = Self.free }
    keys.removeAll(keepingCapacity: true)
  }

  /// The number of a key, which is the next one if the key is new.
  ///
  /// - Parameter key: The key, at least zero.
  /// - Returns: The number, from 0.
  @inline(__always)
  package mutating func number(of key: Int) -> Int {
    let place = place(of: key)
    return slots[place].key == key ? slots[place].number : insert(key, at: place)
  }

  /// The slot that holds a key or is free for it.
  @inline(__always)
  private func place(of key: Int) -> Int {
    // Multiplicative hashing by the golden ratio; see Knuth, TAOCP 3, section 6.4.
    let hash = UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(hash >> 40) & (slots.count - 1)
    while slots[place].key != key, slots[place].key >= 0 {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  @inline(never)
  private mutating func insert(_ key: Int, at place: Int) -> Int {
    slots[place] = Slot(key: key, number: keys.count)
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Slot](repeating: Self.free, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      slots[place(of: key)] = Slot(key: key, number: number)
    }
  }
}
