// SPDX-License-Identifier: GPL-3.0-or-later

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

  /// Loads the scenario of a run and reads its records.
  ///
  /// Of an unfinished run, the first replications without a gap count.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - store: The store that holds it.
  /// - Throws: `StoredResultsError` if the scenario's files have changed or nothing is kept,
  ///   `ScenarioError` if they cannot be read, or `StoreError`.
  init(_ run: StoredRun, in store: RunStore) throws {
    let archive = StoredReplications(run, in: store)
    let count = try archive.keptReplications().enumerated().prefix { $0 == $1 }.count
    guard count > 0 else {
      throw StoredResultsError(
        description: "Run \(run.name) has no replications yet. "
          + "Run its scenario: workforce run \(run.description.scenarioPath)"
      )
    }
    let loaded = try Self.load(run, replications: count)
    let simulation = try Simulation(loaded.scenario)
    guard LayoutFingerprint.text(of: simulation.layout) == run.description.layout else {
      throw StoredResultsError(
        description: "Run \(run.name) was made by another build of the tool (version "
          + "\(run.description.key.version)), whose tables differ. Run the scenario again."
      )
    }
    self.run = run
    projection = Projection(Ensemble(simulation, archive: archive, replications: count))
  }

  /// The number of replications of the results.
  var replications: Int { projection.ensemble.replications }

  /// The command line that makes the run.
  var command: [String] {
    let description = run.description
    var words = [CommandLine.arguments[0], "run", description.scenarioPath]
    words += ["--seed", String(description.key.seed), "--replications", String(replications)]
    words += ["--through", String(description.years.upperBound)]
    if let fork = description.fork { words += ["--from", fork.run, "--at", String(fork.year)] }
    return words + description.overrides.flatMap { ["--set", $0] }
  }

  /// Loads the scenario of a run as it was.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - replications: The number of replications that the scenario asks for.
  /// - Returns: The scenario.
  /// - Throws: `StoredResultsError` if its files have changed, `ScenarioError` if they cannot be read.
  static func load(_ run: StoredRun, replications: Int) throws -> LoadedScenario {
    let description = run.description
    var loaded = try ScenarioLoader.loadWithOrigins(
      path: description.scenarioPath,
      overrides: description.overrides,
      changes: ScenarioChanges(
        seed: description.key.seed,
        replications: replications,
        through: description.years.upperBound,
      ),
    )
    if let fork = description.fork { loaded = loaded.forked(from: fork) }
    guard loaded.scenario.fingerprint != description.key.scenario else { return loaded }
    throw StoredResultsError(
      description:
        "The files of run \(run.name) have changed since it ran, so its records cannot be "
        + "read with them: \(changes(loaded, since: description)). Bring the files back, or run the "
        + "scenario again: workforce run \(description.scenarioPath)"
    )
  }

  /// The files that differ from those of the run.
  private static func changes(_ loaded: LoadedScenario, since run: RunDescription) -> String {
    let now = Dictionary(
      loaded.files.map { (absolutePath($0.path), $0.digest) },
      uniquingKeysWith: { first, _ in first },
    )
    let before = Dictionary(
      run.files.map { ($0.path, $0.digest) },
      uniquingKeysWith: { first, _ in first },
    )
    let changed = run.files.map(\.path).filter { now[$0] != before[$0] }
    let added = now.keys.filter { before[$0] == nil }.sorted()
    let all = changed + added
    if all.isEmpty { return "another version of the tool reads them otherwise" }
    return all.prefix(5).joined(separator: ", ") + (all.count > 5 ? " and others" : "")
  }
}
