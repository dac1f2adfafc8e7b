// SPDX-License-Identifier: GPL-3.0-or-later

/// The full-time equivalents of those in post, and what of them is available.
package struct WorkingTime: Sendable {
  /// Full-time equivalents by cell.
  package let fullTimeEquivalents: [Double]
  /// Available full-time equivalents by cell; people on standby give none.
  package let available: [Double]
  /// Available full-time equivalents by cell and second subject; empty if nobody has one.
  package let availableBySecondSubject: [Double]
  /// Those who train for another subject or stage.
  package let training: TrainingCounts

  /// Adds up the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - participation: Turns people into full-time equivalents.
  ///   - dimensions: The scenario's dimensions.
  package init(
    _ population: borrowing Population,
    participation: Participation,
    dimensions: Dimensions,
  ) {
    let subjects = dimensions.subjectCount
    var fullTimeEquivalents = [Double](repeating: 0, count: dimensions.cellCount)
    var available = fullTimeEquivalents
    var bySecondSubject: [Double] = []
    var training = TrainingCounts()
    for row in 0..<population.count where population.isInWorkforce(row) {
      let cell = Int(population.cell[row])
      let equivalents = participation.fullTimeEquivalents(of: row, in: population)
      let isOnStandby = population.standbySince[row] != .future
      let present =
        isOnStandby ? 0 : participation.available(equivalents, of: row, in: population)
      fullTimeEquivalents[cell] += equivalents
      available[cell] += present
      if population.isTraining(row) {
        training.add(row, available: present, in: population, cellCount: dimensions.cellCount)
      }
      let second = population.secondSubject[row]
      guard second != Teacher.noSubject else { continue }
      if bySecondSubject.isEmpty {
        bySecondSubject = [Double](repeating: 0, count: dimensions.cellCount * subjects)
      }
      bySecondSubject[cell * subjects + Int(second)] += present
    }
    self.fullTimeEquivalents = fullTimeEquivalents
    self.available = available
    self.availableBySecondSubject = bySecondSubject
    self.training = training
  }
}
