// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

/// A scenario built in code: a phase runs if its rules are set, parameters have their usual values.
struct SmallScenario {
  var calendar = SchoolCalendar(firstMonthOfYear: 9, firstYear: 2025, lastYear: 2025)
  var seed: UInt64 = 20_250_901
  var method = ProjectionMethod.individuals
  var dimensions = Dimensions([])
  var teachers: [Teacher] = []

  var enrolment: (method: EnrolmentMethod, entries: [EntryGrade])?
  var need: [NeedComponent]?
  var posts: PostMethod?
  var retirement: [RetirementAssignment]?
  var hasEarlyRetirement = false
  /// The contract that follows each contract.
  var contracts: [Int?]?
  var hasExits = false
  var hasLeave = false
  var titles: (method: TitleMethod, base: TitlePlacesBase)?
  var hasParticipation = false
  var hasRequalification = false
  var recruitment: (fill: RecruitmentFill, channels: [ChannelRule])?
  var pay: PaySettings?
  private var given: [String: Parameter] = [:]

  /// Creates a scenario of the given number of school years, the first of them 2025.
  init(years: Int = 1, dimensions: Dimensions = Dimensions([])) {
    calendar.lastYear = 2024 + years
    self.dimensions = dimensions
  }

  // MARK: - Parameters

  /// Sets a parameter from the year 1900 on, the last axis running fastest.
  mutating func set(_ name: String, by axes: [Axis] = [], _ values: Double...) {
    set(name, by: axes, dated: [(Month(year: 1900, month: 1), values)])
  }

  /// Sets a parameter to what a function gives for the members of the axes.
  mutating func set(_ name: String, by axes: [Axis], value: ([Int]) -> Double) {
    var places: [[Int]] = [[]]
    for axis in axes {
      places = places.flatMap { place in (0..<dimensions.count(axis)).map { place + [$0] } }
    }
    set(name, by: axes, dated: [(Month(year: 1900, month: 1), places.map(value))])
  }

  /// Sets a parameter to values that change at dates.
  mutating func set(_ name: String, by axes: [Axis] = [], dated: [(from: Month, [Double])]) {
    given[name] = Parameter(
      name: name,
      unit: unit(of: name),
      axes: axes,
      shape: axes.map { dimensions.count($0) },
      dated: dated.map { DatedValues(from: $0.from, leaves: $0.1.map { .number($0) }) },
    )
  }

  /// Sets the shares of teachers who retire so many months before or after the statutory month.
  mutating func setRetirementChoice(_ shares: [(offset: Int, share: Double)]) {
    let first = Axis.offset.numbers?.lowerBound ?? 0
    set("retirement.choice", by: [.offset]) { place in
      shares.first { $0.offset == first + place[0] }?.share ?? 0
    }
  }

  /// Changes a parameter that has been set or has a usual value.
  mutating func change(_ name: String, _ body: (inout Parameter) -> Void) {
    guard var parameter = parameters[name] else { preconditionFailure("\(name) is not set") }
    body(&parameter)
    given[name] = parameter
  }

  /// The unit that the model asks for, so that limits of units hold as in files.
  private func unit(of name: String) -> WorkforceSim.Unit {
    for definition in ParameterCatalogue.definitions {
      let wanted = definition.name.split(separator: ".")
      let parts = name.split(separator: ".")
      if wanted.count == parts.count,
        zip(wanted, parts).allSatisfy({ $0 == $1 || $0.first == "<" })
      {
        return definition.unit
      }
    }
    guard let definition = SynthesisRules.definitions.first(where: { $0.name == name }) else {
      preconditionFailure("the model has no parameter \(name)")
    }
    return definition.unit
  }

  /// The parameters that are set, and the usual values of those that have one.
  var parameters: ParameterSet {
    var all = given
    for definition in ParameterCatalogue.definitions {
      guard let standard = definition.standard else { continue }
      for name in names(of: definition) where all[name] == nil {
        all[name] = Parameter(
          name: name,
          unit: definition.unit,
          dated: [DatedValues(from: Month(year: 1800, month: 1), leaves: [.number(standard)])],
        )
      }
    }
    return ParameterSet(Array(all.values))
  }

