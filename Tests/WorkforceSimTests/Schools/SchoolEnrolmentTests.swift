// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// How the pupils of a region are shared out over its schools.
struct SchoolEnrolmentTests {
  /// The pupils of a grade at a school.
  private func pupils(_ bench: SchoolBench, _ school: Int, _ grade: Int) -> Double {
    let network = bench.state.network
    let stage = bench.scenario.dimensions.stageOfGrade[grade]
    guard let unit = network.unit(school: school, stage: stage),
      let position = network.gradesOfStage[stage].firstIndex(of: grade)
    else { return 0 }
    return bench.state.pupils[network.firstGrade[unit] + position]
  }

  /// Schools of all kinds in two regions, with numbers of pupils that change from year to year.
  private func changing(years: Int) -> SchoolScenario {
    var built = SchoolScenario(years: years, regions: 2)
    for region in 0..<2 {
      for location in 0..<3 {
        for number in 0..<4 {
          built.listed.append(
            School(
              code: "\(region)\(location)\(number)",
              region: region,
              location: location,
              stages: number == 0 ? [0, 1] : [number % 2],
              opened: number == 3 ? 2027 : nil,
              closed: number == 1 ? 2028 : nil,
              places: Double(1 + number),
            )
          )
        }
      }
    }
    let dated = (0...years).map { year in
      (
        from: Month(year: 2024 + year, month: 9),
        (0..<30).map { Double(40 + ($0 * 37 + year * 53) % 91) },
      )
    }
    built.small.set("enrolment.pupils", by: [.region, .location, .grade], dated: dated)
    built.small.set("schools.merger_threshold", 200)
    built.small.set("schools.merger_limit", by: [.region], 1, 2)
    built.small.set("schools.extensions", 2)
    built.small.set("schools.extension_gain", 0.5)
    return built
  }

  /// The pupils of a region's schools of some location classes in a grade.
  private func sum(_ bench: SchoolBench, _ region: Int, _ locations: [Int], _ grade: Int) -> Double
  {
    bench.state.network.schools.enumerated().reduce(0) { sum, school in
      guard school.1.region == region, locations.contains(school.1.location) else { return sum }
      return sum + pupils(bench, school.0, grade)
    }
  }

  /// Whether every location class of a region has an open school of a stage.
  private func isServed(_ bench: SchoolBench, _ region: Int, stage: Int) -> Bool {
    let open = zip(bench.state.network.schools, bench.state.isOpen).filter(\.1).map(\.0)
    return (0..<3).allSatisfy { location in
      open.contains {
        $0.region == region && $0.location == location && $0.stages.contains(stage)
      }
    }
  }

  @Test func `schools add up to the pupils of region, location class and grade in every year`()
    throws
  {
    var bench = try SchoolBench(changing(years: 6))
    var closed = 0
    var tied = 0
    for year in 2025...2030 {
      let served = (0..<2).map { region in
        (0..<2).map { isServed(bench, region, stage: $0) }
      }
      bench.changeSchools(year)
      closed += bench.state.receiverOfClosed.count { $0 >= 0 }
      for region in 0..<2 {
        for (grade, stage) in bench.scenario.dimensions.stageOfGrade.enumerated() {
          let all = (0..<3).reduce(0) { $0 + bench.pupils[region, $1, grade] }
          #expect(abs(sum(bench, region, [0, 1, 2], grade) - all) < 1e-9)
          guard served[region][stage] else { continue }
          for location in 0..<3 {
            let expected = bench.pupils[region, location, grade]
            #expect(abs(sum(bench, region, [location], grade) - expected) < 1e-9)
            tied += 1
          }
        }
      }
    }
    #expect(closed > 12)
    #expect(tied > 60)
  }

  @Test func `cohorts move up in their own school and those who enter choose by places`() throws {
    var built = SchoolScenario(
      years: 2,
      School(code: "a", region: 0, stages: [0], places: 3, openingPupils: [0: 10, 1: 20, 2: 30]),
      School(code: "b", region: 0, stages: [0], places: 1, openingPupils: [0: 30, 1: 20, 2: 10]),
    )
    built.small.set("enrolment.pupils", by: [.location]) { $0[0] == 0 ? 40 : 0 }
    var bench = try SchoolBench(built)
    // The list's pupils are used as they are when they add up to the region's.
    #expect((0..<3).map { pupils(bench, 0, $0) } == [10, 20, 30])
    bench.changeSchools(2025)
    #expect((0..<3).map { pupils(bench, 0, $0) } == [30, 10, 20])
    #expect((0..<3).map { pupils(bench, 1, $0) } == [10, 30, 20])
    bench.changeSchools(2026)
    #expect((0..<3).map { pupils(bench, 0, $0) } == [30, 30, 10])
  }

  @Test func `the list's pupils are scaled to those of the region`() throws {
    var built = SchoolScenario(
      School(code: "a", region: 0, stages: [0], openingPupils: [0: 10, 1: 10, 2: 10]),
      School(code: "b", region: 0, stages: [0], openingPupils: [0: 30, 1: 30, 2: 30]),
    )
    built.small.set("enrolment.pupils", by: [.location]) { $0[0] == 0 ? 80 : 0 }
    let bench = try SchoolBench(built)
    #expect((0..<3).map { pupils(bench, 0, $0) } == [20, 20, 20])
  }

  @Test func `a school of two stages divides its places by their grades`() throws {
    let built = SchoolScenario(
      School(code: "both", region: 0, stages: [0, 1], places: 5),
      School(code: "junior", region: 0, stages: [1], places: 6),
    )
    let bench = try SchoolBench(built)
    // Two of the five grades are junior ones, so two places stand against six.
    #expect(pupils(bench, 0, 3) == 45 && pupils(bench, 1, 3) == 135)
    #expect(pupils(bench, 0, 0) == 180)
  }

  @Test func `pupils of a location class without a school go to the nearest class before it`()
    throws
  {
    var built = SchoolScenario(
      School(code: "a", region: 0, location: 0, stages: [0]),
      School(code: "b", region: 0, location: 1, stages: [0]),
      School(code: "c", region: 0, location: 2, stages: [1]),
    )
    built.small.set("enrolment.pupils", by: [.location], 1, 10, 100)
    let bench = try SchoolBench(built)
    #expect(pupils(bench, 0, 0) == 1)
    #expect(pupils(bench, 1, 0) == 110)
    // Nothing before the rural class, so it serves the classes before it as well.
    #expect(pupils(bench, 2, 3) == 111)
  }

  @Test func `a school that opens takes entrants and grows with them`() throws {
    var built = SchoolScenario(
      years: 2,
      School(code: "new", region: 0, stages: [0], opened: 2025),
      School(code: "old", region: 0, stages: [0]),
    )
    built.small.set("enrolment.pupils", by: [.location]) { $0[0] == 0 ? 60 : 0 }
    var bench = try SchoolBench(built)
    #expect(bench.state.pupils(ofSchool: 0) == 0)
    bench.changeSchools(2025)
    #expect((0..<3).map { pupils(bench, 0, $0) } == [30, 0, 0])
    #expect(bench.state.changes[0] == .opened)
    bench.changeSchools(2026)
    #expect((0..<3).map { pupils(bench, 0, $0) } == [30, 30, 0])
  }

  @Test func `schools have the covered share of the pupils`() throws {
    var built = SchoolScenario(School(code: "a", region: 0, stages: [0, 1]))
    built.small.set("need.covered_share", by: [.stage], 0.75, 0.5)
    let bench = try SchoolBench(built)
    #expect(pupils(bench, 0, 0) == 135)
    #expect(pupils(bench, 0, 3) == 90)
  }
}
