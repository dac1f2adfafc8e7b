// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Births, progression and moves of pupils.
struct EnrolmentPhaseTests {
  /// Three grades that children enter at six; who completes a grade moves on.
  private func school(years: Int = 1, progression: [[Double]]? = nil) -> SmallScenario {
    let grades = Dimension(.grade, ["g1", "g2", "g3"].map { Member($0) })
    var small = SmallScenario(
      years: years,
      dimensions: Dimensions([grades], stageOfGrade: [0, 0, 0]),
    )
    small.enrolment = (.cohort, [EntryGrade(grade: 0, age: 6)])
    let shares = progression ?? [[0, 1, 0], [0, 0, 1], [0, 0, 0]]
    small.set("enrolment.progression", by: [.grade, .nextGrade]) { shares[$0[0]][$0[1]] }
    return small
  }

  /// Sets births by calendar year, the first holding for all years before.
  private func setBirths(_ births: [(Int, Double)], in small: inout SmallScenario) {
    small.set(
      "enrolment.births",
      dated: births.enumerated().map { number, pair in
        (from: Month(year: number == 0 ? 1900 : pair.0, month: 1), [pair.1])
      },
    )
  }

  private func pupils(_ runs: Runs, _ year: Int) -> [Double] {
    ["g1", "g2", "g3"].map { runs.values("pupils", ["grade": $0], year)[0] }
  }

  private func expectClose(_ found: [Double], _ expected: [Double]) {
    for (found, expected) in zip(found, expected) {
      #expect(abs(found - expected) <= 1e-9 * max(1, expected))
    }
  }

  @Test func `children of six on 1 September were born in two calendar years`() throws {
    // Born from September 2018 to August 2019: 4/12 of 1200 and 8/12 of 600.
    var small = school()
    setBirths([(2018, 1200), (2019, 600)], in: &small)
    expectClose([pupils(try small.run(), 2025)[0]], [800])
  }

  @Test func `a cohort is counted once in every grade`() throws {
    // Entrants of y are 4/12 · births(y − 7) + 8/12 · births(y − 6), the grade g a year's earlier.
    var small = school(years: 6)
    let births = (2012...2026).map { ($0, Double(1000 + 37 * ($0 - 2012) % 211)) }
    setBirths(births, in: &small)
    let of = Dictionary(uniqueKeysWithValues: births)
    let runs = try small.run()
    for year in 2025...2030 {
      let expected = (0..<3).map { grade in
        (of[year - grade - 7] ?? 0) / 3 + (of[year - grade - 6] ?? 0) * 2 / 3
      }
      expectClose(pupils(runs, year), expected)
    }
  }

  @Test func `survival with repetition follows the matrix`() throws {
    // 0.9 move on and 0.05 repeat; from 100, 80, 60 with 120 entrants a year:
    // 2025: 120 + 5 = 125; 90 + 4 = 94; 72 + 3 = 75.
    // 2026: 120 + 6.25 = 126.25; 112.5 + 4.7 = 117.2; 84.6 + 3.75 = 88.35.
    var small = school(years: 2, progression: [[0.05, 0.9, 0], [0, 0.05, 0.9], [0, 0, 0.05]])
    setBirths([(2000, 120)], in: &small)
    small.set("enrolment.opening_pupils", by: [.grade], 100, 80, 60)
    let runs = try small.run()
    expectClose(pupils(runs, 2025), [125, 94, 75])
    expectClose(pupils(runs, 2026), [126.25, 117.2, 88.35])
  }

  @Test func `nobody appears or vanishes but by entering and completing`() throws {
    var small = school(years: 8)
    setBirths((2015...2026).map { ($0, Double(100 + ($0 * 7919) % 53)) }, in: &small)
    let runs = try small.run()
    for year in 2026...2032 {
      let (before, after) = (pupils(runs, year - 1), pupils(runs, year))
      expectClose([after.reduce(0, +)], [before.reduce(0, +) + after[0] - before[2]])
    }
  }

  @Test func `without intake a school empties, without progression it has one grade`() throws {
    var none = school(years: 3)
    setBirths([(2000, 120)], in: &none)
    none.set("enrolment.intake", 0)
    none.set("enrolment.opening_pupils", by: [.grade], 10, 20, 30)
    let runs = try none.run()
    #expect((2025...2027).map { runs.summary("pupils", $0)[0] } == [30, 10, 0])
    var stuck = school(progression: [[0, 0, 0], [0, 0, 0], [0, 0, 0]])
    setBirths([(2000, 120)], in: &stuck)
    expectClose(pupils(try stuck.run(), 2025), [120, 0, 0])
  }

