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
    var staff = staff(of: schools.network, in: year)
    let balance = scenario.rules.balance.map { SchoolBalance($0, in: year) }
    let noBalance = [Double](repeating: 0, count: groups * SchoolBalance.figures.count)
    let before = balance?.coefficients(staff.ofSlots, schools) ?? noBalance
    var placement = [PlacementCounts](repeating: PlacementCounts(), count: groups)
    if let rules = scenario.rules.placement {
      placement = PlacementPhase(rules, rotation: scenario.rules.rotation, in: year).apply(
        to: &population,
        flows: &flows,
        state: &schools,
        staff: &staff,
        market: &market,
      )
      slotStaff = staff.ofSlots
    } else {
      ClosedSchools(schools, in: year)
        .moveStaff(&staff, of: &population, flows: &flows) { _, _ in true }
      slotStaff = staff.ofSlots
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

  /// Who teaches where.
  func staff(of network: SchoolNetwork, in year: SimulatedYear) -> SchoolStaff {
    SchoolStaff(
      population,
      network: network,
      kinds: StaffKinds(scenario.rules.balance, in: year),
      dimensions: scenario.dimensions,
    )
  }

  /// Posts teachers whose new stage their old school does not teach, where nobody else places them.
  private mutating func postThoseWithoutSchool(to schools: SchoolState, in year: SimulatedYear) {
    let rows = (0..<population.count).filter {
      population.isInWorkforce($0) && population.school[$0] == Population.noSchool
    }
    guard !rows.isEmpty else { return }
    _ = post(rows, to: schools, nil, in: year)
    for row in rows where population.school[row] != Population.noSchool {
      population.schoolStart[row] = CompactMonth(year.countMonth)
      flows.note(flows.kinds.moved, in: population.cell[row], weight: population.weight[row])
    }
  }

  /// Posts teachers who have no school.
  ///
  /// - Returns: The teachers posted, by group.
  private mutating func post(
    _ rows: [Int],
    to schools: SchoolState,
    _ rules: PlacementRules?,
    in year: SimulatedYear,
  ) -> [Int] {
    guard let staff = slotStaff.take() else { return [] }
    var posting = HirePosting(rules, staff: consume staff, schools, in: year)
    let posted = posting.post(rows, of: &population, market: &market)
    slotStaff = posting.staff
    return posted
  }

  /// Posts the hires of the year to schools.
  mutating func postHires(
    from firstHire: Int,
    _ figures: inout YearFigures,
    in year: SimulatedYear,
  ) {
    guard let schools, figures.schools != nil, firstHire < population.count else { return }
    let hires = Array(firstHire..<population.count)
    let posted = post(hires, to: schools, scenario.rules.placement, in: year)
    for (group, hires) in posted.enumerated() {
      figures.schools?.placement[group].hiresPosted += hires
    }
  }

  /// The staff of schools on the counting day; `nil` where schools are not modelled.
  mutating func staffOnCountingDay(in year: SimulatedYear) -> SlotStaff? {
    guard let schools else { return nil }
    // In expected values equal rows have been joined since.
    let kept = scenario.method == .individuals ? slotStaff.take() : nil
    return kept ?? staff(of: schools.network, in: year).ofSlots
  }

  /// Notes the staff of schools on the counting day and takes the balance once more.
  mutating func finish(
    _ figures: inout SchoolFigures,
    _ staff: SlotStaff?,
    in year: SimulatedYear,
  ) {
    guard let schools, let staff else { return }
    figures.state = schools
    if let rules = scenario.rules.balance {
      figures.balanceAfter = SchoolBalance(rules, in: year).coefficients(staff, schools)
    }
    let teachers = staff.bySchool
    let joined = joined(after: year.countMonth + -12, schools: schools.network.count)
    figures.teachers = teachers
    figures.joined = joined
    figures.left = teachers.indices.map {
      max(0, schoolStaff[$0] + joined[$0] - teachers[$0])
    }
    schoolStaff = teachers
  }

  /// The teachers of each school who have joined it since a day.
  private func joined(after day: Month, schools: Int) -> [Double] {
    let first = Int(CompactMonth(day).months)
    let rows = 0..<population.count
    let starts = population.schoolStart.span.extracting(rows)
    var joined = [Double](repeating: 0, count: schools)
    for row in rows where Int(starts[row].months) > first && population.isInWorkforce(row) {
      let school = population.school[row]
      if school != Population.noSchool { joined[Int(school)] += 1 }
    }
    return joined
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
