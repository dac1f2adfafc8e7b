// SPDX-License-Identifier: GPL-3.0-or-later

/// What happens to a school in a year.
package enum SchoolChange: UInt8, Sendable {
  /// Nothing.
  case none
  /// It begins to teach.
  case opened
  /// It is built anew on its site or extended.
  case extended
  /// It closes, and its pupils go to another school.
  case merged
}

/// The schools of one replication as they stand: who teaches whom, with how many posts.
package struct SchoolState: Sendable {
  /// The schools and the numbering of their parts.
  package internal(set) var network: SchoolNetwork
  /// Whether each school teaches.
  package internal(set) var isOpen: [Bool]
  /// The places of each unit, which weigh the pupils who enter.
  package internal(set) var places: [Double]
  /// The pupils of each unit by grade.
  package internal(set) var pupils: [Double]
  /// The classes of each unit by grade.
  package internal(set) var classes: [Double]
  /// The need of each slot in full-time equivalents.
  package internal(set) var need: [Double]
  /// The norm posts of each unit.
  package internal(set) var normPosts: [Double]
  /// The authorised posts of each unit, in whole posts.
  package internal(set) var unitPosts: [Int]
  /// The authorised posts of each slot, in whole posts.
  package internal(set) var slotPosts: [Int]
  /// The posts that a region and stage holds back for assignments, by group.
  package internal(set) var reserve: [Int]
  /// The unit that took the pupils of a unit closed in this year, by unit; -1 for others.
  package internal(set) var receiverOfClosed: [Int]
  /// What happened to each school in this year.
  package internal(set) var changes: [SchoolChange]

  /// Puts the schools into their opening state, without pupils.
  ///
  /// - Parameters:
  ///   - network: The schools.
  ///   - firstYear: The first simulated year.
  package init(_ network: SchoolNetwork, firstYear: Int) {
    self.network = network
    self.isOpen = network.schools.map { school in
      school.opened.map { $0 < firstYear } ?? true
        && school.closed.map { $0 >= firstYear } ?? true
    }
    self.places = (0..<network.unitCount).map { unit in
      let school = network.schools[network.unitSchool[unit]]
      let grades = school.stages.reduce(0) { $0 + network.gradesOfStage[$1].count }
      let own = network.gradesOfStage[network.unitStage[unit]].count
      return grades == 0
        ? school.places / Double(school.stages.count)
        : school.places * Double(own) / Double(grades)
    }
    self.pupils = [Double](repeating: 0, count: network.firstGrade[network.unitCount])
    self.classes = pupils
    self.need = [Double](repeating: 0, count: network.slotCount)
    self.normPosts = [Double](repeating: 0, count: network.unitCount)
    self.unitPosts = [Int](repeating: 0, count: network.unitCount)
    self.slotPosts = [Int](repeating: 0, count: network.slotCount)
    self.reserve = [Int](repeating: 0, count: network.unitsOfGroup.count)
    self.receiverOfClosed = [Int](repeating: -1, count: network.unitCount)
    self.changes = [SchoolChange](repeating: .none, count: network.count)
  }

  /// Whether a unit's school teaches.
  @inline(__always)
  package func isOpen(unit: Int) -> Bool { isOpen[network.unitSchool[unit]] }

  /// The pupils of a unit.
  package func pupils(ofUnit unit: Int) -> Double {
    var sum = 0.0
    for position in network.grades(of: unit) { sum += pupils[position] }
    return sum
  }

  /// The pupils of a school.
  package func pupils(ofSchool school: Int) -> Double {
    network.units(of: school).reduce(0) { $0 + pupils(ofUnit: $1) }
  }

  /// The number of schools that teach.
  package var openCount: Int { isOpen.count { $0 } }
}
