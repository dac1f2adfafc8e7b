// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts of the workforce by the cells of the tables.
package struct WorkforceCounts: Sendable {
  /// People by cell and title, and who holds an authorised post.
  package let heads: HeadCounts
  /// Full-time equivalents, and what of them is available.
  package let time: WorkingTime
  /// People by cell, counted on the counting day itself.
  package let byCell: [Double]
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
  ///   - dimensions: The scenario's dimensions.
  ///   - clock: The counting day.
  ///   - coveredSchools: Whether county management covers each school; empty without schools.
  package init(
    _ population: borrowing Population,
    heads: HeadCounts,
    time: WorkingTime,
    dimensions: Dimensions,
    clock: TeacherClock,
    coveredSchools: [Bool] = [],
  ) {
    var countyManaged = 0.0
    var standby = 0.0
    let sexes = dimensions.count(.sex)
    let bands = RecordLayout.ageBands.count
    let groupOfCell = dimensions.groupOfCell
    var byCell = [Double](repeating: 0, count: dimensions.cellCount)
    var byAge = [Double](repeating: 0, count: dimensions.groupCount * bands * sexes)
    let bandOfAge = (0...Self.highestAge).map { $0 < 25 ? 0 : min(($0 - 20) / 5, bands - 1) }
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let births = population.birth.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let sexOfRow = population.sex.span.extracting(rows)
    let (weights, standbySince) = (population.weight, population.standbySince)
    let schools = population.school
    for row in rows where !hasLeft[row] && status[row] == .inPost {
      let weight = weights[row]
      let isOnStandby = standbySince[row] != .future
      if isOnStandby { standby += weight }
      if isOnStandby || Self.isManaged(schools[row], coveredSchools) { countyManaged += weight }
      let age = clock.years(since: births[row], limit: Self.highestAge)
      let cell = Int(cells[row])
      let group = groupOfCell[cell]
      byCell[cell] += weight
      byAge[(group &* bands &+ bandOfAge[age]) &* sexes &+ Int(sexOfRow[row])] += weight
    }
    self.heads = heads
    self.time = time
    self.byCell = byCell
    self.byAge = byAge
    self.countyManaged = countyManaged
    self.standby = standby
  }

  /// The age beyond which nobody's is told apart.
  private static let highestAge = 120

  private static func isManaged(_ school: UInt32, _ covered: [Bool]) -> Bool {
    !covered.isEmpty && school != Population.noSchool && covered[Int(school)]
  }
}
