// SPDX-License-Identifier: GPL-3.0-or-later

/// How many teachers of each kind and group are paid whole segments.
///
/// A kind is a pair of keys: that until steps rise, and that from then on. So each teacher is
/// counted once, however many segments there are.
package struct PayTally {
  /// The places of a kind: a multiple of four, so that four groups are looked at together.
  private let width: Int
  private var numbers = KeyNumbers()
  /// Teachers by kind and group.
  private var counts: [Int32] = []

  /// Creates an empty tally.
  ///
  /// - Parameter groups: The number of groups.
  package init(groups: Int) {
    self.width = (groups + 3) / 4 * 4
  }

  /// The kinds in the order in which they were first counted.
  package var kinds: [SIMD2<Int>] { numbers.keys }

  /// Forgets all teachers.
  package mutating func removeAll() {
    numbers.removeAll()
    counts.removeAll(keepingCapacity: true)
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
    // Room for as many kinds as there are teachers, so that the loop need not look for it.
    let missing = (numbers.keys.count + teachers.count) * width - counts.count
    if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
    Self.count(teachers, by: kind, width, &numbers, &counts)
  }

  @inline(__always)
  private static func count<Teacher>(
    _ teachers: Span<Teacher>,
    by kind: (Teacher) -> (keys: SIMD2<Int>, group: Int32),
    _ width: Int,
    _ numbers: inout KeyNumbers,
    _ counts: inout [Int32],
  ) {
    var counts = counts.mutableSpan
    for index in teachers.indices {
      let (keys, group) = kind(teachers[index])
      counts[numbers.number(of: keys) &* width &+ Int(group)] &+= 1
    }
  }

  /// Lists the groups in which there are teachers of a kind.
  ///
  /// - Parameters:
  ///   - kind: The number of the kind.
  ///   - present: Receives the groups and their teachers.
  package func list(_ kind: Int, into present: inout [(group: Int, teachers: Double)]) {
    present.removeAll(keepingCapacity: true)
    let counts = counts.span.extracting(kind * width..<(kind + 1) * width)
    for first in stride(from: 0, to: width, by: 4) {
      let any = counts[first] | counts[first + 1] | counts[first + 2] | counts[first + 3]
      guard any != 0 else { continue }
      for group in first..<(first + 4) where counts[group] > 0 {
        present.append((group, Double(counts[group])))
      }
    }
  }
}
