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
  private let parameters: ParameterDraw
  private let key: RandomKey
  private let recorder: YearRecorder
  var population: Population
  var pupils: PupilStock
  var schools: SchoolState?
  var posts: [Double] = []
  var apportionment = LargestRemainder()
  var market = TwoLevelMarket()
  /// The teachers of each school on the last counting day.
  var schoolStaff: [Double] = []
  var flows: YearFlows
  private var headcount: [Double]
  private let openingStock: [Double]
  private let calendar: RetirementCalendar?
  private let enrolment: EnrolmentPhase?
  private var previousTitles: TitlePlaces
  var countsAfterExits: (year: Int, counts: WorkforceCounts)?

  /// Prepares a replication.
  ///
  /// - Parameters:
  ///   - simulation: The scenario with its opening population.
  ///   - number: The number of the replication, from 0.
  package init(_ simulation: Simulation, number: Int) {
    let scenario = simulation.scenario
    let dimensions = scenario.dimensions
    self.simulation = simulation
    self.scenario = scenario
    self.key = RandomKey(seed: scenario.seed, replication: UInt32(number))
    let parameterKey = simulation.parameterKey(ofReplication: number)
    self.parameters = ParameterDraw(scenario.parameters, key: parameterKey)
    self.recorder = YearRecorder(simulation.layout, dimensions: dimensions)
    self.population = simulation.opening
    self.flows = YearFlows(dimensions)
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
    let counts = WorkforceCounts(
      population,
      participation: Participation(scenario.rules.participation, in: opening),
      dimensions: dimensions,
      clock: opening.clock,
    )
    self.headcount = counts.headcount
    self.openingStock = counts.headcount
    self.previousTitles = TitlePlaces(
      base: counts.headcount.byGroup(dimensions),
      held: counts.byTitle,
    )
    if let network = simulation.network, let rules = scenario.rules.schools {
      var schools = SchoolState(network, firstYear: scenario.calendar.firstYear)
      SchoolYear(rules, scenario.rules, in: opening).open(
        &schools,
        pupils: pupils,
        openingStock: openingStock,
      )
      self.schools = schools
      self.schoolStaff = SchoolStaffCount(population, schools: network.count).teachers
    }
    if let rules = scenario.rules.posts {
      self.posts = PostsPhase(rules, in: opening).openingPosts(
        establishedStock: counts.established
      )
    } else {
      self.posts = counts.established
    }
  }

  /// Runs all years.
  ///
  /// - Returns: The numbers of all years, one block after another.
  /// - Throws: The cell in which people appeared or vanished.
  package mutating func run() throws(ConservationError) -> [Double] {
    let years = scenario.calendar.years
    let width = simulation.layout.width
    var record = [Double](repeating: 0, count: years.count * width)
    for (position, year) in years.enumerated() {
      try advance(to: year, record: &record, at: position * width)
    }
    return record
  }

  /// The population as it stands.
  package var currentPopulation: Population { population }

  private mutating func advance(
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
    for phase in YearlyCycle.phases {
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
          ExitPhase(rules, in: year).apply(to: &population, flows: &flows, in: year)
        }
      case .leave:
        if let rules = rules.leave {
          LeavePhase(rules, in: year).apply(to: &population, in: year)
        }
      case .titles:
        reviewTitles(in: year)
      case .requalification:
        requalify(&figures, in: year)
      case .placement:
        placeTeachers(&figures, in: year)
      case .recruitment:
        recruit(&figures, in: year)
      case .record:
        try close(figures, in: year, record: &record, at: start)
      }
    }
  }

  private mutating func setPostsAndNeed(_ figures: inout YearFigures, in year: SimulatedYear) {
    let dimensions = scenario.dimensions
    figures.need = [Double](repeating: 0, count: dimensions.cellCount)
    figures.normPosts = [Double](repeating: 0, count: dimensions.groupCount)
    let schoolYear = scenario.rules.schools.map { SchoolYear($0, scenario.rules, in: year) }
    if let schoolYear, var schools = schools.take() {
      let found = schoolYear.classesAndNeed(
        of: &schools,
        pupils: pupils,
        openingStock: openingStock,
      )
      (figures.classes, figures.need) = (found.classes.classes.pupils, found.need)
      self.schools = schools
    } else if let rules = scenario.rules.need {
      let phase = NeedPhase(rules, in: year)
      let classes = phase.classes(of: pupils)
      figures.need = phase.need(pupils: pupils, classes: classes, openingStock: openingStock)
      figures.classes = classes.classes.pupils
    }
    if let rules = scenario.rules.posts {
      let phase = PostsPhase(rules, in: year)
      figures.normPosts = phase.normPosts(pupils: pupils, classes: figures.classes)
      if let schoolYear, var schools = schools.take() {
        figures.normPosts = schoolYear.normPosts(of: &schools, otherwise: figures.normPosts)
        self.schools = schools
      }
      posts = phase.posts(after: posts, normPosts: figures.normPosts, need: figures.need)
    }
    figures.posts = posts
  }

  private mutating func reviewTitles(in year: SimulatedYear) {
    guard let rules = scenario.rules.titles else { return }
    defer {
      if let share = rules.backboneShare {
        BackbonePhase(share, in: year).apply(to: &population)
      }
    }
    switch rules.method {
    case .transitions:
      guard let table = rules.transitions else { return }
      TitleTransitionPhase(table, in: year).apply(to: &population, flows: &flows, in: year)
    case .review:
      let places = titlePlaces(rules.base, in: year)
      TitlePhase(rules, in: year).apply(
        to: &population,
        flows: &flows,
        places: places,
        in: year,
      )
    }
  }

  private mutating func requalify(_ figures: inout YearFigures, in year: SimulatedYear) {
    guard let rules = scenario.rules.requalification else { return }
    let phase = RequalificationPhase(rules, network: simulation.network, in: year)
    if phase.finish(&population, flows: &flows) > 0 { countsAfterExits = nil }
    guard phase.isOpen else { return }
    figures.requalification = phase.begin(
      &population,
      flows: &flows,
      need: figures.need,
      workforce: workforceAfterExits(in: year),
    )
    if figures.requalification.allStarted > 0 { countsAfterExits = nil }
  }

  private mutating func titlePlaces(_ base: TitlePlacesBase, in year: SimulatedYear) -> TitlePlaces
  {
    guard base != .previousHeadcount else { return previousTitles }
    let counts = workforceAfterExits(in: year)
    return TitlePlaces(
      base: base == .posts ? posts : counts.headcount.byGroup(scenario.dimensions),
      held: counts.byTitle,
    )
  }

  /// The workforce after exits; titles change none of the figures that recruitment reads of it,
  /// unless full-time equivalents depend on them.
  private mutating func workforceAfterExits(in year: SimulatedYear) -> WorkforceCounts {
    if let counts = countsAfterExits, counts.year == year.year,
      scenario.rules.participation == nil
    {
      return counts.counts
    }
    let counts = workforce(in: year)
    countsAfterExits = (year.year, counts)
    return counts
  }

  func workforce(in year: SimulatedYear) -> WorkforceCounts {
    WorkforceCounts(
      population,
      participation: Participation(
        scenario.rules.participation,
        training: scenario.rules.requalification,
        in: year,
      ),
      dimensions: scenario.dimensions,
      clock: year.clock,
      coveredSchools: coveredSchools(in: year),
    )
  }

  private mutating func recruit(_ figures: inout YearFigures, in year: SimulatedYear) {
    let dimensions = scenario.dimensions
    guard let rules = scenario.rules.recruitment else {
      figures.recruitment = [ChannelCounts](
        repeating: ChannelCounts(),
        count: dimensions.groupCount * dimensions.count(.channel),
      )
      return
    }
    let counts = workforceAfterExits(in: year)
    var phase = RecruitmentPhase(
      rules,
      contracts: scenario.rules.contracts,
      workforce: WorkforceBeforeRecruitment(
        posts: posts,
        established: holdersOfPosts(counts, in: year),
        need: figures.need,
        available: counts.available,
        left: flows.left,
      ),
      in: year,
    )
    let firstHire = population.count
    phase.apply(to: &population, flows: &flows)
    figures.recruitment = phase.counts
    postHires(from: firstHire, &figures, in: year)
  }

  /// Those who fill an authorised post, by group; people on early retirement where the rule says so.
  func holdersOfPosts(_ counts: WorkforceCounts, in year: SimulatedYear) -> [Double] {
    guard let early = scenario.rules.earlyRetirement, year.number(early.keepsPost) > 0 else {
      return counts.established
    }
    return zip(counts.established, counts.earlyRetiredByGroup).map { $0 + $1 }
  }

  /// Removes those who left, checks the balance of every cell and writes the year's figures.
  private mutating func close(
    _ figures: YearFigures,
    in year: SimulatedYear,
    record: inout [Double],
    at start: Int,
  ) throws(ConservationError) {
    population.removeThoseWhoLeft()
    if scenario.method == .expected { population.mergeEqualRows() }
    let counts = workforce(in: year)
    for cell in headcount.indices {
      let expected =
        headcount[cell] + flows.entered[cell] - flows.left[cell] + flows.exchanged[cell]
      let found = counts.headcount[cell]
      // Whole persons balance to the head; fractions balance to the rounding of sums.
      let slack = scenario.method == .individuals ? 0 : 1e-6 * max(1, expected)
      guard abs(found - expected) <= slack else {
        throw ConservationError(year: year.year, cell: cell, expected: expected, found: found)
      }
    }
    headcount = counts.headcount
    previousTitles = TitlePlaces(
      base: counts.headcount.byGroup(scenario.dimensions),
      held: counts.byTitle,
    )
    var figures = figures
    if var schools = figures.schools.take() {
      finish(&schools, in: year)
      figures.schools = schools
    }
    figures.holdersOfPosts = holdersOfPosts(counts, in: year)
    recorder.write(into: &record, at: start, counts: counts, flows: flows, figures: figures)
  }
}

extension [Double] {
  /// The sums of a figure by cell over the cells of each group.
  func byGroup(_ dimensions: Dimensions) -> [Double] {
    var result = [Double](repeating: 0, count: dimensions.groupCount)
    for cell in indices { result[dimensions.group(ofCell: cell)] += self[cell] }
    return result
  }
}
