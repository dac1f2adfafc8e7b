// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The county assigns those who have found no post, and standby ends.
struct CountyAssignmentTests {
  /// A rural school closes; the urban and the town school have vacancies, but only by assignment.
  private func scenario(posts: Double = 40) -> SchoolScenario {
    var built = SchoolScenario(
      years: 3,
      School(code: "a", region: 0, location: 0, stages: [0]),
      School(code: "b", region: 0, location: 1, stages: [0]),
      School(code: "c", region: 0, location: 2, stages: [0], closed: 2025),
    )
    built.needInPrimary(20)
    built.beginTerm()
    built.small.set("posts.table", posts)
    built.small.set("enrolment.pupils", by: [.location], 60, 30, 30)
    built.add(10, to: 2)
    return built
  }

  @Test func `posts of the last location class are assigned first`() throws {
    var built = scenario()
    built.add(15, to: 1)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    // The town school takes the rural pupils as well, so each school has 20 posts.
    #expect([0, 1, -1].map { bench.staff(of: $0) } == [5, 20, 0])
    #expect(bench.counts[0].countyAssigned == 10)
    #expect(bench.counts[0].placedCrossSchool == 0)
    #expect(bench.counts[0].postConversions == 0)
  }

  @Test(arguments: [(0.0, 10, 0), (1, 0, 10)])
  func `nobody or everybody refuses`(share: Double, assigned: Int, refused: Int) throws {
    var built = scenario()
    built.small.set("placement.refusal", share)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].countyAssigned == assigned)
    #expect(bench.counts[0].refused == refused)
    #expect(bench.counts[0].standby == refused)
    #expect(bench.staff(of: -1) == refused)
  }

  @Test func `refusal goes by the location class of the post`() throws {
    var built = scenario()
    built.add(16, to: 1)
    built.small.set("placement.refusal", by: [.location], 0, 1, 0)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    // The town post is offered to one after the other, and each refuses it.
    #expect(bench.counts[0].refused == 10)
    #expect(bench.staff(of: 0) == 0)
  }

  @Test(arguments: [(1.0, 10), (0, 0)])
  func `a vacant post of another subject is converted where the rule says so`(
    isOn: Double,
    converted: Int,
  ) throws {
    var built = scenario()
    built.small.teachers = []
    built.add(10, to: 2, cell: 2)
    built.small.set("placement.post_conversion", isOn)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].postConversions == converted)
    #expect(bench.counts[0].countyAssigned == converted)
    #expect(bench.staff(of: -1) == 10 - converted)
    // The post is converted, not the teacher.
    #expect(bench.headcount[2] == 10)
  }

  @Test func `a post converted at the last school is no move`() throws {
    var built = SchoolScenario(School(code: "a", region: 0, stages: [0]))
    built.needInPrimary(20, 0, 4)
    built.small.set("posts.table", 24)
    built.add(10, to: 0)
    built.add(10, to: 0, cell: 2) { teacher, _ in teacher.schoolStart = .past }
    built.hasRotation = true
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.staff(of: 0) == 20)
    #expect(bench.counts[0].postConversions == 6)
    #expect(bench.flows.total(bench.flows.kinds.moved) == 0)
    #expect(bench.counts[0].rotated == 0)
    #expect((10..<20).allSatisfy { bench.population.schoolStart[$0] == .past })
  }

  @Test func `reserve posts are used where all others are held, and then no more`() throws {
    var built = scenario(posts: 20)
    built.small.set("placement.reserve_share", 0.2)
    built.small.teachers = []
    built.add(8, to: 0)
    built.add(8, to: 1)
    built.add(6, to: 2)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].reservePostsUsed == 4)
    #expect(bench.counts[0].countyAssigned == 4)
    #expect(bench.state.reserve[0] == 0)
    #expect(bench.state.unitPosts.reduce(0, +) == 20)
    #expect([0, 1, -1].map { bench.staff(of: $0) } == [10, 10, 2])
  }

  @Test func `only the titles that may hold a reserve post do`() throws {
    var built = scenario(posts: 20)
    built.small.set("placement.reserve_share", 0.2)
    built.small.set("placement.reserve_title", by: [.title], 0, 1)
    built.small.teachers = []
    built.add(8, to: 0)
    built.add(8, to: 1)
    built.add(6, to: 2) { teacher, number in teacher.title = number == 3 ? 1 : 0 }
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].reservePostsUsed == 1)
    #expect(bench.school(ofTeacher: 19) ?? -1 >= 0)
    #expect(bench.staff(of: -1) == 5)
  }

  @Test func `a standby that leads to a post begins anew when the post is lost`() throws {
    var built = scenario(posts: 0)
    built.small.set(
      "posts.table",
      dated: [
        (Month(year: 1900, month: 1), [0]), (Month(year: 2026, month: 9), [40]),
        (Month(year: 2027, month: 9), [0]),
      ],
    )
    built.small.set("placement.standby_months", 24)
    built.small.set("placement.first_term", Double(Month(year: 2027, month: 9).index))
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.staff(of: -1) == 10)
    bench.advance(to: 2026)
    #expect(bench.staff(of: -1) == 0)
    bench.advance(to: 2027)
    #expect(bench.staff(of: -1) == 10)
    #expect(bench.counts[0].standbyEnded == 0)
    let september = CompactMonth(Month(year: 2027, month: 9))
    #expect(bench.population.standbySince.allSatisfy { $0 == september })
  }
}
