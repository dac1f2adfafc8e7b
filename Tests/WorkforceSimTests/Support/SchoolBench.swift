// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

/// The schools and teachers of a scenario, moved on by hand from step to step of a year.
struct SchoolBench {
  let scenario: Scenario
  var state: SchoolState
  var pupils: PupilStock
  var population: Population
  var flows: YearFlows
  /// What placement did in the last year, by group.
  var counts: [PlacementCounts] = []
  private var posts: [Double]
  private var market = TwoLevelMarket()
  private let enrolment: EnrolmentPhase?
  private let parameters: ParameterDraw

  /// Opens the schools of a scenario, with the teachers of its opening in them.
  init(_ built: SchoolScenario) throws {
    let simulation = try Simulation(built.scenario())
    let scenario = simulation.scenario
    guard let network = simulation.network, let rules = scenario.rules.schools else {
      preconditionFailure("the scenario has no schools")
    }
    self.scenario = scenario
    self.parameters = ParameterDraw(scenario.parameters, key: nil)
    self.population = simulation.opening
    self.flows = YearFlows(scenario.dimensions)
    self.posts = [Double](repeating: 0, count: scenario.dimensions.groupCount)
    let years = scenario.calendar.years
    self.enrolment = scenario.rules.enrolment.map {
      EnrolmentPhase($0, birthFactors: BirthFactors(volatility: 0, years: years, key: nil))
    }
    self.state = SchoolState(network, firstYear: years.lowerBound)
    self.pupils = PupilStock(scenario.dimensions)
    let opening = year(years.lowerBound - 1)
    if let enrolment { pupils = enrolment.openingStock(in: opening) }
    SchoolYear(rules, scenario.rules, in: opening)
      .open(&state, pupils: pupils, openingStock: headcount)
  }

  /// A year under central parameters.
  func year(_ number: Int) -> SimulatedYear {
    SimulatedYear(
      dimensions: scenario.dimensions,
      year: number,
      countMonth: scenario.calendar.countMonth(of: number),
      openingMonth: scenario.calendar.openingMonth,
      parameters: parameters,
      key: RandomKey(seed: scenario.seed, replication: 0),
    )
  }

  /// Moves pupils and schools to a year, and works out need and posts.
  mutating func changeSchools(_ number: Int) {
    let year = year(number)
    enrolment?.apply(to: &pupils, in: year)
    guard let rules = scenario.rules.schools else { return }
    let steps = SchoolYear(rules, scenario.rules, in: year)
    steps.changeNetwork(&state, pupils: &pupils)
    let need = steps.classesAndNeed(of: &state, pupils: pupils, openingStock: headcount).need
    guard let postRules = scenario.rules.posts else { return }
    let norm = steps.normPosts(of: &state, otherwise: posts.map { _ in 0 })
    posts = PostsPhase(postRules, in: year).posts(after: posts, normPosts: norm, need: need)
    var apportionment = LargestRemainder()
    SchoolPostsPhase(postRules, in: year).sharePosts(
      over: &state,
      posts: posts,
      occupied: posts.map { _ in 0 },
      reserveShare: scenario.rules.placement.map { year.values($0.reserveShare) }
        ?? ParameterValues(0),
      apportionment: &apportionment,
    )
  }

  /// Places the teachers in a year whose schools are ready.
  mutating func place(_ number: Int) {
    guard let rules = scenario.rules.placement else { return }
    flows.reset()
    var staff = staff(in: number)
    counts = PlacementPhase(rules, rotation: scenario.rules.rotation, in: year(number)).apply(
      to: &population,
      flows: &flows,
      state: &state,
      staff: &staff,
      market: &market,
    )
  }

  /// Who teaches where.
  func staff(in number: Int) -> SchoolStaff {
    SchoolStaff(
      population,
      network: state.network,
      kinds: StaffKinds(scenario.rules.balance, in: year(number)),
      dimensions: scenario.dimensions,
    )
  }

  /// Changes schools, places the teachers and removes those who left.
  mutating func advance(to number: Int) {
    changeSchools(number)
    place(number)
    population.removeThoseWhoLeft()
  }

  /// Posts teachers, who are added as hires of a year.
  mutating func post(_ hires: [Teacher], in number: Int, byLot: Bool = false) -> [Int] {
    let first = population.count
    for hire in hires { population.append(hire) }
    let rules = byLot ? nil : scenario.rules.placement
    let staff = staff(in: number).ofSlots
    var posting = HirePosting(rules, staff: staff, state, in: year(number))
    return posting.post(Array(first..<population.count), of: &population, market: &market)
  }

  // MARK: - Who is where

  /// The people of each cell.
  var headcount: [Double] {
    var result = [Double](repeating: 0, count: scenario.dimensions.cellCount)
    for row in 0..<population.count where population.isInWorkforce(row) {
      result[Int(population.cell[row])] += 1
    }
    return result
  }

  /// The positions of the schools of all teachers in post; -1 without one.
  var schools: [Int] {
    (0..<population.count).filter { population.isInWorkforce($0) }.map {
      population.school[$0] == Population.noSchool ? -1 : Int(population.school[$0])
    }
  }

  /// The teachers of a school in post, or of those without one at -1.
  func staff(of school: Int) -> Int { schools.count { $0 == school } }

  /// The school of a teacher; -1 without one, `nil` if the teacher is gone.
  func school(ofTeacher id: UInt64) -> Int? {
    population.id.firstIndex(of: id).map {
      population.school[$0] == Population.noSchool ? -1 : Int(population.school[$0])
    }
  }

  /// The established teachers of each slot.
  func slotStaff(_ population: borrowing Population) -> [Int] {
    var result = [Int](repeating: 0, count: state.network.slotCount)
    let dimensions = scenario.dimensions
    for row in 0..<population.count where population.isInWorkforce(row) {
      guard dimensions.contractIsEstablished[Int(population.contract[row])] else { continue }
      guard population.school[row] != Population.noSchool else { continue }
      let cell = Int(population.cell[row])
      let school = Int(population.school[row])
      if let slot = state.network.slot(school: school, cell: cell) {
        result[slot] += 1
      }
    }
    return result
  }

  /// The sums of a figure of slots by unit.
  func byUnit(_ slots: [Int]) -> [Int] {
    (0..<state.network.unitCount).map { unit in
      state.network.slots(of: unit).reduce(0) { $0 + slots[$1] }
    }
  }
}

extension [PlacementCounts] {
  /// A count added up over all groups.
  func total(_ count: KeyPath<PlacementCounts, Int>) -> Int {
    reduce(0) { $0 + $1[keyPath: count] }
  }
}
