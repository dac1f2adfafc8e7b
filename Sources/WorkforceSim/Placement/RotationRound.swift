// SPDX-License-Identifier: GPL-3.0-or-later

/// Rotation between schools (交流轮岗): first those who want to, then as many as the duty asks for.
///
/// Due are established teachers of covered schools who have been at one school for the given years,
/// are below the exempt age and not on leave. Volunteers among them exchange schools within their
/// region, stage and subject by top trading cycles: nobody ends at a school that he likes less than
/// his own. If fewer have moved than the duty share of those due, by whatever way, teachers are
/// called in an order drawn for the year, backbone teachers first until their share is reached, and
/// change places in pairs of one subject from different schools. Calls are assignments: they may
/// make a teacher worse off.
package struct RotationRound {
  let rules: RotationRules
  let year: SimulatedYear
  private var preference: SchoolPreference
  private let score: CompetitionScore
  /// The rows that are due, by group.
  private(set) var dueOfGroup = GroupedRows(0..<0, count: 0) { _ in nil }
  private var exchange = SeatExchange()
  private var result: [Int32] = []
  /// Each volunteer at each school, and what it is worth to him.
  private var wishes: [PostWish] = []
  private var utilities: [Double] = []
  /// The schools that the present volunteer likes better than his own, by their position.
  private var choices: [PostChoice] = []

  /// Prepares the round.
  ///
  /// - Parameters:
  ///   - rules: The parameters of rotation.
  ///   - placement: The parameters of placement.
  ///   - network: The schools.
  ///   - score: The points of teachers.
  ///   - year: The year.
  package init(
    _ rules: RotationRules,
    placement: PlacementRules,
    network: SchoolNetwork,
    score: CompetitionScore,
    in year: SimulatedYear,
  ) {
    self.rules = rules
    self.year = year
    self.score = score
    self.preference = SchoolPreference(placement, network: network, in: year)
  }

  /// Notes who is due before anybody moves.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - ground: Posts and who holds them.
  package mutating func findThoseDue(
    in population: borrowing Population,
    on ground: inout PlacementGround,
  ) {
    let ages = year.values(rules.exemptAge)
    let now = year.clock.now
    let lastStart = now - Int((year.number(rules.eligibleYears) * 12).rounded(.up))
    let lastExempt = (0..<year.dimensions.count(.sex)).map {
      now - Int((ages[(.sex, $0)] * 12).roundedDown())
    }
    let rows = 0..<population.count
    let starts = population.schoolStart.span.extracting(rows)
    let births = population.birth.span.extracting(rows)
    let sexes = population.sex.span.extracting(rows)
    let leaveShares = population.leaveShare
    var due: [Int] = []
    for row in rows where Int(starts[row].months) <= lastStart {
      guard Int(births[row].months) > lastExempt[Int(sexes[row])], leaveShares[row] == 0 else {
        continue
      }
      if ground.covers(row, in: population) { due.append(row) }
    }
    let (cells, groupOfCell) = (population.cell.span, year.dimensions.groupOfCell)
    dueOfGroup = GroupedRows(due, count: ground.counts.count) { groupOfCell[Int(cells[$0])] }
    for group in 0..<dueOfGroup.count {
      ground.counts[group].dueToRotate += dueOfGroup[group].count
    }
  }

  /// Lets volunteers exchange and calls as many others as the duty asks for.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - ground: Posts and who holds them.
  package mutating func apply(
    to population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    let volunteers = volunteers(population, on: ground)
    for group in 0..<volunteers.count where volunteers[group].count > 1 {
      exchange(volunteers[group], group: group, of: &population, flows: &flows, on: &ground)
    }
    for region in 0..<year.dimensions.regionCount {
      callForDuty(region: region, of: &population, flows: &flows, on: &ground)
    }
    for group in 0..<dueOfGroup.count {
      for row in dueOfGroup[group] where ground.hasMoved[row] && population.isInWorkforce(row) {
        ground.counts[group].rotated += 1
        if population.isBackbone[row] { ground.counts[group].rotatedBackbone += 1 }
      }
    }
  }

  // MARK: - Volunteers

  /// Those due who want to exchange schools, by group.
  private func volunteers(
    _ population: borrowing Population,
    on ground: borrowing PlacementGround,
  ) -> GroupedRows {
    let values = year.values(rules.volunteers)
    let shares = (0..<year.dimensions.count(.location)).map { values[(.location, $0)] }
    // Whoever draws this word or a higher one wants nothing.
    let bound = UInt64((min(shares.max() ?? 0, 1) * 0x1p32).rounded(.up))
    let words = year.stream(.rotationVolunteer).words(of: dueOfGroup.rows, ids: population.id)
    var volunteers: [Int] = []
    for (row, word) in zip(dueOfGroup.rows, words) where UInt64(word) < bound {
      guard isWaiting(row, population, on: ground) else { continue }
      let location = ground.network.locationOfSchool[Int(population.school[row])]
      if DecisionStream.uniform(of: word) < shares[location] { volunteers.append(row) }
    }
    let (cells, groupOfCell) = (population.cell.span, year.dimensions.groupOfCell)
    return GroupedRows(volunteers, count: dueOfGroup.count) { groupOfCell[Int(cells[$0])] }
  }

  /// Whether a row is still in the workforce and where it was when the year began.
  @inline(__always)
  private func isWaiting(
    _ row: Int,
    _ population: borrowing Population,
    on ground: borrowing PlacementGround,
  ) -> Bool {
    !ground.hasMoved[row] && population.isInWorkforce(row)
      && population.school[row] != Population.noSchool
  }

  /// Lets the volunteers of a group exchange schools with those of their cell.
  private mutating func exchange(
    _ volunteers: ArraySlice<Int>,
    group: Int,
    of population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    let volunteers = volunteers.sorted {
      (population.cell[$0], population.id[$0]) < (population.cell[$1], population.id[$1])
    }
    var start = 0
    while start < volunteers.count {
      let cell = population.cell[volunteers[start]]
      var end = start
      while end < volunteers.count, population.cell[volunteers[end]] == cell { end += 1 }
      exchange(Array(volunteers[start..<end]), group: group, &population, &flows, on: &ground)
      start = end
    }
  }

  private mutating func exchange(
    _ rows: [Int],
    group: Int,
    _ population: inout Population,
    _ flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    guard rows.count > 1 else { return }
    let schools = rows.map { Int(population.school[$0]) }.sorted().reduce(into: [Int]()) {
      if $0.last != $1 { $0.append($1) }
    }
    guard schools.count > 1 else { return }
    exchange.removeAll(schoolCount: schools.count)
    wishes.removeAll(keepingCapacity: true)
    for row in rows {
      for (position, school) in schools.enumerated() {
        wishes.append(PostWish(id: population.id[row], school: school, post: position))
      }
    }
    preference.findUtilities(of: wishes, into: &utilities)
    for (volunteer, row) in rows.enumerated() {
      let id = population.id[row]
      let school = Int(population.school[row])
      let own = schools.firstIndex(of: school) ?? 0
      let staying = preference.utilityOfStaying(at: school, to: id)
      choices.removeAll(keepingCapacity: true)
      for position in schools.indices where position != own {
        let utility = utilities[volunteer * schools.count + position]
        if utility > staying { choices.append(PostChoice(post: position, utility: utility)) }
      }
      choices.sortBestFirst()
      exchange.addVolunteer(school: own, priority: score.rank(of: row, in: population))
      for choice in choices { exchange.addWish(school: choice.post) }
    }
    exchange.exchange(into: &result)
    for (volunteer, row) in rows.enumerated() {
      let school = UInt32(schools[Int(result[volunteer])])
      guard population.school[row] != school else { continue }
      ground.move(row, to: school, of: &population, flows: &flows)
      ground.counts[group].rotatedByExchange += 1
    }
  }
}
