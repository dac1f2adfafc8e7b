// SPDX-License-Identifier: GPL-3.0-or-later

/// A teacher who is paid whole segments, and what changes for the teacher within the window.
struct WholePay {
  /// The teacher's row.
  let row: Int
  /// The group of the teacher.
  let group: Int
  /// The keys until steps rise; only that of the career is another one later.
  let keys: PayKey
  /// The key of the career from then on.
  let laterCareer: Int
  /// The step from then on.
  let step: UInt8
  /// The grade of posts from then on.
  let grade: UInt8
}

/// How many teachers of each kind and group are paid a run of whole segments.
struct PayTally {
  /// The segments.
  var segments: Range<Int>
  private let groups: Int
  /// Teachers by kind and group.
  private var counts: [Int32] = []

  /// Creates an empty tally.
  ///
  /// - Parameter groups: The number of groups.
  init(groups: Int) {
    self.segments = 0..<0
    self.groups = groups
  }

  /// Forgets all teachers.
  mutating func removeAll() { counts.removeAll(keepingCapacity: true) }

  /// Counts teachers.
  ///
  /// - Parameters:
  ///   - teachers: The teachers.
  ///   - kinds: Numbers the kinds.
  ///   - key: The key of a teacher's kind.
  @inline(__always)
  mutating func add(
    _ teachers: [WholePay],
    kinds: inout KeyNumbers,
    by key: (WholePay) -> Int,
  ) {
    // Room for as many kinds as there are teachers, so that the loop need not look for it.
    let missing = (kinds.keys.count + teachers.count) * groups - counts.count
    if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
    let groups = groups
    var counts = counts.mutableSpan
    for teacher in teachers {
      counts[kinds.number(of: key(teacher)) &* groups &+ teacher.group] &+= 1
    }
  }

  /// The teachers of a kind in a group.
  @inline(__always)
  func count(kind: Int, group: Int) -> Int32 { counts[kind &* groups &+ group] }

  /// The number of kinds for which there is room.
  var kindCount: Int { counts.count / groups }
}
