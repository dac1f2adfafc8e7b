// SPDX-License-Identifier: GPL-3.0-or-later

/// Gives duties such as head teacher to teachers of the schools that need holders.
///
/// A school, or a region and stage where schools are not modelled, needs the number of holders times
/// its classes, or times one for a school, rounded half up. Holders stay holders while they stay in
/// post at the place. Where holders are missing, those without a role take over whose draw is the
/// lowest; where there are too many, those whose draw is the highest give the role up. The draw is
/// made once in a life. The roles declared first are filled first.
package struct RoleAssignment {
  private let rules: PayRules
  private let year: SimulatedYear
  private let draws: DecisionStream

  /// Prepares the roles of a year.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - year: The year whose counting day it is.
  package init(_ rules: PayRules, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
    // Drawn once in a life, so its stream is that of no year.
    self.draws = DecisionStream(key: year.key, decision: .role, year: 0)
  }

  /// Takes roles from those who cannot go on and fills what is missing.
  ///
  /// - Parameters:
  ///   - population: The teachers on the counting day.
  ///   - schools: The schools; `nil` if they are not modelled.
  ///   - classes: The classes of each region and stage, where schools are not modelled.
  package func apply(
    to population: inout Population,
    schools: SchoolState?,
    classes: [Double],
  ) {
    var vacancies = rules.settings.roles.enumerated().map { role, rule in
      RoleVacancies(
        rule,
        RolePlaces(
          rule,
          number: year.values(rules.roleNumbers[role]),
          schools: schools,
          classes: classes,
          dimensions: year.dimensions,
        ),
        dimensions: year.dimensions,
      )
    }
    keepHolders(of: &population, &vacancies)
    guard vacancies.contains(where: \.areAny) else { return }
    collectCandidates(of: population, &vacancies)
    for role in vacancies.indices { vacancies[role].fill(UInt8(role), of: &population) }
  }

  /// Takes roles from those who have left the place or the post.
  private func keepHolders(of population: inout Population, _ vacancies: inout [RoleVacancies]) {
    let today = CompactMonth(year.countMonth)
    for row in 0..<population.count where population.role[row] != Teacher.noRole {
      let stays =
        population.schoolStart[row] != today
        && vacancies[Int(population.role[row])].keep(row, in: population)
      if !stays { population.role[row] = Teacher.noRole }
    }
  }

  /// Notes who could take over a role, or give one up.
  private func collectCandidates(
    of population: borrowing Population,
    _ vacancies: inout [RoleVacancies],
  ) {
    let areExcess = vacancies.map(\.areExcess)
    for row in 0..<population.count {
      let held = population.role[row]
      guard held == Teacher.noRole || areExcess[Int(held)] else { continue }
      for role in vacancies.indices where held == Teacher.noRole || Int(held) == role {
        vacancies[role].consider(row, isHolder: held != Teacher.noRole, of: population, draws)
      }
    }
  }
}

/// How many holders of a role are missing at each place, and who could change that.
private struct RoleVacancies {
  private let places: RolePlaces
  private let conditions: RoleConditions
  /// The holders that are missing at each place; negative where there are too many.
  private var missing: [Int]
  private var candidates: CandidatesByPlace

  init(_ rule: RoleRule, _ places: RolePlaces, dimensions: Dimensions) {
    self.places = places
    self.conditions = RoleConditions(rule, dimensions: dimensions)
    self.missing = places.holders
    self.candidates = CandidatesByPlace(places: places.holders.count)
  }

  /// Whether holders are missing anywhere, or too many.
  var areAny: Bool { missing.contains { $0 != 0 } }

  /// Whether there are too many holders anywhere.
  var areExcess: Bool { missing.contains { $0 < 0 } }

  /// Counts a holder who goes on.
  ///
  /// - Returns: Whether the teacher can go on.
  mutating func keep(_ row: Int, in population: borrowing Population) -> Bool {
    let place = places.place(of: row, in: population)
    guard place >= 0, population.isInWorkforce(row), population.standbySince[row] == .future,
      conditions.holds(for: row, in: population)
    else { return false }
    missing[place] -= 1
    return true
  }

  /// Notes a teacher who could take over the role, or a holder who may have to give it up.
  @inline(__always)
  mutating func consider(
    _ row: Int,
    isHolder: Bool,
    of population: borrowing Population,
    _ draws: DecisionStream,
  ) {
    guard conditions.holds(for: row, in: population) else { return }
    let place = places.place(of: row, in: population)
    guard place >= 0, missing[place] != 0, (missing[place] < 0) == isHolder,
      population.isInWorkforce(row), population.standbySince[row] == .future
    else { return }
    candidates.add(row, draw: draws.bits(for: population.id[row]), at: place)
  }

  /// Gives the role to the first candidates of each place, or takes it from the last ones.
  mutating func fill(_ role: UInt8, of population: inout Population) {
    let missing = missing
    candidates.forEachPlace { place, ordered in
      guard missing[place] > 0 else {
        for row in ordered.suffix(-missing[place]) { population.role[row] = Teacher.noRole }
        return
      }
      // Whoever has taken over a role that was declared before holds it.
      let free = ordered.filter { population.role[$0] == Teacher.noRole }
      for row in free.prefix(missing[place]) { population.role[row] = role }
    }
  }
}

