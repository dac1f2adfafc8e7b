// SPDX-License-Identifier: GPL-3.0-or-later

/// Gives duties such as head teacher to teachers of the schools that need holders.
///
/// A school, or a region and stage where schools are not modelled, needs the number of holders times
/// its classes, or times one for a school, rounded half up. Of those who can hold the role and hold
/// none yet, the ones with the lowest draw do; the draw is made once in a life, so holders stay
/// holders while they stay at the school. The roles declared first are filled first.
package struct RoleAssignment {
  private let rules: PayRules
  private let year: SimulatedYear

  /// Prepares the roles of a year.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - year: The year whose counting day it is.
  package init(_ rules: PayRules, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
  }

  /// Gives the roles anew.
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
    guard !rules.settings.roles.isEmpty else { return }
    for row in 0..<population.count { population.role[row] = Teacher.noRole }
    var draws = [UInt32](repeating: 0, count: population.count)
    var words = draws.mutableSpan
    // Drawn once in a life, so its stream is that of no year.
    DecisionStream(key: year.key, decision: .role, year: 0).fill(
      ids: population.id.span,
      into: &words,
    )
    for (role, rule) in rules.settings.roles.enumerated() {
      let places = RolePlaces(rule, schools: schools, dimensions: year.dimensions)
      let number = year.values(rules.roleNumbers[role])
      let holders = places.holders(number, classes: classes)
      fill(role, rule, places, holders: holders, of: &population, draws: draws)
    }
  }

  private func fill(
    _ role: Int,
    _ rule: RoleRule,
    _ places: RolePlaces,
    holders: [Int],
    of population: inout Population,
    draws: [UInt32],
  ) {
    let check = RoleConditions(rule, dimensions: year.dimensions)
    var placeOfRow = [Int32](repeating: -1, count: population.count)
    var starts = [Int](repeating: 0, count: holders.count + 1)
    for row in 0..<population.count {
      guard population.isInWorkforce(row), population.role[row] == Teacher.noRole,
        population.standbySince[row] == .future, check.holds(for: row, in: population)
      else { continue }
      let place = places.place(
        cell: Int(population.cell[row]),
        school: population.school[row],
      )
      guard place >= 0, holders[place] > 0 else { continue }
      placeOfRow[row] = Int32(place)
      starts[place + 1] += 1
    }
    for place in holders.indices { starts[place + 1] += starts[place] }
    // Draw and row in one number, so that equal draws are ordered too.
    var candidates = [UInt64](repeating: 0, count: starts[holders.count])
    var next = starts
    for row in 0..<population.count where placeOfRow[row] >= 0 {
      let place = Int(placeOfRow[row])
      candidates[next[place]] = UInt64(draws[row]) << 32 | UInt64(row)
      next[place] += 1
    }
    for place in holders.indices where starts[place] < starts[place + 1] {
      let range = starts[place]..<starts[place + 1]
      if range.count > holders[place] { candidates[range].sort() }
      for candidate in candidates[range].prefix(holders[place]) {
        population.role[Int(truncatingIfNeeded: candidate & 0xFFFF_FFFF)] = UInt8(role)
      }
    }
  }
}

/// Who can hold a role.
private struct RoleConditions {
  private let cells: [Bool]
  private let titles: [Bool]
  private let degrees: [Bool]
  private let sexes: [Bool]
  private let contracts: [Bool]

  init(_ rule: RoleRule, dimensions: Dimensions) {
    func holds(_ axis: Axis) -> [Bool] {
      (0..<dimensions.count(axis)).map { member in
        rule.conditions.allSatisfy { $0.axis != axis || $0.members.contains(member) }
      }
    }
    let stages = holds(.stage)
    self.cells = (0..<dimensions.cellCount).map { stages[dimensions.field(ofCell: $0).stage] }
    self.titles = holds(.title)
    self.degrees = holds(.degree)
    self.sexes = holds(.sex)
    self.contracts = holds(.contract)
  }

  @inline(__always)
  func holds(for row: Int, in population: borrowing Population) -> Bool {
    cells[Int(population.cell[row])] && titles[Int(population.title[row])]
      && degrees[Int(population.degree[row])] && sexes[Int(population.sex[row])]
      && contracts[Int(population.contract[row])]
  }
}

/// Where the holders of a role are counted: schools, or stages of schools, or regions and stages.
private struct RolePlaces {
  private let basis: RoleBasis
  private let schools: SchoolState?
  private let dimensions: Dimensions
  private let groupOfCell: [Int]
  private let stageOfCell: [Int]

  init(_ rule: RoleRule, schools: SchoolState?, dimensions: Dimensions) {
    self.basis = rule.basis
    self.schools = schools
    self.dimensions = dimensions
    self.groupOfCell = (0..<dimensions.cellCount).map { dimensions.group(ofCell: $0) }
    self.stageOfCell = (0..<dimensions.cellCount).map { dimensions.field(ofCell: $0).stage }
  }

  /// The place of a teacher; -1 without one.
  @inline(__always)
  func place(cell: Int, school: UInt32) -> Int {
    guard let schools else { return basis == .perClass ? groupOfCell[cell] : -1 }
    guard school != Population.noSchool else { return -1 }
    switch basis {
    case .perSchool: return Int(school)
    case .perClass:
      return schools.network.unit(school: Int(school), stage: stageOfCell[cell]) ?? -1
    }
  }

  /// The holders needed at each place.
  func holders(_ number: ParameterValues, classes: [Double]) -> [Int] {
    func whole(_ region: Int, _ stage: Int, _ count: Double) -> Int {
      Int((number[(.region, region), (.stage, stage)] * count).rounded())
    }
    guard let schools else {
      return classes.enumerated().map { group, classes in
        whole(group / dimensions.stageCount, group % dimensions.stageCount, classes)
      }
    }
    let network = schools.network
    switch basis {
    case .perSchool:
      return network.schools.enumerated().map { position, school in
        whole(school.region, school.stages.first ?? 0, schools.isOpen[position] ? 1 : 0)
      }
    case .perClass:
      return (0..<network.unitCount).map { unit in
        let classes = network.grades(of: unit).reduce(0) { $0 + schools.classes[$1] }
        let region = network.regionOfSchool[network.unitSchool[unit]]
        return whole(region, network.unitStage[unit], schools.isOpen(unit: unit) ? classes : 0)
      }
    }
  }
}