  private func names(of definition: ParameterDefinition) -> [String] {
    for axis in [Axis.exit, .leave, .channel, .item, .role] {
      let placeholder = "<\(axis.rawValue)>"
      guard definition.name.split(separator: ".").contains(Substring(placeholder)) else { continue }
      return membersWithUsualValues(of: axis).map { code in
        definition.name.split(separator: ".")
          .map { $0 == Substring(placeholder) ? code : String($0) }.joined(separator: ".")
      }
    }
    return [definition.name]
  }

  /// The members whose parameters have usual values; shares of several payers have none.
  private func membersWithUsualValues(of axis: Axis) -> [String] {
    switch axis {
    case .item: pay == nil || dimensions.count(.payer) > 1 ? [] : dimensions[axis].codes
    case .role: pay?.roles.isEmpty ?? true ? [] : dimensions[axis].codes
    default: dimensions[axis].codes
    }
  }

  // MARK: - Teachers

  /// Adds teachers of one age, half a year after their birthday, who began to teach at 23.
  mutating func add(
    _ count: Int,
    age: Int,
    cell: Int = 0,
    _ body: (inout Teacher, Int) -> Void = { _, _ in },
  ) {
    let opening = calendar.openingMonth
    for number in 0..<count {
      var teacher = Teacher(
        id: UInt64(teachers.count),
        cell: UInt32(cell),
        birth: CompactMonth(opening + -(age * 12 + 6)),
        serviceStart: CompactMonth(opening + -max(0, age - 23) * 12),
      )
      body(&teacher, number)
      teachers.append(teacher)
    }
  }

  // MARK: - The scenario

  /// The scenario as the model reads it.
  func scenario(replications: Int = 1) -> Scenario {
    let parameters = parameters
    return Scenario(
      name: "small",
      title: LocalizedText("small"),
      calendar: calendar,
      seed: seed,
      replications: replications,
      method: method,
      dimensions: dimensions,
      parameters: parameters,
      rules: rules(parameters),
      opening: .roster(OpeningRoster(teachers)),
    )
  }

  /// The rules of the phases that run.
  func rules(_ parameters: ParameterSet) -> ScenarioRules {
    var rules = ScenarioRules()
    rules.enrolment = enrolment.map {
      EnrolmentRules(parameters, method: $0.method, entries: $0.entries)
    }
    rules.need = need.map { NeedRules(parameters, components: $0) }
    rules.posts = posts.map { PostRules(parameters, method: $0) }
    rules.retirement = retirement.map { RetirementRules(parameters, assignments: $0) }
    rules.earlyRetirement = hasEarlyRetirement ? EarlyRetirementRules(parameters) : nil
    rules.contracts = contracts.map { ContractRules(parameters, next: $0) }
    rules.exits = hasExits ? ExitRules(parameters, dimensions: dimensions) : nil
    rules.leave = hasLeave ? LeaveRules(parameters, dimensions: dimensions) : nil
    rules.titles = titles.map { TitleRules(parameters, method: $0.method, base: $0.base) }
    rules.participation = hasParticipation ? ParticipationRules(parameters) : nil
    rules.requalification = hasRequalification ? RequalificationRules(parameters) : nil
    rules.recruitment = recruitment.map {
      RecruitmentRules(parameters, fill: $0.fill, channels: $0.channels, dimensions: dimensions)
    }
    rules.pay = pay.map { PayRules(parameters, settings: $0, dimensions: dimensions) }
    return rules
  }

  /// One year of the scenario, for tests of a single phase.
  func year(_ number: Int, replication: Int = 0, _ parameters: ParameterSet) -> SimulatedYear {
    SimulatedYear(
      dimensions: dimensions,
      year: number,
      countMonth: calendar.countMonth(of: number),
      openingMonth: calendar.openingMonth,
      parameters: ParameterDraw(parameters, key: nil),
      key: RandomKey(seed: seed, replication: UInt32(replication)),
      method: method,
    )
  }

  /// Runs the scenario on this thread.
  func run(replications: Int = 1) throws -> Runs {
    try Runs(Simulation(scenario(replications: replications)), replications: replications)
  }
}
