// SPDX-License-Identifier: GPL-3.0-or-later

/// The items of each kind of teacher in each segment of a window, worked out when first asked for.
///
/// Kinds are found by hashing their key into a table with open addressing, which is never more than
/// half full. Amounts stand in lanes of eight, so that teachers are added up eight items at a time.
struct PayTable {
  /// Eight amounts in hundredths.
  typealias Lanes = SIMD8<Double>

  /// The number of lanes of an entry.
  let laneCount: Int
  private var keys: [Int]
  private var entries: [Int32]
  private var amounts: [Lanes] = []
  private var count = 0

  /// The key of a slot that is free.
  private static let free = -1

  /// Creates an empty table.
  ///
  /// - Parameter figures: The number of figures of an entry.
  init(figures: Int) {
    self.laneCount = (figures + 7) / 8
    self.keys = [Int](repeating: Self.free, count: 1 << 14)
    self.entries = [Int32](repeating: 0, count: 1 << 14)
  }

  /// Forgets all entries; the room stays.
  mutating func removeAll() {
    for slot in keys.indices { keys[slot] = Self.free }
    amounts.removeAll(keepingCapacity: true)
    count = 0
  }

  /// The place of the first lane of a key, which `fill` works out when it is new.
  ///
  /// - Parameters:
  ///   - key: The key of the teachers and the segment, not negative.
  ///   - fill: Works out the figures of a new key.
  /// - Returns: The place in the lanes.
  @inline(__always)
  mutating func place(of key: Int, fill: (Int) -> [Double]) -> Int {
    var slot = Self.slot(of: key, in: keys.count)
    while keys[slot] != key {
      if keys[slot] == Self.free { return insert(key, at: slot, fill(key)) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return Int(entries[slot]) * laneCount
  }

  /// One lane of an entry.
  @inline(__always)
  subscript(place: Int) -> Lanes { amounts[place] }

  @inline(__always)
  private static func slot(of key: Int, in count: Int) -> Int {
    // Multiplicative hashing by the golden ratio; see Knuth, TAOCP 3, section 6.4.
    let hash = UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(hash >> 40) & (count - 1)
  }

  private mutating func insert(_ key: Int, at slot: Int, _ figures: [Double]) -> Int {
    keys[slot] = key
    entries[slot] = Int32(count)
    count += 1
    let place = amounts.count
    for lane in 0..<laneCount {
      var lanes = Lanes()
      for index in 0..<8 where lane * 8 + index < figures.count {
        lanes[index] = figures[lane * 8 + index]
      }
      amounts.append(lanes)
    }
    if count * 2 > keys.count { grow() }
    return place
  }

  private mutating func grow() {
    let old = zip(keys, entries).filter { $0.0 != Self.free }
    keys = [Int](repeating: Self.free, count: keys.count * 2)
    entries = [Int32](repeating: 0, count: keys.count)
    for (key, entry) in old {
      var slot = Self.slot(of: key, in: keys.count)
      while keys[slot] != Self.free { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      entries[slot] = entry
    }
  }
}
