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
    for (role, rule) in rules.settings.roles.enumerated() {
      let places = RolePlaces(
        rule,
        number: year.values(rules.roleNumbers[role]),
        schools: schools,
        classes: classes,
        dimensions: year.dimensions,
      )
      fill(UInt8(role), rule, places, of: &population)
    }
  }

  private func fill(
    _ role: UInt8,
    _ rule: RoleRule,
    _ places: RolePlaces,
    of population: inout Population,
  ) {
    let conditions = RoleConditions(rule, dimensions: year.dimensions)
    let today = CompactMonth(year.countMonth)
    var missing = places.holders
    for row in 0..<population.count where population.role[row] == role {
      let place = places.place(of: row, in: population)
      let stays =
        place >= 0 && population.isInWorkforce(row) && population.standbySince[row] == .future
        && population.schoolStart[row] != today && conditions.holds(for: row, in: population)
      if stays { missing[place] -= 1 } else { population.role[row] = Teacher.noRole }
    }
    guard missing.contains(where: { $0 != 0 }) else { return }
    // Those who could take over, or one of whom has to give up, by place.
    var candidates = CandidatesByPlace(places: missing.count)
    for row in 0..<population.count {
      let held = population.role[row]
      guard held == role || held == Teacher.noRole else { continue }
      guard conditions.holds(for: row, in: population) else { continue }
      let place = places.place(of: row, in: population)
      guard place >= 0, missing[place] != 0, (missing[place] < 0) == (held == role),
        population.isInWorkforce(row), population.standbySince[row] == .future
      else { continue }
      candidates.add(row, draw: draws.bits(for: population.id[row]), at: place)
    }
    candidates.forEachPlace { place, ordered in
      let changing =
        missing[place] > 0 ? ordered.prefix(missing[place]) : ordered.suffix(-missing[place])
      for candidate in changing {
        let row = Int(truncatingIfNeeded: candidate & 0xFFFF_FFFF)
        population.role[row] = missing[place] > 0 ? role : Teacher.noRole
      }
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

  /// Hands out the candidates of each place, the lowest draw first; their rows are the lower halves.
  mutating func forEachPlace(_ body: (_ place: Int, _ candidates: [UInt64]) -> Void) {
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
      body(place, ordered)
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
