// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Opening populations built from published margins.
struct PopulationSynthesisTests {
  /// A thousand teachers of two regions, two stages, two sexes and three titles.
  private func margins() -> SmallScenario {
    var small = SmallScenario(dimensions: .ofTwoCounties)
    small.set("population.teachers", 1000)
    small.set("population.region", by: [.region], 0.3, 0.7)
    small.set("population.stage", by: [.region, .stage], 0.6, 0.4, 0.5, 0.5)
    small.set("population.subject", by: [.stage, .subject], 0.8, 0.2, 0, 0.5, 0.2, 0.3)
    small.set("population.sex", by: [.stage, .sex], 0.3, 0.7, 0.45, 0.55)
    small.set("population.age", by: [.age]) { (25..<57).contains($0[0]) ? 1.0 / 32 : 0 }
    small.set("population.title", by: [.title], 0.5, 0.3, 0.2)
    small.set("population.entry_age", by: [.age]) { (22...26).contains($0[0]) ? 0.2 : 0 }
    small.set("population.longest_in_title", by: [.title], 20, 15, 10)
    return small
  }

  private func population(_ small: SmallScenario, seed: UInt64 = 1) throws -> Population {
    var small = small
    small.seed = seed
    let parameters = small.parameters
    let day = small.year(2024, parameters)
    return try PopulationSynthesis(SynthesisRules(parameters), opening: day).population()
  }

  /// A population with the attributes of each row at hand.
  private struct People {
    let population: Population
    let dimensions = Dimensions.ofTwoCounties
    let clock = TeacherClock(Month(year: 2024, month: 9))

    func count(_ isOne: (Int) -> Bool) -> Int { (0..<population.count).count(where: isOne) }
    func region(_ row: Int) -> Int { dimensions.region(ofCell: Int(population.cell[row])) }
    func field(_ row: Int) -> TeachingField { dimensions.field(ofCell: Int(population.cell[row])) }
    func age(_ row: Int) -> Int { clock.years(since: population.birth[row], limit: 120) }
  }

  @Test func `every margin is met to the head`() throws {
    let people = People(population: try population(margins()))
    #expect(people.population.count == 1000)
    #expect(people.count { people.region($0) == 0 } == 300)
    // 0.6 of 300 and 0.5 of 700 are 180 and 350; the stages hold 530 and 470.
    #expect(people.count { people.region($0) == 0 && people.field($0).stage == 0 } == 180)
    #expect(people.count { people.field($0).stage == 0 } == 530)
    #expect(people.count { people.field($0) == TeachingField(stage: 0, subject: 1) } == 106)
    #expect(people.count { people.field($0) == TeachingField(stage: 1, subject: 2) } == 141)
    #expect(people.count { people.field($0).stage == 0 && people.population.sex[$0] == 1 } == 371)
    #expect(people.count { people.field($0).stage == 0 && people.population.title[$0] == 1 } == 159)
    // 530 over 32 ages: 16 or 17 of each.
    for age in 25..<57 {
      let found = people.count { people.age($0) == age && people.field($0).stage == 0 }
      #expect((16...17).contains(found))
    }
  }

  @Test func `affinities of one leave attributes independent`() throws {
    // Of 371 women and 159 men of the first stage, half hold the lowest title, in whole heads:
    // each table is rounded by less than one head in a row of persons.
    let people = People(population: try population(margins()))
    for region in 0..<2 {
      let women = people.count {
        people.region($0) == region && people.field($0).stage == 0 && people.population.sex[$0] == 1
      }
      let expected = [180.0, 350][region] * 0.7
      #expect(abs(Double(women) - expected) <= 2)
    }
  }

  @Test func `an affinity brings members together and keeps the margins`() throws {
    var small = margins()
    small.set("population.sex_affinity", by: [.subject, .sex], 1, 1, 5, 1, 1, 1)
    small.set("population.title_affinity", by: [.title, .age]) { place in
      place[0] == 2 && place[1] < 40 ? 0 : 1
    }
    let people = People(population: try population(small))
    let men = people.count { people.field($0).stage == 0 && people.population.sex[$0] == 0 }
    let menOfPE = people.count {
      people.field($0) == TeachingField(stage: 0, subject: 1) && people.population.sex[$0] == 0
    }
    #expect(men == 159)
    #expect(menOfPE > 50)
    #expect(people.count { people.population.title[$0] == 2 && people.age($0) < 40 } == 0)
    #expect(people.count { people.field($0).stage == 0 && people.population.title[$0] == 2 } == 106)
  }

