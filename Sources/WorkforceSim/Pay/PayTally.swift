// SPDX-License-Identifier: GPL-3.0-or-later

/// How many teachers of each kind and group are paid whole segments.
///
/// A kind is a pair of keys: that until steps rise, and that from then on. So each teacher is
/// counted once, however many segments there are. Kinds have numbers from the start where few are
/// possible, and are numbered as they occur where there are many.
package struct PayTally {
  private let groups: Int
  private let possible: PossibleKinds?
  private var numbers = KeyNumbers(slotsPerKey: 4)
  /// Teachers by group and kind.
  ///
  /// Neighbours are mostly of one group, so they count close together.
  private var counts: [Int32]
  /// Which kinds occur in each group, one bit each.
  private var present: [UInt64]
  /// The kinds for which each group has room, in words of 64.
  private var words: Int

  /// Creates an empty tally.
  ///
  /// - Parameters:
  ///   - groups: The number of groups.
  ///   - possible: The kinds that are possible; `nil` if they are many.
  package init(groups: Int, possible: PossibleKinds? = nil) {
    self.groups = groups
    self.possible = possible
    self.words = possible.map { ($0.keys.count + 63) / 64 } ?? 16
    self.counts = [Int32](repeating: 0, count: groups * words * 64)
    self.present = [UInt64](repeating: 0, count: groups * words)
  }

  /// The kinds by their numbers; some that are possible may not occur.
  package var kinds: [SIMD2<Int>] { possible?.keys ?? numbers.keys }

  /// The numbers of the kinds that occur in any group.
  package var occurring: [Int] {
    var bits = [UInt64](repeating: 0, count: words)
    for word in present.indices { bits[word % words] |= present[word] }
    return (0..<kinds.count).filter { bits[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
  }

  /// Forgets all teachers.
  package mutating func removeAll() {
    numbers.removeAll()
    for word in present.indices where present[word] != 0 {
      for place in word * 64..<(word + 1) * 64 { counts[place] = 0 }
      present[word] = 0
    }
  }

  /// Counts teachers.
  ///
  /// - Parameters:
  ///   - teachers: The teachers.
  ///   - kind: The keys and the group of a teacher.
  @inline(__always)
  package mutating func add<Teacher>(
    _ teachers: Span<Teacher>,
    by kind: (Teacher) -> (keys: SIMD2<Int>, group: Int32),
  ) {
    if let possible {
      Self.count(teachers, by: kind, words, &counts, &present) { possible.number(of: $0) }
      return
    }
    // Room for as many kinds as there are teachers, so that the loop need not look for it.
    while numbers.keys.count + teachers.count > words * 64 { widen() }
    Self.count(teachers, by: kind, words, &counts, &present) { numbers.number(of: $0) }
  }

  @inline(__always)
  private static func count<Teacher>(
    _ teachers: Span<Teacher>,
    by kind: (Teacher) -> (keys: SIMD2<Int>, group: Int32),
    _ words: Int,
    _ counts: inout [Int32],
    _ present: inout [UInt64],
    number: (SIMD2<Int>) -> Int,
  ) {
    var counts = counts.mutableSpan
    for index in teachers.indices {
      let (keys, group) = kind(teachers[index])
      let place = Int(group) &* words &* 64 &+ number(keys)
      counts[place] &+= 1
      // Set each time: whether it is set already cannot be foreseen, so asking would cost more.
      present[place >> 6] |= 1 << UInt64(truncatingIfNeeded: place & 63)
    }
  }

  private mutating func widen() {
    counts = Self.widened(counts, from: words * 64)
    present = Self.widened(present, from: words)
    words *= 2
  }

  private static func widened<Figure: FixedWidthInteger>(
    _ figures: [Figure],
    from width: Int,
  ) -> [Figure] {
    var wider: [Figure] = []
    wider.reserveCapacity(figures.count * 2)
    for first in stride(from: 0, to: figures.count, by: width) {
      wider += figures[first..<first + width]
      wider += repeatElement(0, count: width)
    }
    return wider
  }

  /// Lists the kinds of which there are teachers in a group.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - list: Receives the numbers of the kinds and their teachers.
  package func list(_ group: Int, into list: inout [(kind: Int, teachers: Double)]) {
    list.removeAll(keepingCapacity: true)
    for word in group * words..<(group + 1) * words {
      var bits = present[word]
      while bits != 0 {
        let place = word * 64 + bits.trailingZeroBitCount
        list.append((place - group * words * 64, Double(counts[place])))
        bits &= bits - 1
      }
    }
  }
}
