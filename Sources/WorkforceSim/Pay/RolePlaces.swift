// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the holders of a role are counted: schools, or stages of schools, or regions and stages.
struct RolePlaces {
  /// The place of each school and stage, or of each group, as ``RolePositions`` counts; -1 without
  /// one.
  let places: [Int32]
  /// The holders that are needed at each place.
  let holders: [Int]

  /// Counts the holders that are needed.
  ///
  /// - Parameters:
  ///   - rule: The rule of the role.
  ///   - number: The holders for each class or school.
  ///   - most: The most holders that a place can have: there are no more teachers.
  ///   - schools: The schools; `nil` if they are not modelled.
  ///   - classes: The classes of each region and stage, where schools are not modelled.
  ///   - dimensions: The scenario's dimensions.
  init(
    _ rule: RoleRule,
    number: ParameterValues,
    most: Int,
    schools: SchoolState?,
    classes: [Double],
    dimensions: Dimensions,
  ) {
    let stages = dimensions.stageCount
    let ofGroup = (0..<dimensions.groupCount).map {
      number[(.region, $0 / stages), (.stage, $0 % stages)]
    }
    func whole(_ region: Int, _ stage: Int, _ count: Double) -> Int {
      Int(min((ofGroup[region * stages + stage] * count).roundedHalfUp(), Double(most)))
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
      self.holders = (0..<network.count).map { school in
        let stage = network.schools[school].stages.first ?? 0
        return whole(network.regionOfSchool[school], stage, schools.isOpen[school] ? 1 : 0)
      }
    case .perClass:
      var places = [Int32](repeating: -1, count: network.count * stages)
      for unit in 0..<network.unitCount {
        places[network.unitSchool[unit] * stages + network.unitStage[unit]] = Int32(unit)
      }
      self.places = places
      self.holders = (0..<network.unitCount).map { unit in
        let classes = network.grades(of: unit).reduce(0) { $0 + schools.classes[$1] }
        let region = network.regionOfSchool[network.unitSchool[unit]]
        return whole(region, network.unitStage[unit], schools.isOpen(unit: unit) ? classes : 0)
      }
    }
  }
}

/// Where teachers stand among the places of roles.
struct RolePositions {
  /// The number of positions.
  let count: Int
  private let stageCount: Int
  private let hasSchools: Bool
  /// The group of each cell, or its stage where schools are modelled.
  private let ofCell: [Int32]

  /// Prepares the positions of a scenario.
  ///
  /// - Parameters:
  ///   - network: The schools; `nil` if they are not modelled.
  ///   - dimensions: The scenario's dimensions.
  init(_ network: SchoolNetwork?, _ dimensions: Dimensions) {
    let hasSchools = network != nil
    self.count = network.map { $0.count * dimensions.stageCount } ?? dimensions.groupCount
    self.stageCount = dimensions.stageCount
    self.hasSchools = hasSchools
    self.ofCell = (0..<dimensions.cellCount).map {
      Int32(hasSchools ? dimensions.field(ofCell: $0).stage : dimensions.group(ofCell: $0))
    }
  }

  /// The position of a teacher's school and stage, or of the group; -1 without one.
  @inline(__always)
  func position(of row: Int, in population: borrowing Population) -> Int {
    position(cell: population.cell[row], school: population.school[row])
  }

  /// The position of those in a cell and at a school; -1 without one.
  @inline(__always)
  func position(cell: UInt32, school: UInt32) -> Int {
    let cell = Int(ofCell[Int(cell)])
    guard hasSchools else { return cell }
    return school == Population.noSchool ? -1 : Int(school) &* stageCount &+ cell
  }
}

/// Who can hold a role.
struct RoleConditions {
  private let cells: [Bool]
  /// Whether each title and contract can hold the role.
  private let careers: [Bool]
  private let contractCount: Int
  private let degrees: [Bool]
  private let sexes: [Bool]
  /// Whether degree or sex matters, which is rare.
  private let looksAtPerson: Bool

  /// Reads the conditions of a role.
  ///
  /// - Parameters:
  ///   - rule: The rule of the role.
  ///   - dimensions: The scenario's dimensions.
  init(_ rule: RoleRule, dimensions: Dimensions) {
    func holds(_ axis: Axis) -> [Bool] {
      (0..<dimensions.count(axis)).map { member in
        rule.conditions.allSatisfy { $0.axis != axis || $0.members.contains(member) }
      }
    }
    let stages = holds(.stage)
    self.cells = (0..<dimensions.cellCount).map { stages[dimensions.field(ofCell: $0).stage] }
    let contracts = holds(.contract)
    self.careers = holds(.title).flatMap { title in contracts.map { title && $0 } }
    self.contractCount = contracts.count
    self.degrees = holds(.degree)
    self.sexes = holds(.sex)
    self.looksAtPerson = rule.conditions.contains { $0.axis == .degree || $0.axis == .sex }
  }

  /// Whether a teacher in post can hold the role.
  @inline(__always)
  func holds(for row: Int, in population: borrowing Population) -> Bool {
    careers[Int(population.title[row]) &* contractCount &+ Int(population.contract[row])]
      && cells[Int(population.cell[row])] && population.isInWorkforce(row)
      && population.standbySince[row] == .future
      && (!looksAtPerson
        || degrees[Int(population.degree[row])] && sexes[Int(population.sex[row])])
  }
}
