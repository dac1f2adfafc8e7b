// SPDX-License-Identifier: GPL-3.0-or-later

/// A scenario that is ready to run: its opening population is built and its tables are laid out.
///
/// A replication is a pure function of the scenario, the seed and its number. Replications 2*k* and
/// 2*k* + 1 share one set of parameters, so that the variance between sets (parameters) can be told
/// from the variance within them (chance).
public struct Simulation: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Where every figure of a year lies.
  public let layout: RecordLayout
  /// The teachers at the opening.
  package let opening: Population
  /// Their heads, with which every replication begins.
  let openingHeads: HeadCounts
  /// The schools; `nil` if schools are not modelled.
  package let network: SchoolNetwork?
  /// The schools on the opening day under central parameters; `nil` if they are not modelled.
  package let openingSchools: SchoolState?
  /// What pay goes by; `nil` if pay is not modelled.
  package let payPlan: PayPlan?
  /// Whose first years are taken over; `nil` if all years are simulated.
  private(set) var fork: SimulationFork?
  private let sharedCalendar: RetirementCalendar?
  /// The parameters with their central values.
  let centralParameters: ParameterDraw

  /// Prepares a scenario.
  ///
  /// - Parameter scenario: The scenario.
  /// - Throws: The reason why the margins of the opening population cannot be met.
  public init(_ scenario: Scenario) throws(OpeningError) {
    self.scenario = scenario
    let central = ParameterDraw(scenario.parameters, key: nil)
    self.centralParameters = central
    let day = SimulatedYear.openingDay(scenario.dimensions, scenario.calendar, central)
    let network = scenario.rules.schools.map { SchoolNetwork($0, openingDay: day) }
    self.network = network
    self.layout = RecordLayout(
      scenario.dimensions,
      schools: network?.schools ?? [],
      pay: scenario.rules.pay.map {
        CostTables.tables(
          scenario.dimensions,
          costRows: CostTables.costRows($0, scenario.parameters, scenario.dimensions),
        )
      } ?? [],
    )
    var opening = try Self.openingPopulation(scenario, in: network, on: day)
    var schools: SchoolState?
    if let network, let rules = scenario.rules.schools {
      let state = Self.openingSchools(network, rules, scenario, opening, on: day)
      OpeningPlacement(rules, opening: day).place(&opening, in: state)
      schools = state
    }
    if let rules = scenario.rules.pay {
      var isRoster = false
      if case .roster = scenario.opening { isRoster = true }
      PostGradePhase(rules, in: day).open(&opening, keepsSteps: isRoster)
    }
    self.payPlan = scenario.rules.pay.map { PayPlan($0, scenario, network: network) }
    self.opening = opening
    self.openingHeads = HeadCounts(opening, scenario.dimensions)
    self.openingSchools = schools
    let isUncertain = scenario.parameters.parameters.contains {
      $0.name.hasPrefix("retirement.") && $0.isUncertain
    }
    self.sharedCalendar = isUncertain ? nil : Self.calendar(scenario, central)
  }

  private static func openingPopulation(
    _ scenario: Scenario,
    in network: SchoolNetwork?,
    on day: SimulatedYear,
  ) throws(OpeningError) -> Population {
    switch scenario.opening {
    case .roster(let roster):
      return roster.population(in: network)
    case .synthesis(let rules):
      do {
        return try PopulationSynthesis(rules, opening: day).population()
      } catch {
        throw OpeningError(error, in: scenario)
      }
    }
  }

  /// The schools on the opening day under central parameters, with their pupils and their need.
  private static func openingSchools(
    _ network: SchoolNetwork,
    _ rules: SchoolRules,
    _ scenario: Scenario,
    _ population: Population,
    on day: SimulatedYear,
  ) -> SchoolState {
    var state = SchoolState(network, firstYear: scenario.calendar.firstYear)
    let pupils = scenario.rules.enrolment.map { rules in
      EnrolmentPhase(
        rules,
        birthFactors: BirthFactors(
          volatility: 0,
          years: scenario.calendar.firstYear...scenario.calendar.lastYear,
          key: nil,
        ),
      ).openingStock(in: day)
    }
    var stock = [Double](repeating: 0, count: day.dimensions.cellCount)
    for row in 0..<population.count { stock[Int(population.cell[row])] += population.weight[row] }
    SchoolYear(rules, scenario.rules, in: day).open(
      &state,
      pupils: pupils ?? PupilStock(day.dimensions),
      openingStock: stock,
    )
    return state
  }

  /// The same scenario, going on from a year of another one.
  ///
  /// Each replication goes through the years of the other scenario first and takes over where the
  /// same replication of it stands; this scenario's rules and parameters hold from then on.
  ///
  /// - Parameters:
  ///   - base: The other scenario.
  ///   - year: The last year of the other scenario.
  /// - Returns: The forked scenario.
  /// - Throws: All that keeps this scenario from going on there.
  package func continuing(_ base: Simulation, after year: Int) throws(ForkError) -> Simulation {
    let mapping = try ForkChecks(of: self, from: base, at: year).mapping()
    var forked = self
    forked.fork = SimulationFork(base, year: year, mapping: mapping)
    return forked
  }

  /// The number of rows of the opening population.
  public var openingCount: Int { opening.count }

  private static func calendar(
    _ scenario: Scenario,
    _ parameters: ParameterDraw,
  ) -> RetirementCalendar? {
    scenario.rules.retirement.map { rules in
      RetirementCalendar(
        rules,
        parameters: parameters,
        dimensions: scenario.dimensions,
        months: scenario.calendar
          .openingMonth...scenario.calendar.countMonth(
            of: scenario.calendar.lastYear
          ) + 12,
      )
    }
  }

  /// The retirement months under a set of parameters; shared where they are certain.
  func retirementCalendar(_ parameters: ParameterDraw) -> RetirementCalendar? {
    sharedCalendar ?? Self.calendar(scenario, parameters)
  }

  /// The key of the parameters of a replication; `nil` where parameters take central values.
  func parameterKey(ofReplication number: Int) -> RandomKey? {
    scenario.method == .expected
      ? nil : RandomKey(seed: scenario.seed, replication: UInt32(number / 2))
  }

  /// The random walk of births under a set of parameters.
  func birthFactors(
    _ rules: EnrolmentRules,
    _ parameters: ParameterDraw,
    key: RandomKey?,
  ) -> BirthFactors {
    let opening = scenario.calendar.openingMonth
    let volatility = rules.volatility.map { parameters.number(of: $0, at: opening) } ?? 0
    // Births are known up to the last dated value of the path.
    let known = rules.births.flatMap { scenario.parameters[$0].dated.last?.from.year }
    let first = (known ?? scenario.calendar.lastYear) + 1
    return BirthFactors(
      volatility: volatility,
      years: first...max(first, scenario.calendar.lastYear),
      key: key,
    )
  }
}
