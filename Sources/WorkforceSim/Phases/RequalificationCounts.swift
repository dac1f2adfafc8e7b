// SPDX-License-Identifier: GPL-3.0-or-later

/// What requalification did in a year.
package struct RequalificationCounts: Sendable {
  /// Those who began to train, by the group from which they come; empty if the phase did not run.
  package private(set) var started: [Double] = []

  /// Creates the counts of a phase that did not run.
  package init() {}

  /// Creates empty counts.
  ///
  /// - Parameter groupCount: The number of groups.
  package init(groupCount: Int) {
    self.started = [Double](repeating: 0, count: groupCount)
  }

  /// Counts people who begin to train.
  ///
  /// - Parameters:
  ///   - people: How many people.
  ///   - group: The group of their cell.
  package mutating func start(_ people: Double, in group: Int) { started[group] += people }

  /// All who began to train.
  package var allStarted: Double { started.reduce(0, +) }
}

/// Those who train for another subject or stage on a day.
package struct TrainingCounts: Sendable {
  /// How many people train.
  package private(set) var people = 0.0
  /// Their available full-time equivalents, by the cell in which they teach; empty if nobody trains.
  package private(set) var availableByOrigin: [Double] = []
  /// How many they are, by the cell for which they train; empty if nobody trains.
  package private(set) var peopleByTarget: [Double] = []

  /// Creates the counts of nobody.
  package init() {}

  /// Counts a row that trains.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - available: Its available full-time equivalents.
  ///   - population: The teachers.
  ///   - cellCount: The number of cells.
  mutating func add(
    _ row: Int,
    available: Double,
    in population: borrowing Population,
    cellCount: Int,
  ) {
    if availableByOrigin.isEmpty {
      availableByOrigin = [Double](repeating: 0, count: cellCount)
      peopleByTarget = availableByOrigin
    }
    people += population.weight[row]
    availableByOrigin[Int(population.cell[row])] += available
    peopleByTarget[Int(population.trainingCell[row])] += population.weight[row]
  }
}
