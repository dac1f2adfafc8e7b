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
    guard let lowest = keys.min(), let highest = keys.max(), lowest < highest else { return }
    // One bucket for one to two rows: fewer have more to sort, more take longer to go through.
    let bits = Int.bitWidth - keys.count.leadingZeroBitCount - 1
    let shift = max(0, UInt64.bitWidth - (highest - lowest).leadingZeroBitCount - bits)
    var starts = [Int32](repeating: 0, count: 1 << bits + 1)
    for key in keys { starts[Int((key - lowest) >> shift) + 1] += 1 }
    guard starts.allSatisfy({ $0 <= Self.largestBucket }) else { return keys.sort() }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    // Equal lots lie in one bucket, so that none of them is left out.
    let end = starts.firstIndex { $0 >= number } ?? starts.count - 1
    keys = Self.sorted(keys, starts: starts, end: end) { Int(($0 - lowest) >> shift) }
  }

  /// The keys of the buckets before one, bucket after bucket, each sorted by insertion.
  @inline(__always)
  private static func sorted(
    _ keys: [UInt64],
    starts: [Int32],
    end: Int,
    bucket: (UInt64) -> Int,
  ) -> [UInt64] {
    // New arrays, as the compiler (6.3) may write through spans of two arrays that are shared.
    var sortedKeys = [UInt64](repeating: 0, count: Int(starts[end]))
    var endOfBucket = starts.map(\.self)
    var sorted = sortedKeys.mutableSpan
    var ends = endOfBucket.mutableSpan
    let starts = starts.span
    for key in keys {
      let bucket = bucket(key)
      guard bucket < end else { continue }
      let start = Int(starts[bucket])
      var place = Int(ends[bucket])
      ends[bucket] &+= 1
      while place > start, sorted[place - 1] > key {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = key
    }
    return sortedKeys
  }

  /// The most keys of a bucket that are sorted by insertion.
  private static let largestBucket = 32
}
