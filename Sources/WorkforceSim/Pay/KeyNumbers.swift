// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers keys in the order in which they first occur.
///
/// Keys are found by hashing into a table with open addressing, which is never more than half full.
package struct KeyNumbers<Key: NumberedKey>: Sendable {
  /// The keys in the order of their numbers.
  package private(set) var keys: [Key] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)

  /// A place for a key, which stands beside its number so that one look finds both.
  private struct Slot {
    var key = Key.none
    var number: Int32 = 0
  }

  /// Creates a table without keys.
  package init() {}

  /// Forgets all keys.
  package mutating func removeAll() {
    for slot in slots.indices { slots[slot] = Slot() }
    keys.removeAll(keepingCapacity: true)
  }

  /// The number of a key, which is the next one if the key is new.
  ///
  /// - Parameter key: The key.
  /// - Returns: The number, from 0.
  @inline(__always)
  package mutating func number(of key: Key) -> Int {
    var place = firstPlace(of: key)
    while true {
      let slot = slots[place]
      if slot.key == key { return Int(slot.number) }
      if slot.key == Key.none { return insert(key, at: place) }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  /// The place where looking for a key begins.
  @inline(__always)
  private func firstPlace(of key: Key) -> Int {
    Int(key.hash >> 40) & (slots.count &- 1)
  }

  @inline(never)
  private mutating func insert(_ key: Key, at place: Int) -> Int {
    slots[place] = Slot(key: key, number: Int32(keys.count))
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var place = firstPlace(of: key)
      while slots[place].key != Key.none { place = (place + 1) & (slots.count - 1) }
      slots[place] = Slot(key: key, number: Int32(number))
    }
  }
}

/// A key of ``KeyNumbers``.
package protocol NumberedKey: Equatable, BitwiseCopyable, Sendable {
  /// A key that is never numbered.
  static var none: Self { get }
  /// A number whose upper bits differ for most keys.
  var hash: UInt { get }
}

extension Int: NumberedKey {
  /// No key is negative.
  package static var none: Int { -1 }

  /// Multiplicative hashing by the golden ratio; see Knuth, TAOCP 3, section 6.4.
  package var hash: UInt { UInt(bitPattern: self) &* 0x9E37_79B9_7F4A_7C15 }
}

extension SIMD2<Int>: NumberedKey {
  /// No key is negative.
  package static var none: SIMD2<Int> { SIMD2(-1, -1) }

  /// The hash of both keys together.
  package var hash: UInt { (x.hash &+ UInt(bitPattern: y)) &* 0x9E37_79B9_7F4A_7C15 }
}
