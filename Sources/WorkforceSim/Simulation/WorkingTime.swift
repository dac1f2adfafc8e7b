// SPDX-License-Identifier: GPL-3.0-or-later

/// The full-time equivalents of those in post, and what of them is available.
package struct WorkingTime: Sendable {
  /// Full-time equivalents by cell.
  package private(set) var fullTimeEquivalents: [Double]
  /// Available full-time equivalents by cell; people on standby give none.
  package private(set) var available: [Double]
  /// Available full-time equivalents by cell and second subject; empty if nobody has one.
  package private(set) var availableBySecondSubject: [Double] = []
  /// Those who train for another subject or stage.
  package private(set) var training = TrainingCounts()

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
    self.fullTimeEquivalents = [Double](repeating: 0, count: dimensions.cellCount)
    self.available = fullTimeEquivalents
    add(0..<population.count, of: population, participation: participation, dimensions)
  }

  /// Adds up further rows.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - population: The teachers.
  ///   - participation: Turns people into full-time equivalents.
  ///   - dimensions: The scenario's dimensions.
  package mutating func add(
    _ rows: Range<Int>,
    of population: borrowing Population,
    participation: Participation,
    _ dimensions: Dimensions,
  ) {
    // New arrays, as the compiler (6.3) may write through spans of two arrays that are shared.
    var fullTimeEquivalents = fullTimeEquivalents.map(\.self)
    var available = available.map(\.self)
    var times = BlockTimes()
    for rows in RowBlocks(rows) {
      participation.findTimes(of: rows, in: population, into: &times)
      Self.add(
        times,
        of: rows,
        in: population,
        fullTimeEquivalents: fullTimeEquivalents.mutableSpan,
        available: available.mutableSpan,
      )
      addTraining(times, of: rows, in: population, cellCount: available.count)
      addBySecondSubject(times, of: rows, in: population, dimensions)
    }
    self.fullTimeEquivalents = fullTimeEquivalents
    self.available = available
  }

  private static func add(
    _ times: BlockTimes,
    of rows: Range<Int>,
    in population: borrowing Population,
    fullTimeEquivalents: consuming MutableSpan<Double>,
    available: consuming MutableSpan<Double>,
  ) {
    let cells = population.cell.span.extracting(rows)
    let ofRow = times.fullTimeEquivalents.span.extracting(0..<rows.count)
    let availableOfRow = times.available.span.extracting(0..<rows.count)
    for index in cells.indices {
      let cell = Int(cells[index])
      fullTimeEquivalents[cell] += ofRow[index]
      available[cell] += availableOfRow[index]
    }
  }

  /// Counts those who train, where anybody does.
  private mutating func addTraining(
    _ times: BlockTimes,
    of rows: Range<Int>,
    in population: borrowing Population,
    cellCount: Int,
  ) {
    for row in times.training where population.isInWorkforce(row) {
      let available = times.available[row - rows.lowerBound]
      training.add(row, available: available, in: population, cellCount: cellCount)
    }
  }

  /// Adds the time of those who have a second subject, where anybody has one.
  private mutating func addBySecondSubject(
    _ times: BlockTimes,
    of rows: Range<Int>,
    in population: borrowing Population,
    _ dimensions: Dimensions,
  ) {
    guard population.secondSubject.shared != Teacher.noSubject else { return }
    let subjects = dimensions.subjectCount
    if availableBySecondSubject.isEmpty {
      let count = dimensions.cellCount * subjects
      availableBySecondSubject = [Double](repeating: 0, count: count)
    }
    let cells = population.cell.span.extracting(rows)
    let seconds = population.secondSubject
    var bySecondSubject = availableBySecondSubject.mutableSpan
    for index in cells.indices {
      let second = seconds[rows.lowerBound &+ index]
      guard second != Teacher.noSubject else { continue }
      bySecondSubject[Int(cells[index]) &* subjects &+ Int(second)] += times.available[index]
    }
  }
}
