// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Rotation between schools: volunteers exchange, others are called.
struct RotationRoundTests {
  /// Schools with the given numbers of teachers of Chinese, all of them long at their school.
  private func scenario(_ staff: Int...) -> SchoolScenario {
    var built = SchoolScenario(years: 3)
    for (number, count) in staff.enumerated() {
      built.listed.append(
        School(code: "s\(number)", region: 0, location: number % 3, stages: [0])
      )
      built.add(count, to: number)
    }
    built.hasRotation = true
    built.beginTerm()
    built.needInPrimary(100, 100, 100)
    built.small.set("posts.table", 3000)
    return built
  }

  private func moved(_ bench: SchoolBench) -> Int {
    Int(bench.flows.total(bench.flows.kinds.moved))
  }

  // MARK: - Duty

  @Test(arguments: [(0.0, 0), (0.05, 2), (0.1, 2), (0.25, 6), (1, 20)])
  func `as many are called as the duty asks for, in pairs`(share: Double, called: Int) throws {
    var built = scenario(10, 10)
    built.small.set("rotation.duty_share", share)
    var bench = try SchoolBench(built)
    let staff = bench.slotStaff(bench.population)
    bench.advance(to: 2025)
    #expect(bench.counts[0].dueToRotate == 20)
    #expect(bench.counts[0].rotated == called)
    #expect(moved(bench) == called)
    #expect(bench.slotStaff(bench.population) == staff)
    #expect([0, 1].map { bench.staff(of: $0) } == [10, 10])
  }