/// Teachers at the places where roles change hands, in the order of their draws.
private struct CandidatesByPlace {
  private var rows: [(place: Int32, row: Int32, draw: UInt32)] = []
  private var starts: [Int]

  init(places: Int) {
    self.starts = [Int](repeating: 0, count: places + 1)
  }

  mutating func add(_ row: Int, draw: UInt32, at place: Int) {
    rows.append((Int32(place), Int32(row), draw))
    starts[place + 1] += 1
  }

  /// Hands out the rows of each place, the lowest draw first.
  mutating func forEachPlace(_ body: (_ place: Int, _ rows: [Int]) -> Void) {
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    // Draw and row in one number, so that equal draws are ordered too.
    var sorted = [UInt64](repeating: 0, count: rows.count)
    var next = starts
    for candidate in rows {
      sorted[next[Int(candidate.place)]] = UInt64(candidate.draw) << 32 | UInt64(candidate.row)
      next[Int(candidate.place)] += 1
    }
    var ordered: [UInt64] = []
    for place in 0..<(starts.count - 1) where starts[place] < starts[place + 1] {
      ordered.removeAll(keepingCapacity: true)
      ordered += sorted[starts[place]..<starts[place + 1]]
      ordered.sort()
      body(place, ordered.map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) })
    }
  }
}

/// Who can hold a role.
private struct RoleConditions {
  private let cells: [Bool]
  private let titles: [Bool]
  private let contracts: [Bool]
  private let degrees: [Bool]
  private let sexes: [Bool]
  /// Whether degree or sex matters, which is rare.
  private let looksAtPerson: Bool

  init(_ rule: RoleRule, dimensions: Dimensions) {
    func holds(_ axis: Axis) -> [Bool] {
      (0..<dimensions.count(axis)).map { member in
        rule.conditions.allSatisfy { $0.axis != axis || $0.members.contains(member) }
      }
    }
    let stages = holds(.stage)
    self.cells = (0..<dimensions.cellCount).map { stages[dimensions.field(ofCell: $0).stage] }
    self.titles = holds(.title)
    self.contracts = holds(.contract)
    self.degrees = holds(.degree)
    self.sexes = holds(.sex)
    self.looksAtPerson = rule.conditions.contains { $0.axis == .degree || $0.axis == .sex }
  }

  @inline(__always)
  func holds(for row: Int, in population: borrowing Population) -> Bool {
    titles[Int(population.title[row])] && contracts[Int(population.contract[row])]
      && cells[Int(population.cell[row])]
      && (!looksAtPerson
        || degrees[Int(population.degree[row])] && sexes[Int(population.sex[row])])
  }
}

/// Where the holders of a role are counted: schools, or stages of schools, or regions and stages.
private struct RolePlaces {
  /// The place of each school and stage, or of each group; -1 without one.
  private let places: [Int32]
  private let stageCount: Int
  private let hasSchools: Bool
  /// The group of each cell, or its stage where schools are modelled.
  private let ofCell: [Int32]
  /// The holders that are needed at each place.
  let holders: [Int]

  init(
    _ rule: RoleRule,
    number: ParameterValues,
    schools: SchoolState?,
    classes: [Double],
    dimensions: Dimensions,
  ) {
    let stages = dimensions.stageCount
    func whole(_ region: Int, _ stage: Int, _ count: Double) -> Int {
      Int((number[(.region, region), (.stage, stage)] * count).rounded())
    }
    self.stageCount = stages
    self.hasSchools = schools != nil
    self.ofCell = (0..<dimensions.cellCount).map {
      Int32(schools == nil ? dimensions.group(ofCell: $0) : dimensions.field(ofCell: $0).stage)
    }
    guard let schools else {
      self.places = classes.indices.map { rule.basis == .perClass ? Int32($0) : -1 }
      self.holders = classes.enumerated().map { whole($0 / stages, $0 % stages, $1) }
      return
    }
    let network = schools.network
    switch rule.basis {
    case .perSchool:
      self.places = (0..<network.count * stages).map { Int32($0 / stages) }
      self.holders = network.schools.enumerated().map { position, school in
        whole(school.region, school.stages.first ?? 0, schools.isOpen[position] ? 1 : 0)
      }
    case .perClass:
      self.places = (0..<network.count * stages).map {
        Int32(network.unit(school: $0 / stages, stage: $0 % stages) ?? -1)
      }
      self.holders = (0..<network.unitCount).map { unit in
        let classes = network.grades(of: unit).reduce(0) { $0 + schools.classes[$1] }
        let region = network.regionOfSchool[network.unitSchool[unit]]
        return whole(region, network.unitStage[unit], schools.isOpen(unit: unit) ? classes : 0)
      }
    }
  }

  /// The place of a teacher; -1 without one.
  @inline(__always)
  func place(of row: Int, in population: borrowing Population) -> Int {
    let cell = Int(ofCell[Int(population.cell[row])])
    guard hasSchools else { return Int(places[cell]) }
    let school = population.school[row]
    return school == Population.noSchool ? -1 : Int(places[Int(school) * stageCount + cell])
  }
}
