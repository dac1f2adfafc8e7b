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
  /// Which kinds occur in each group, one bit each; used where kinds are numbered as they occur.
  private var present: [UInt64]
  /// The kinds for which each group has room.
  private var width: Int

  /// Creates an empty tally.
  ///
  /// - Parameters:
  ///   - groups: The number of groups.
  ///   - possible: The kinds that are possible; `nil` if they are many.
  package init(groups: Int, possible: PossibleKinds? = nil) {
    self.groups = groups
    self.possible = possible
    self.width = possible?.keys.count ?? 1 << 10
    self.counts = [Int32](repeating: 0, count: groups * width)
    self.present = possible == nil ? [UInt64](repeating: 0, count: groups * width / 64) : []
  }

  /// The kinds by their numbers; some that are possible may not occur.
  package var kinds: [SIMD2<Int>] { possible?.keys ?? numbers.keys }

  /// The numbers of the kinds that occur in any group.
  package var occurring: [Int] {
    guard possible != nil else { return Array(numbers.keys.indices) }
    var teachers = [Int32](repeating: 0, count: width)
    for group in 0..<groups { Self.unite(counts, from: group * width, into: &teachers) }
    return teachers.places { $0 != 0 }
  }

  /// Joins the bits of the counts of a group with those of other groups, many at a time.
  private static func unite(_ counts: [Int32], from first: Int, into bits: inout [Int32]) {
    let kinds = bits.indices
    let counts = counts.span.extracting(first..<first + kinds.count).extracting(kinds)
    var bits = bits.mutableSpan
    for kind in kinds { bits[kind] |= counts[kind] }
  }

  /// Forgets all teachers.
  package mutating func removeAll() {
    guard possible == nil else {
      for place in counts.indices { counts[place] = 0 }
      return
    }
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
    if let possible { return Self.count(teachers, by: kind, possible, width, &counts) }
    // Room for as many kinds as there are teachers, so that the loop need not look for it.
    while numbers.keys.count + teachers.count > width { widen() }
    Self.count(teachers, by: kind, width, &numbers, &counts, &present)
  }

  /// Counts a teacher.
  ///
  /// - Parameters:
  ///   - keys: The keys of the teacher's kind.
  ///   - group: The group.
  /// - Returns: The number of the kind.
  mutating func add(_ keys: SIMD2<Int>, _ group: Int32) -> Int {
    let number = possible?.number(of: keys) ?? numbers.number(of: keys)
    if number >= width { widen() }
    let place = Int(group) * width + number
    counts[place] += 1
    if possible == nil { present[place >> 6] |= 1 << UInt64(place & 63) }
    return number
  }

  @inline(__always)
  private static func count<Teacher>(
    _ teachers: Span<Teacher>,
    by kind: (Teacher) -> (keys: SIMD2<Int>, group: Int32),
    _ possible: PossibleKinds,
    _ width: Int,
    _ counts: inout [Int32],
  ) {
    var counts = counts.mutableSpan
    for index in teachers.indices {
      let (keys, group) = kind(teachers[index])
      counts[Int(group) &* width &+ possible.number(of: keys)] &+= 1
    }
  }

  /// Adds teachers who have been counted, where few kinds are possible.
  ///
  /// - Parameter more: The teachers by group and kind.
  mutating func add(_ more: ArraySlice<Int32>) {
    let more = more.span
    var counts = counts.mutableSpan
    for place in more.indices { counts[place] &+= more[place] }
  }

  @inline(__always)
  private static func count<Teacher>(
    _ teachers: Span<Teacher>,
    by kind: (Teacher) -> (keys: SIMD2<Int>, group: Int32),
    _ width: Int,
    _ numbers: inout KeyNumbers,
    _ counts: inout [Int32],
    _ present: inout [UInt64],
  ) {
    var counts = counts.mutableSpan
    for index in teachers.indices {
      let (keys, group) = kind(teachers[index])
      let place = Int(group) &* width &+ numbers.number(of: keys)
      counts[place] &+= 1
      // Set each time: whether it is set already cannot be foreseen, so asking would cost more.
      present[place >> 6] |= 1 << UInt64(truncatingIfNeeded: place & 63)
    }
  }

  private mutating func widen() {
    counts = Self.widened(counts[...], from: width)
    present = Self.widened(present[...], from: width / 64)
    width *= 2
  }

  private static func widened<Figure: FixedWidthInteger>(
    _ figures: ArraySlice<Figure>,
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
  ///   - occurring: The kinds that occur in any group.
  ///   - list: Receives the numbers of the kinds and their teachers.
  package func list(
    _ group: Int,
    among occurring: [Int],
    into list: inout [(kind: Int, teachers: Double)],
  ) {
    list.removeAll(keepingCapacity: true)
    let first = group * width
    guard possible == nil else {
      let counts = counts.span.extracting(first..<first + width)
      list.append(addingCapacity: occurring.count) { list in
        for kind in occurring where counts[kind] > 0 { list.append((kind, Double(counts[kind]))) }
      }
      return
    }
    for word in first / 64..<(first + width) / 64 {
      var bits = present[word]
      while bits != 0 {
        let place = word * 64 + bits.trailingZeroBitCount
        list.append((place - first, Double(counts[place])))
        bits &= bits - 1
      }
    }
  }
}
