// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Training for another subject: who begins, who passes, and when.
struct RequalificationPhaseTests {
  private static let subjects = ["x", "y", "z"]

  /// Teachers of three subjects against a need, with the way from x to y open.
  private func training(
    _ teachers: [Int] = [100, 10, 0],
    need: [Double] = [80, 30, 0],
    months: Double = 0,
    surplusShare: Double = 1,
    years: Int = 1,
    method: ProjectionMethod = .individuals,
  ) -> SmallScenario {
    let subjects = Dimension(.subject, Self.subjects.map { Member($0) })
    let sexes = Dimension(.sex, [Member("male"), Member("female")])
    var small = SmallScenario(years: years, dimensions: Dimensions([subjects, sexes]))
    small.method = method
    for (subject, count) in teachers.enumerated() {
      small.add(count, age: 40, cell: subject) { teacher, number in
        teacher.sex = UInt8(number % 2)
      }
    }
    small.need = [.table]
    small.set("need.table", by: [.subject], need[0], need[1], need[2])
    small.hasRequalification = true
    small.setRoutes { $0 == [0, 1] ? 1 : 0 }
    small.set("requalification.surplus_share", surplusShare)
    small.set("requalification.training_months", months)
    return small
  }

  private func headcounts(_ runs: Runs, _ year: Int = 2025) -> [Double] {
    Self.subjects.map {
      runs.values("teachers", ["subject": $0, "measure": "headcount"], year)[0]
    }
  }

