// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Teachers of the opening go to schools.
struct OpeningPlacementTests {
  /// Two primary schools and a junior one in one region, a junior one in another.
  private func scenario() -> SchoolScenario {
    var built = SchoolScenario(
      regions: 2,
      School(code: "a", region: 0, location: 0, stages: [0], places: 3),
      School(code: "b", region: 0, location: 0, stages: [0, 1], places: 1),
      School(code: "c", region: 1, location: 2, stages: [1]),
    )
    for cell in 0..<10 { built.add(40 + cell, to: nil, cell: cell) }
    return built
  }

  @Test func `every teacher has a school of the region and stage, if there is one`() throws {
    let bench = try SchoolBench(scenario())
    for row in 0..<bench.population.count {
      let cell = Int(bench.population.cell[row])
      let field = bench.scenario.dimensions.field(ofCell: cell)
      let region = bench.scenario.dimensions.region(ofCell: cell)
      if region == 1 && field.stage == 0 {
        #expect(bench.population.school[row] == Population.noSchool)
      } else {
        let school = bench.state.network.schools[Int(bench.population.school[row])]
        #expect(school.region == region && school.stages.contains(field.stage))
      }
    }
    #expect(bench.staff(of: -1) == 45 + 46 + 47)
  }

  @Test func `the teachers of a cell go to its schools by need`() throws {
    let bench = try SchoolBench(scenario())
    // Places of primary grades are 3 against 3/5, so pupils and need are 5 to 1.
    for cell in 0..<3 {
      let count = 40 + cell
      let share = (0..<bench.population.count).count {
        bench.population.cell[$0] == UInt32(cell) && bench.population.school[$0] == 0
      }
      #expect(abs(Double(share) - Double(count) * 5 / 6) <= 0.5 + 1e-9)
    }
  }

  @Test func `a school that the roster gives is kept`() throws {
    var built = scenario()
    built.add(20, to: 1, cell: 0)
    let bench = try SchoolBench(built)
    let given = built.small.teachers.suffix(20).map(\.id)
    for id in given { #expect(bench.school(ofTeacher: id) == 1) }
  }

  @Test func `affinity shifts a subject to a location class`() throws {
    var built = SchoolScenario(
      School(code: "a", region: 0, location: 0, stages: [0]),
      School(code: "b", region: 0, location: 2, stages: [0]),
    )
    built.small.set("enrolment.pupils", by: [.location], 50, 0, 50)
    built.small.set("schools.staffing_affinity", by: [.location, .subject]) {
      $0 == [0, 2] ? 3 : 1
    }
    for cell in 0..<3 { built.add(40, to: nil, cell: cell) }
    let bench = try SchoolBench(built)
    let urban = (0..<3).map { cell in
      (0..<bench.population.count).count {
        bench.population.cell[$0] == UInt32(cell) && bench.population.school[$0] == 0
      }
    }
    #expect(urban == [20, 20, 30])
  }

  @Test func `a spread makes schools differ, and the order of the roster does not matter`() throws {
    var built = scenario()
    built.small.set("schools.staffing_spread", 0.5)
    let bench = try SchoolBench(built)
    #expect(bench.staff(of: 0) != (try SchoolBench(scenario())).staff(of: 0))
    built.small.teachers.reverse()
    built.listed.reverse()
    let other = try SchoolBench(built)
    #expect(other.population.id == bench.population.id)
    #expect(other.population.school == bench.population.school)
  }

  @Test func `nobody begins at a school that is closed or not open yet`() throws {
    var built = scenario()
    built.listed += [
      School(code: "d", region: 0, stages: [0], closed: 2024),
      School(code: "e", region: 0, stages: [0], opened: 2025),
    ]
    let bench = try SchoolBench(built)
    #expect(bench.state.network.schools.map(\.code) == ["a", "b", "d", "e", "c"])
    #expect(bench.staff(of: 2) == 0 && bench.staff(of: 3) == 0)
    #expect(bench.staff(of: 0) > 0)
  }
}
