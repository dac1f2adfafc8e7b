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
          most: population.count,
          schools: schools,
          classes: classes,
          dimensions: year.dimensions,
        ),
        dimensions: year.dimensions,
      )
    }
    draw(for: &population)
    let holders = Self.holders(in: population)
    keepRoles(of: holders, in: &population, positions, &vacancies)
    let candidates = Self.candidates(in: population, positions, for: vacancies)
    var leavers: [Int] = []
    for role in vacancies.indices {
      for row in vacancies[role].fillers(among: candidates, in: population) {
        population.role[row] = UInt8(role)
      }
      leavers += vacancies[role]
        .superfluous(of: UInt8(role), among: holders, positions, in: population)
    }
    // Whoever gives up a role takes over no other one this year.
    for row in leavers { population.role[row] = Teacher.noRole }
  }

  /// The rows of those who hold a role.
  private static func holders(in population: borrowing Population) -> [Int32] {
    let roles = population.role.span
    return unsafe [Int32](unsafeUninitializedCapacity: roles.count) { list, count in
      for row in roles.indices {
        // Written without a branch, which would go either way too often to be foreseen.
        unsafe list[count] = Int32(truncatingIfNeeded: row)
        count &+= Int(min(roles[row] ^ Teacher.noRole, 1))
      }
    }
  }

  /// Takes roles from those who have left the place or the post, and counts the holders that are
  /// missing.
  private func keepRoles(
    of holders: [Int32],
    in population: inout Population,
    _ positions: RolePositions,
    _ vacancies: inout [RoleVacancies],
  ) {
    let today = CompactMonth(year.countMonth)
    for holder in holders {
      let row = Int(holder)
      let position = positions.position(of: row, in: population)
      let keeps = vacancies[Int(population.role[row])]
        .keepHolder(row, at: position, of: population, today: today)
      if !keeps { population.role[row] = Teacher.noRole }
    }
  }

  /// Those without a role who are where holders of any role are missing.
  private static func candidates(
    in population: borrowing Population,
    _ positions: RolePositions,
    for vacancies: [RoleVacancies],
  ) -> [RoleCandidate] {
    var isSought = [Bool](repeating: false, count: positions.count)
    for vacancies in vacancies { vacancies.markPositions(in: &isSought) }
    guard isSought.contains(true) else { return [] }
    let rows = 0..<population.count
    let roles = population.role.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let (schoolsByRow, drawsByRow) = (population.school.byRow, population.roleDraw.byRow)
    let schools = schoolsByRow.span.extracting(rows)
    let draws = drawsByRow.span.extracting(rows)
    let sought = isSought.span
    return unsafe [RoleCandidate](unsafeUninitializedCapacity: rows.count) { list, count in
      for row in rows {
        let position = positions.position(cell: cells[row], school: schools[row])
        guard position >= 0 else { continue }
        // Written without a branch, as above.
        unsafe list[count] = RoleCandidate(row: row, position: position, draw: draws[row])
        let isFree = roles[row] == Teacher.noRole
        count &+= (isFree ? 1 : 0) & (sought[position] ? 1 : 0)
      }
    }
  }

  /// Draws for those who have not drawn yet, who are the last rows.
  private func draw(for population: inout Population) {
    var words = NeighbouringWords(draws)
    var row = population.count - 1
    while row >= 0, population.roleDraw[row] == 0 {
      population.roleDraw[row] = words.bits(for: population.id[row])
      row -= 1
    }
  }
}

/// A teacher who can take a role over, and the order of such teachers.
private struct RoleCandidate {
  private let row: UInt32
  /// The position of the teacher's place, as ``RolePositions`` counts.
  let position: Int32
  private let draw: UInt32

  @inline(__always)
  init(row: Int, position: Int, draw: UInt32) {
    self.row = UInt32(truncatingIfNeeded: row)
    self.position = Int32(truncatingIfNeeded: position)
    self.draw = draw
  }

  /// Draw and row in one number, so that equal draws are ordered too.
  var rank: UInt64 { UInt64(draw) << 31 | UInt64(row) }

  /// The rank that puts the highest draws first.
  var oppositeRank: UInt64 { Self.highestRank - rank }

  static func row(ofRank rank: UInt64) -> Int { Int(rank & 0x7FFF_FFFF) }

  static func row(ofOppositeRank rank: UInt64) -> Int { row(ofRank: highestRank - rank) }

  /// The highest rank of a draw of 32 bits and a row of 31.
  private static let highestRank = UInt64(Int64.max)
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
  @inline(__always)
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

  /// Those without a role who take this one over, since their draws are the lowest where holders are
  /// missing.
  ///
  /// - Returns: Their rows.
  func fillers(
    among candidates: [RoleCandidate],
    in population: borrowing Population,
  ) -> [Int] {
    guard missing.contains(where: { $0 > 0 }) else { return [] }
    var chosen = LowestByPlace(capacities: missing.map { max(0, $0) })
    let (candidates, places) = (candidates.span, places.span)
    for index in candidates.indices {
      let candidate = candidates[index]
      let place = Int(places[Int(candidate.position)])
      let rank = candidate.rank
      // Most draws are too high, so all else comes last.
      guard place >= 0, chosen.accepts(rank, at: place) else { continue }
      let row = RoleCandidate.row(ofRank: rank)
      if population.role[row] == Teacher.noRole, conditions.holds(for: row, in: population) {
        chosen.offer(rank, at: place)
      }
    }
    return chosen.all.map { RoleCandidate.row(ofRank: $0) }
  }

  /// Those who have to give the role up, since their draws are the highest where there are too many.
  ///
  /// - Returns: Their rows.
  func superfluous(
    of role: UInt8,
    among holders: [Int32],
    _ positions: RolePositions,
    in population: borrowing Population,
  ) -> [Int] {
    guard missing.contains(where: { $0 < 0 }) else { return [] }
    var chosen = LowestByPlace(capacities: missing.map { max(0, -$0) })
    for row in holders.lazy.map(Int.init) where population.role[row] == role {
      let position = positions.position(of: row, in: population)
      let place = position >= 0 ? Int(places[position]) : -1
      guard place >= 0, missing[place] < 0 else { continue }
      let holder = RoleCandidate(row: row, position: position, draw: population.roleDraw[row])
      chosen.offer(holder.oppositeRank, at: place)
    }
    return chosen.all.map { RoleCandidate.row(ofOppositeRank: $0) }
  }
}
