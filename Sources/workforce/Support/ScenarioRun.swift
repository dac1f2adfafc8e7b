// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim
import WorkforceStore

/// Runs a scenario for a command, from what is kept of it on.
struct ScenarioRun {
  /// The most replications of a run until a figure is known, where the user names no limit.
  private static let mostReplications = 10_000

  /// The scenario.
  let loaded: LoadedScenario
  /// What the scenario goes on from; `nil` if all its years are simulated.
  var fork: ForkSource?
  /// The store to keep replications in; `nil` keeps them in memory.
  let store: RunStore?
  /// Whether to simulate what is kept again.
  let isFresh: Bool
  /// The time after which the state of an unfinished replication is kept; `nil` keeps none.
  var checkpointEvery: Duration? = CheckpointOption.standard
  /// How replications are simulated.
  let replications: ReplicationRun
  private let memory = MemoryArchive()

  /// Simulates all replications that the scenario asks for.
  ///
  /// - Returns: The records.
  /// - Throws: What a simulation throws, or the exit code of a run that was stopped.
  func run() async throws -> ReplicationRun.Outcome { try await run(loaded, isFresh: isFresh) }

  /// Simulates until the means of figures are known as precisely as asked.
  ///
  /// The result is that of a run of so many replications like any other.
  ///
  /// - Parameters:
  ///   - goals: What is asked for.
  ///   - limit: The most replications, where the user names a number.
  /// - Returns: The records, and the scenario with as many replications.
  /// - Throws: What a simulation throws, or the exit code of a run that was stopped.
  func run(until goals: [PrecisionGoal], limit: Int?) async throws -> (
    outcome: ReplicationRun.Outcome, loaded: LoadedScenario
  ) {
    let notes = PrecisionNotes(replications.language)
    guard loaded.scenario.method != .expected else {
      printToStandardError(notes.expectedUntil)
      throw FailureCode.data
    }
    let most = limit ?? Self.mostReplications
    let selections = try selections(of: goals)
    var count = min(PrecisionGoal.fewestReplications, most)
    var isFirst = true
    while true {
      let step = loaded.asking(for: count)
      let outcome = try await run(step, isFresh: isFresh && isFirst)
      let figures = selections.map { $0.figures(in: outcome.ensemble) }
      // What could not be read is not a number, from which no number of replications follows.
      try outcome.ensemble.checkReading()
      let states = zip(goals, figures).map { $0.state($1) }
      replications.tell(notes.states(of: goals, states, after: count))
      guard let next = PrecisionGoal.next(after: count, states, most: most) else {
        let missed = zip(goals, states).filter { !$1.isMet }.map { $0.0 }
        if !missed.isEmpty {
          printToStandardError(notes.missed(missed, after: count, isLimitAsked: limit != nil))
        }
        return (outcome, step)
      }
      count = next
      isFirst = false
    }
  }

  /// Finds the figures before anything runs.
  private func selections(of goals: [PrecisionGoal]) throws -> [FigureSelection] {
    let simulation = try simulation(of: loaded)
    do {
      return try goals.map { try FigureSelection($0.figure, in: simulation) }
    } catch let problem as FigureProblem {
      let existing = problem.names.map { names in
        Suggestions.sentence(for: names.written, in: names.existing)
          + " There are: \(names.existing.joined(separator: ", "))."
      }
      printToStandardError("With --until, \(problem)\(existing ?? "")")
      throw FailureCode.data
    }
  }

  private func simulation(of loaded: LoadedScenario) throws -> Simulation {
    // The first file that is read is the scenario's own.
    try fork?.simulation(of: loaded.scenario, from: loaded.files.first?.path ?? "")
      ?? Simulation(loaded.scenario)
  }

  private func run(_ loaded: LoadedScenario, isFresh: Bool) async throws -> ReplicationRun.Outcome {
    let simulation = try simulation(of: loaded)
    let records = try records(of: loaded, simulation, isFresh: isFresh)
    if store != nil, let sentence = records.goesOn { replications.tell([sentence]) }
    let outcome = try await replications.run(simulation, keepingIn: records)
    if let sentence = try records.finish(isQuiet: replications.isQuiet) {
      printToStandardError(sentence)
    }
    return outcome
  }

  private func records(
    of loaded: LoadedScenario,
    _ simulation: Simulation,
    isFresh: Bool,
  ) throws -> RunRecords {
    let language = replications.language
    guard let store else { return RunRecords(inMemory: simulation, memory, language: language) }
    return try RunRecords(
      in: store,
      loaded,
      simulation: simulation,
      isFresh: isFresh,
      probe: replications.isForecast ? replications.threads : nil,
      checkpointEvery: checkpointEvery,
      isQuiet: replications.isQuiet,
      language: language,
    )
  }
}
