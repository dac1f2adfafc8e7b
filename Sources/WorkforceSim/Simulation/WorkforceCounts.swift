// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts of the workforce by the cells of the tables.
package struct WorkforceCounts: Sendable {
  /// People by cell.
  package let headcount: [Double]
  /// Full-time equivalents by cell.
  package let fullTimeEquivalents: [Double]
  /// Available full-time equivalents by cell.
  package let available: [Double]
  /// People by group and title.
  package let byTitle: [Double]
  /// People by group, age band and sex.
  package let byAge: [Double]
  /// People who hold an authorised post, by group.
  package let established: [Double]
  /// People on early retirement.
  package let earlyRetired: Double
  /// People on early retirement by group.
  package let earlyRetiredByGroup: [Double]
  /// People in schools that county management covers, and those whom it has no post for.
  package let countyManaged: Double
  /// People on standby, who count as heads but are not available.
  package let standby: Double
  /// Those who train for another subject or stage.
  package let training: TrainingCounts
  /// Available full-time equivalents by cell and second subject; empty if nobody has one.
  package let availableBySecondSubject: [Double]

  /// Counts the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - participation: Turns people into full-time equivalents.
  ///   - dimensions: The scenario's dimensions.
  ///   - clock: The counting day.
  ///   - coveredSchools: Whether county management covers each school; empty without schools.
  package init(
    _ population: borrowing Population,
    participation: Participation,
    dimensions: Dimensions,
    clock: TeacherClock,
    coveredSchools: [Bool] = [],
  ) {
    var countyManaged = 0.0
    var standby = 0.0
    let titles = dimensions.count(.title)
    let sexes = dimensions.count(.sex)
    let bands = RecordLayout.ageBands.count
    let subjects = dimensions.subjectCount
    let groupOfCell = (0..<dimensions.cellCount).map { dimensions.group(ofCell: $0) }
    var headcount = [Double](repeating: 0, count: dimensions.cellCount)
    var fullTimeEquivalents = headcount
    var available = headcount
    var byTitle = [Double](repeating: 0, count: dimensions.groupCount * titles)
    var byAge = [Double](repeating: 0, count: dimensions.groupCount * bands * sexes)
    var established = [Double](repeating: 0, count: dimensions.groupCount)
    var earlyRetiredByGroup = established
    var training = TrainingCounts()
    var bySecondSubject: [Double] = []
    for row in 0..<population.count where !population.hasLeft[row] {
      let cell = Int(population.cell[row])
      let group = groupOfCell[cell]
      let weight = population.weight[row]
      guard population.status[row] == .inPost else {
        earlyRetiredByGroup[group] += weight
        continue
      }
      let equivalents = participation.fullTimeEquivalents(of: row, in: population)
      headcount[cell] += weight
      fullTimeEquivalents[cell] += equivalents
      let isOnStandby = population.standbySince[row] != .future
      let present =
        isOnStandby ? 0 : participation.available(equivalents, of: row, in: population)
      if isOnStandby { standby += weight }
      if isOnStandby || Self.isManaged(population.school[row], coveredSchools) {
        countyManaged += weight
      }
      available[cell] += present
      if population.isTraining(row) {
        training.add(row, available: present, in: population, cellCount: dimensions.cellCount)
      }
      let second = population.secondSubject[row]
      if second != Teacher.noSubject {
        if bySecondSubject.isEmpty {
          bySecondSubject = [Double](repeating: 0, count: dimensions.cellCount * subjects)
        }
        bySecondSubject[cell * subjects + Int(second)] += present
      }
      byTitle[group * titles + Int(population.title[row])] += weight
      let age = clock.years(since: population.birth[row], limit: 120)
      let band = age < 25 ? 0 : min((age - 20) / 5, bands - 1)
      byAge[(group * bands + band) * sexes + Int(population.sex[row])] += weight
      if dimensions.contractIsEstablished[Int(population.contract[row])] {
        established[group] += weight
      }
    }
    self.headcount = headcount
    self.fullTimeEquivalents = fullTimeEquivalents
    self.available = available
    self.byTitle = byTitle
    self.byAge = byAge
    self.established = established
    self.earlyRetiredByGroup = earlyRetiredByGroup
    self.earlyRetired = earlyRetiredByGroup.reduce(0, +)
    self.countyManaged = countyManaged
    self.standby = standby
    self.training = training
    self.availableBySecondSubject = bySecondSubject
  }

  private static func isManaged(_ school: UInt32, _ covered: [Bool]) -> Bool {
    !covered.isEmpty && school != Population.noSchool && covered[Int(school)]
  }
}
