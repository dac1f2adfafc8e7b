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
    let positions = RolePositions(hasSchools: schools != nil, year.dimensions)
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
    draw(for: &population)
    let teachers = keepHolders(of: &population, positions, &vacancies)
    var leavers: [Int] = []
    for role in vacancies.indices where vacancies[role].areAny {
      leavers += vacancies[role].fill(UInt8(role), with: teachers, of: &population)
    }
    // Whoever gives up a role takes over no other one this year.
    for row in leavers { population.role[row] = Teacher.noRole }
  }

  /// Takes roles from those who have left the place or the post, and counts the holders that are
  /// missing.
  ///
  /// - Returns: The teachers who are at any place: those without a role, and those who hold one.
  private func keepHolders(
    of population: inout Population,
    _ positions: RolePositions,
    _ vacancies: inout [RoleVacancies],
  ) -> (free: [PlacedTeacher], holders: [PlacedTeacher]) {
    let today = CompactMonth(year.countMonth)
    var free: [PlacedTeacher] = []
    var holders: [PlacedTeacher] = []
    free.reserveCapacity(population.count)
    for row in 0..<population.count {
      let position = positions.position(of: row, in: population)
      let role = population.role[row]
      let teacher = PlacedTeacher(
        row: UInt32(truncatingIfNeeded: row),
        position: Int32(truncatingIfNeeded: position),
        draw: population.roleDraw[row],
      )
      if role != Teacher.noRole {
        if vacancies[Int(role)].keepHolder(row, at: position, of: population, today: today) {
          holders.append(teacher)
          continue
        }
        population.role[row] = Teacher.noRole
      }
      if position >= 0 { free.append(teacher) }
    }
    return (free, holders)
  }

  /// Draws for those who have not drawn yet.
  private func draw(for population: inout Population) {
    var words = NeighbouringWords(draws)
    for row in 0..<population.count where population.roleDraw[row] == 0 {
      population.roleDraw[row] = words.bits(for: population.id[row])
    }
  }
}

/// A teacher at a place where roles are held.
private struct PlacedTeacher {
  let row: UInt32
  /// The position of the teacher's place, as ``RolePositions`` counts.
  let position: Int32
  /// The draw that orders candidates.
  let draw: UInt32
}

/// How many holders of a role are missing at each place.
private struct RoleVacancies {
  private let places: [Int32]
  private let conditions: RoleConditions
  /// The holders that are missing at each place; negative where there are too many.
  private var missing: [Int]

  init(_ rule: RoleRule, _ places: RolePlaces, dimensions: Dimensions) {
    self.places = places.places
    self.missing = places.holders
    self.conditions = RoleConditions(rule, dimensions: dimensions)
  }

  /// Whether holders are missing anywhere, or too many.
  var areAny: Bool { missing.contains { $0 != 0 } }

  /// Counts a holder who is still at the place and in a post of the role.
  ///
  /// - Returns: Whether the holder goes on.
  mutating func keepHolder(
    _ row: Int,
    at position: Int,
    of population: borrowing Population,
    today: CompactMonth,
  ) -> Bool {
    guard position >= 0, places[position] >= 0, population.schoolStart[row] != today,
      conditions.holds(for: row, in: population)
    else { return false }
    missing[Int(places[position])] -= 1
    return true
  }

  /// Gives the role to those with the lowest draws at each place.
  ///
  /// - Returns: The rows that have to give it up: those with the highest draws where there are too
  ///   many holders.
  func fill(
    _ role: UInt8,
    with teachers: (free: [PlacedTeacher], holders: [PlacedTeacher]),
    of population: inout Population,
  ) -> [Int] {
    for rank in choose(
      Teacher.noRole,
      among: teachers.free,
      at: missing,
      of: population,
      Self.rank,
    ) {
      population.role[Self.row(ofRank: rank)] = role
    }
    let tooMany = missing.map { -$0 }
    guard tooMany.contains(where: { $0 > 0 }) else { return [] }
    return choose(role, among: teachers.holders, at: tooMany, of: population, Self.reversedRank).map
    {
      Self.row(ofRank: Self.highestRank - $0)
    }
  }

  /// The ranks of those who hold a role, or none, and have the lowest ranks at each place.
  ///
  /// - Parameters:
  ///   - held: The role that they hold.
  ///   - teachers: The teachers.
  ///   - numbers: How many are sought at each place; nobody where it is negative.
  ///   - population: The teachers.
  ///   - rank: The rank of a teacher.
  /// - Returns: The ranks, one place after another.
  @inline(__always)
  private func choose(
    _ held: UInt8,
    among teachers: [PlacedTeacher],
    at numbers: [Int],
    of population: borrowing Population,
    _ rank: (PlacedTeacher) -> UInt64,
  ) -> [UInt64] {
    var chosen = LowestByPlace(capacities: numbers.map { max(0, $0) })
    for teacher in teachers {
      let place = Int(places[Int(teacher.position)])
      guard place >= 0 else { continue }
      let rank = rank(teacher)
      // Most draws are too high, so all else comes last.
      if chosen.accepts(rank, at: place), population.role[Int(teacher.row)] == held,
        conditions.holds(for: Int(teacher.row), in: population)
      {
        chosen.offer(rank, at: place)
      }
    }
    return chosen.all
  }

  /// Draw and row in one number, so that equal draws are ordered too.
  @inline(__always)
  private static func rank(_ teacher: PlacedTeacher) -> UInt64 {
    UInt64(teacher.draw) << 31 | UInt64(teacher.row)
  }

  /// The rank counted from the highest one down.
  @inline(__always)
  private static func reversedRank(_ teacher: PlacedTeacher) -> UInt64 {
    highestRank - rank(teacher)
  }

  private static func row(ofRank rank: UInt64) -> Int { Int(rank & 0x7FFF_FFFF) }

  /// The highest number of a draw of 32 bits and a row of 31.
  private static let highestRank = UInt64(Int64.max)
}
