// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// New teachers go to schools.
struct HirePostingTests {
  /// Two primary schools with pupils of 3 to 1, and a junior school, with their posts of the year.
  private func bench(
    posts: Double = 1000,
    _ change: (inout SchoolScenario) -> Void = { _ in },
  ) throws -> SchoolBench {
    var built = SchoolScenario(
      School(code: "a", region: 0, location: 0, stages: [0]),
      School(code: "b", region: 0, location: 2, stages: [0]),
      School(code: "c", region: 0, location: 0, stages: [1]),
    )
    built.needInPrimary(100, 100)
    built.small.set("enrolment.pupils", by: [.location], 75, 0, 25)
    built.small.set("posts.table", posts)
    change(&built)
    var bench = try SchoolBench(built)
    bench.changeSchools(2025)
    return bench
  }

  private func hires(_ count: Int, cell: Int = 0, contract: UInt8 = 0) -> [Teacher] {
    (0..<count).map { number in
      var teacher = Teacher(
        id: TeacherIdentity.hire(year: 2025, channel: Int(contract), cell: cell, ordinal: number),
        cell: UInt32(cell),
        birth: CompactMonth(Month(year: 2000, month: 1)),
        serviceStart: CompactMonth(Month(year: 2025, month: 8)),
      )
      teacher.contract = contract
      return teacher
    }
  }

  private func staff(_ bench: SchoolBench, cell: Int) -> [Int] {
    (0..<3).map { school in
      (0..<bench.population.count).count {
        bench.population.school[$0] == UInt32(school) && bench.population.cell[$0] == UInt32(cell)
      }
    }
  }

  @Test(arguments: [true, false])
  func `hires are spread by what schools lack`(byLot: Bool) throws {
    var bench = try bench { built in
      built.add(15, to: 0)
      built.add(5, to: 1)
    }
    // Lacking 75 − 15 and 25 − 5.
    #expect(bench.post(hires(40), in: 2025, byLot: byLot) == [40, 0])
    #expect(staff(bench, cell: 0) == [45, 15, 0])
  }

  @Test func `where nothing is lacking they are spread by need`() throws {
    var bench = try bench { built in
      built.add(200, to: 0)
      built.add(30, to: 1)
    }
    _ = bench.post(hires(8), in: 2025)
    #expect(staff(bench, cell: 0) == [206, 32, 0])
  }

  @Test func `every hire has a school of the region and stage`() throws {
    var bench = try bench()
    let posted = bench.post((0..<5).flatMap { hires(30, cell: $0) }, in: 2025)
    #expect(posted == [90, 60])
    #expect(bench.staff(of: -1) == 0)
    #expect(staff(bench, cell: 3) == [0, 0, 30])
    #expect(staff(bench, cell: 0)[2] == 0)
    // Nobody needs music, so the hires of it are spread evenly.
    #expect(staff(bench, cell: 2) == [15, 15, 0])
  }

  @Test func `a region and stage without a school leaves its hires without one`() throws {
    var bench = try bench { $0.listed.removeLast() }
    #expect(bench.post(hires(4, cell: 3), in: 2025) == [0, 0])
    #expect(bench.staff(of: -1) == 4)
  }

  @Test func `a school takes no more established hires than it has vacant posts`() throws {
    // 15 posts and 5, of which maths teachers hold all but 2 and 4.
    var bench = try bench(posts: 20) { built in
      built.add(13, to: 0, cell: 1)
      built.add(1, to: 1, cell: 1)
    }
    #expect(bench.state.unitPosts[..<2] == [15, 5])
    _ = bench.post(hires(6), in: 2025)
    #expect(staff(bench, cell: 0) == [2, 4, 0])
  }

  @Test func `temporary hires go by what is lacking, whatever the posts`() throws {
    var bench = try bench(posts: 20) { built in
      built.add(13, to: 0, cell: 1)
      built.add(1, to: 1, cell: 1)
    }
    _ = bench.post(hires(8, contract: 1), in: 2025)
    #expect(staff(bench, cell: 0) == [6, 2, 0])
  }

  @Test func `a closed school takes nobody`() throws {
    var bench = try bench { built in
      built.listed[1] = School(code: "b", region: 0, location: 2, stages: [0], closed: 2025)
    }
    _ = bench.post(hires(12), in: 2025)
    #expect(staff(bench, cell: 0) == [12, 0, 0])
  }

  @Test func `the best of the hires choose, and the others take what is left`() throws {
    var bench = try bench { built in
      built.small.set("placement.location_utility", by: [.location], 100, 50, 0)
      built.small.set("placement.title_score", by: [.title], 0, 5)
    }
    var hires = hires(20)
    for number in 0..<15 { hires[number * 4 % 19].title = 1 }
    _ = bench.post(hires, in: 2025)
    #expect(staff(bench, cell: 0) == [15, 5, 0])
    for hire in hires { #expect(bench.school(ofTeacher: hire.id) == (hire.title == 1 ? 0 : 1)) }
  }

  @Test func `a lot sends each hire anywhere with the schools' shares`() throws {
    var bench = try bench { $0.hasPlacement = false }
    let hires = hires(400)
    _ = bench.post(hires, in: 2025, byLot: true)
    #expect(staff(bench, cell: 0) == [300, 100, 0])
    // Among the first half as among all, give or take: 4 standard errors of a draw without return.
    let first = hires.prefix(200).count { bench.school(ofTeacher: $0.id) == 0 }
    #expect(abs(first - 150) < 18)
  }
}
