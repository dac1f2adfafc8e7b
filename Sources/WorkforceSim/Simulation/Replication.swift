// SPDX-License-Identifier: GPL-3.0-or-later

/// A broken law of the model: more or fewer people than opening plus entries less leavers.
package struct ConservationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The school year.
  package let year: Int
  /// The cell.
  package let cell: Int
  /// The people expected: opening + in − out.
  package let expected: Double
  /// The people found.
  package let found: Double

  /// The facts in a sentence.
  package var description: String {
    "in \(year), cell \(cell) holds \(found) people, but opening + in - out is \(expected)"
  }
}

/// One run of the years with one set of draws.
package struct Replication {
  let simulation: Simulation
  let scenario: Scenario
  /// The number of the replication, from 0.
  let number: Int
  /// Whose payslips are kept.
  let watched: PayslipChoice
  private let parameters: ParameterDraw
  private let key: RandomKey
  private let recorder: YearRecorder
  var population: Population
  var pupils: PupilStock
  var schools: SchoolState?
  var posts: [Double] = []
  var apportionment = LargestRemainder()
  var market = TwoLevelMarket()
  /// The teachers of each slot, from placement to the counting day.
  var slotStaff: SlotStaff?
  /// The teachers of each school on the last counting day.
  var schoolStaff: [Double] = []
  var flows: YearFlows
  /// The people of each cell on the last counting day.
  var headcount: [Double]
  /// The people of each cell at the opening, to which need may refer.
  var openingStock: [Double]
  private let calendar: RetirementCalendar?
  private let enrolment: EnrolmentPhase?
  var previousTitles: TitlePlaces
  /// The counts before titles, in expected values: rows that titles split would add up to the same
  /// numbers with other roundings.
  var countsBeforeTitles: WorkforceTotals?
  /// The counts after recruitment, from which the workforce of the counting day does not differ.
  var countsOnCountingDay: WorkforceTotals?
  var payroll: Payroll?
  /// The tables that depend on nothing but parameters.
  var tables = WorkedOutTables()

  /// Prepares a replication.
  ///
  /// - Parameters:
  ///   - simulation: The scenario with its opening population.
  ///   - number: The number of the replication, from 0.
  ///   - payslips: Whose payslips are kept.
  package init(_ simulation: Simulation, number: Int, payslips: PayslipChoice = .nobody) {
    let scenario = simulation.scenario
    let dimensions = scenario.dimensions
    self.simulation = simulation
    self.scenario = scenario
    self.number = number
    self.watched = payslips
    self.key = RandomKey(seed: scenario.seed, replication: UInt32(number))
    let parameterKey = simulation.parameterKey(ofReplication: number)
    self.parameters = simulation.centralParameters.redrawn(by: parameterKey)
    self.recorder = YearRecorder(simulation.layout, dimensions: dimensions)
    var population = simulation.opening
    // With some room for hires: an array that has none grows to twice its size.
    population.reserveCapacity(population.count + population.count / 16)
    self.population = population
    self.flows = YearFlows(dimensions, recordsEvents: scenario.rules.pay != nil)
    self.calendar = simulation.retirementCalendar(parameters)
    let opening = SimulatedYear(
      dimensions: dimensions,
      year: scenario.calendar.firstYear - 1,
      countMonth: scenario.calendar.openingMonth,
      openingMonth: scenario.calendar.openingMonth,
      parameters: parameters,
      key: key,
      method: scenario.method,
    )
    let parameters = self.parameters
    let enrolment = scenario.rules.enrolment.map { rules in
      EnrolmentPhase(
        rules,
        birthFactors: simulation.birthFactors(rules, parameters, key: parameterKey),
      )
    }
    self.enrolment = enrolment
    self.pupils = enrolment?.openingStock(in: opening) ?? PupilStock(dimensions)
    let heads = simulation.openingHeads
    self.headcount = heads.byCell
    self.openingStock = heads.byCell
    self.previousTitles = TitlePlaces(
      base: heads.byCell.byGroup(dimensions),
      held: heads.byTitle,
    )
    if let network = simulation.network, let rules = scenario.rules.schools {
      var schools = SchoolState(network, firstYear: scenario.calendar.firstYear)
      SchoolYear(rules, scenario.rules, in: opening).open(
        &schools,
        pupils: pupils,
        openingStock: openingStock,
      )
      self.schools = schools
      self.schoolStaff = staff(of: network, in: opening).ofSlots.bySchool
    }
    if let rules = scenario.rules.posts {
      self.posts = PostsPhase(rules, in: opening).openingPosts(
        establishedStock: heads.established
      )
    } else {
      self.posts = heads.established
    }
    if let plan = simulation.payPlan {
      self.payroll = Payroll(plan, simulation, watched: payslips)
      assignRoles(classes: [], in: opening)
    }
  }

  /// The payslips that were kept, month by month for each window.
  package var payslips: [Payslip] { payroll?.payslips ?? [] }

  /// What has been worked out, for another replication.
  var handover: Handover {
    let paySheets = payroll.map {
      PaySheets(key: simulation.parameterKey(ofReplication: number), sheets: $0.sheets)
    }
    return Handover(paySheets: paySheets, tables: tables)
  }

  /// Goes on with what another replication has worked out, as far as its parameters are the same.
  mutating func adopt(_ handover: Handover) {
    tables = handover.tables
    guard let paySheets = handover.paySheets, let key = paySheets.key,
      key == simulation.parameterKey(ofReplication: number)
    else { return }
    payroll?.sheets = paySheets.sheets
  }

  /// The population as it stands.
  package var currentPopulation: Population { population }

  /// Runs one year, phase after phase.
  ///
  /// - Parameters:
  ///   - number: The year.
  ///   - record: The numbers of the replication.
  ///   - start: The position of the year's first number.
  /// - Throws: The cell in which people appeared or vanished.
  mutating func advance(
    to number: Int,
    record: inout [Double],
    at start: Int,
  ) throws(ConservationError) {
    let rules = scenario.rules
    let year = SimulatedYear(
      dimensions: scenario.dimensions,
      year: number,
      countMonth: scenario.calendar.countMonth(of: number),
      openingMonth: scenario.calendar.openingMonth,
      parameters: parameters,
      key: key,
      method: scenario.method,
    )
    var figures = YearFigures(
      pupils: pupils,
      classes: [Double](repeating: 0, count: pupils.pupils.count),
      need: [],
      normPosts: [],
      posts: [],
      holdersOfPosts: [],
      recruitment: [],
    )
    flows.reset()
    let isOver = number > scenario.calendar.lastYear
    let phases =
      isOver
      ? YearlyCycle.closingPhases(
        promotionsCount: payroll?.paysPromotionsInFiscalYear(of: year) ?? false
      ) : YearlyCycle.phases
    for phase in phases {
      switch phase {
      case .enrolment:
        enrolment?.apply(to: &pupils, in: year)
        figures.pupils = pupils
      case .schoolNetwork:
        changeNetwork(&figures, in: year)
      case .postsAndNeed:
        setPostsAndNeed(&figures, in: year)
      case .retirement:
        if let calendar {
          RetirementPhase(calendar).apply(to: &population, flows: &flows, in: year)
        }
      case .earlyRetirement:
        if let rules = rules.earlyRetirement, let calendar {
          EarlyRetirementPhase(rules, calendar: calendar, in: year)
            .apply(to: &population, flows: &flows, in: year)
        }
      case .contracts:
        if let rules = rules.contracts {
          ContractEndPhase(rules, in: year).apply(to: &population, flows: &flows, in: year)
        }
      case .exits:
        if let rules = rules.exits {
          ExitPhase(rules, in: year, reusing: &tables.exits)
            .apply(to: &population, flows: &flows, in: year)
        }
      case .leave:
        if let rules = rules.leave {
          LeavePhase(rules, in: year, reusing: &tables.leave).apply(to: &population, in: year)
        }
      case .titles:
        reviewTitles(in: year)
      case .pay:
        payroll?.pay(&population, flows: flows, in: year, reusing: &tables.paySteps)
      case .requalification:
        requalify(&figures, in: year)
      case .placement:
        placeTeachers(&figures, in: year)
      case .recruitment:
        population.removeThoseWhoLeft()
        recruit(&figures, in: year)
        payroll?.enter(&population, in: year)
      case .record:
        try close(figures, in: year, record: &record, at: start)
      }
    }
  }

  /// Checks the balance of every cell and writes the year's figures; those who left are gone.
  private mutating func close(
    _ figures: YearFigures,
    in year: SimulatedYear,
    record: inout [Double],
    at start: Int,
  ) throws(ConservationError) {
    if scenario.method == .expected { population.mergeEqualRows() }
    let staff = staffOnCountingDay(in: year)
    let counts = workforce(staff, in: year)
    assert(
      counts.heads.byCell == HeadCounts(population, scenario.dimensions).byCell,
      "The workforce has changed since it was counted after recruitment.",
    )
    for (cell, expected) in flows.stock(after: headcount).enumerated() {
      let found = counts.heads.byCell[cell]
      // Whole persons balance to the head; fractions balance to the rounding of sums.
      let slack = scenario.method == .individuals ? 0 : 1e-6 * max(1, expected)
      guard abs(found - expected) <= slack else {
        throw ConservationError(year: year.year, cell: cell, expected: expected, found: found)
      }
    }
    headcount = counts.heads.byCell
    previousTitles = TitlePlaces(
      base: headcount.byGroup(scenario.dimensions),
      held: counts.heads.byTitle,
    )
    var figures = figures
    if var schools = figures.schools.take() {
      finish(&schools, staff, in: year)
      figures.schools = schools
    }
    figures.holdersOfPosts = holdersOfPosts(counts.heads, in: year)
    assignRoles(classes: figures.classes, in: year)
    recorder.write(into: &record, at: start, counts: counts, flows: flows, figures: figures)
  }
}
