// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Grades of posts within a title: shares, seniority, and nobody falls.
struct PostGradePhaseTests {
  /// Ten teachers with the title of the first grade (一级), with shares 2 : 4 : 4 of grades 8, 9, 10.
  ///
  /// The one with identity *n* has the title since 2005 + *n*, so that the identity is the rank.
  private func ten() -> SmallScenario {
    var small = SmallScenario.withPublishedPay()
    small.add(10, age: 45) { teacher, number in
      teacher.title = 2
      teacher.titleStart = CompactMonth(Month(year: 2005 + number, month: 9))
    }
    setShares(0.2, 0.4, 0.4, of: &small)
    return small
  }

  private func setShares(
    _ high: Double,
    _ middle: Double,
    _ low: Double,
    of small: inout SmallScenario,
  ) {
    let shares = [0, 0, 1, 0, 0, 1, high, middle, low, 0.5, 0.5, 1]
    small.set("pay.post_grade_share", by: [.postGrade]) { shares[$0[0]] }
  }

  private func phase(_ small: SmallScenario) -> PostGradePhase? {
    let parameters = small.parameters
    return small.rules(parameters).pay.map {
      PostGradePhase($0, in: small.year(2025, parameters))
    }
  }

  /// The grades of all teachers once they have risen.
  private func raised(_ population: Population, in small: SmallScenario) -> [UInt8] {
    var workspace = PostGradeWorkspace()
    var grades = population.postGrade
    phase(small)?.apply(to: population, grades: &grades, using: &workspace)
    return grades
  }

  /// The opening grades, by identity.
  private func opened(_ small: SmallScenario) throws -> Population {
    try Simulation(small.scenario()).opening
  }

  private func grades(_ numbers: Int...) -> [UInt8] { numbers.map { PublishedPay.grade($0) } }

  @Test func `ten holders of shares 2 : 4 : 4 are two, four and four by seniority`() throws {
    let population = try opened(ten())
    #expect(population.postGrade == grades(8, 8, 9, 9, 9, 9, 10, 10, 10, 10))
  }

  @Test(arguments: [1: [0, 0, 1], 4: [0, 2, 2], 5: [1, 2, 2], 9: [1, 4, 4], 11: [2, 4, 5]])
  func `whole places are rounded down from the top`(holders: Int, expected: [Int]) throws {
    var small = ten()
    small.teachers = []
    small.add(holders, age: 45) { teacher, _ in teacher.title = 2 }
    let population = try opened(small)
    let found = [8, 9, 10].map { grade in
      population.postGrade.count { $0 == PublishedPay.grade(grade) }
    }
    #expect(found == expected)
  }

  @Test func `where nothing is free nobody moves`() throws {
    let small = ten()
    let population = try opened(small)
    #expect(raised(population, in: small) == population.postGrade)
  }

  @Test func `a place that becomes free goes to the next senior, and so does his`() throws {
    let small = ten()
    var population = try opened(small)
    // The first one on grade 8 leaves: ⌊0.2 x 9⌋ = 1 place on grade 8, which is held, and
    // ⌊0.6 x 9⌋ = 5 places on grades 8 and 9, which are held too.
    population.hasLeft[0] = true
    #expect(raised(population, in: small) == population.postGrade)
    // A tenth holder of the lowest grade brings the places back: 2 and 6 of 10.
    var recruit = population[9]
    recruit.id = 10
    recruit.titleStart = CompactMonth(Month(year: 2024, month: 9))
    population.append(recruit)
    let risen = raised(population, in: small)
    #expect(risen.indices.filter { risen[$0] != population.postGrade[$0] } == [2, 6])
    #expect([risen[2], risen[6]] == grades(8, 9))
  }

  @Test func `nobody falls when shares shrink`() throws {
    var small = ten()
    let population = try opened(small)
    setShares(0, 0.1, 0.9, of: &small)
    #expect(raised(population, in: small) == population.postGrade)
  }

  @Test func `everybody rises by one grade a year at most`() throws {
    var small = ten()
    let population = try opened(small)
    setShares(1, 0, 0, of: &small)
    let risen = raised(population, in: small)
    // Eight of ten places on grade 8 are free, so the four of grade 9 rise; four places on grades 8
    // and 9 together are free, so the four of grade 10 rise to grade 9.
    let changed = risen.indices.filter { risen[$0] != population.postGrade[$0] }.map { risen[$0] }
    #expect(changed.sorted() == (grades(8, 8, 8, 8) + grades(9, 9, 9, 9)).sorted())
  }

  @Test func `grades that a roster states are kept`() throws {
    var small = ten()
    small.teachers[9].postGrade = PublishedPay.grade(8)
    #expect(try opened(small).postGrade[9] == PublishedPay.grade(8))
  }

  // Hired at step 5 on 1 September 2018, steps rise in the Januaries 2020 to 2024, five times: 10.
  // With the start step 9 of grade 10 a service from 2023 on has 9, and a step that is stated stays.
  @Test func `opening steps are those that service would have brought`() throws {
    var small = SmallScenario.withPublishedPay()
    small.set("pay.entry_step", 5)
    small.add(4, age: 45) { teacher, number in
      let years = [2018, 2023, 2024, 2018]
      teacher.title = number == 1 ? 2 : 1
      teacher.serviceStart = CompactMonth(Month(year: years[number], month: 9))
      teacher.salaryStep = number == 3 ? 31 : 0
    }
    #expect(try opened(small).salaryStep == [10, 9, 5, 31])
  }
}
