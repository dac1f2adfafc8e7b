// SPDX-License-Identifier: GPL-3.0-or-later

/// How many teachers each slot of the schools has.
///
/// Counted are the teachers in post who have a school. Few of them move in a year, so that the counts
/// are kept up to date with those who do.
package struct SlotStaff: Sendable {
  /// The teachers of each slot.
  package private(set) var counts: [StaffKinds.Counts]
  /// The teachers whose school does not teach their stage, by school.
  private var outsideSlots: [Int]
  private let network: SchoolNetwork
  private let kinds: StaffKinds

  /// Takes what has been counted.
  ///
  /// - Parameters:
  ///   - counts: The teachers of each slot.
  ///   - network: The schools.
  ///   - kinds: What teachers count towards.
  init(_ counts: [StaffKinds.Counts], network: SchoolNetwork, kinds: StaffKinds) {
    self.counts = counts
    self.outsideSlots = [Int](repeating: 0, count: network.count)
    self.network = network
    self.kinds = kinds
  }

  /// Counts a teacher at his school.
  ///
  /// - Parameters:
  ///   - row: The row of the teacher, who is in post.
  ///   - slot: His slot; `nil` if he has no school, or one that does not teach his stage.
  ///   - population: All teachers.
  @inline(__always)
  package mutating func add(_ row: Int, to slot: Int?, of population: borrowing Population) {
    if let slot {
      let stage = network.unitStage[network.slotUnit[slot]]
      counts[slot] &+= kinds.counts(of: row, in: population, stage: stage)
    } else if population.school[row] != Population.noSchool {
      outsideSlots[Int(population.school[row])] += 1
    }
  }

  /// Counts a teacher at his school no more, before he leaves it.
  ///
  /// - Parameters:
  ///   - row: The row of the teacher, who is in post.
  ///   - slot: His slot; `nil` if he has no school, or one that does not teach his stage.
  ///   - population: All teachers.
  @inline(__always)
  package mutating func remove(_ row: Int, from slot: Int?, of population: borrowing Population) {
    if let slot {
      let stage = network.unitStage[network.slotUnit[slot]]
      counts[slot] &-= kinds.counts(of: row, in: population, stage: stage)
    } else if population.school[row] != Population.noSchool {
      outsideSlots[Int(population.school[row])] -= 1
    }
  }

  /// The teachers of each slot who hold an authorised post.
  package var established: [Int] { counts.map { Int($0.y) } }

  /// The teachers of each unit who hold an authorised post.
  package var establishedByUnit: [Int] {
    let counts = counts.span
    return (0..<network.unitCount).map { unit in
      var sum: Int32 = 0
      for slot in network.slots(of: unit) { sum &+= counts[slot].y }
      return Int(sum)
    }
  }

  /// The teachers of each school.
  package var bySchool: [Double] {
    (0..<network.count).map { school in
      let units = network.units(of: school)
      let slots = network.firstSlot[units.lowerBound]..<network.firstSlot[units.upperBound]
      return Double(slots.reduce(outsideSlots[school]) { $0 + Int(counts[$1].x) })
    }
  }
}
