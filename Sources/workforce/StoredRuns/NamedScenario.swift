// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceScenarios
import WorkforceSim
import WorkforceStore

/// A scenario that a word of the command line names: where it lies, or a run of the store, as it was then.
enum NamedScenario {
  /// Its files.
  case files(String)
  /// A run, and the store that has it.
  case run(StoredRun, RunStore)

  /// Finds a scenario; without a store, what is not there counts as one whose files are missing.
  ///
  /// - Parameters:
  ///   - word: A folder, a YAML file, the name of a folder under `scenarios`, or an id, a name or the
  ///     first digits of a fingerprint of a run.
  ///   - storeOption: The store; `nil` if runs are not looked for.
  /// - Throws: `StoreError` if the store cannot be read, or `StoredRunLookupError` if it has no run of
  ///   the name or several, or `StoredResultsError` if the run is a fork.
  init(_ word: String, in storeOption: StoreOption?) throws {
    self = .files(word)
    // A path of several folders is no name of a run.
    guard !word.contains("/"), let storeOption, storeOption.path != nil,
      !ScenarioLoader.isThere(path: word)
    else { return }
    let store: RunStore
    do {
      store = try storeOption.open(.reading)
    } catch let error as StoreError where error.reason == .missing && storeOption.store == nil {
      return
    }
    let run: StoredRun
    do {
      run = try store.run(named: word)
    } catch let error as StoredRunLookupError where error.isMissing {
      throw Self.missing(word, in: store)
    }
    self = .run(run, store)
    guard let fork = run.description.fork else { return }
    throw StoredResultsError(
      description:
        "Run \(run.name) goes on from run \(fork.run), so its scenario alone does not give its "
        + "figures. Name a run that is no fork, or a scenario."
    )
  }

  private static func missing(_ word: String, in store: RunStore) -> StoredRunLookupError {
    let names = ScenarioLoader.knownNames + ((try? store.runs().map(\.name)) ?? [])
    return StoredRunLookupError(
      description: "\(word): there is no such scenario, and no such run in \(store.path)."
        + Suggestions.sentence(for: word, in: names)
        + " Name a folder with a scenario.yaml, a YAML file, a folder under scenarios/, or a run that "
        + "'\(store.line("runs"))' lists.",
      isMissing: true,
    )
  }

  /// The name of the run; `nil` for files.
  var runName: String? {
    guard case .run(let run, _) = self else { return nil }
    return "run-\(run.id)"
  }

  /// Loads the scenario.
  ///
  /// - Parameters:
  ///   - overrides: Settings `name=value`, which come after those of a run.
  ///   - changes: Settings with an option of their own; a run's hold without them.
  /// - Returns: The scenario.
  /// - Throws: What is wrong with it, or why it is no longer what it was.
  func load(
    overrides: [String] = [],
    changes: ScenarioChanges = ScenarioChanges(),
  ) throws -> LoadedScenario {
    switch self {
    case .files(let path):
      return try ScenarioLoader.loadWithOrigins(
        path: path,
        overrides: overrides,
        changes: changes,
      )
    case .run(let run, let store):
      let description = run.description
      let replications = changes.replications ?? description.replications
      let past = try store.scenario(of: run, replications: replications)
      return try ScenarioLoader.loadWithOrigins(
        path: description.scenarioPath,
        overrides: description.overrides + overrides,
        changes: ScenarioChanges(
          seed: changes.seed ?? description.key.seed,
          replications: replications,
          through: changes.through ?? description.years.upperBound,
        ),
        from: past.source,
      )
    }
  }
}
