// SPDX-License-Identifier: GPL-3.0-or-later

/// The scenario whose first years a forked one takes over.
final class SimulationFork: Sendable {
  /// The scenario; it may be a fork itself.
  let base: Simulation
  /// The last year that is taken over.
  let year: Int
  /// Where the figures of its years lie among those of the forked scenario.
  let mapping: RecordMapping

  /// Creates a fork.
  ///
  /// - Parameters:
  ///   - base: The scenario whose first years are taken over.
  ///   - year: The last year that is taken over.
  ///   - mapping: Where the figures of its years lie among those of the forked scenario.
  init(_ base: Simulation, year: Int, mapping: RecordMapping) {
    self.base = base
    self.year = year
    self.mapping = mapping
  }
}

/// Why a scenario cannot go on from a year of another one: everything at once.
package struct ForkError: Error, Hashable, Sendable {
  /// What differs, each as a sentence with what to do about it.
  package let problems: [String]
}
