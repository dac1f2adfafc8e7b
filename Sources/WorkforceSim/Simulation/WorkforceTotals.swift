// SPDX-License-Identifier: GPL-3.0-or-later

/// The heads and the working time of a population.
struct WorkforceTotals: Sendable {
  /// People by cell and title.
  private(set) var heads: HeadCounts
  /// Full-time equivalents, and what of them is available.
  private(set) var time: WorkingTime

  /// Keeps totals of one population.
  init(heads: HeadCounts, time: WorkingTime) {
    self.heads = heads
    self.time = time
  }

  /// Counts a population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - participation: Turns people into full-time equivalents.
  ///   - dimensions: The scenario's dimensions.
  init(
    _ population: borrowing Population,
    participation: Participation,
    dimensions: Dimensions,
  ) {
    let heads = HeadCounts(population, dimensions)
    self.heads = heads
    self.time =
      participation.isFullTime(population)
      ? WorkingTime(fullTime: heads)
      : WorkingTime(population, participation: participation, dimensions: dimensions)
  }

  /// Counts rows that were added to the population.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - population: The teachers, these rows included.
  ///   - participation: Turns people into full-time equivalents.
  ///   - dimensions: The scenario's dimensions.
  mutating func add(
    _ rows: Range<Int>,
    of population: borrowing Population,
    participation: Participation,
    _ dimensions: Dimensions,
  ) {
    heads.add(rows, of: population, dimensions)
    if participation.isFullTime(population) {
      time = WorkingTime(fullTime: heads)
    } else {
      time.add(rows, of: population, participation: participation, dimensions)
    }
  }
}
