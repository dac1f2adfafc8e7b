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

  /// Takes the time of a population in which everybody gives one full-time equivalent.
  ///
  /// - Parameter heads: The heads of the population.
  package init(fullTime heads: HeadCounts) {
    self.fullTimeEquivalents = heads.byCell
    self.available = heads.byCell
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
    var sums = zip(fullTimeEquivalents, available).map { SIMD2($0, $1) }
    let seconds = secondSubjects(of: population, dimensions)
    var times = BlockTimes()
    for rows in RowBlocks(rows) {
      participation.findTimes(of: rows, in: population, into: &times)
      Self.add(times, of: rows, in: population, to: &sums)
      addTraining(times, of: rows, in: population, cellCount: sums.count)
      if let seconds { addBySecondSubject(seconds, times, of: rows, in: population, dimensions) }
    }
    self.fullTimeEquivalents = sums.map { $0.x }
    self.available = sums.map { $0.y }
  }

  /// Adds full-time equivalents and what of them is available to the sums of cells, in which the two
  /// stand next to each other.
  private static func add(
    _ times: BlockTimes,
    of rows: Range<Int>,
    in population: borrowing Population,
    to sums: inout [SIMD2<Double>],
  ) {
    let block = 0..<rows.count
    let cells = population.cell.span.extracting(rows).extracting(block)
    let equivalents = times.fullTimeEquivalents.span.extracting(block)
    let available = times.available.span.extracting(block)
    var sums = sums.mutableSpan
    for index in block { sums[Int(cells[index])] += SIMD2(equivalents[index], available[index]) }
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

  /// The second subjects of all rows, for whose time room is made; `nil` if nobody has one.
  private mutating func secondSubjects(
    of population: borrowing Population,
    _ dimensions: Dimensions,
  ) -> [UInt8]? {
    guard population.secondSubject.shared != Teacher.noSubject else { return nil }
    if availableBySecondSubject.isEmpty {
      let count = dimensions.cellCount * dimensions.subjectCount
      availableBySecondSubject = [Double](repeating: 0, count: count)
    }
    return population.secondSubject.byRow
  }

  /// Adds the time of those who have a second subject.
  private mutating func addBySecondSubject(
    _ seconds: [UInt8],
    _ times: BlockTimes,
    of rows: Range<Int>,
    in population: borrowing Population,
    _ dimensions: Dimensions,
  ) {
    let subjects = dimensions.subjectCount
    let block = 0..<rows.count
    let cells = population.cell.span.extracting(rows).extracting(block)
    let seconds = seconds.span.extracting(rows).extracting(block)
    let available = times.available.span.extracting(block)
    var bySecondSubject = availableBySecondSubject.mutableSpan
    for index in block where seconds[index] != Teacher.noSubject {
      bySecondSubject[Int(cells[index]) &* subjects &+ Int(seconds[index])] += available[index]
    }
  }
}
