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
    let positions = RolePositions(schools?.network, year.dimensions)
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
    let holders = keepHolders(of: &population, positions, &vacancies)
    let candidates = candidates(in: population, positions, for: vacancies)
    var leavers: [Int] = []
    for role in vacancies.indices {
      vacancies[role].fill(UInt8(role), with: candidates, of: &population)
      leavers += vacancies[role].superfluous(of: UInt8(role), among: holders, of: population)
    }
    // Whoever gives up a role takes over no other one this year.
    for row in leavers { population.role[row] = Teacher.noRole }
  }

  /// Takes roles from those who have left the place or the post, and counts the holders that are
  /// missing.
  ///
  /// - Returns: Those who still hold a role.
  private func keepHolders(
    of population: inout Population,
    _ positions: RolePositions,
    _ vacancies: inout [RoleVacancies],
  ) -> [PlacedTeacher] {
    let today = CompactMonth(year.countMonth)
    var holders: [PlacedTeacher] = []
    holders.reserveCapacity(population.count)
    for row in 0..<population.count {
      let role = population.role[row]
      guard role != Teacher.noRole else { continue }
      let position = positions.position(of: row, in: population)
      if vacancies[Int(role)].keepHolder(row, at: position, of: population, today: today) {
        holders.append(PlacedTeacher(row, at: position, in: population))
      } else {
        population.role[row] = Teacher.noRole
      }
    }
    return holders
  }

  /// Those without a role who are where holders of any role are missing.
  private func candidates(
    in population: borrowing Population,
    _ positions: RolePositions,
    for vacancies: [RoleVacancies],
  ) -> [PlacedTeacher] {
    var isSought = [Bool](repeating: false, count: positions.count)
    for vacancies in vacancies { vacancies.markPositions(in: &isSought) }
    guard isSought.contains(true) else { return [] }
    let roles = population.role.span
    let cells = population.cell.span
    let schools = population.school.span
    var candidates: [PlacedTeacher] = []
    candidates.reserveCapacity(roles.count)
    for row in roles.indices where roles[row] == Teacher.noRole {
      let position = positions.position(cell: cells[row], school: schools[row])
      guard position >= 0, isSought[position] else { continue }
      candidates.append(PlacedTeacher(row, at: position, in: population))
    }
    return candidates
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
  private let draw: UInt32

  init(_ row: Int, at position: Int, in population: borrowing Population) {
    self.row = UInt32(truncatingIfNeeded: row)
    self.position = Int32(truncatingIfNeeded: position)
    self.draw = population.roleDraw[row]
  }

  /// Draw and row in one number, so that equal draws are ordered too.
  var rank: UInt64 { UInt64(draw) << 31 | UInt64(row) }

  /// The highest rank of a draw of 32 bits and a row of 31.
  static let highestRank = UInt64(Int64.max)

  static func row(ofRank rank: UInt64) -> Int { Int(rank & 0x7FFF_FFFF) }
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

  /// Marks the positions of places where holders are missing.
  func markPositions(in isSought: inout [Bool]) {
    for (position, place) in places.enumerated() where place >= 0 && missing[Int(place)] > 0 {
      isSought[position] = true
    }
  }

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
  func fill(
    _ role: UInt8,
    with candidates: [PlacedTeacher],
    of population: inout Population,
  ) {
    var chosen = LowestByPlace(capacities: missing.map { max(0, $0) })
    for teacher in candidates {
      let place = Int(places[Int(teacher.position)])
      // Most draws are too high, so all else comes last.
      if place >= 0, chosen.accepts(teacher.rank, at: place),
        population.role[Int(teacher.row)] == Teacher.noRole,
        conditions.holds(for: Int(teacher.row), in: population)
      {
        chosen.offer(teacher.rank, at: place)
      }
    }
    for rank in chosen.all { population.role[PlacedTeacher.row(ofRank: rank)] = role }
  }

  /// Those who have to give the role up, since their draws are the highest where there are too many.
  ///
  /// - Returns: Their rows.
  func superfluous(
    of role: UInt8,
    among holders: [PlacedTeacher],
    of population: borrowing Population,
  ) -> [Int] {
    guard missing.contains(where: { $0 < 0 }) else { return [] }
    var chosen = LowestByPlace(capacities: missing.map { max(0, -$0) })
    for holder in holders where population.role[Int(holder.row)] == role {
      let place = Int(places[Int(holder.position)])
      if place >= 0 { chosen.offer(PlacedTeacher.highestRank - holder.rank, at: place) }
    }
    return chosen.all.map { PlacedTeacher.row(ofRank: PlacedTeacher.highestRank - $0) }
  }
}
