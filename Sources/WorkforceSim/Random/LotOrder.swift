// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows in the order of lots: the lower lot first, equal lots in the order of identities.
///
/// Lot and row are sorted as one whole number. Lots are uniform, so that sharing them out to as many
/// buckets as there are rows leaves hardly anything to sort.
package struct LotOrder: Sendable {
  private var keys: [UInt64] = []

  /// Creates an order of nobody.
  ///
  /// - Parameter capacity: The rows that are expected.
  package init(capacity: Int = 0) {
    keys.reserveCapacity(capacity)
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: The row, below 2^32.
  ///   - lot: Its lot.
  @inline(__always)
  package mutating func add(_ row: Int, lot: UInt32) {
    keys.append(UInt64(lot) << 32 | UInt64(UInt32(row)))
  }

  /// The rows in their order.
  ///
  /// - Parameters:
  ///   - ids: The identities of all rows.
  ///   - number: How many rows of the lowest lots are wanted.
  /// - Returns: The first of the rows added, or all if there are no more.
  package consuming func rows(ids: [UInt64], first number: Int = .max) -> [Int] {
    sortKeys(first: number)
    var rows = keys.map { Int($0 & 0xFFFF_FFFF) }
    for position in keys.indices.dropFirst() {
      // Lots hardly ever tie, so that exchanging neighbours is enough.
      var place = position
      while place > 0, keys[place - 1] >> 32 == keys[position] >> 32,
        ids[rows[place]] < ids[rows[place - 1]]
      {
        rows.swapAt(place, place - 1)
        place -= 1
      }
    }
    return number < rows.count ? Array(rows.prefix(number)) : rows
  }

  /// Sorts the keys, bucket by bucket unless many lots fall into one, and drops those of buckets
  /// that begin beyond a number of keys.
  private mutating func sortKeys(first number: Int) {
    guard let first = keys.min(), let last = keys.max(), first < last else { return }
    // One bucket for one to two rows: fewer have more to sort, more take longer to go through.
    let bits = Int.bitWidth - keys.count.leadingZeroBitCount - 1
    // Buckets hold whole lots, so that equal ones are never parted.
    let lowest = first & ~0xFFFF_FFFF
    let shift = UInt64(max(32, UInt64.bitWidth - (last - lowest).leadingZeroBitCount - bits))
    var starts = [Int32](repeating: 0, count: 1 << bits + 1)
    guard Self.findStarts(of: keys, lowest, shift, &starts) else { return keys.sort() }
    let end = starts.firstIndex { $0 >= number } ?? starts.count - 1
    keys = Self.sorted(keys, lowest, shift, starts: &starts, end: end)
  }

  /// Finds where the keys of each bucket begin, and the end of the last ones.
  ///
  /// - Returns: Whether no bucket has too many keys to be sorted by insertion.
  private static func findStarts(
    of keys: [UInt64],
    _ lowest: UInt64,
    _ shift: UInt64,
    _ starts: inout [Int32],
  ) -> Bool {
    var starts = starts.mutableSpan
    for key in keys { starts[Int((key &- lowest) &>> shift) &+ 1] &+= 1 }
    var most: Int32 = 0
    for bucket in 1..<starts.count {
      most = max(most, starts[bucket])
      starts[bucket] &+= starts[bucket &- 1]
    }
    return most <= largestBucket
  }

  /// The keys of the buckets before one, bucket after bucket, each sorted by insertion.
  ///
  /// The starts of buckets become their ends.
  private static func sorted(
    _ keys: [UInt64],
    _ lowest: UInt64,
    _ shift: UInt64,
    starts: inout [Int32],
    end: Int,
  ) -> [UInt64] {
    var sortedKeys = [UInt64](repeating: 0, count: Int(starts[end]))
    var sorted = sortedKeys.mutableSpan
    var starts = starts.mutableSpan
    for key in keys {
      let bucket = Int((key &- lowest) &>> shift)
      guard bucket < end else { continue }
      var place = Int(starts[bucket])
      starts[bucket] &+= 1
      // The keys of the buckets before are lower, and places that are still free hold 0.
      while place > 0, sorted[place &- 1] > key {
        sorted[place] = sorted[place &- 1]
        place &-= 1
      }
      sorted[place] = key
    }
    return sortedKeys
  }

  /// The most keys of a bucket that are sorted by insertion.
  private static let largestBucket: Int32 = 32
}
