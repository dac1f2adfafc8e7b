// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Norm posts of schools and the whole posts that they are given.
struct SchoolPostsPhaseTests {
  /// Primary schools with the given pupils in each grade.
  private func scenario(_ pupils: Double...) -> SchoolScenario {
    var built = SchoolScenario()
    for (number, pupils) in pupils.enumerated() {
      let grades = [0: pupils, 1: pupils, 2: pupils]
      built.listed.append(
        School(code: "s\(number)", region: 0, stages: [0], openingPupils: grades)
      )
    }
    let total = pupils.reduce(0, +)
    built.small.set("enrolment.pupils", by: [.location]) { $0[0] == 0 ? total : 0 }
    return built
  }

  /// The schools on the first counting day.
  private func bench(_ built: SchoolScenario) throws -> SchoolBench {
    // Places do not keep schools of different sizes apart, so pupils are those of the opening.
    var built = built
    built.listed = built.listed.map { school in
      School(
        code: school.code,
        region: 0,
        stages: [0],
        places: school.openingPupils[0] ?? 1,
        openingPupils: school.openingPupils,
      )
    }
    var bench = try SchoolBench(built)
    bench.changeSchools(2025)
    return bench
  }

  @Test func `posts are whole, and all authorised posts are given`() throws {
    for (number, total) in [0.0, 1, 7, 30, 30.9, 101].enumerated() {
      var built = scenario(170, 65, 20, 9, Double(number + 1))
      built.needInPrimary(11, 7, 3)
      built.small.set("posts.table", total)
      let state = try bench(built).state
      #expect(state.unitPosts.reduce(0, +) == Int(total))
      for unit in 0..<5 {
        let slots = state.network.slots(of: unit)
        #expect(state.slotPosts[slots].reduce(0, +) == state.unitPosts[unit])
      }
    }
  }

  @Test func `a total that is whole but for rounding loses no post`() throws {
    var built = scenario(10)
    // (0.7 + 0.1) × 10 is 8, but not in binary fractions.
    built.small.set("posts.table", (0.7 + 0.1) * 10)
    #expect(try bench(built).state.unitPosts == [8])
  }

  @Test func `posts go by largest remainder, ties to the school and subject that come first`()
    throws
  {
    var even = scenario(50, 50, 50)
    even.needInPrimary(9)
    even.small.set("posts.table", 5)
    #expect(try bench(even).state.unitPosts == [2, 2, 1])
    // 10 posts by 46, 35 and 19: 4.6, 3.5 and 1.9.
    var uneven = scenario(46, 35, 19)
    uneven.needInPrimary(9)
    uneven.small.set("posts.table", 10)
    #expect(try bench(uneven).state.unitPosts == [5, 3, 2])
    var subjects = scenario(10)
    subjects.needInPrimary(4, 4, 4)
    subjects.small.set("posts.table", 5)
    #expect(try bench(subjects).state.slotPosts == [2, 2, 1])
  }

  @Test func `norms come before need, and take the larger of pupils and classes`() throws {
    var built = scenario(190, 19)
    built.needInPrimary(30)
    built.small.set("need.class_size", 50)
    built.small.set("posts.pupils_per_staff", 19)
    built.small.set("posts.staff_per_class", 1.5)
    built.small.set("posts.non_teaching_share", 0.1)
    built.small.set("posts.table", 35)
    let state = try bench(built).state
    // A grade: 190 ÷ 19 = 10 against 4 classes × 1.5, and 1 against 1.5; nine in ten teach.
    #expect(abs(state.normPosts[0] - 27) < 1e-9)
    #expect(abs(state.normPosts[1] - 4.05) < 1e-9)
    #expect(state.unitPosts == [30, 5])
  }

  @Test(arguments: [(0.0, 0), (0.29, 29), (0.07, 7), (0.295, 29), (1, 100)])
  func `the reserve is the whole part of its share`(share: Double, reserve: Int) throws {
    var built = scenario(50, 50)
    built.small.set("posts.table", by: [.stage], 100, 0)
    built.small.set("placement.reserve_share", share)
    let state = try bench(built).state
    #expect(state.reserve == [reserve, 0])
    #expect(state.unitPosts.reduce(0, +) == 100 - reserve)
  }

  @Test func `a closed school has no posts`() throws {
    var built = SchoolScenario(
      School(code: "a", region: 0, stages: [0], closed: 2025),
      School(code: "b", region: 0, stages: [0]),
    )
    built.small.set("posts.table", 12)
    var bench = try SchoolBench(built)
    bench.changeSchools(2025)
    #expect(bench.state.unitPosts == [0, 12])
    #expect(bench.state.slotPosts == [0, 0, 0, 4, 4, 4])
  }
}
