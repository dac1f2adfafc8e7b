// SPDX-License-Identifier: GPL-3.0-or-later

/// A run that was stopped before all replications were done.
public struct RunInterrupted: Error, Sendable {
  /// The replications that were whole.
  public let finished: Int
}

extension Simulation {
  /// The number of replications that the scenario asks for: one if chance is replaced by expectation.
  public var replications: Int { scenario.method == .expected ? 1 : scenario.replications }

  /// The number of blocks in the record of a replication.
  package var blockCount: Int { RecordBlocks(layout, years: scenario.calendar.yearCount).count }

  /// The bytes of the record of a replication at most, before any compression.
  package var recordBytes: Int { RecordBlocks(layout, years: scenario.calendar.yearCount).bytes }

  /// Runs all replications of the scenario that an archive does not keep yet.
  ///
  /// Threads take replications in turn; the records are told apart by their number, so the result is
  /// the same on any number of threads, and whether a run was stopped in between or not.
  ///
  /// - Parameters:
  ///   - replications: The number of replications; as many as the scenario asks for without it.
  ///   - threads: The number of replications that run at the same time.
  ///   - archive: Keeps the records; in memory without it.
  ///   - checkpoints: Keeps where unfinished replications stand; `nil` keeps nothing.
  ///   - shouldStop: Is asked between replications whether to stop.
  ///   - progress: Is told after each replication how many are done; may be called on any thread.
  /// - Returns: The records of all replications.
  /// - Throws: `ConservationError` if people appeared or vanished, `RunInterrupted` if stopped, or why
  ///   the archive cannot keep a record.
  public func run(
    replications: Int? = nil,
    threads: Int,
    archive: any ReplicationArchive = MemoryArchive(),
    checkpoints: (any CheckpointKeeper)? = nil,
    shouldStop: @Sendable @escaping () -> Bool = { false },
    progress: @Sendable @escaping (_ finished: Int) -> Void = { _ in },
  ) async throws -> Ensemble {
    precondition(
      scenario.fork == nil || fork != nil,
      "a forked scenario needs what it goes on from",
    )
    let total = replications ?? self.replications
    let kept = try archive.keptReplications().prefix { $0 < total }
    let queue = ReplicationQueue(missing(from: kept, total: total), finished: kept.count)
    let blocks = RecordBlocks(layout, years: scenario.calendar.yearCount)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(threads, queue.numbers.count)) {
        group.addTask {
          var handover: Handover?
          var last: Int?
          while !shouldStop(), !Task.isCancelled, let number = queue.next(after: last) {
            var replication = Replication(self, number: number)
            if let handover { replication.adopt(handover) }
            let record = try replication.run(keeping: checkpoints)
            (last, handover) = (number, replication.handover)
            try archive.keep(blocks.blocks(of: record), ofReplication: number)
            checkpoints?.discard(number)
            progress(queue.finish())
          }
        }
      }
      try await group.waitForAll()
    }
    guard queue.finished == total else { throw RunInterrupted(finished: queue.finished) }
    return Ensemble(self, archive: archive, replications: total)
  }

  private func missing(from kept: ArraySlice<Int>, total: Int) -> [Int] {
    var isKept = [Bool](repeating: false, count: total)
    for number in kept { isKept[number] = true }
    return (0..<total).filter { !isKept[$0] }
  }
}