  @Test func `a share that is whole but for rounding calls no pair more`() throws {
    var built = scenario(50, 50)
    // 0.14 × 100 is 14.000000000000002 in binary fractions.
    built.small.set("rotation.duty_share", 0.14)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].rotated == 14)
  }

  @Test(arguments: [[10, 4], [6, 6, 6], [1, 2, 3, 4], [12, 1, 1], [5]])
  func `under a full duty only teachers of one school are left without a partner`(
    staff: [Int]
  ) throws {
    var built = scenario()
    for (number, count) in staff.enumerated() {
      built.listed.append(School(code: "s\(number)", region: 0, stages: [0]))
      built.add(count, to: number)
    }
    built.small.set("rotation.duty_share", 1)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    let population = bench.population
    let september = CompactMonth(Month(year: 2025, month: 9))
    let left = (0..<population.count).filter { population.schoolStart[$0] != september }
    #expect(bench.counts[0].rotated == population.count - left.count)
    #expect(Set(left.map { population.school[$0] }).count <= 1)
    #expect(staff.indices.map { bench.staff(of: $0) } == staff)
  }

  @Test func `teachers change places within their subject alone`() throws {
    var built = scenario(5, 0)
    built.add(5, to: 1, cell: 1)
    built.small.set("rotation.duty_share", 1)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].rotated == 0)
    #expect(moved(bench) == 0)
  }

  @Test(arguments: [0.2, 0.5, 1])
  func `backbone teachers are called until their share is reached`(share: Double) throws {
    // Each subject has one backbone teacher, so that they cannot change places with each other.
    var built = scenario()
    for number in 0..<2 {
      built.listed.append(School(code: "s\(number)", region: 0, stages: [0]))
      for cell in 0..<3 {
        built.add(10, to: number, cell: cell) { teacher, place in
          teacher.isBackbone = number == 0 && place == 0
        }
      }
    }
    built.small.set("rotation.duty_share", 0.1)
    built.small.set("rotation.backbone_share", share)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].dueToRotate == 60)
    #expect(bench.counts[0].rotated == 6)
    let required = (share * 6).rounded(.up)
    #expect(bench.counts[0].rotatedBackbone >= min(3, Int(required)))
  }

  // MARK: - Who is due

  @Test func `who is exempt by age, tenure or leave is not due`() throws {
    var built = scenario(0, 0)
    let recent = CompactMonth(Month(year: 2020, month: 9))
    for number in 0..<2 {
      // Aged 56 and a half on the counting day, so exempt among women only.
      built.add(3, to: number, age: 55) { teacher, place in teacher.sex = place == 0 ? 1 : 0 }
      built.add(4, to: number) { teacher, _ in teacher.schoolStart = recent }
      built.add(5, to: number, age: 30)
    }
    built.small.set("rotation.exempt_age", by: [.sex], 57, 56)
    built.small.set("rotation.eligible_years", 6)
    built.small.set("rotation.duty_share", 1)
    var bench = try SchoolBench(built)
    bench.changeSchools(2025)
    let onLeave = UInt64(8)
    for row in 0..<bench.population.count where bench.population.id[row] == onLeave {
      bench.population.leaveShare[row] = 0.5
    }
    let before = bench.population
    bench.place(2025)
    // Two men of 56 and five of 30 a school, less one on leave.
    #expect(bench.counts[0].dueToRotate == 13)
    #expect(bench.counts[0].rotated == 12)
    for row in 0..<before.count {
      let isExempt =
        before.schoolStart[row] == recent || before.sex[row] == 1 || before.id[row] == onLeave
      #expect(!isExempt || bench.population.school[row] == before.school[row])
    }
  }

  @Test func `who has moved is not due again for the years that make due`() throws {
    var built = scenario(10, 10)
    built.small.set("rotation.duty_share", 1)
    built.small.set("rotation.eligible_years", 2)
    var bench = try SchoolBench(built)
    for (year, due) in [(2025, 20), (2026, 0), (2027, 20)] {
      bench.advance(to: year)
      #expect(bench.counts[0].dueToRotate == due)
      #expect(bench.counts[0].rotated == due)
    }
  }

  // MARK: - Volunteers

  @Test func `an exchange leaves nobody worse off and every slot staffed`() throws {
    var built = scenario(12, 9, 7, 5)
    for cell in 1..<3 { for school in 0..<4 { built.add(6, to: school, cell: cell) } }
    built.small.set("rotation.volunteers", 1)
    built.small.set("placement.location_utility", by: [.location], 0.8, 0.3, 0)
    built.small.set("placement.own_school_utility", 0.2)
    var bench = try SchoolBench(built)
    let before = bench.population
    bench.advance(to: 2025)
    let rules = try #require(bench.scenario.rules.placement)
    let preference = SchoolPreference(rules, network: bench.state.network, in: bench.year(2025))
    var better = 0
    for row in 0..<before.count {
      let old = Int(before.school[row])
      let new = Int(bench.population.school[row])
      guard old != new else { continue }
      let id = before.id[row]
      let staying = preference.utilityOfStaying(at: old, to: id)
      #expect(preference.utility(of: new, to: id) > staying)
      better += 1
    }
    #expect(better == bench.counts[0].rotatedByExchange)
    #expect(better == moved(bench))
    #expect(better > 10)
    #expect(bench.slotStaff(bench.population) == bench.slotStaff(before))
  }

  @Test func `an exchange leaves no pair who would both gain by changing places`() throws {
    var built = scenario(15, 15, 15)
    built.small.set("rotation.volunteers", 1)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    let rules = try #require(bench.scenario.rules.placement)
    let preference = SchoolPreference(rules, network: bench.state.network, in: bench.year(2025))
    let population = bench.population
    for left in 0..<45 {
      for right in 0..<left {
        let schools = (Int(population.school[left]), Int(population.school[right]))
        let gains = [(left, schools.0, schools.1), (right, schools.1, schools.0)].map {
          let id = population.id[$0.0]
          return preference.utility(of: $0.2, to: id) - preference.utility(of: $0.1, to: id)
        }
        #expect(gains[0] <= 0 || gains[1] <= 0)
      }
    }
  }

  @Test func `volunteers count towards the duty`() throws {
    var built = scenario(20, 20)
    built.small.set("rotation.volunteers", 1)
    let exchanged = try {
      var bench = try SchoolBench(built)
      bench.advance(to: 2025)
      return bench.counts[0].rotatedByExchange
    }()
    #expect(exchanged > 4)
    built.small.set("rotation.duty_share", 0.1)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].rotated == exchanged)
  }

  @Test func `whether the duty is met is judged by region`() throws {
    var built = scenario(10, 10)
    built.small.set("rotation.duty_share", 0.1)
    let met = try built.run().values("placement", ["measure": "duty_met"], 2025)
    #expect(met == [2])
    built.small.set("rotation.backbone_share", 0.2)
    let unmet = try built.run().values("placement", ["measure": "duty_met"], 2025)
    #expect(unmet == [0])
  }
}
