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
package struct RotationRound: ~Copyable {
  private let rules: RotationRules
  private let year: SimulatedYear
  private var preference: SchoolPreference
  private let score: CompetitionScore
  private var isDue: [Bool] = []
  private var exchange = SeatExchange()
  private var result: [Int32] = []
  private var utilities: [Double] = []
  private var wishes: [(position: Int, utility: Double)] = []

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
    isDue = [Bool](repeating: false, count: population.count)
    let months = year.number(rules.eligibleYears) * 12
    let ages = year.values(rules.exemptAge)
    let exempt = (0..<year.dimensions.count(.sex)).map { Int(ages[(.sex, $0)] * 12) }
    let now = year.clock.now
    for group in 0..<ground.rowsOfGroup.count {
      for row in ground.rowsOfGroup[group] where population.school[row] != Population.noSchool {
        guard
          Double(now - Int(population.schoolStart[row].months)) >= months,
          now - Int(population.birth[row].months) < exempt[Int(population.sex[row])],
          population.leaveShare[row] == 0
        else { continue }
        isDue[row] = true
        ground.counts[group].dueToRotate += 1
      }
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
    for group in 0..<ground.rowsOfGroup.count {
      exchangeVolunteers(
        ground.rowsOfGroup[group],
        group: group,
        of: &population,
        flows: &flows,
        on: &ground,
      )
    }
    for region in 0..<year.dimensions.regionCount {
      callForDuty(region: region, of: &population, flows: &flows, on: &ground)
    }
    for group in 0..<ground.rowsOfGroup.count {
      for row in ground.rowsOfGroup[group]
      where isDue[row] && ground.hasMoved[row] && population.isInWorkforce(row) {
        ground.counts[group].rotated += 1
        if population.isBackbone[row] { ground.counts[group].rotatedBackbone += 1 }
      }
    }
  }

  // MARK: - Volunteers

  private mutating func exchangeVolunteers(
    _ rows: ArraySlice<Int>,
    group: Int,
    of population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    let locationOfSchool = ground.network.locationOfSchool
    var draws = NeighbouringWords(year.stream(.rotationVolunteer))
    let values = year.values(rules.volunteers)
    let shares = (0..<year.dimensions.count(.location)).map { values[(.location, $0)] }
    let volunteers = rows.filter { row in
      guard
        isDue[row], !ground.hasMoved[row], population.isInWorkforce(row),
        population.school[row] != Population.noSchool
      else { return false }
      let share = shares[locationOfSchool[Int(population.school[row])]]
      return draws.uniform(for: population.id[row]) < share
    }.sorted {
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
    let schools = Array(Set(rows.map { Int(population.school[$0]) })).sorted()
    guard schools.count > 1 else { return }
    exchange.removeAll(schoolCount: schools.count)
    for row in rows {
      let id = population.id[row]
      let school = Int(population.school[row])
      let own = schools.firstIndex(of: school) ?? 0
      let staying = preference.utilityOfStaying(at: school, to: id)
      preference.findUtilities(of: schools, to: id, into: &utilities)
      wishes.removeAll(keepingCapacity: true)
      for (position, utility) in utilities.enumerated() where position != own {
        if utility > staying { wishes.append((position, utility)) }
      }
      wishes.sort { ($0.utility, $1.position) > ($1.utility, $0.position) }
      exchange.addVolunteer(school: own, priority: score.rank(of: row, in: population))
      for wish in wishes { exchange.addWish(school: wish.position) }
    }
    exchange.exchange(into: &result)
    for (volunteer, row) in rows.enumerated() {
      let school = UInt32(schools[Int(result[volunteer])])
      guard population.school[row] != school else { continue }
      population.school[row] = school
      ground.noteMove(of: row, in: &population, flows: &flows)
      ground.counts[group].rotatedByExchange += 1
    }
  }

  // MARK: - Duty

  private func callForDuty(
    region: Int,
    of population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    let duty = year.values(rules.dutyShare)[(.region, region)]
    guard duty > 0 else { return }
    let stages = year.dimensions.stageCount
    var order = NeighbouringWords(year.stream(.rotationCall))
    var lots = LotOrder()
    var due = 0
    var calls = RotationCalls(
      backboneShare: year.values(rules.backboneShare)[(.region, region)]
    )
    for group in region * stages..<(region + 1) * stages {
      for row in ground.rowsOfGroup[group] where isDue[row] && population.isInWorkforce(row) {
        due += 1
        if ground.hasMoved[row] {
          calls.note(isBackbone: population.isBackbone[row])
        } else if population.school[row] != Population.noSchool {
          lots.add(row, lot: order.bits(for: population.id[row]))
        }
      }
    }
    calls.required = Int((duty * Double(due) - 1e-9).rounded(.up))
    guard calls.needsBackbone || calls.needsAny else { return }
    let waiting = lots.rows(ids: population.id)
    let fields = year.dimensions.fields.count
    let waitingOfField = GroupedRows(waiting, count: fields) { Int(population.cell[$0]) % fields }
    for isForBackbone in [true, false] {
      for row in waiting where !ground.hasMoved[row] {
        guard isForBackbone ? calls.needsBackbone : calls.needsAny else { break }
        guard !isForBackbone || population.isBackbone[row] else { continue }
        let field = Int(population.cell[row]) % fields
        guard
          let other = partner(
            of: row,
            among: waitingOfField[field],
            isForBackbone,
            population,
            ground,
          )
        else { continue }
        ground.swap(row, other, of: &population, flows: &flows)
        for mover in [row, other] { calls.note(isBackbone: population.isBackbone[mover]) }
      }
    }
  }

  /// The first of those waiting who is at another school; a backbone teacher if there is one and
  /// one is wanted.
  private func partner(
    of row: Int,
    among waiting: ArraySlice<Int>,
    _ wantsBackbone: Bool,
    _ population: borrowing Population,
    _ ground: borrowing PlacementGround,
  ) -> Int? {
    var first: Int?
    for other in waiting where !ground.hasMoved[other] {
      guard population.school[other] != population.school[row] else { continue }
      if !wantsBackbone || population.isBackbone[other] { return other }
      if first == nil { first = other }
    }
    return first
  }
}

/// Who has moved so far, and whom the duty still calls for.
private struct RotationCalls {
  let backboneShare: Double
  var required = 0
  var moved = 0
  var backbone = 0

  /// Whether fewer have moved than must.
  var needsAny: Bool { moved < required }

  /// Whether backbone teachers are short of their share of all who move, those to be called included.
  var needsBackbone: Bool {
    Double(backbone) < backboneShare * Double(max(required, moved)) - 1e-9
  }

  mutating func note(isBackbone: Bool) {
    moved += 1
    if isBackbone { backbone += 1 }
  }
}
