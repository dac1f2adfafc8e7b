// SPDX-License-Identifier: GPL-3.0-or-later

extension Simulation {
  /// Runs replications until the means of figures are known as precisely as asked.
  ///
  /// The number of replications grows in steps, which depend on the figures alone, so the result is
  /// the same on any number of threads. After each step the number that is still needed is foreseen
  /// from the spread so far; a step at most triples what is there.
  ///
  /// - Parameters:
  ///   - goals: What is asked for; at least one.
  ///   - most: The most replications.
  ///   - threads: The number of replications that run at the same time.
  ///   - archive: Keeps the records.
  ///   - shouldStop: Is asked between replications whether to stop.
  ///   - progress: Is told how many replications are done and about how many it will be.
  /// - Returns: The records, and how far each goal is met.
  /// - Throws: `FigureProblem` if a figure does not exist, and what a run throws.
  public func run(
    until goals: [PrecisionGoal],
    most: Int,
    threads: Int,
    archive: any ReplicationArchive = MemoryArchive(),
    shouldStop: @Sendable @escaping () -> Bool = { false },
    progress: @Sendable @escaping (_ finished: Int, _ foreseen: Int) -> Void = { _, _ in },
  ) async throws -> (ensemble: Ensemble, states: [PrecisionGoal.State]) {
    let selections = try goals.map { try FigureSelection($0.figure, in: self) }
    var count = min(PrecisionGoal.fewestReplications, most)
    while true {
      let foreseen = count
      let ensemble = try await run(
        replications: count,
        threads: threads,
        archive: archive,
        shouldStop: shouldStop,
        progress: { progress($0, foreseen) },
      )
      let figures = selections.map { $0.figures(in: ensemble) }
      // What could not be read is not a number, from which no number of replications follows.
      try ensemble.checkReading()
      let states = zip(goals, figures).map { $0.state($1) }
      guard let next = PrecisionGoal.next(after: count, states, most: most) else {
        return (ensemble, states)
      }
      count = next
    }
  }
}

extension PrecisionGoal {
  /// The next number of replications: a twentieth more than foreseen, in pairs, at most thrice as many.
  ///
  /// - Parameters:
  ///   - count: The number so far.
  ///   - states: How far they meet each goal.
  ///   - most: The most replications.
  /// - Returns: The number, or `nil` if all goals are met or there are no more to come.
  package static func next(after count: Int, _ states: [State], most: Int) -> Int? {
    guard count < most, !states.allSatisfy(\.isMet) else { return nil }
    let needed = states.map(\.needed).max() ?? count
    let next = min(max(needed + needed / 20, count + 2), 3 * count)
    return min(most, next + next % 2)
  }
}
