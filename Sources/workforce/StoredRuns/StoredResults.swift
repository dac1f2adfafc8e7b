// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim
import WorkforceStore

/// A stored run whose results cannot be made again.
struct StoredResultsError: Error, CustomStringConvertible {
  /// What was found and what to do.
  let description: String
}

/// The results of a stored run, made again from its scenario and its records; nothing is simulated.
struct StoredResults {
  /// The run.
  let run: StoredRun
  /// The results.
  let projection: Projection
  /// Whether the scenario was read from the copies in the store, since its files have changed.
  let areFilesCopies: Bool
  let store: RunStore

  /// Loads the scenario of a run and reads its records.
  ///
  /// Of an unfinished run, the first replications without a gap count.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - store: The store that holds it.
  /// - Throws: `StoredResultsError` if nothing is kept or the scenario cannot be read as it was, or
  ///   `StoreError`.
  init(_ run: StoredRun, in store: RunStore) throws {
    let archive = StoredReplications(run, in: store)
    let count = try archive.keptReplications().enumerated().prefix { $0 == $1 }.count
    guard count > 0 else {
      throw StoredResultsError(
        description: "Run \(run.name) has no replications yet. "
          + "Run its scenario: \(store.line("run", run.description.scenarioPath))"
      )
    }
    let loaded = try store.scenario(of: run, replications: count)
    let simulation = try Simulation(loaded.scenario)
    guard LayoutFingerprint.text(of: simulation.layout) == run.description.layout else {
      throw StoredResultsError(
        description: "Run \(run.name) was made by another build of the tool (version "
          + "\(run.description.key.version)), whose tables differ. Run the scenario again."
      )
    }
    self.run = run
    self.store = store
    areFilesCopies = loaded.source.areKept
    projection = Projection(Ensemble(simulation, archive: archive, replications: count))
  }

  /// The number of replications of the results.
  var replications: Int { projection.ensemble.replications }

  /// The command line that makes the run.
  var command: [String] {
    let description = run.description
    return [CommandLine.arguments[0]]
      + description.command(
        scenario: description.scenarioPath,
        replications: replications,
        in: store,
      )
  }

  /// What to tell about the results before they are shown.
  ///
  /// - Parameter language: The language of the sentences.
  /// - Returns: The sentences.
  func notes(language: Language) -> [String] {
    let notes = StoreNotes(run: run.name, store: store.path, language: language)
    let asked = run.description.replications
    return (areFilesCopies ? [notes.filesAreCopies] : [])
      + (replications < asked ? [notes.firstOf(replications, asked: asked)] : [])
  }
}
