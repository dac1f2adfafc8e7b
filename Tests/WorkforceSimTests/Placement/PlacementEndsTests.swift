// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The ends of county-managed placement, where what happens can be said without counting.
struct PlacementEndsTests {
  /// Three primary schools with ten teachers of Chinese each; the second closes in a year.
  private func scenario(closing year: Int? = nil, posts: Double = 60) -> SchoolScenario {
    var built = SchoolScenario(
      years: 5,
      School(code: "a", region: 0, stages: [0]),
      School(code: "b", region: 0, stages: [0], closed: year),
      School(code: "c", region: 0, stages: [0]),
    )
    for school in 0..<3 { built.add(10, to: school) }
    built.needInPrimary(30)
    built.small.set("posts.table", posts)
    return built
  }

  @Test func `coverage 0 moves nobody`() throws {
    var built = scenario(posts: 3)
    built.small.set("placement.coverage", 0)
    built.small.set("placement.application", 1)
    built.small.set("rotation.duty_share", 1)
    built.small.set("rotation.volunteers", 1)
    built.hasRotation = true
    var bench = try SchoolBench(built)
    let before = bench.population.school
    for year in 2025...2027 {
      bench.advance(to: year)
      #expect(bench.population.school == before)
      #expect(bench.counts == [PlacementCounts](repeating: PlacementCounts(), count: 2))
      #expect(bench.flows.total(bench.flows.kinds.moved) == 0)
    }
  }

  @Test func `coverage 0 lets the staff of a closed school follow the pupils`() throws {
    var built = scenario(closing: 2026, posts: 3)
    built.small.set("placement.coverage", 0)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    bench.advance(to: 2026)
    // The pupils went to the first of two schools with as many pupils for their places.
    #expect([0, 1, 2].map { bench.staff(of: $0) } == [20, 0, 10])
    #expect(bench.flows.total(bench.flows.kinds.moved) == 10)
    bench.advance(to: 2027)
    #expect(bench.flows.total(bench.flows.kinds.moved) == 0)
  }

  @Test func `without the phase the staff of a closed school follow the pupils once`() throws {
    var built = scenario(closing: 2026)
    built.hasPlacement = false
    let runs = try built.run()
    #expect((2025...2028).map { runs.summary("moved", $0) } == [[0], [10], [0], [0]])
    #expect(runs.values("schools", ["school": "a", "measure": "teachers"], 2026) == [20])
    #expect(runs.values("schools", ["school": "b", "measure": "left"], 2026) == [10])
    #expect(runs.values("schools", ["school": "a", "measure": "joined"], 2026) == [10])
  }

  @Test(arguments: [(12.0, 2026), (24, 2027), (30, 2028)])
  func `capacity 0 places nobody, and all leave when the standby is over`(
    months: Double,
    last: Int,
  ) throws {
    var built = scenario(posts: 0)
    built.small.set("placement.standby_months", months)
    let runs = try built.run()
    for year in 2025...2029 {
      let isOver = year >= last
      #expect(runs.summary("headcount", year) == [isOver ? 0 : 30])
      #expect(runs.summary("standby", year) == [isOver ? 0 : 30])
      #expect(runs.summary("available", year) == [0])
      #expect(runs.summary("standby_ended", year) == [year == last ? 30 : 0])
      #expect(runs.summary("moved", year) == [0])
    }
  }

  @Test func `nobody leaves at the end of a standby from which nobody has to`() throws {
    var built = scenario(posts: 0)
    built.small.set("placement.standby_leaves", 0)
    let runs = try built.run()
    #expect(runs.summary("standby", 2029) == [30])
  }

