// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Classes and need of schools, and how they add up.
struct SchoolNeedPhaseTests {
  /// Three primary schools of 200, 60 and 4 pupils a grade, and a junior one, in one of two regions.
  private func scenario(_ components: [NeedComponent] = [.timetable]) -> SchoolScenario {
    var built = SchoolScenario(
      regions: 2,
      Self.school("large", 200),
      Self.school("middle", 60),
      Self.school("small", 4),
      School(code: "junior", region: 0, stages: [1]),
    )
    built.hasPlacement = false
    built.small.need = components
    built.small.set("enrolment.pupils", by: [.location]) { $0[0] == 0 ? 264 : 0 }
    built.small.set("need.class_size", by: [.stage], 45, 50)
    built.small.set("need.weekly_periods", by: [.subject], 8, 5, 3)
    built.small.set("need.weekly_load", 16)
    built.small.set("need.schools", 3)
    built.small.set("need.teachers_per_school", by: [.subject], 0, 0, 1)
    built.small.set("need.teachers_per_class", by: [.subject], 0.5, 0, 0)
    built.small.set("need.pupils_per_teacher", by: [.stage], 19, 13.5)
    built.small.set("need.subject_share", by: [.subject], 0.5, 0.3, 0.2)
    return built
  }

  private static func school(_ code: String, _ pupils: Double) -> School {
    let perGrade = [0: pupils, 1: pupils, 2: pupils]
    return School(code: code, region: 0, stages: [0], places: pupils, openingPupils: perGrade)
  }

  /// The positions of the schools in the order of their codes.
  private let junior = 0
  private let large = 1
  private let middle = 2
  private let small = 3

  /// The need of cells and the schools that share it, on the opening day.
  private func need(_ built: SchoolScenario) throws -> (cells: [Double], bench: SchoolBench) {
    var bench = try SchoolBench(built)
    guard let rules = bench.scenario.rules.schools else { return ([], bench) }
    let cells = SchoolYear(rules, bench.scenario.rules, in: bench.year(2024)).classesAndNeed(
      of: &bench.state,
      pupils: bench.pupils,
      openingStock: bench.headcount.map { _ in 7 },
    ).need
    return (cells, bench)
  }

  /// The need of a school in each subject of its first stage.
  private func need(_ bench: SchoolBench, _ school: Int) -> [Double] {
    let unit = bench.state.network.firstUnit[school]
    return Array(bench.state.need[bench.state.network.slots(of: unit)])
  }

  @Test(arguments: [
    [NeedComponent.timetable], [.perClass], [.perSchool], [.ratio], [.table], [.growth],
    [.timetable, .perClass, .perSchool, .ratio, .table],
  ])
  func `the schools of a region add up to its need`(components: [NeedComponent]) throws {
    var built = scenario(components)
    built.small.set("need.relief", 1.15)
    built.small.set("need.covered_share", 0.9)
    built.small.set("need.growth", 0.01)
    let (cells, bench) = try need(built)
    var sums = cells.map { _ in 0.0 }
    for (slot, cell) in bench.state.network.slotCell.enumerated() {
      sums[cell] += bench.state.need[slot]
    }
    // The other region has no schools, so its need is shared out to none.
    for cell in 0..<5 { #expect(abs(sums[cell] - cells[cell]) < 1e-9) }
    #expect(cells[0..<5].reduce(0, +) > 0)
  }

  @Test func `every school rounds its own classes up`() throws {
    let (cells, bench) = try need(scenario())
    let network = bench.state.network
    // ⌈200 ÷ 45⌉ = 5, ⌈60 ÷ 45⌉ = 2, ⌈4 ÷ 45⌉ = 1, ⌈264 ÷ 50⌉ = 6 classes in each grade.
    let classes = [6, 6, 5, 5, 5, 2, 2, 2, 1, 1, 1].map(Double.init)
    #expect(bench.state.classes == classes)
    #expect(network.firstGrade == [0, 2, 5, 8, 11])
    // 3 grades × 8 classes × 8 lessons ÷ 16.
    #expect(abs(cells[0] - 12) < 1e-12)
    #expect(abs(need(bench, large)[0] - 7.5) < 1e-12)
    #expect(abs(need(bench, small)[0] - 1.5) < 1e-12)
  }

  @Test func `one teacher takes a small class alone`() throws {
    var built = scenario()
    built.small.set("need.weekly_load", 8)
    built.small.set("need.small_class_pupils", 5)
    let (_, bench) = try need(built)
    // 16 lessons of a load of 8 are two teachers to a class; a small class has one.
    #expect(abs(need(bench, small).reduce(0, +) - 3) < 1e-12)
    #expect(abs(need(bench, middle).reduce(0, +) - 12) < 1e-12)
  }

  @Test func `teachers for each school follow the schools that are open`() throws {
    let (cells, bench) = try need(scenario([.perSchool]))
    #expect(cells[2] == 3)
    for school in [large, middle, small] { #expect(need(bench, school) == [0, 0, 1]) }
  }

  @Test func `each school has its teachers though it is a part of all schools`() throws {
    var built = scenario([.perSchool])
    built.small.set("need.covered_share", 0.5)
    let (cells, bench) = try need(built)
    #expect(abs(cells[2] - 3) < 1e-12)
    #expect(abs(need(bench, small)[2] - 1) < 1e-12)
  }

  @Test func `a region without schools keeps the number of schools that is given`() throws {
    var built = scenario([.perSchool])
    built.small.set("need.schools", 7)
    let (cells, _) = try need(built)
    #expect(cells[2] == 3)
    #expect(cells[7] == 7)
  }

  @Test func `small schools share itinerant teachers, whose posts the largest school holds`()
    throws
  {
    var built = scenario()
    let before = try need(built)
    built.small.set("schools.itinerant_subject", by: [.subject], 0, 0, 1)
    built.small.set("schools.itinerant_pupils", 100)
    let after = try need(built)
    #expect(after.cells == before.cells)
    // The small school has 12 pupils; the middle one's 180 are enough for a teacher of its own.
    let moved = need(before.bench, small)[2]
    #expect(moved > 0)
    #expect(need(after.bench, small)[2] == 0)
    #expect(abs(need(after.bench, large)[2] - need(before.bench, large)[2] - moved) < 1e-12)
    #expect(need(after.bench, middle) == need(before.bench, middle))
    #expect(need(after.bench, small)[0] == need(before.bench, small)[0])
  }

  @Test func `a need given by table goes to schools by their pupils`() throws {
    var built = scenario([.table])
    built.needInPrimary(26.4)
    let (_, bench) = try need(built)
    let found = [large, middle, small].map { need(bench, $0)[0] }
    for (found, expected) in zip(found, [20, 6, 0.4]) { #expect(abs(found - expected) < 1e-12) }
  }
}
