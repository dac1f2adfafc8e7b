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
    let cells = dimensions.cellCount
    let maySupport = population.secondSubject.contains { $0 != Teacher.noSubject }
    var fullTimeEquivalents = [Double](repeating: 0, count: cells)
    var available = [Double](repeating: 0, count: cells)
    var bySecondSubject = [Double](
      repeating: 0,
      count: maySupport ? cells * dimensions.subjectCount : 0,
    )
    var training = TrainingCounts()
    let haveSecondSubject = Self.count(
      population,
      participation,
      dimensions,
      fullTimeEquivalents: fullTimeEquivalents.mutableSpan,
      available: available.mutableSpan,
      bySecondSubject: bySecondSubject.mutableSpan,
      training: &training,
    )
    self.fullTimeEquivalents = fullTimeEquivalents
    self.available = available
    self.availableBySecondSubject = haveSecondSubject ? bySecondSubject : []
    self.training = training
  }

  /// Adds up the population column by column.
  ///
  /// - Returns: Whether anybody in post has a second subject.
  private static func count(
    _ population: borrowing Population,
    _ participation: Participation,
    _ dimensions: Dimensions,
    fullTimeEquivalents: consuming MutableSpan<Double>,
    available: consuming MutableSpan<Double>,
    bySecondSubject: consuming MutableSpan<Double>,
    training: inout TrainingCounts,
  ) -> Bool {
    let subjects = dimensions.subjectCount
    let hasLeft = population.hasLeft.span
    let status = population.status.span
    let cells = population.cell.span
    let standby = population.standbySince.span
    let secondSubjects = population.secondSubject.span
    var haveSecondSubject = false
    for row in hasLeft.indices where !hasLeft[row] && status[row] == .inPost {
      let cell = Int(cells[row])
      let equivalents = participation.fullTimeEquivalents(of: row, in: population)
      let isOnStandby = standby[row] != .future
      let present =
        isOnStandby ? 0 : participation.available(equivalents, of: row, in: population)
      fullTimeEquivalents[cell] += equivalents
      available[cell] += present
      if population.isTraining(row) {
        training.add(row, available: present, in: population, cellCount: dimensions.cellCount)
      }
      let second = secondSubjects[row]
      guard second != Teacher.noSubject else { continue }
      haveSecondSubject = true
      bySecondSubject[cell * subjects + Int(second)] += present
    }
    return haveSecondSubject
  }
}
