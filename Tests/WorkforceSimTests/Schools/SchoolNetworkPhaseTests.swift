// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Schools that open, close, merge and are extended.
struct SchoolNetworkPhaseTests {
  /// Primary schools of one region: code, location class and pupils in each of the three grades.
  private func scenario(
    _ schools: [(code: String, location: Int, pupils: Double)],
    threshold: Double = 0,
    limit: Double = 0,
    change: (School) -> School = { $0 },
  ) -> SchoolScenario {
    var built = SchoolScenario(years: 3)
    built.listed = schools.map { code, location, pupils in
      change(
        School(
          code: code,
          region: 0,
          location: location,
          stages: [0],
          places: pupils,
          openingPupils: [0: pupils, 1: pupils, 2: pupils],
        )
      )
    }
    built.small.set("enrolment.pupils", by: [.location]) { place in
      schools.filter { $0.location == place[0] }.reduce(0) { $0 + $1.pupils }
    }
    built.small.set("schools.merger_threshold", threshold)
    built.small.set("schools.merger_limit", limit)
    return built
  }

  private func open(_ bench: SchoolBench) -> [String] {
    zip(bench.state.network.schools, bench.state.isOpen).filter(\.1).map(\.0.code)
  }

  /// Changes attributes of the school with a code.
  private func changing(
    _ code: String,
    isProtected: Bool = false,
    opened: Int? = nil,
    closed: Int? = nil,
    receiver: String? = nil,
  ) -> (School) -> School {
    { school in
      school.code != code
        ? school
        : School(
          code: school.code,
          region: school.region,
          location: school.location,
          stages: school.stages,
          isProtected: isProtected,
          opened: opened,
          closed: closed,
          receiver: receiver,
          places: school.places,
          openingPupils: school.openingPupils,
        )
    }
  }

  private static let five: [(code: String, location: Int, pupils: Double)] = [
    ("a", 2, 9), ("b", 2, 4), ("c", 2, 7), ("d", 1, 100), ("e", 0, 100),
  ]

  @Test(arguments: [(0.0, "abcde"), (1, "acde"), (2, "ade"), (9, "de")])
  func `the smallest merge, at most as many as the limit`(limit: Double, left: String) throws {
    // Thirty pupils in three grades is the threshold, so all three rural schools are below it.
    var bench = try SchoolBench(scenario(Self.five, threshold: 30, limit: limit))
    bench.changeSchools(2025)
    #expect(open(bench).joined() == left)
  }

  @Test func `a school at the threshold stays`() throws {
    var bench = try SchoolBench(scenario(Self.five, threshold: 21, limit: 9))
    bench.changeSchools(2025)
    #expect(open(bench).joined() == "acde")
  }

  @Test func `a protected school stays, however small`() throws {
    let built = scenario(
      Self.five,
      threshold: 30,
      limit: 1,
      change: changing("b", isProtected: true),
    )
    var bench = try SchoolBench(built)
    bench.changeSchools(2025)
    #expect(open(bench).joined() == "abde")
  }

  @Test func `a school that has grown by a merger of the year is judged anew`() throws {
    var bench = try SchoolBench(
      scenario([("a", 1, 4), ("b", 1, 7), ("c", 1, 12)], threshold: 30, limit: 2)
    )
    bench.changeSchools(2025)
    // The pupils of the one make the other large enough.
    #expect(open(bench) == ["b", "c"])
  }

  @Test func `pupils go to the nearest class before their own, and change their class with it`()
    throws
  {
    var bench = try SchoolBench(scenario(Self.five, threshold: 15, limit: 9))
    bench.changeSchools(2025)
    #expect(open(bench).joined() == "acde")
    #expect((0..<3).map { bench.pupils[0, 1, $0] } == [104, 104, 104])
    #expect((0..<3).map { bench.pupils[0, 2, $0] } == [16, 16, 16])
    #expect(bench.state.pupils(ofSchool: 3) == 312)
  }

  @Test func `pupils are conserved by region and grade`() throws {
    var bench = try SchoolBench(scenario(Self.five, threshold: 30, limit: 9))
    bench.changeSchools(2025)
    #expect(open(bench).joined() == "de")
    for grade in 0..<3 {
      #expect(abs((0..<3).reduce(0) { $0 + bench.pupils[0, $1, grade] } - 220) < 1e-9)
    }
    #expect(abs(bench.state.pupils.reduce(0, +) - 660) < 1e-9)
  }

