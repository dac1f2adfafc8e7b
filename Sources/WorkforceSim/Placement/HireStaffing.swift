// SPDX-License-Identifier: GPL-3.0-or-later

/// Who teaches where, while hires are posted.
struct HireStaffing {
  private(set) var staff: SlotStaff
  private let state: SchoolState
  private var teachers: [Double]
  private var unitStaff: [Int]

  init(_ staff: consuming SlotStaff, state: SchoolState) {
    self.teachers = staff.counts.map { Double($0.x) }
    self.unitStaff = staff.establishedByUnit
    self.staff = staff
    self.state = state
  }

  @inline(__always)
  mutating func seat(
    _ row: Int,
    in slot: Int,
    isEstablished: Bool,
    _ population: borrowing Population,
  ) {
    staff.add(row, to: slot, of: population)
    teachers[slot] += 1
    if isEstablished { unitStaff[state.network.slotUnit[slot]] += 1 }
  }

  func openUnits(of group: Int) -> [Int] {
    state.network.unitsOfGroup[group].filter { state.isOpen(unit: $0) }
  }

  func vacantPosts(inUnit unit: Int) -> Int { max(0, state.unitPosts[unit] - unitStaff[unit]) }

  /// Finds what slots lack; where none lacks any, what they need.
  func weights(of slots: [Int], into weights: inout [Double]) {
    weights.removeAll(keepingCapacity: true)
    for slot in slots { weights.append(max(0, state.need[slot] - teachers[slot])) }
    if weights.contains(where: { $0 > 0 }) { return }
    let needsAny = slots.contains { state.need[$0] > 0 }
    for (place, slot) in slots.enumerated() { weights[place] = needsAny ? state.need[slot] : 1 }
  }

  /// The slot that lacks most, with a vacant post if one is needed and there is any.
  ///
  /// - Parameters:
  ///   - slots: The slots of a cell, unit by unit.
  ///   - units: The units.
  ///   - needsVacantPost: Whether the hire holds an authorised post.
  /// - Returns: The slot; of equals the first one.
  func shortestSlot(of slots: [Int], units: [Int], needsVacantPost: Bool) -> Int {
    precondition(!units.isEmpty, "There is no unit to post a hire to.")
    let (need, teachers) = (state.need.span, teachers.span)
    var best = (slot: 0, hasPost: false, shortage: -Double.infinity)
    for (unit, slot) in zip(units, slots) {
      let hasPost = !needsVacantPost || vacantPosts(inUnit: unit) > 0
      guard hasPost || !best.hasPost else { continue }
      let shortage = need[slot] - teachers[slot]
      if hasPost != best.hasPost || shortage > best.shortage { best = (slot, hasPost, shortage) }
    }
    return best.slot
  }
}
