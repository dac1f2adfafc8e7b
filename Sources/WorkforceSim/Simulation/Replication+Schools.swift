// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of a year that concern schools and the placement of teachers in them.
extension Replication {
  /// Opens, extends, closes and merges schools and moves their pupils up.
  mutating func changeNetwork(_ figures: inout YearFigures, in year: SimulatedYear) {
    // Taken out while they change, so that their columns are not copied.
    guard let rules = scenario.rules.schools, var schools = schools.take() else { return }
    defer { self.schools = schools }
    SchoolYear(rules, scenario.rules, in: year).changeNetwork(&schools, pupils: &pupils)
    figures.pupils = pupils
  }

  /// Gives schools their posts, places teachers, and notes the balance before it.
  mutating func placeTeachers(_ figures: inout YearFigures, in year: SimulatedYear) {
    guard var schools = schools.take() else { return }
    defer { self.schools = schools }
    sharePosts(over: &schools, in: year)
    let groups = scenario.dimensions.groupCount
    let balance = scenario.rules.balance.map { SchoolBalance($0, in: year) }
    let noBalance = [Double](repeating: 0, count: groups * SchoolBalance.figures.count)
    let before = balance?.coefficients(population, schools) ?? noBalance
    var placement = [PlacementCounts](repeating: PlacementCounts(), count: groups)
    if let rules = scenario.rules.placement {
      placement = PlacementPhase(rules, rotation: scenario.rules.rotation, in: year).apply(
        to: &population,
        flows: &flows,
        state: &schools,
        market: &market,
      )
    } else {
      ClosedSchools(schools, in: year).moveStaff(of: &population, flows: &flows) { _, _ in true }
      postThoseWithoutSchool(to: schools, in: year)
    }
    figures.schools = SchoolFigures(
      state: schools,
      placement: placement,
      balanceBefore: before,
      balanceAfter: noBalance,
      balanceLimit: balanceLimits(in: year),
      rotationDuty: rotationDuty(in: year),
      teachers: [],
      joined: [],
      left: [],
    )
  }

  /// Posts teachers whose new stage their old school does not teach, where nobody else places them.
  private mutating func postThoseWithoutSchool(to schools: SchoolState, in year: SimulatedYear) {
    let rows = (0..<population.count).filter {
      population.isInWorkforce($0) && population.school[$0] == Population.noSchool
    }
    guard !rows.isEmpty else { return }
    var posting = HirePosting(nil, population, schools, in: year)
    _ = posting.post(rows, of: &population, market: &market)
  }

  /// Posts the hires of the year to schools.
  mutating func postHires(
    from firstHire: Int,
    _ figures: inout YearFigures,
    in year: SimulatedYear,
  ) {
    guard let schools, figures.schools != nil, firstHire < population.count else { return }
    var posting = HirePosting(scenario.rules.placement, population, schools, in: year)
    let hires = Array(firstHire..<population.count)
    let posted = posting.post(hires, of: &population, market: &market)
    for (group, hires) in posted.enumerated() {
      figures.schools?.placement[group].hiresPosted += hires
    }
  }

  /// Counts the staff of schools on the counting day and takes the balance once more.
  mutating func finish(_ figures: inout SchoolFigures, in year: SimulatedYear) {
    guard let schools else { return }
    figures.state = schools
    if let rules = scenario.rules.balance {
      figures.balanceAfter = SchoolBalance(rules, in: year).coefficients(population, schools)
    }
    let staff = SchoolStaffCount(
      population,
      schools: schools.network.count,
      joinedAfter: year.countMonth + -12,
    )
    figures.teachers = staff.teachers
    figures.joined = staff.joined
    figures.left = staff.teachers.indices.map {
      max(0, schoolStaff[$0] + staff.joined[$0] - staff.teachers[$0])
    }
    schoolStaff = staff.teachers
  }

  /// Which schools county management covers; empty without placement.
  func coveredSchools(in year: SimulatedYear) -> [Bool] {
    guard let network = simulation.network, let rules = scenario.rules.placement else { return [] }
    return PlacementGround.coverage(rules, network, in: year)
  }

  private mutating func sharePosts(over schools: inout SchoolState, in year: SimulatedYear) {
    guard let rules = scenario.rules.posts else { return }
    SchoolPostsPhase(rules, in: year).sharePosts(
      over: &schools,
      posts: posts,
      occupied: postsOfEarlyRetired(in: year),
      reserveShare: scenario.rules.placement.map { year.values($0.reserveShare) }
        ?? ParameterValues(0),
      apportionment: &apportionment,
    )
  }

  /// The posts that people on early retirement still fill, by group.
  private func postsOfEarlyRetired(in year: SimulatedYear) -> [Double] {
    let dimensions = scenario.dimensions
    var posts = [Double](repeating: 0, count: dimensions.groupCount)
    guard keepsPostsOfEarlyRetired(in: year) else { return posts }
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    for row in rows where !hasLeft[row] && status[row] != .inPost {
      posts[dimensions.group(ofCell: Int(population.cell[row]))] += population.weight[row]
    }
    return posts
  }

  private func balanceLimits(in year: SimulatedYear) -> [Double] {
    let limit = scenario.rules.balance.map { year.values($0.limit) } ?? ParameterValues(0)
    return (0..<scenario.dimensions.groupCount).map {
      limit[(.stage, $0 % scenario.dimensions.stageCount)]
    }
  }

  private func rotationDuty(in year: SimulatedYear) -> (share: [Double], backbone: [Double])? {
    guard scenario.rules.placement != nil, let rules = scenario.rules.rotation else { return nil }
    let share = year.values(rules.dutyShare)
    let backbone = year.values(rules.backboneShare)
    let regions = (0..<scenario.dimensions.groupCount).map { $0 / scenario.dimensions.stageCount }
    return (regions.map { share[(.region, $0)] }, regions.map { backbone[(.region, $0)] })
  }
}

/// The teachers of each school, and those who have joined since a day.
struct SchoolStaffCount {
  /// The teachers of each school.
  let teachers: [Double]
  /// Of them, those who joined after the day.
  let joined: [Double]

  /// Counts the teachers in post.
  init(_ population: borrowing Population, schools: Int, joinedAfter day: Month? = nil) {
    let first = day.map { Int(CompactMonth($0).months) } ?? Int.max
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let starts = population.schoolStart.span.extracting(rows)
    let schoolOfRow = population.school
    // Both counts in one, those who joined in the second place.
    var countsOfSchool = [SIMD2<Double>](repeating: .zero, count: schools)
    var counts = countsOfSchool.mutableSpan
    for row in rows where !hasLeft[row] && status[row] == .inPost {
      let school = schoolOfRow[row]
      guard school != Population.noSchool else { continue }
      counts[Int(school)] += SIMD2(1, Int(starts[row].months) > first ? 1 : 0)
    }
    self.teachers = countsOfSchool.map { $0.x }
    self.joined = countsOfSchool.map { $0.y }
  }
}