  @Test func `more births and net arrivals mean more pupils`() throws {
    var small = school()
    setBirths([(2000, 120)], in: &small)
    let base = try small.run().summary("pupils", 2025)[0]
    setBirths([(2000, 130)], in: &small)
    #expect(try small.run().summary("pupils", 2025)[0] > base)
    setBirths([(2000, 120)], in: &small)
    // Entrants are not moved: 120 + 2 · 120 · 1.05, and the opening had moved once already.
    small.set("enrolment.migration", 0.05)
    expectClose(pupils(try small.run(), 2025), [120, 126, 132.3])
  }

  /// Two location classes: entrants are shared out, and some move each year.
  private func twoLocations(moving: Double) -> SmallScenario {
    let grades = Dimension(.grade, ["g1", "g2", "g3"].map { Member($0) })
    let locations = Dimension(.location, [Member("rural"), Member("urban")])
    var small = SmallScenario(
      dimensions: Dimensions([grades, locations], stageOfGrade: [0, 0, 0])
    )
    small.enrolment = (.cohort, [EntryGrade(grade: 0, age: 6)])
    small.set("enrolment.progression", by: [.grade, .nextGrade]) { $0[1] == $0[0] + 1 ? 1 : 0 }
    small.set("enrolment.births", 120)
    small.set("enrolment.location_share", by: [.location], 0.75, 0.25)
    small.set("enrolment.relocation", by: [.location, .nextLocation]) {
      $0[0] == 0 && $0[1] == 1 ? moving : 0
    }
    return small
  }

  // Shares that are drawn above one move all.
  @Test(arguments: [(0.0, 0.0), (0.1, 0.1), (1, 1), (1.3, 1)])
  func `moves between locations keep the pupils`(share: Double, moving: Double) throws {
    let small = twoLocations(moving: share)
    let parameters = small.parameters
    let rules = EnrolmentRules(
      parameters,
      method: .cohort,
      entries: [EntryGrade(grade: 0, age: 6)],
    )
    let phase = EnrolmentPhase(
      rules,
      birthFactors: BirthFactors(volatility: 0, years: 2030...2031, key: nil),
    )
    let stock = phase.openingStock(in: small.year(2024, parameters))
    expectClose([stock.pupils.reduce(0, +)], [360])
    // 90 enter rural schools and 1 − m of them are left after each year.
    for grade in 0..<3 {
      let staying = (0...grade).reduce(90.0) { left, _ in left * (1 - moving) }
      expectClose(
        [stock[0, 0, grade], stock[0, 1, grade]],
        [staying, 120 - staying],
      )
    }
  }

  @Test func `a table gives the pupils of each year`() throws {
    var small = school(years: 2)
    small.enrolment = (.table, [])
    small.set(
      "enrolment.pupils",
      by: [.grade],
      dated: [
        (Month(year: 2024, month: 9), [1, 2, 3]), (Month(year: 2026, month: 9), [4, 5, 6]),
      ],
    )
    let runs = try small.run()
    #expect(pupils(runs, 2025) == [1, 2, 3])
    #expect(pupils(runs, 2026) == [4, 5, 6])
  }

  @Test func `uncertain births are a walk of mean 1 whose variance compounds`() {
    // After k factors of mean 1 and standard deviation 0.1 the variance is 1.01^k − 1.
    let keys = (0..<2000).map { RandomKey(seed: 7, replication: UInt32($0)) }
    let walks = keys.map { BirthFactors(volatility: 0.1, years: 2026...2040, key: $0) }
    #expect(walks.allSatisfy { $0.factor(of: 2025) == 1 })
    for steps in [1, 4] {
      let factors = walks.map { $0.factor(of: 2025 + steps) }
      let spread = (0..<steps).reduce(1.0) { product, _ in product * 1.01 } - 1
      #expect(standardErrors(ofMean: factors, from: 1, variance: spread) < 5)
      #expect(standardErrors(ofVariance: factors, from: spread, excessKurtosis: 1) < 5)
    }
  }

  @Test func `births that are certain change no bit`() throws {
    var small = school(years: 3)
    setBirths([(2000, 120)], in: &small)
    let base = try small.run(replications: 2)
    small.set("enrolment.births_volatility", 0)
    #expect(try small.run(replications: 2).records == base.records)
    #expect(base.records[0] == base.records[1])
    #expect(small.scenario().uncertainParameters == [])
    small.set("enrolment.births_volatility", 0.2)
    #expect(small.scenario().uncertainParameters == ["enrolment.births_volatility"])
    small.calendar.lastYear = 2035
    let uncertain = try small.run(replications: 3)
    #expect(Set(uncertain.summary("pupils", 2035)).count > 1)
  }
}
