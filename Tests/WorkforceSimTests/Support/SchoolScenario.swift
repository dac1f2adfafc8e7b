// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

/// A scenario with schools built in code: pupils, need and posts are given by tables.
struct SchoolScenario {
  var small: SmallScenario
  var method = SchoolMethod.list
  var listed: [School]
  var hasPlacement = true
  var hasRotation = false
  var hasBalance = false

  /// Creates a scenario of school years from 2025: 60 pupils in every grade and location class,
  /// 10 teachers needed in every cell, 30 posts in every region and stage.
  init(years: Int = 1, regions: Int = 1, _ listed: School...) {
    self.small = SmallScenario(years: years, dimensions: .ofSchools(regions: regions))
    self.listed = listed
    small.enrolment = (.table, [])
    small.set("enrolment.pupils", 60)
    small.need = [.table]
    small.set("need.table", 10)
    small.posts = .table
    small.set("posts.table", 30)
  }

  /// The scenario as the model reads it.
  func scenario(replications: Int = 1) -> Scenario {
    var scenario = small.scenario(replications: replications)
    let parameters = scenario.parameters
    scenario.rules.schools = SchoolRules(parameters, method: method, listed: listed)
    scenario.rules.placement = hasPlacement ? PlacementRules(parameters) : nil
    scenario.rules.rotation = hasRotation ? RotationRules(parameters) : nil
    scenario.rules.balance = hasBalance ? BalanceRules(parameters) : nil
    let ordered = listed.sorted { ($0.region, $0.code) < ($1.region, $1.code) }
    scenario.opening = .roster(OpeningRoster(small.teachers, schoolCodes: ordered.map(\.code)))
    return scenario
  }

  /// Runs the scenario on this thread.
  func run(replications: Int = 1) throws -> Runs {
    try Runs(Simulation(scenario(replications: replications)), replications: replications)
  }

  // MARK: - Settings

  /// Needs so many teachers of Chinese, maths and music in primary schools, and none in others.
  mutating func needInPrimary(_ chinese: Double, _ maths: Double = 0, _ music: Double = 0) {
    small.set("need.table", by: [.stage, .subject], chinese, maths, music, 0, 0, 0)
  }

  /// Lets terms begin in a year only; without a year, never.
  mutating func beginTerm(_ year: Int? = nil) {
    small.set("placement.first_term", Double(Month(year: year ?? 2099, month: 9).index))
    small.set("placement.term_years", 99)
  }

  /// Adds teachers of one field to the school at a position in the order of region and code.
  mutating func add(
    _ count: Int,
    to school: Int?,
    cell: Int = 0,
    age: Int = 40,
    _ body: (inout Teacher, Int) -> Void = { _, _ in },
  ) {
    small.add(count, age: age, cell: cell) { teacher, number in
      teacher.school = school.map { UInt32($0) } ?? Population.noSchool
      body(&teacher, number)
    }
  }
}

extension Dimensions {
  /// Primary schools with Chinese, maths and music, junior ones with Chinese and maths; the location
  /// classes run from the urban one to the rural one.
  static func ofSchools(regions: Int = 1) -> Dimensions {
    Dimensions(
      [
        Dimension(.region, (1...regions).map { Member("r\($0)") }),
        Dimension(.stage, ["primary", "junior"].map { Member($0) }),
        Dimension(.subject, ["chinese", "maths", "music"].map { Member($0) }),
        Dimension(.grade, ["p1", "p2", "p3", "j1", "j2"].map { Member($0) }),
        Dimension(.location, ["urban", "town", "rural"].map { Member($0) }),
        Dimension(.sex, ["male", "female"].map { Member($0) }),
        Dimension(.title, ["second", "first"].map { Member($0) }),
        Dimension(.degree, ["bachelor", "master"].map { Member($0) }),
        Dimension(.contract, ["established", "temporary"].map { Member($0) }),
      ],
      subjectsOfStage: [[0, 1, 2], [0, 1]],
      stageOfGrade: [0, 0, 0, 1, 1],
      contractIsEstablished: [true, false],
    )
  }
}