  @Test func `an odds ratio of the affinities is kept by the fit`() throws {
    // Fitting scales rows and columns, so odds ratios stay: men to women of subject 1 against
    // subject 0 are 5, but for the rounding to whole heads.
    var small = margins()
    small.set("population.teachers", 100_000)
    small.set("population.age", by: [.age]) { $0[0] == 40 ? 1 : 0 }
    small.set("population.sex_affinity", by: [.subject, .sex], 1, 1, 5, 1, 1, 1)
    let people = People(population: try population(small))
    var table = [0.0, 0, 0, 0]
    for row in 0..<people.population.count where people.field(row).stage == 0 {
      table[people.field(row).subject * 2 + Int(people.population.sex[row])] += 1
    }
    #expect(abs(table[2] / table[3] / (table[0] / table[1]) - 5) < 0.02)
  }

  @Test func `months, service and time in the title are spread as the rules say`() throws {
    var small = margins()
    small.set("population.age", by: [.age]) { (40..<50).contains($0[0]) ? 0.1 : 0 }
    let people = People(population: try population(small))
    let now = Month(year: 2024, month: 9)
    func expectCount(_ share: Double, _ isOne: (Int) -> Bool) {
      let law = Binomial(trials: 1000, probability: share)
      #expect(abs(Double(people.count(isOne)) - law.mean) < 5 * law.variance.squareRoot())
    }
    for month in 1...12 {
      expectCount(1.0 / 12) { people.population.birth[$0].month.month == month }
    }
    for entry in 22...26 {
      expectCount(0.2) { row in
        let service = (now - people.population.serviceStart[row].month) / 12
        return people.age(row) - service == entry
      }
    }
    for row in 0..<1000 {
      let inTitle = now - people.population.titleStart[row].month
      #expect(inTitle <= [20, 15, 10][Int(people.population.title[row])] * 12)
      #expect(
        people.population.titleStart[row].months >= people.population.serviceStart[row].months
      )
      #expect(
        people.population.schoolStart[row].months >= people.population.serviceStart[row].months
      )
    }
  }

  @Test func `margins that cannot be met name the attribute and the stage`() throws {
    var small = margins()
    small.set("population.title_affinity", by: [.title, .age]) { place in
      place[0] == 2 && place[1] < 56 ? 0 : 1
    }
    let error = #expect(throws: SynthesisError.self) { try population(small) }
    #expect(error?.axis == .title)
    #expect(error?.stage == 0)
  }

  @Test func `second subjects and backbone teachers are drawn by their shares`() throws {
    let base = try population(margins())
    #expect(base.secondSubject.allSatisfy { $0 == Teacher.noSubject })
    #expect(!base.isBackbone.contains(true))
    var small = margins()
    // Chinese teachers: three tenths physics; PE teachers: half Chinese; physics: all Chinese.
    small.set("population.second_subject", by: [.subject, .nextSubject]) { place in
      [[0, 0, 0.3], [0.5, 0, 0], [1, 0, 0]][place[0]][place[1]]
    }
    small.set("population.backbone", by: [.title], 0, 0.25, 1)
    let people = People(population: try population(small))
    func expectShare(_ share: Double, of isOne: (Int) -> Bool, _ isDrawn: (Int) -> Bool) {
      let law = Binomial(trials: people.count(isOne), probability: share)
      let found = Double(people.count { isOne($0) && isDrawn($0) })
      #expect(abs(found - law.mean) <= 5 * law.variance.squareRoot())
    }
    let second = people.population.secondSubject
    expectShare(0.3, of: { people.field($0).subject == 0 }) { second[$0] == 2 }
    expectShare(0.7, of: { people.field($0).subject == 0 }) { second[$0] == Teacher.noSubject }
    expectShare(0.5, of: { people.field($0).subject == 1 }) { second[$0] == 0 }
    expectShare(1, of: { people.field($0).subject == 2 }) { second[$0] == 0 }
    for (title, share) in [0, 0.25, 1].enumerated() {
      expectShare(share, of: { people.population.title[$0] == title }) {
        people.population.isBackbone[$0]
      }
    }
    // Nothing else changes.
    #expect(people.population.birth == base.birth && people.population.cell == base.cell)
    #expect(people.population.titleStart == base.titleStart)
  }

  @Test func `the population does not change with the seed of a run`() throws {
    func opening(_ seed: UInt64) throws -> Population {
      var scenario = margins().scenario()
      scenario.opening = .synthesis(SynthesisRules(scenario.parameters))
      scenario.seed = seed
      return try Simulation(scenario).opening
    }
    let (one, two) = (try opening(1), try opening(2))
    #expect(one.birth == two.birth && one.title == two.title && one.cell == two.cell)
    let other = try population(margins(), seed: 7)
    #expect(other.birth != one.birth)
  }
}
