// SPDX-License-Identifier: GPL-3.0-or-later

/// The posts of schools at both levels, and how many established teachers hold them.
///
/// A unit has its whole posts; one of its subjects may take up to its exact share of them, rounded
/// up, so that the subjects together leave room to choose and the unit's number still binds.
package struct PostOccupancy: Sendable {
  /// The most teachers of each slot.
  package var slotCapacity: [Int]
  /// The most teachers of each unit.
  package var unitCapacity: [Int]
  /// The teachers of each slot.
  package private(set) var slotStaff: [Int]
  /// The teachers of each unit.
  package private(set) var unitStaff: [Int]
  private let slotUnit: [Int]

  /// Takes the posts of schools and who holds them.
  ///
  /// - Parameters:
  ///   - state: The schools, whose posts are those of the year.
  ///   - staff: The established teachers of each slot; `nil` for nobody yet.
  package init(_ state: SchoolState, staff: [Int]? = nil) {
    let network = state.network
    self.slotUnit = network.slotUnit
    self.unitCapacity = state.unitPosts
    let slotStaff = staff ?? [Int](repeating: 0, count: network.slotCount)
    self.slotStaff = slotStaff
    self.unitStaff = network.sumsOfUnits(slotStaff)
    self.slotCapacity = Self.slotCapacity(state)
  }

  /// The most teachers of each slot: its posts, or its share of those of its unit.
  private static func slotCapacity(_ state: SchoolState) -> [Int] {
    let network = state.network
    let need = state.need.span
    var slotCapacity = state.slotPosts
    var capacity = slotCapacity.mutableSpan
    for unit in 0..<network.unitCount {
      let slots = network.slots(of: unit)
      var total = 0.0
      for slot in slots { total += need[slot] }
      guard total > 0 else { continue }
      let posts = Double(state.unitPosts[unit])
      for slot in slots {
        let share = posts * need[slot] / total
        capacity[slot] = max(capacity[slot], Int(share.roundedUp()))
      }
    }
    return slotCapacity
  }

  /// Whether a slot and its unit both have a post to give.
  @inline(__always)
  package func hasRoom(in slot: Int) -> Bool {
    slotStaff[slot] < slotCapacity[slot] && hasRoom(inUnit: slotUnit[slot])
  }

  /// Whether a unit has a post to give.
  @inline(__always)
  package func hasRoom(inUnit unit: Int) -> Bool { unitStaff[unit] < unitCapacity[unit] }

  /// Whether a slot or its unit has more teachers than posts.
  @inline(__always)
  package func isOverfull(_ slot: Int) -> Bool {
    slotStaff[slot] > slotCapacity[slot]
      || unitStaff[slotUnit[slot]] > unitCapacity[slotUnit[slot]]
  }

  /// Seats a teacher.
  package mutating func seat(in slot: Int) {
    slotStaff[slot] += 1
    unitStaff[slotUnit[slot]] += 1
  }

  /// Takes a teacher away.
  package mutating func unseat(from slot: Int) {
    slotStaff[slot] -= 1
    unitStaff[slotUnit[slot]] -= 1
  }
}
