// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The pupils of schools at the opening, of which a list may know some.
@Suite struct OpeningPupilsTests {
  /// The pupils of schools of one grade among which 100 pupils are shared out.
  ///
  /// - Parameter schools: The places of each school and its pupils, if they are known.
  /// - Returns: The pupils of each school.
  private func pupils(_ schools: [(places: Double, known: Double?)]) -> [Double] {
    let dimensions = Dimensions([Dimension(.grade, [Member("g1")])], stageOfGrade: [0])
    let small = SmallScenario(dimensions: dimensions)
    let network = SchoolNetwork(
      schools.enumerated().map { number, school in
        School(
          code: "\(number)",
          region: 0,
          stages: [0],
          places: school.places,
          openingPupils: school.known.map { [0: $0] } ?? [:],
        )
      },
      dimensions: dimensions,
    )
    var state = SchoolState(network, firstYear: 2025)
    var stock = PupilStock(dimensions)
    stock[0, 0, 0] = 100
    SchoolEnrolmentPhase(nil, in: small.year(2024, small.parameters)).fill(&state, from: stock)
    return state.pupils
  }

  @Test func `without known pupils places decide`() {
    #expect(pupils([(1, nil), (3, nil)]) == [25, 75])
  }

  @Test func `known pupils stay and the others share the rest by places`() {
    #expect(pupils([(1, 40), (1, nil), (2, nil)]) == [40, 20, 40])
  }

  @Test func `pupils known of all schools are scaled to those of the region`() {
    #expect(pupils([(9, 30), (1, 20)]) == [60, 40])
  }

  @Test func `known pupils that are more than all are scaled and leave nothing`() {
    #expect(pupils([(1, 150), (1, 50), (1, nil)]) == [75, 25, 0])
  }

  @Test func `pupils that add up are taken to the last bit`() {
    let known = [33.3, 100.0 / 3, 100 - 33.3 - 100.0 / 3 + 1e-12]
    #expect(pupils(known.map { (1, $0) }) == known)
  }

  @Test func `where all known pupils are none places decide`() {
    #expect(pupils([(1, 0), (3, 0)]) == [25, 75])
  }
}
