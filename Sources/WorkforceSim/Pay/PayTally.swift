// SPDX-License-Identifier: GPL-3.0-or-later

/// How many teachers of each kind and group are paid whole segments.
///
/// Each teacher is counted once, however many segments there are. Kind and group are found together,
/// by hashing into a table with open addressing that is never more than half full.
package struct PayTally {
  /// Teachers of one kind and group.
  package struct Entry: Hashable, Sendable {
    /// The key of the kind.
    package let key: Int
    /// How many teachers there are.
    package let teachers: Int
  }

  /// A place for a kind and group beside the number of its teachers, so that one look finds both.
  private struct Slot {
    /// Kind and group; `free` if the slot is.
    var key = Slot.free
    var teachers = 0

    /// No kind is negative.
    static let free = -1
  }

  private let groups: Int
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var usedCount = 0

  /// Creates an empty tally.
  ///
  /// - Parameter groups: The number of groups.
  package init(groups: Int) {
    self.groups = groups
  }

  /// Forgets all teachers.
  package mutating func removeAll() {
    for slot in slots.indices { slots[slot] = Slot() }
    usedCount = 0
  }

  /// Counts teachers.
  ///
  /// - Parameters:
  ///   - teachers: The teachers.
  ///   - kind: The key of a teacher's kind, which is not negative, and the group.
  @inline(__always)
  package mutating func add<Teacher>(
    _ teachers: Span<Teacher>,
    by kind: (Teacher) -> (key: Int, group: Int32),
  ) {
    // Room for as many kinds as there are teachers, so that the loop need not look for it.
    while 2 * (usedCount + teachers.count) > slots.count { grow() }
    let groups = groups
    let last = slots.count &- 1
    var slots = slots.mutableSpan
    var used = 0
    for index in teachers.indices {
      let (ofKind, group) = kind(teachers[index])
      let key = ofKind &* groups &+ Int(group)
      let place = Self.place(of: key, in: slots, last)
      let teachers = slots[place].teachers
      used &+= teachers == 0 ? 1 : 0
      slots[place] = Slot(key: key, teachers: teachers &+ 1)
    }
    usedCount += used
  }

  /// The slot of a key, or the free one that it takes.
  @inline(__always)
  private static func place(of key: Int, in slots: borrowing MutableSpan<Slot>, _ last: Int) -> Int
  {
    var place = Int(key.hash >> 40) & last
    // One question instead of two: whether a slot is free or the key's own cannot be foreseen.
    while (slots[place].key == key) == (slots[place].key == Slot.free) {
      place = (place &+ 1) & last
    }
    return place
  }

  private mutating func grow() {
    let used = slots.filter { $0.key != Slot.free }
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    let last = slots.count - 1
    var slots = slots.mutableSpan
    for slot in used { slots[Self.place(of: slot.key, in: slots, last)] = slot }
  }

  /// Lists what has been counted, group after group.
  ///
  /// - Parameters:
  ///   - entries: Receives the kinds and their teachers.
  ///   - ends: Receives the place after the last entry of each group.
  package func list(into entries: inout [Entry], ends: inout [Int]) {
    let used = slots.filter { $0.key != Slot.free }
    ends = [Int](repeating: 0, count: groups + 1)
    for slot in used { ends[slot.key % groups + 1] += 1 }
    for group in 0..<groups { ends[group + 1] += ends[group] }
    entries = [Entry](repeating: Entry(key: 0, teachers: 0), count: used.count)
    for slot in used {
      let (key, group) = slot.key.quotientAndRemainder(dividingBy: groups)
      entries[ends[group]] = Entry(key: key, teachers: slot.teachers)
      ends[group] += 1
    }
    ends.removeLast()
  }
}
