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
    let today = CompactMonth(year.countMonth)
    for role in vacancies.indices {
      vacancies[role].keepHolders(UInt8(role), of: &population, today: today)
    }
    draw(for: &population)
    var leavers: [Int] = []
    for role in vacancies.indices where vacancies[role].areAny {
      leavers += vacancies[role].fill(UInt8(role), of: &population)
    }
    // Whoever gives up a role takes over no other one this year.
    for row in leavers { population.role[row] = Teacher.noRole }
  }

  /// Draws for those who have not drawn yet.
  private func draw(for population: inout Population) {
    var words = NeighbouringWords(draws)
    for row in 0..<population.count where population.roleDraw[row] == 0 {
      population.roleDraw[row] = words.bits(for: population.id[row])
    }
  }
}

/// How many holders of a role are missing at each place.
private struct RoleVacancies {
  private let places: RolePlaces
  private let conditions: RoleConditions
  /// The holders that are missing at each place; negative where there are too many.
  private var missing: [Int] = []

  init(_ rule: RoleRule, _ places: RolePlaces, dimensions: Dimensions) {
    self.places = places
    self.conditions = RoleConditions(rule, dimensions: dimensions)
  }

  /// Whether holders are missing anywhere, or too many.
  var areAny: Bool { missing.contains { $0 != 0 } }

  /// Takes the role from those who have left the place or the post, and counts who is missing.
  mutating func keepHolders(_ role: UInt8, of population: inout Population, today: CompactMonth) {
    var missing = places.holders
    for row in 0..<population.count where population.role[row] == role {
      let place = places.place(of: row, in: population)
      if place >= 0, population.schoolStart[row] != today,
        conditions.holds(for: row, in: population)
      {
        missing[place] -= 1
      } else {
        population.role[row] = Teacher.noRole
      }
    }
    self.missing = missing
  }

  /// Gives the role to those with the lowest draws at each place.
  ///
  /// - Returns: The rows that have to give it up: those with the highest draws where there are too
  ///   many holders.
  func fill(
    _ role: UInt8,
    of population: inout Population,
  ) -> [Int] {
    for rank in choose(Teacher.noRole, at: missing, of: population, reversed: false) {
      population.role[Self.row(ofRank: rank)] = role
    }
    let tooMany = missing.map { -$0 }
    guard tooMany.contains(where: { $0 > 0 }) else { return [] }
    return choose(role, at: tooMany, of: population, reversed: true).map {
      Self.row(ofRank: Self.highestRank - $0)
    }
  }

  /// The ranks of those who hold a role, or none, and have the lowest draws at each place.
  ///
  /// - Parameters:
  ///   - held: The role that they hold.
  ///   - numbers: How many are sought at each place; nobody where it is negative.
  ///   - population: The teachers.
  ///   - reversed: Whether the highest draws are sought; ranks are then counted from the highest.
  private func choose(
    _ held: UInt8,
    at numbers: [Int],
    of population: borrowing Population,
    reversed: Bool,
  ) -> [UInt64] {
    var chosen = LowestByPlace(capacities: numbers.map { max(0, $0) })
    for row in 0..<population.count where population.role[row] == held {
      let place = places.place(of: row, in: population)
      guard place >= 0 else { continue }
      let rank = Self.rank(of: row, draw: population.roleDraw[row])
      let number = reversed ? Self.highestRank - rank : rank
      // Most draws are too high, so conditions come last.
      if chosen.accepts(number, at: place), conditions.holds(for: row, in: population) {
        chosen.offer(number, at: place)
      }
    }
    return chosen.all
  }

  /// Draw and row in one number, so that equal draws are ordered too.
  @inline(__always)
  private static func rank(of row: Int, draw: UInt32) -> UInt64 {
    UInt64(draw) << 31 | UInt64(row)
  }

  private static func row(ofRank rank: UInt64) -> Int { Int(rank & 0x7FFF_FFFF) }

  /// The highest number of a draw of 32 bits and a row of 31.
  private static let highestRank = UInt64(Int64.max)
}
