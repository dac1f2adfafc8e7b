// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers pairs of keys in the order in which they first occur.
///
/// Pairs are found by hashing into a table with open addressing, which is never more than half full,
/// or less where pairs are looked for far more often than they are new.
package struct KeyNumbers {
  /// The pairs in the order of their numbers.
  package private(set) var keys: [SIMD2<Int>] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private let slotsPerKey: Int

  /// A place for a pair, which stands beside its number so that one look finds both.
  private struct Slot {
    /// The first key; negative, as no key is, if the slot is free.
    private let first: Int
    private let second: Int
    let number: Int32

    init() {
      self.first = -1
      self.second = -1
      self.number = -1
    }

    init(_ key: SIMD2<Int>, number: Int) {
      self.first = key.x
      self.second = key.y
      self.number = Int32(number)
    }

    var isFree: Bool { first < 0 }

    @inline(__always)
    func holds(_ key: SIMD2<Int>) -> Bool { first == key.x && second == key.y }
  }

  /// Creates a table without keys.
  ///
  /// - Parameter slotsPerKey: The least number of places in the table for each pair, 2 at least.
  package init(slotsPerKey: Int = 2) {
    self.slotsPerKey = slotsPerKey
  }

  /// Forgets all keys.
  package mutating func removeAll() {
    for slot in slots.indices { slots[slot] = Slot() }
    keys.removeAll(keepingCapacity: true)
  }

  /// The number of a pair, which is the next one if the pair is new.
  ///
  /// - Parameter key: The pair; no key is negative.
  /// - Returns: The number, from 0.
  @inline(__always)
  package mutating func number(of key: SIMD2<Int>) -> Int {
    var place = firstPlace(of: key)
    while true {
      let slot = slots[place]
      if slot.holds(key) { return Int(slot.number) }
      if slot.isFree { return insert(key, at: place) }
      place = (place + 1) & (slots.count - 1)
    }
  }

  /// The place where looking for a pair begins.
  @inline(__always)
  private func firstPlace(of key: SIMD2<Int>) -> Int {
    // Multiplicative hashing by the golden ratio; see Knuth, TAOCP 3, section 6.4.
    let ratio: UInt = 0x9E37_79B9_7F4A_7C15
    let hash = (UInt(bitPattern: key.x) &* ratio &+ UInt(bitPattern: key.y)) &* ratio
    return Int(hash >> 40) & (slots.count - 1)
  }

  @inline(never)
  private mutating func insert(_ key: SIMD2<Int>, at place: Int) -> Int {
    slots[place] = Slot(key, number: keys.count)
    keys.append(key)
    if keys.count * slotsPerKey > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var place = firstPlace(of: key)
      while !slots[place].isFree { place = (place + 1) & (slots.count - 1) }
      slots[place] = Slot(key, number: number)
    }
  }
}
