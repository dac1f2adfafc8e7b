// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceScenarios
import WorkforceSim
import WorkforceStore

/// The run of the store from a year of which a scenario goes on.
///
/// The store holds figures, not teachers. How things stood at the end of the year is simulated again,
/// replication by replication, which gives the same bytes as it did for the run.
struct ForkSource {
  /// The run and the year.
  let fork: ScenarioFork
  /// The seed of the run.
  let seed: UInt64
  private let base: Simulation

  /// Finds a run and loads its scenario.
  ///
  /// - Parameters:
  ///   - word: An id, a name, or the first digits of a fingerprint.
  ///   - year: The last year that is the run's.
  ///   - store: The store that holds the run.
  /// - Throws: `StoredRunLookupError` if there is no such run, or why it cannot be simulated again.
  init(run word: String, year: Int, in store: RunStore) throws {
    let run = try store.run(named: word)
    let key = run.description.key
    fork = ScenarioFork(run: run.name, fingerprint: key.scenario, year: year)
    seed = key.seed
    base = try Self.simulation(of: run, in: store)
  }

  /// The scenario as one that goes on from the run.
  ///
  /// - Parameter loaded: The scenario as its files have it.
  /// - Returns: The scenario, whose fingerprint covers the run and the year.
  func forked(_ loaded: LoadedScenario) -> LoadedScenario { loaded.forked(from: fork) }

  /// Prepares the scenario to go on from the run.
  ///
  /// - Parameters:
  ///   - scenario: The forked scenario.
  ///   - path: Where it lies, as the user wrote it.
  /// - Returns: The simulation.
  /// - Throws: `StoredResultsError` with all that keeps it from going on.
  func simulation(of scenario: Scenario, from path: String) throws -> Simulation {
    let simulation = try Simulation(scenario)
    do {
      return try simulation.continuing(base, after: fork.year)
    } catch {
      throw StoredResultsError(
        description: "\(path) cannot go on from run \(fork.run) at \(fork.year):\n"
          + error.problems.map { "  - \($0)" }.joined(separator: "\n")
      )
    }
  }

  /// The simulation of a run, as it was when its replications were kept.
  private static func simulation(of run: StoredRun, in store: RunStore) throws -> Simulation {
    let description = run.description
    guard description.key.version == toolVersion, description.key.build == ProgramBuild.text else {
      throw StoredResultsError(
        description: "Run \(run.name) was made by another build of the tool (version "
          + "\(description.key.version)), which may come to other figures. Run its scenario again "
          + "and go on from that run: \(store.line("run", description.scenarioPath))"
      )
    }
    let replications = description.replications
    let simulation = try Simulation(
      store.scenario(of: run, replications: replications).scenario
    )
    guard let fork = description.fork else { return simulation }
    let key = RunKey(
      scenario: fork.fingerprint,
      seed: description.key.seed,
      version: description.key.version,
      build: description.key.build,
    )
    guard let base = try store.run(key) else {
      throw StoredResultsError(
        description: "Run \(run.name) was forked from run \(fork.run), which the store no longer "
          + "has. Run the scenario of \(fork.run) again, or go on from a run that is no fork."
      )
    }
    do {
      return try simulation.continuing(Self.simulation(of: base, in: store), after: fork.year)
    } catch let error as ForkError {
      throw StoredResultsError(
        description: "Run \(run.name) no longer goes on from run \(base.name): "
          + error.problems.joined(separator: " ")
      )
    }
  }
}
