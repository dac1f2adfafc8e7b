// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The numbering of schools, units and slots.
struct SchoolNetworkTests {
  private let dimensions = Dimensions.ofSchools(regions: 2)

  /// A school of both stages and one of each, in two regions.
  private let schools = [
    School(code: "z", region: 0, location: 2, stages: [1, 0], receiver: "a"),
    School(code: "b", region: 1, stages: [1]),
    School(code: "a", region: 0, stages: [0, 0]),
  ]

  @Test func `schools stand by region and code, units by stage, slots by subject`() {
    let network = SchoolNetwork(schools, dimensions: dimensions)
    #expect(network.schools.map(\.code) == ["a", "z", "b"])
    #expect(network.unitSchool == [0, 1, 1, 2])
    #expect(network.unitStage == [0, 0, 1, 1])
    #expect(network.unitLocation == [0, 2, 2, 0])
    #expect(network.unitGroup == [0, 0, 1, 3])
    #expect(network.unitsOfGroup == [[0, 1], [2], [], [3]])
    // Three subjects in primary schools, two in junior ones; five cells to a region.
    #expect(network.slotUnit == [0, 0, 0, 1, 1, 1, 2, 2, 3, 3])
    #expect(network.slotCell == [0, 1, 2, 0, 1, 2, 3, 4, 8, 9])
    #expect(network.firstGrade == [0, 3, 6, 8, 10])
    #expect(network.namedReceiver == [-1, 0, -1])
  }

  @Test func `a slot is found from its school and cell, and a stage not taught has none`() {
    let network = SchoolNetwork(schools, dimensions: dimensions)
    for slot in 0..<network.slotCount {
      let cell = network.slotCell[slot]
      let school = network.unitSchool[network.slotUnit[slot]]
      #expect(network.slot(school: school, cell: cell) == slot)
      #expect(network.slot(unit: network.slotUnit[slot], cell: cell) == slot)
    }
    #expect(network.slot(school: 0, cell: 3) == nil)
    #expect(network.unit(school: 2, stage: 0) == nil)
  }

  @Test(arguments: [[2, 1, 0], [1, 0, 2], [1, 2, 0]])
  func `the order of the list does not matter`(order: [Int]) {
    let network = SchoolNetwork(schools, dimensions: dimensions)
    let other = SchoolNetwork(order.map { schools[$0] }, dimensions: dimensions)
    #expect(other.schools == network.schools)
    #expect(other.slotCell == network.slotCell)
    #expect(other.slotUnit == network.slotUnit)
    #expect(other.namedReceiver == network.namedReceiver)
  }
}