  /// Expects figures up to the rounding of sums.
  private func expect(
    _ found: [Double],
    _ expected: [Double],
    at location: Testing.SourceLocation = #_sourceLocation,
  ) {
    let isEqual =
      found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) < 1e-9 }
    #expect(isEqual, "\(found) instead of \(expected)", sourceLocation: location)
  }

  // MARK: - Limits

  @Test(arguments: ProjectionMethod.allCases)
  func `surplus, shortage, quota and age each limit those who begin`(
    method: ProjectionMethod
  ) throws {
    func started(_ change: (inout SmallScenario) -> Void) throws -> Double {
      var small = training(method: method)
      change(&small)
      return try small.run().summary("training_started", 2025)[0]
    }
    let cases: [(Double, (inout SmallScenario) -> Void)] = [
      (20, { _ in }),
      (0, { $0.set("requalification.surplus_share", 0) }),
      (5, { $0.set("requalification.surplus_share", 0.25) }),
      (0, { $0.set("requalification.quota", 0) }),
      (7, { $0.set("requalification.quota", 7) }),
      (12, { $0.set("need.table", by: [.subject], 80, 22, 0) }),
      (0, { $0.set("need.table", by: [.subject], 80, 10, 0) }),
      // A year after the opening they are 41 and a half.
      (0, { $0.set("requalification.maximum_age", 41.5) }),
      (20, { $0.set("requalification.maximum_age", 42) }),
      (0, { small in small.setRoutes { $0 == [2, 1] || $0[0] == $0[1] ? 1 : 0 } }),
    ]
    for (number, (expected, change)) in cases.enumerated() {
      #expect(abs(try started(change) - expected) < 1e-9, "case \(number)")
    }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `no more begin than there are candidates`(method: ProjectionMethod) throws {
    // Of the hundred, the fifty women are too old at 40, and 42 of the men as well.
    var small = training(method: method)
    small.set("requalification.maximum_age", by: [.sex], 50, 35)
    for row in 0..<84 where row % 2 == 0 {
      small.teachers[row].birth = CompactMonth(Month(year: 1960, month: 1))
    }
    expect(headcounts(try small.run()), [92, 18, 0])
  }

  // MARK: - Places

  @Test(arguments: [
    // Speeds 6 and 2 until the quota; 6 and 6, so that z is full at 2; no limit.
    (4.0, 1.0, [3.0, 1]), (4, 3, [2, 2]), (100, 1, [6, 2]),
  ])
  func `places fill the routes by weight and shortage`(
    quota: Double,
    weight: Double,
    places: [Double],
  ) throws {
    for method in ProjectionMethod.allCases {
      var small = training([20, 0, 0], need: [8, 6, 2], method: method)
      small.setRoutes { $0 == [0, 1] ? 1 : $0 == [0, 2] ? weight : 0 }
      small.set("requalification.quota", quota)
      expect(headcounts(try small.run()), [20 - places[0] - places[1]] + places)
    }
  }

  @Test func `whole persons begin, as near to the places as their sum allows`() throws {
    // From x and z, surpluses of 3 and 2, go 30 %: 0.9 and 0.6, together 1.5, which is two.
    var small = training([13, 0, 12], need: [10, 40, 10], surplusShare: 0.3)
    small.setRoutes { $0[1] == 1 ? 1 : 0 }
    #expect(headcounts(try small.run()) == [12, 2, 11])
    // A third of three each is one each, though thirds are not exact.
    small = training([13, 0, 13], need: [10, 40, 10], surplusShare: 1.0 / 3)
    small.setRoutes { $0[1] == 1 ? 1 : 0 }
    #expect(headcounts(try small.run()) == [12, 2, 12])
    small.method = .expected
    expect(headcounts(try small.run()), [12, 2, 12])
  }

  @Test func `limits hold and persons are whole whatever the numbers`() throws {
    for seed in 0..<40 {
      var small = SmallScenario(dimensions: .ofTwoCounties)
      var stream = CountStream(
        key: RandomKey(seed: UInt64(seed), replication: 0),
        decision: .population,
        year: 0,
      )
      let cells = small.dimensions.cellCount
      let stock = (0..<cells).map { _ in Int(stream.uniform() * 30) }
      for (cell, count) in stock.enumerated() { small.add(count, age: 40, cell: cell) }
      small.need = [.table]
      let axes: [Axis] = [.region, .stage, .subject]
      small.set("need.table", by: axes) { _ in stream.uniform() * 30 }
      small.hasRequalification = true
      small.set("requalification.route", by: [.stage, .subject, .nextStage, .nextSubject]) { _ in
        max(0, stream.uniform() - 0.5)
      }
      let share = stream.uniform()
      let quota = (stream.uniform() * 20).rounded(.down)
      small.set("requalification.surplus_share", share)
      small.set("requalification.quota", quota)
      small.set("requalification.training_months", 0)
      let runs = try small.run()
      let need = try #require(small.parameters["need.table"]).dated[0].leaves.map(\.central)
      var begun = [0.0, 0]
      for (cell, count) in stock.enumerated() {
        let field = small.dimensions.field(ofCell: cell)
        let region = small.dimensions.region(ofCell: cell)
        let found = runs.populations[0].cell.count { $0 == UInt32(cell) }
        let need = need[(region * 2 + field.stage) * 3 + field.subject]
        let gone = Double(count - found)
        let limit = gone > 0 ? share * (Double(count) - need) : need - Double(count)
        #expect(gone == 0 || abs(gone) <= limit.rounded(.up))
        begun[region] += max(0, gone)
      }
      #expect(begun.allSatisfy { $0 <= quota })
      #expect(runs.summary("training_started", 2025)[0] == begun[0] + begun[1])
      #expect(runs.summary("requalified", 2025)[0] == begun[0] + begun[1])
    }
  }

  // MARK: - Time and success

  @Test(arguments: [(0, 2025), (1, 2026), (12, 2026), (13, 2027), (24, 2027), (30, 2028)])
  func `training takes its time, and nobody begins for those who are on their way`(
    months: Int,
    end: Int,
  ) throws {
    for method in ProjectionMethod.allCases {
      let runs = try training(months: Double(months), years: 5, method: method).run()
      for year in 2025...2029 {
        expect(runs.summary("training_started", year), [year == 2025 ? 20 : 0])
        expect(runs.summary("in_training", year), [year < end ? 20 : 0])
        expect(runs.summary("requalified", year), [year == end ? 20 : 0])
        expect(headcounts(runs, year), year < end ? [100, 10, 0] : [80, 30, 0])
      }
    }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `nobody passes with a success of nothing, and all stay where they are`(
    method: ProjectionMethod
  ) throws {
    var small = training(months: 12, years: 3, method: method)
    small.set("requalification.success", 0)
    let runs = try small.run()
    #expect(runs.total("requalified") == [0])
    expect(headcounts(runs, 2027), [100, 10, 0])
    // The first trainees failed, so that others, or they again, begin.
    expect(runs.summary("in_training", 2026), [20])
  }

  @Test func `those who pass are binomial and their expectation exact`() throws {
    var small = training([200, 0, 0], need: [100, 100, 0], months: 12, years: 2)
    small.set("requalification.success", 0.3)
    let law = Binomial(trials: 100, probability: 0.3)
    let passed = try small.run(replications: 300).summary("requalified", 2026)
    #expect(standardErrors(ofMean: passed, from: law.mean, variance: law.variance) < 5)
    #expect(standardErrors(ofVariance: passed, from: law.variance) < 5)
    small.method = .expected
    let runs = try small.run()
    #expect(abs(runs.summary("requalified", 2026)[0] - 30) < 1e-9)
    #expect(abs(headcounts(runs, 2026)[1] - 30) < 1e-9)
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `training takes its part of the load in the months that it lasts`(
    method: ProjectionMethod
  ) throws {
    // 20 of 110 train for 18 months: a year at half load, then half a year.
    var small = training(months: 18, years: 3, method: method)
    small.set("requalification.absence", 0.5)
    let runs = try small.run()
    expect(runs.summary("fte", 2025), [110])
    for (year, available) in [(2025, 100.0), (2026, 105), (2027, 110)] {
      expect(runs.summary("available", year), [available])
    }
  }

  // MARK: - Who and what follows

  @Test(arguments: ProjectionMethod.allCases)
  func `those with the right second subject go first`(method: ProjectionMethod) throws {
    var small = training(method: method)
    small.set("requalification.quota", 10)
    for row in 50..<60 { small.teachers[row].secondSubject = 1 }
    for row in 0..<50 { small.teachers[row].secondSubject = 2 }
    let population = try small.run().populations[0]
    for row in 0..<population.count where population.id[row] < 100 {
      #expect(population.cell[row] == ((50..<60).contains(population.id[row]) ? 1 : 0))
    }
  }

  @Test func `among equals every candidate has the same chance`() throws {
    let runs = try training().run(replications: 250)
    var chosen = [Double](repeating: 0, count: 100)
    for population in runs.populations {
      for row in 0..<100 where population.cell[row] == 1 { chosen[row] += 1 }
    }
    // As in the title review: χ² with 99 degrees of freedom, but for the constraint of 20 places.
    let statistic = chosen.reduce(0) { $0 + ($1 - 50) * ($1 - 50) / 40 } * 99 / 100
    #expect(abs(statistic - 99) < 5 * 14.1)
  }

  @Test func `within a stage the old subject becomes the second one`() throws {
    let population = try training().run().populations[0]
    for row in 0..<100 {
      #expect(population.secondSubject[row] == (population.cell[row] == 1 ? 0 : Teacher.noSubject))
      #expect(population.trainingEnd[row] == .past)
    }
  }

  @Test(arguments: [true, false])
  func `a teacher of another stage leaves a school that does not teach it`(
    hasStage: Bool
  ) throws {
    var small = SmallScenario(dimensions: .ofTwoCounties)
    // A primary Chinese teacher who can teach physics, which only junior schools have.
    small.add(1, age: 40, cell: 0) { teacher, _ in
      teacher.secondSubject = 2
      teacher.school = 0
    }
    small.set("requalification.route", by: [.stage, .nextSubject], 0, 0, 1, 0, 0, 0)
    small.set("requalification.surplus_share", 1)
    small.set("requalification.training_months", 0)
    let school = School(
      code: "s",
      label: LocalizedText("s"),
      region: 0,
      location: 0,
      stages: hasStage ? [0, 1] : [0],
    )
    let parameters = small.parameters
    let year = small.year(2025, parameters)
    var population = Population()
    for teacher in small.teachers { population.append(teacher) }
    var flows = YearFlows(small.dimensions)
    let physics = 4
    var need = [Double](repeating: 0, count: small.dimensions.cellCount)
    need[physics] = 5
    let counts = RequalificationPhase(
      RequalificationRules(parameters),
      network: SchoolNetwork([school], dimensions: small.dimensions),
      in: year,
    ).begin(
      &population,
      flows: &flows,
      need: need,
      time: WorkingTime(
        population,
        participation: Participation(nil, in: year),
        dimensions: small.dimensions,
      ),
    )
    #expect(counts.started == [1, 0, 0, 0])
    #expect(population.cell == [UInt32(physics)])
    #expect(population.secondSubject == [Teacher.noSubject])
    #expect(population.school == [hasStage ? 0 : Population.noSchool])
    #expect(flows.exchanged == [-1, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    #expect(flows.left.allSatisfy { $0 == 0 } && flows.entered.allSatisfy { $0 == 0 })
  }

  @Test func `those who change their subject are not replaced like for like`() throws {
    var small = training([100, 10, 0], need: [80, 40, 0])
    small.posts = .opening
    small.set("posts.opening_vacancy_share", 1.0 / 12)
    small.recruitment = (
      .posts, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
    )
    small.set("recruitment.all.age", by: [.age]) { $0[0] == 25 ? 1 : 0 }
    small.set("recruitment.targeting", 0)
    // Nobody left, so the ten places follow the need, 80 to 40.
    let runs = try small.run()
    #expect(runs.summary("hired", 2025) == [10])
    #expect(headcounts(runs) == [87, 33, 0])
  }

  // MARK: - Effects

  @Test(arguments: ProjectionMethod.allCases)
  func `more places, less shortage`(method: ProjectionMethod) throws {
    var shortages: [Double] = []
    for quota in [0.0, 5, 10, 20] {
      var small = training(months: 12, years: 2, method: method)
      small.set("requalification.quota", quota)
      shortages.append(try small.run().summary("shortage", 2026)[0])
    }
    expect(shortages, [20, 15, 10, 0])
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `stocks in training tie with those who begin, pass, fail and leave`(
    method: ProjectionMethod
  ) throws {
    // Trainees of twelve months are those who began in the year; nobody leaves.
    var small = training([100, 10, 0], need: [60, 60, 0], months: 12, years: 6, method: method)
    small.set("requalification.quota", 9)
    small.set("requalification.success", 0.6)
    let runs = try small.run(replications: method == .expected ? 1 : 5)
    for year in 2025...2030 {
      for replication in runs.records.indices {
        let inTraining = runs.summary("in_training", year)[replication]
        #expect(abs(inTraining - runs.summary("training_started", year)[replication]) < 1e-9)
        #expect(inTraining <= 9 + 1e-9)
        #expect(abs(runs.summary("headcount", year)[replication] - 110) < 1e-9)
      }
    }
    let changed = zip(runs.total("requalified"), runs.populations)
    for (changed, population) in changed {
      let found = (0..<population.count).reduce(0.0) {
        population.cell[$1] == 1 ? $0 + population.weight[$1] : $0
      }
      #expect(abs(found - 10 - changed) < 1e-9)
    }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `routes without a shortage or a surplus change no bit`(method: ProjectionMethod) throws {
    var on = SmallScenario.everythingOn(years: 3)
    on.method = method
    var off = on
    off.hasRequalification = false
    on.set("requalification.surplus_share", 0)
    #expect(try on.run(replications: 2).records == off.run(replications: 2).records)
    on.set("requalification.surplus_share", 1)
    on.set("requalification.route", 0)
    #expect(try on.run(replications: 2).records == off.run(replications: 2).records)
  }
}

extension SmallScenario {
  /// Sets the weights of the ways from subject to subject.
  fileprivate mutating func setRoutes(_ weight: ([Int]) -> Double) {
    set("requalification.route", by: [.subject, .nextSubject], value: weight)
  }
}
