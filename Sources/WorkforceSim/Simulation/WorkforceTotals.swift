// SPDX-License-Identifier: GPL-3.0-or-later

/// The heads and the working time of a population, and its ages where they are counted with the heads.
struct WorkforceTotals: Sendable {
  /// People by cell and title.
  private(set) var heads: HeadCounts
  /// Full-time equivalents, and what of them is available.
  private(set) var time: WorkingTime
  /// The people, where each row stands for one.
  private var people: PeopleCounts?

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
  ///   - clock: The day of the ages.
  init(
    _ population: borrowing Population,
    participation: Participation,
    dimensions: Dimensions,
    clock: TeacherClock,
  ) {
    let people = PeopleCounts(population, dimensions, ages: clock)
    let heads = people.map { HeadCounts($0) } ?? HeadCounts(rowsOf: population, dimensions)
    self.people = people
    self.heads = heads
    self.time =
      participation.isFullTime(population)
      ? WorkingTime(fullTime: heads)
      : WorkingTime(population, participation: participation, dimensions: dimensions)
  }

  /// The ages of the people; `nil` if they were not counted with the heads.
  var ages: AgeCounts? { people.map { AgeCounts($0) } }

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
    addHeads(rows, of: population, dimensions)
    if participation.isFullTime(population) {
      time = WorkingTime(fullTime: heads)
    } else {
      time.add(rows, of: population, participation: participation, dimensions)
    }
  }

  private mutating func addHeads(
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ dimensions: Dimensions,
  ) {
    let counted = people.take()
    guard population.weight.shared == 1, var counted else {
      return heads.add(rows, of: population, dimensions)
    }
    counted.add(rows, of: population)
    heads = HeadCounts(counted)
    people = counted
  }
}
