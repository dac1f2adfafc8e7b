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
      let states = zip(goals, selections).map { $0.state($1.figures(in: ensemble)) }
      try ensemble.checkReading()
      if count >= most || states.allSatisfy(\.isMet) { return (ensemble, states) }
      count = min(most, Self.next(after: count, needed: states.map(\.needed).max() ?? count))
    }
  }

  /// The next number of replications: a twentieth more than foreseen, in pairs.
  private static func next(after count: Int, needed: Int) -> Int {
    let foreseen = needed + needed / 20
    let next = min(max(foreseen, count + 2), 3 * count)
    return next + next % 2
  }
}