  @Test func `of schools that are as full as each other the first takes the pupils`() throws {
    // Each has three pupils for a place, by sums that differ in their last digits.
    let (first, second) = (21.6, 21.4)
    #expect((first + first + first) / first > (second + second + second) / second)
    var bench = try SchoolBench(
      scenario([("a", 2, 4), ("b", 1, first), ("c", 1, second)], threshold: 13, limit: 1)
    )
    bench.changeSchools(2025)
    #expect(bench.state.receiverOfClosed == [1, -1, -1])
  }

  @Test func `without a class before their own pupils stay in it, else they go to one after it`()
    throws
  {
    var same = try SchoolBench(
      scenario([("a", 1, 4), ("b", 1, 50), ("c", 2, 50)], threshold: 30, limit: 1)
    )
    same.changeSchools(2025)
    #expect(same.state.receiverOfClosed == [1, -1, -1])
    var after = try SchoolBench(
      scenario([("a", 0, 4), ("b", 1, 50), ("c", 2, 50)], threshold: 30, limit: 1)
    )
    after.changeSchools(2025)
    #expect(after.state.receiverOfClosed == [1, -1, -1])
  }

  @Test func `the receiver that the list names takes the pupils`() throws {
    let built = scenario(
      Self.five,
      threshold: 15,
      limit: 1,
      change: changing("b", receiver: "c"),
    )
    var bench = try SchoolBench(built)
    bench.changeSchools(2025)
    #expect(bench.state.pupils(ofSchool: 2) == 33)
    #expect(bench.state.receiverOfClosed == [-1, 2, -1, -1, -1])
  }

  @Test func `a named receiver without the stage leaves the choice to the rule`() throws {
    var built = SchoolScenario(
      School(code: "a", region: 0, location: 2, stages: [0, 1], closed: 2025, receiver: "b"),
      School(code: "b", region: 0, location: 2, stages: [0]),
      School(code: "c", region: 0, location: 0, stages: [1]),
    )
    built.hasPlacement = false
    var bench = try SchoolBench(built)
    bench.changeSchools(2025)
    #expect(!bench.state.isOpen[0])
    #expect(bench.state.receiverOfClosed == [2, 3, -1, -1])
  }

  @Test func `the last school of a region and stage stays`() throws {
    var bench = try SchoolBench(scenario([("a", 2, 4)], threshold: 30, limit: 9))
    bench.changeSchools(2025)
    #expect(open(bench) == ["a"])
  }

  @Test func `schools open and close in the years that the list gives`() throws {
    let both = { (school: School) in
      changing("e", opened: 2026)(changing("a", closed: 2027)(school))
    }
    var bench = try SchoolBench(scenario(Self.five, change: both))
    #expect(open(bench).joined() == "abcd")
    for (year, left) in [(2025, "abcd"), (2026, "abcde"), (2027, "bcde")] {
      bench.changeSchools(year)
      #expect(open(bench).joined() == left)
    }
    #expect(bench.state.changes == [.merged, .none, .none, .none, .none])
  }

  @Test func `a school that opens is not merged in its first year`() throws {
    var bench = try SchoolBench(
      scenario(
        Self.five,
        threshold: 15,
        limit: 9,
        change: changing("b", opened: 2025),
      )
    )
    bench.changeSchools(2025)
    #expect(open(bench).joined() == "abcde")
    bench.changeSchools(2026)
    #expect(open(bench).joined() == "acde")
  }

  @Test func `extensions raise the places of as many schools as the year extends`() throws {
    var built = scenario(Self.five)
    built.small.set("schools.extensions", 2)
    built.small.set("schools.extension_gain", 0.5)
    var bench = try SchoolBench(built)
    let before = bench.state.places
    bench.changeSchools(2025)
    let factors = zip(bench.state.places, before).map { $0 / $1 }
    #expect(factors.sorted() == [1, 1, 1, 1.5, 1.5])
    let extended = bench.state.changes.map { $0 == .extended ? 1.5 : 1 }
    #expect(extended == factors)
  }
}
