// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Who is head teacher or principal, in schools and where schools are not modelled.
struct RoleAssignmentTests {
  /// Three primary schools, one for each location class, with twelve teachers and six classes each.
  ///
  /// 60 pupils in each of three grades are two classes of at most 40. The second school may close.
  private func scenario(closing year: Int? = nil) -> SchoolScenario {
    var built = SchoolScenario(
      years: 3,
      School(code: "a", region: 0, location: 0, stages: [0]),
      School(code: "b", region: 0, location: 1, stages: [0], closed: year),
      School(code: "c", region: 0, location: 2, stages: [0, 1]),
    )
    built.hasPlacement = false
    built.small.set("need.class_size", 40)
    for school in 0..<3 {
      built.add(12, to: school) { teacher, number in
        teacher.title = number < 8 ? 1 : 0
        teacher.contract = number == 0 ? 1 : 0
      }
    }
    built.small.addItem("pay", 1_000)
    built.small.addItem("principal_pay", who: [PayCondition(.role, [0])], 500)
    built.small.addItem("head_teacher", who: [PayCondition(.role, [1])], 100)
    built.small.addRole("principal", per: .perSchool, who: [PayCondition(.title, [1])], number: 1)
    built.small.addRole("head", per: .perClass, who: [PayCondition(.contract, [0])], number: 1)
    return built
  }

  /// The rows that hold a role, by school.
  private func holders(_ role: UInt8, _ population: Population) -> [[Int]] {
    (0..<3).map { school in
      population.role.indices.filter {
        population.role[$0] == role && population.school[$0] == UInt32(school)
      }
    }
  }

  private func assigned(_ bench: SchoolBench, in year: Int) -> Population {
    var population = bench.population
    guard let rules = bench.scenario.rules.pay else { return population }
    RoleAssignment(rules, in: bench.year(year))
      .apply(to: &population, schools: bench.state, classes: [])
    return population
  }

  @Test func `each school has a head teacher for each class and one principal`() throws {
    let bench = try SchoolBench(scenario())
    let population = assigned(bench, in: 2025)
    let classes = (0..<3).map { school in
      bench.state.network.units(of: school).filter { bench.state.network.unitStage[$0] == 0 }
        .flatMap { bench.state.network.grades(of: $0) }.reduce(0) { $0 + bench.state.classes[$1] }
    }
    #expect(classes == [6, 6, 6])
    #expect(holders(1, population).map(\.count) == [6, 6, 6])
    #expect(holders(0, population).map(\.count) == [1, 1, 1])
    for row in holders(0, population).joined() { #expect(population.title[row] == 1) }
    for row in holders(1, population).joined() { #expect(population.contract[row] == 0) }
  }

  @Test func `holders stay holders as long as nothing changes`() throws {
    let bench = try SchoolBench(scenario())
    let first = assigned(bench, in: 2025)
    #expect(assigned(bench, in: 2026).role == first.role)
    // Another draw would give another list.
    #expect(holders(1, first).contains { $0 != [0, 1, 2, 3, 4, 5] })
  }

  @Test func `whoever leaves is followed by one other, and the others stay`() throws {
    var bench = try SchoolBench(scenario())
    let before = assigned(bench, in: 2025)
    let leaver = holders(1, before)[1][0]
    bench.population.hasLeft[leaver] = true
    let after = assigned(bench, in: 2026)
    #expect(holders(1, after).map(\.count) == [6, 6, 6])
    #expect(Set(holders(1, after)[1]).symmetricDifference(holders(1, before)[1]).count == 2)
    #expect(holders(1, after)[0] == holders(1, before)[0])
    #expect(after.role[leaver] == Teacher.noRole)
  }

  @Test func `a closed school needs nobody`() throws {
    var bench = try SchoolBench(scenario(closing: 2026))
    bench.changeSchools(2025)
    #expect(holders(1, assigned(bench, in: 2025)).map(\.count) == [6, 6, 6])
    bench.changeSchools(2026)
    let population = assigned(bench, in: 2026)
    #expect(holders(0, population).map(\.count) == [1, 0, 1])
    #expect(holders(1, population)[1].isEmpty)
  }

  @Test func `teachers on standby have no roles`() throws {
    var bench = try SchoolBench(scenario())
    let since = CompactMonth(Month(year: 2024, month: 9))
    for row in 12..<24 { bench.population.standbySince[row] = since }
    let population = assigned(bench, in: 2025)
    #expect(holders(1, population).map(\.count) == [6, 0, 6])
    #expect(holders(0, population).map(\.count) == [1, 0, 1])
  }

  @Test func `too few teachers fill the roles as far as they go, the first role first`() throws {
    var built = scenario()
    built.small.teachers.removeAll { $0.school == 0 }
    built.add(3, to: 0) { teacher, _ in teacher.title = 1 }
    let population = assigned(try SchoolBench(built), in: 2025)
    #expect(holders(0, population)[0].count == 1)
    #expect(holders(1, population)[0].count == 2)
  }

  @Test func `a role that needs more holders than there are teachers is held by all of them`()
    throws
  {
    var built = scenario()
    built.small.addRole("many", per: .perClass, number: 1e12)
    let population = assigned(try SchoolBench(built), in: 2025)
    #expect(population.role.contains(2))
    #expect(!population.role.contains(Teacher.noRole))
  }

  // 3 principals at 500 and 18 head teachers at 100 a month: 12 x (1,500 + 1,800) = 39,600 a year.
  @Test func `roles are paid from the opening on`() throws {
    let runs = try scenario().paid()
    for year in 2025...2027 {
      #expect(runs.cost(["item": "principal_pay"], in: year) == 1_800_000)
      #expect(runs.cost(["item": "head_teacher"], in: year) == 2_160_000)
    }
  }

  // 90 pupils in the one grade are three classes of at most 40; half a holder a class is 1.5 -> 2.
  @Test func `without schools a region and stage has the holders of its classes`() throws {
    var small = SmallScenario(years: 1)
    small.enrolment = (.table, [])
    small.set("enrolment.pupils", 90)
    small.need = [.timetable]
    small.set("need.class_size", 40)
    small.set("need.weekly_periods", 10)
    small.set("need.weekly_load", 10)
    small.add(8, age: 40)
    small.addItem("pay", 1_000)
    small.addItem("head_teacher", who: [PayCondition(.role, [0])], 100)
    small.addRole("head", per: .perClass, number: 0.5)
    let runs = try small.paid()
    #expect(runs.summary("classes", 2025) == [3])
    #expect(runs.cost(["item": "head_teacher"], in: 2025) == 2 * 12 * 10_000)
  }
}
