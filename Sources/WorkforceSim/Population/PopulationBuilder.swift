// SPDX-License-Identifier: GPL-3.0-or-later

/// Builds a population teacher by teacher.
///
/// Teachers join the columns a block at a time, which takes far less time than one by one.
package struct PopulationBuilder: ~Copyable {
  private var population = Population()
  private var waiting: [Teacher] = []

  /// Begins with nobody.
  ///
  /// - Parameter capacity: The number of teachers to hold without growing.
  package init(capacity: Int) {
    population.reserveCapacity(capacity)
    waiting.reserveCapacity(RowBlocks.size)
  }

  /// The number of teachers so far.
  package var count: Int { population.count + waiting.count }

  /// Adds a teacher in post.
  ///
  /// - Parameter teacher: The teacher.
  @inline(__always)
  package mutating func append(_ teacher: Teacher) {
    waiting.append(teacher)
    if waiting.count == RowBlocks.size { join() }
  }

  private mutating func join() {
    population.append(contentsOf: waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// The population of all teachers, in the order in which they were added.
  package consuming func finish() -> Population {
    join()
    return population
  }
}
