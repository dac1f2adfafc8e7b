// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts of the workforce by the cells of the tables.
package struct WorkforceCounts: Sendable {
  /// People by cell and title, and who holds an authorised post.
  package let heads: HeadCounts
  /// Full-time equivalents, and what of them is available.
  package let time: WorkingTime
  /// People by group, age band and sex.
  package let byAge: [Double]
  /// People in schools that county management covers, and those whom it has no post for.
  package let countyManaged: Double
  /// People on standby, who count as heads but are not available.
  package let standby: Double

  /// Counts the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - heads: Its heads.
  ///   - time: Its full-time equivalents.
  ///   - ages: Its ages on the counting day.
  ///   - teachersOfSchool: The teachers in post of each school; empty without schools.
  ///   - coveredSchools: Whether county management covers each school; empty without placement.
  package init(
    _ population: borrowing Population,
    heads: HeadCounts,
    time: WorkingTime,
    ages: AgeCounts,
    teachersOfSchool: [Double] = [],
    coveredSchools: [Bool] = [],
  ) {
    (self.standby, self.countyManaged) =
      population.weight.shared == 1
      ? Self.managedPeople(population, teachersOfSchool, coveredSchools)
      : Self.managed(population, coveredSchools)
    self.heads = heads
    self.time = time
    self.byAge = ages.byAge
  }

  /// The people on standby, and those whom county management covers.
  private static func managed(
    _ population: borrowing Population,
    _ covered: [Bool],
  ) -> (standby: Double, countyManaged: Double) {
    guard !covered.isEmpty || population.standbySince.shared != .future else { return (0, 0) }
    var standby = 0.0
    var countyManaged = 0.0
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let (weights, standbySince) = (population.weight, population.standbySince)
    let schools = population.school
    for row in rows where !hasLeft[row] && status[row] == .inPost {
      let isOnStandby = standbySince[row] != .future
      if isOnStandby { standby += weights[row] }
      if isOnStandby || isManaged(schools[row], covered) { countyManaged += weights[row] }
    }
    return (standby, countyManaged)
  }

  /// The same where each row stands for one person, so that the staff of schools is what they are.
  private static func managedPeople(
    _ population: borrowing Population,
    _ teachersOfSchool: [Double],
    _ covered: [Bool],
  ) -> (standby: Double, countyManaged: Double) {
    var standby = 0.0
    var countyManaged = zip(teachersOfSchool, covered).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let onStandby = population.standbySince.rows(0..<population.count) { $0 != .future }
    for row in onStandby where population.isInWorkforce(row) {
      standby += 1
      if !isManaged(population.school[row], covered) { countyManaged += 1 }
    }
    return (standby, countyManaged)
  }

  private static func isManaged(_ school: UInt32, _ covered: [Bool]) -> Bool {
    !covered.isEmpty && school != Population.noSchool && covered[Int(school)]
  }
}
