// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceScenarios
import WorkforceSim
import WorkforceStore

extension RunStore {
  /// Loads the scenario of a run as it was.
  ///
  /// Its files are read where they lie if that gives the scenario of the run, so that names which are
  /// corrected later show; otherwise from the copies in the store.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - replications: The number of replications that the scenario asks for.
  /// - Returns: The scenario.
  /// - Throws: `StoredResultsError` if files have changed of which there is no copy, `ScenarioError` if
  ///   they cannot be read, or `StoreError`.
  func scenario(of run: StoredRun, replications: Int) throws -> LoadedScenario {
    let description = run.description
    let present = Result { try Self.load(description, replications, from: .onDisk) }
    if let loaded = try? present.get(), description.describes(loaded) { return loaded }
    let files = try files(of: run)
    let folder = description.folder ?? InputFiles.onDisk.folder
    let copies = InputFiles(folder: folder, kept: files)
    if !files.isEmpty, let loaded = try? Self.load(description, replications, from: copies),
      description.describes(loaded)
    {
      return loaded
    }
    throw StoredResultsError(
      description:
        "The files of run \(run.name) have changed since it ran, so its records cannot be "
        + "read with them: \(description.changes(to: try present.get())). Bring the files back, or run "
        + "the scenario again: \(line("run", description.scenarioPath))"
    )
  }

  /// Loads the scenario that a description of a run tells of.
  ///
  /// - Parameters:
  ///   - run: The description.
  ///   - replications: The number of replications that the scenario asks for.
  ///   - source: Where its files are read.
  /// - Returns: The scenario, which need not be that of the run any more.
  /// - Throws: `ScenarioError` if it cannot be read.
  static func load(
    _ run: RunDescription,
    _ replications: Int,
    from source: InputFiles,
  ) throws -> LoadedScenario {
    let loaded = try ScenarioLoader.loadWithOrigins(
      path: run.scenarioPath,
      overrides: run.overrides,
      changes: ScenarioChanges(
        seed: run.key.seed,
        replications: replications,
        through: run.years.upperBound,
      ),
      from: source,
    )
    return run.fork.map(loaded.forked) ?? loaded
  }
}

extension RunDescription {
  /// The words after the program's name that make the run.
  ///
  /// - Parameters:
  ///   - scenario: The path of the scenario.
  ///   - replications: The number of replications.
  ///   - store: The store that keeps it, and the run from which a fork goes on.
  /// - Returns: The words.
  func command(scenario: String, replications: Int, in store: RunStore) -> [String] {
    var words = ["run", scenario]
    words += ["--seed", String(key.seed), "--replications", String(replications)]
    words += ["--through", String(years.upperBound)]
    words += overrides.flatMap { ["--set", $0] }
    guard let fork else { return words }
    return words + ["--from", fork.run, "--at", String(fork.year)] + store.words
  }

  /// Whether a scenario is that of the run.
  ///
  /// - Parameter loaded: The scenario.
  /// - Returns: Whether it has the run's fingerprint.
  func describes(_ loaded: LoadedScenario) -> Bool {
    loaded.scenario.fingerprint == key.scenario
  }

  /// The files that differ from those of the run, as a list for a sentence.
  fileprivate func changes(to loaded: LoadedScenario) -> String {
    let now = Dictionary(
      loaded.files.map { (loaded.source.absolute($0.path), $0.digest) },
      uniquingKeysWith: { first, _ in first },
    )
    let before = Dictionary(
      files.map { ($0.path, $0.digest) },
      uniquingKeysWith: { first, _ in first },
    )
    let changed = files.map(\.path).filter { now[$0] != before[$0] }
    let added = now.keys.filter { before[$0] == nil }.sorted()
    let all = changed + added
    if all.isEmpty { return "another version of the tool reads them otherwise" }
    return all.prefix(5).joined(separator: ", ") + (all.count > 5 ? " and others" : "")
  }
}
