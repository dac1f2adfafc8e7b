// SPDX-License-Identifier: GPL-3.0-or-later

/// The people in post by group, age band and sex.
package struct AgeCounts: Sendable {
  /// People by group, age band and sex.
  package private(set) var byAge: [Double]

  /// Counts the population, whatever its rows stand for.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - dimensions: The scenario's dimensions.
  ///   - clock: The day of the ages.
  package init(
    _ population: borrowing Population,
    _ dimensions: Dimensions,
    clock: TeacherClock,
  ) {
    let kinds = AgeKinds(dimensions, clock)
    self.byAge = [Double](repeating: 0, count: dimensions.groupCount * kinds.count)
    for row in 0..<population.count where population.isInWorkforce(row) {
      let group = dimensions.group(ofCell: Int(population.cell[row]))
      let kind = Int(kinds.kind(birth: population.birth[row], sex: population.sex[row]))
      byAge[group * kinds.count + kind] += population.weight[row]
    }
  }

  /// Takes the ages of people who were counted.
  ///
  /// - Parameter people: The people, whose ages are told apart.
  package init(_ people: PeopleCounts) {
    self.byAge = people.byAge
  }
}
