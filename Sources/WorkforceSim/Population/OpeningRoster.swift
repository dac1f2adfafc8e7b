// SPDX-License-Identifier: GPL-3.0-or-later

/// The opening stock as read from a roster.
public struct OpeningRoster: Sendable {
  /// The teachers, ordered by identity, so that the order of the file does not matter.
  ///
  /// A teacher's school is a position in `schoolCodes`.
  package let teachers: Population
  /// The codes of the schools that teachers name by position; empty if the roster names none.
  package let schoolCodes: [String]

  /// Creates a roster.
  ///
  /// - Parameters:
  ///   - teachers: The teachers in any order; their identities are unique.
  ///   - schoolCodes: The codes that the teachers' schools are positions of.
  package init(_ teachers: Population, schoolCodes: [String] = []) {
    self.teachers = teachers.orderedByIdentity
    self.schoolCodes = schoolCodes
  }

  /// Creates a roster of a few teachers.
  ///
  /// - Parameters:
  ///   - teachers: The teachers in any order; their identities are unique.
  ///   - schoolCodes: The codes that the teachers' schools are positions of.
  package init(_ teachers: [Teacher], schoolCodes: [String] = []) {
    var population = Population()
    population.append(contentsOf: teachers)
    self.init(population, schoolCodes: schoolCodes)
  }

  /// The population that the roster describes.
  ///
  /// - Parameter network: The schools; `nil` leaves all teachers without one.
  /// - Returns: The teachers; a school is its position in the network.
  package func population(in network: SchoolNetwork? = nil) -> Population {
    let positions = positions(in: network)
    var population = teachers
    for row in 0..<population.count where population.school[row] != Population.noSchool {
      let number = Int(population.school[row])
      population.school[row] =
        positions.indices.contains(number) ? positions[number] : Population.noSchool
    }
    return population
  }

  /// The position in a network of each of the codes.
  private func positions(in network: SchoolNetwork?) -> [UInt32] {
    guard let network else { return [] }
    var numbers: [String: UInt32] = [:]
    for (number, school) in network.schools.enumerated() { numbers[school.code] = UInt32(number) }
    return schoolCodes.map { numbers[$0] ?? Population.noSchool }
  }
}

extension Population {
  /// The same teachers in the order of their identities.
  fileprivate var orderedByIdentity: Population {
    guard zip(id, id.dropFirst()).contains(where: { $0 > $1 }) else { return self }
    var ordered = PopulationBuilder(capacity: count)
    for row in (0..<count).sorted(by: { id[$0] < id[$1] }) { ordered.append(self[row]) }
    return ordered.finish()
  }
}
