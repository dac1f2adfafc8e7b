// SPDX-License-Identifier: GPL-3.0-or-later

/// The opening stock as read from a roster.
public struct OpeningRoster: Sendable {
  /// The teachers, ordered by identity, so that the order of the file does not matter.
  package let teachers: [Teacher]

  /// Creates a roster.
  ///
  /// - Parameter teachers: The teachers in any order; their identities are unique.
  package init(_ teachers: [Teacher]) {
    self.teachers = teachers.sorted { $0.id < $1.id }
  }

  /// The population that the roster describes.
  package var population: Population {
    var population = Population()
    population.reserveCapacity(teachers.count)
    for teacher in teachers { population.append(teacher) }
    return population
  }
}