  @Test func `with one school nobody moves, and those beyond its posts are on standby`() throws {
    var built = SchoolScenario(years: 1, School(code: "a", region: 0, stages: [0, 1]))
    for cell in 0..<5 { built.add(12, to: 0, cell: cell) }
    built.small.set("placement.application", 1)
    built.small.set("rotation.duty_share", 1)
    built.small.set("rotation.volunteers", 1)
    built.small.set("posts.table", by: [.stage], 30, 20)
    built.hasRotation = true
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.staff(of: 0) == 50)
    #expect(bench.staff(of: -1) == 10)
    #expect(bench.flows.total(bench.flows.kinds.moved) == 0)
    #expect(bench.counts.map(\.placedInSchool) == [30, 20])
    #expect(bench.counts.map(\.displaced) == [6, 4])
    #expect(bench.counts.total(\.rotated) == 0)
  }

  @Test func `teachers of one subject fill the posts of all schools and no more`() throws {
    var built = scenario(posts: 24)
    // Music teachers alone: no school has another subject to convert posts of.
    built.needInPrimary(0, 0, 30)
    built.small.teachers = []
    for (school, count) in [25, 5, 0].enumerated() { built.add(count, to: school, cell: 2) }
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect([0, 1, 2, -1].map { bench.staff(of: $0) } == [8, 8, 8, 6])
    #expect(bench.counts[0].competing == 30)
    #expect(bench.counts[0].placedInSchool == 13)
    #expect(bench.counts[0].placedCrossSchool == 11)
    #expect(bench.counts[0].blockingPairs == 0)
    #expect(bench.counts[0].standby == 6)
  }

  @Test func `in a county without vacancies the staff of a closed school wait`() throws {
    // The first school has the pupils of the closed one and two thirds of the posts.
    var built = scenario(closing: 2026, posts: 15)
    built.beginTerm()
    built.small.set("placement.standby_months", 24)
    built.small.set("placement.refusal", 0)
    var bench = try SchoolBench(built)
    bench.changeSchools(2025)
    bench.advance(to: 2026)
    #expect(bench.counts[0].displaced == 10)
    #expect(bench.counts[0].standby == 10)
    #expect([0, 1, 2, -1].map { bench.staff(of: $0) } == [10, 0, 10, 10])
    bench.advance(to: 2027)
    #expect(bench.staff(of: -1) == 10)
    bench.advance(to: 2028)
    #expect(bench.staff(of: -1) == 0)
    #expect(bench.flows.total(bench.flows.kinds.standbyEnded) == 10)
  }

  @Test func `a school that closes in mid-term loses all its staff, and nobody else competes`()
    throws
  {
    var built = scenario(closing: 2026)
    built.small.set("placement.term_years", 3)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].competing == 30)
    #expect(bench.counts[0].placedInSchool == 30)
    bench.advance(to: 2026)
    #expect(bench.counts[0].competing == 0)
    #expect(bench.counts[0].displaced == 10)
    #expect(bench.counts[0].placedCrossSchool == 10)
    #expect(bench.staff(of: 0) + bench.staff(of: 2) == 30)
    #expect(bench.flows.total(bench.flows.kinds.moved) == 10)
    bench.advance(to: 2027)
    #expect(bench.counts[0].competing == 0)
    bench.advance(to: 2028)
    #expect(bench.counts[0].competing == 30)
  }

  @Test func `followers of an uncovered school take up posts that placement then leaves alone`()
    throws
  {
    // The staff of a school outside county management follow the pupils to a covered one and fill
    // its last posts, so those who lost a post elsewhere must wait.
    var built = SchoolScenario(
      School(code: "a", region: 0, stages: [0], receiver: nil),
      School(code: "b", region: 0, stages: [0], closed: 2025, receiver: "a"),
    )
    built.listed += (0..<40).map {
      School(code: "x\($0)", region: 0, stages: [0], closed: 2025, receiver: "a")
    }
    built.small.set("placement.coverage", 0.5)
    built.needInPrimary(100)
    built.beginTerm()
    built.small.set("posts.table", 30)
    for school in 0..<42 { built.add(1, to: school) }
    var bench = try SchoolBench(built)
    let covered = try isCovered(bench)
    #expect(covered[0], "the receiver is covered")
    bench.advance(to: 2025)
    let uncovered = covered.count { !$0 }
    #expect(uncovered > 10)
    #expect(bench.staff(of: 0) == max(30, uncovered + 1))
  }

  private func isCovered(_ bench: SchoolBench) throws -> [Bool] {
    let rules = try #require(bench.scenario.rules.placement)
    return PlacementGround.coverage(rules, bench.state.network, in: bench.year(2025))
  }
}
