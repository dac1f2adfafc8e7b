// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Those without a post, and volunteers, propose to other schools.
struct CrossSchoolRoundTests {
  /// An urban school, a rural one and one that closes, with as many posts each as the open ones get.
  private func scenario(posts: Double, closing: Int = 2) -> SchoolScenario {
    var built = SchoolScenario(
      years: 3,
      School(code: "a", region: 0, location: 0, stages: [0]),
      School(code: "b", region: 0, location: 2, stages: [0]),
      School(code: "c", region: 0, location: closing, stages: [0], closed: 2025, receiver: "b"),
    )
    built.needInPrimary(10)
    built.beginTerm()
    built.small.set("posts.table", posts)
    // Pupils stay even between the two schools when the third one's go to the rural one.
    built.small.set("enrolment.pupils", by: [.location], 50, 0, 50)
    return built
  }

  // MARK: - Choices

  @Test func `choices between two schools follow the logit share`() throws {
    var built = scenario(posts: 20_000)
    built.small.set("placement.location_utility", by: [.location], 1, 0, 0)
    built.small.set("placement.displaced_upward", 1)
    built.add(4000, to: 2)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].placedCrossSchool == 4000)
    #expect(bench.counts[0].preferenceRanks == 4000)
    // e^1 ÷ (e^1 + e^0)
    let law = Binomial(trials: 4000, probability: 0.731_058_578_630_004_9)
    let urban = Double(bench.staff(of: 0))
    #expect(abs(urban - law.mean) < 4 * law.variance.squareRoot())
  }

  @Test func `volunteers leave by the logit of what staying is worth`() throws {
    var built = scenario(posts: 20_000)
    built.small.set("placement.own_school_utility", 1)
    built.small.set("placement.application", 1)
    built.add(4000, to: 0)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].applicants == 4000)
    let law = Binomial(trials: 4000, probability: 0.268_941_421_369_995_1)
    let moved = Double(bench.staff(of: 1))
    #expect(abs(moved - law.mean) < 4 * law.variance.squareRoot())
    #expect(bench.flows.total(bench.flows.kinds.moved) == moved)
    // Tastes are for life, so nobody who has chosen goes back in the next year.
    bench.advance(to: 2026)
    #expect(bench.flows.total(bench.flows.kinds.moved) == 0)
  }

  @Test func `a key school is worth its utility`() throws {
    var built = scenario(posts: 20_000)
    built.listed[0] = School(code: "a", region: 0, stages: [0], isKeySchool: true)
    built.small.set("placement.key_school_utility", 2)
    built.small.set("placement.displaced_upward", 1)
    built.add(4000, to: 2)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    let law = Binomial(trials: 4000, probability: 0.880_797_077_977_882_4)
    #expect(abs(Double(bench.staff(of: 0)) - law.mean) < 4 * law.variance.squareRoot())
  }

  @Test func `everybody who may goes where it is best by far`() throws {
    var built = scenario(posts: 400)
    built.small.set("placement.location_utility", by: [.location], 100, 50, 0)
    built.small.set("placement.application", 1)
    built.small.set("placement.displaced_upward", 1)
    built.add(50, to: 0)
    built.add(50, to: 1) { teacher, number in
      teacher.obligationEnd = number < 10 ? .future : .past
    }
    built.add(50, to: 2)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    // Those bound by an obligation do not apply.
    #expect([0, 1, 2, -1].map { bench.staff(of: $0) } == [140, 10, 0, 0])
    #expect(bench.counts[0].applicants == 90)
    #expect(bench.counts[0].preferenceRanks == 90)
  }

  // MARK: - Rank

  @Test func `the best of those without a post get the posts there are`() throws {
    var built = scenario(posts: 10)
    built.small.set("placement.title_score", by: [.title], 0, 5)
    built.add(5, to: 0)
    built.add(3, to: 1)
    built.add(6, to: 2) { teacher, number in teacher.title = number < 2 ? 1 : 0 }
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect([0, 1, 2, -1].map { bench.staff(of: $0) } == [5, 5, 0, 4])
    for id in 8..<10 { #expect(bench.school(ofTeacher: UInt64(id)) == 1) }
  }

  @Test func `a volunteer loses no post to anybody of whatever rank`() throws {
    var built = scenario(posts: 40)
    built.small.set("placement.title_score", by: [.title], 0, 1000)
    built.small.set("placement.application", 1)
    built.small.set("placement.displaced_upward", 1)
    built.add(20, to: 0)
    built.add(18, to: 1)
    built.add(20, to: 2) { teacher, _ in teacher.title = 1 }
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    for id in 0..<38 { #expect(bench.school(ofTeacher: UInt64(id)) ?? -1 >= 0) }
    #expect([0, 1, 2, -1].map { bench.staff(of: $0) } == [20, 20, 0, 18])
    #expect(bench.counts[0].blockingPairs == 0)
  }

  @Test func `two who wish for each other's school change places without a vacancy`() throws {
    var built = scenario(posts: 200)
    built.small.set("placement.application", 1)
    built.add(100, to: 0)
    built.add(100, to: 1)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect([0, 1, 2, -1].map { bench.staff(of: $0) } == [100, 100, 0, 0])
    // Half of each side like the other school better: as many move as the smaller side has.
    let moved = bench.flows.total(bench.flows.kinds.moved)
    #expect(moved > 60 && moved <= 140)
  }

  // MARK: - Second subjects

  @Test func `a second subject finds a post, changes the cell and conserves people`() throws {
    var built = scenario(posts: 40)
    built.needInPrimary(20, 20)
    built.add(10, to: 0)
    built.add(10, to: 1)
    built.add(6, to: 2) { teacher, number in teacher.secondSubject = number < 4 ? 1 : 255 }
    built.small.set("placement.post_conversion", 0)
    var bench = try SchoolBench(built)
    let before = bench.headcount
    bench.advance(to: 2025)
    let flows = bench.flows
    #expect([0, 1, -1].map { bench.staff(of: $0) } == [10, 14, 2])
    #expect(bench.headcount[0] == 22 && bench.headcount[1] == 4)
    for cell in before.indices {
      #expect(bench.headcount[cell] == before[cell] + flows.exchanged[cell])
    }
    #expect(flows.total(flows.kinds.moved) == 4)
  }

  @Test func `the own subject comes before the second one, and remains one of the two`() throws {
    var built = scenario(posts: 40)
    built.needInPrimary(20, 20)
    built.add(10, to: 0)
    built.add(8, to: 1)
    built.add(5, to: 2) { teacher, _ in teacher.secondSubject = 1 }
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.headcount[0] == 20 && bench.headcount[1] == 3)
    for row in 0..<bench.population.count where bench.population.cell[row] == 1 {
      #expect(bench.population.secondSubject[row] == 0)
    }
  }

  @Test func `a second subject that is the first one names no post twice`() throws {
    var built = scenario(posts: 20)
    built.add(10, to: 0)
    built.add(5, to: 1)
    built.add(8, to: 2) { teacher, _ in teacher.secondSubject = 0 }
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect([0, 1, -1].map { bench.staff(of: $0) } == [10, 10, 3])
    #expect(bench.counts[0].preferenceRanks == 5)
    #expect(bench.counts[0].blockingPairs == 0)
  }

  // MARK: - Upward moves

  @Test(arguments: [(0.0, 20, 0), (0.01, 20, 1), (0.2, 20, 4), (0.14, 50, 7), (1, 20, 20)])
  func `as many move to a better class as the limit allows, the best first`(
    limit: Double,
    staff: Int,
    moved: Int,
  ) throws {
    var built = scenario(posts: 200)
    built.small.set("placement.location_utility", by: [.location], 100, 50, 0)
    built.small.set("placement.application", 1)
    built.small.set("placement.upward_limit", limit)
    built.small.set("placement.title_score", by: [.title], 0, 5)
    built.add(staff, to: 1) { teacher, number in teacher.title = number < 4 ? 1 : 0 }
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.staff(of: 0) == moved)
    let urban = (0..<staff).filter { bench.school(ofTeacher: UInt64($0)) == 0 }
    #expect(moved > 4 || urban.allSatisfy { $0 < 4 })
  }

  @Test func `the limit does not bind moves to the same class or one after it`() throws {
    var built = scenario(posts: 200)
    built.small.set("placement.location_utility", by: [.location], 0, 50, 100)
    built.small.set("placement.application", 1)
    built.small.set("placement.upward_limit", 0)
    built.add(20, to: 0)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.staff(of: 1) == 20)
  }

  @Test(arguments: [(0.0, 0, 8), (1, 8, 0)])
  func `those without a post apply upwards only where the rule says so`(
    isOpen: Double,
    applied: Int,
    assigned: Int,
  ) throws {
    var built = scenario(posts: 20)
    built.small.set("placement.displaced_upward", isOpen)
    built.add(10, to: 1)
    built.add(8, to: 2)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    // The rural school is full; the county may still assign them to the urban one.
    #expect(bench.counts[0].placedCrossSchool == applied)
    #expect(bench.counts[0].countyAssigned == assigned)
    #expect([0, 1, -1].map { bench.staff(of: $0) } == [8, 10, 0])
  }

  @Test func `an application is drawn with the probability times that of the class`() throws {
    var built = scenario(posts: 20_000)
    built.small.set("placement.application", 0.2)
    built.small.set("placement.application_factor", by: [.location], 0, 1, 2)
    built.add(1000, to: 0)
    built.add(2000, to: 1)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    let law = Binomial(trials: 2000, probability: 0.4)
    let applicants = Double(bench.counts[0].applicants)
    #expect(abs(applicants - law.mean) < 4 * law.variance.squareRoot())
    #expect((0..<1000).allSatisfy { bench.school(ofTeacher: UInt64($0)) == 0 })
  }
}
