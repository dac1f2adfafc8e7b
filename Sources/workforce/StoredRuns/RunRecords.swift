// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim
import WorkforceStore

/// Where a command keeps the replications of a scenario that it simulates: a run of a store, or memory.
struct RunRecords {
  /// The archive for the simulation.
  let archive: any ReplicationArchive
  /// Keeps where unfinished replications stand; `nil` without a store.
  let checkpoints: CheckpointFolder?
  /// The replications asked for that were kept before.
  let kept: Int
  private let total: Int
  private let language: Language
  private let place: (store: RunStore, run: StoredRun)?

  /// Keeps replications in memory.
  ///
  /// - Parameters:
  ///   - simulation: The simulation.
  ///   - archive: The memory; it may hold replications of a step before.
  ///   - language: The language of messages.
  init(
    inMemory simulation: Simulation,
    _ archive: MemoryArchive = MemoryArchive(),
    language: Language,
  ) {
    self.archive = archive
    checkpoints = nil
    total = simulation.replications
    kept = archive.keptReplications().count
    self.language = language
    place = nil
  }

  /// Keeps replications in a store and finds those that are there already.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - loaded: The scenario with its files.
  ///   - simulation: The simulation of that scenario.
  ///   - isFresh: Whether what is kept of the run is removed first.
  ///   - probe: The replications that a forecast simulates; `nil` if the run is to be finished.
  ///   - interval: The time after which the state of an unfinished replication is kept; `nil` keeps none.
  ///   - isQuiet: Whether only warnings are told about unfinished replications.
  ///   - language: The language of messages.
  /// - Throws: `StoreError` if the store cannot be written.
  init(
    in store: RunStore,
    _ loaded: LoadedScenario,
    simulation: Simulation,
    isFresh: Bool,
    probe: Int? = nil,
    checkpointEvery interval: Duration? = CheckpointOption.standard,
    isQuiet: Bool = true,
    language: Language,
  ) throws {
    let total = simulation.replications
    var description = RunDescription(loaded, simulation)
    if let probe {
      // A forecast asks for no more replications than it simulates.
      let kept = isFresh ? 0 : try store.run(description.key)?.keptCount ?? 0
      description.replications = min(total, kept + probe)
    }
    let run = try store.begin(description)
    if isFresh { try store.clear(run) }
    try store.keepFiles(of: run, isFresh: isFresh) {
      loaded.source.bytes($0, sizeLimit: RunStore.largestFile)
    }
    let archive = StoredReplications(run, in: store)
    let notes = StoreNotes(run: run.name, store: store.path, language: language)
    self.archive = archive
    checkpoints = CheckpointFolder(
      of: run.description.key,
      beside: store,
      every: interval,
    ) { notice in
      if case .goesOn = notice, isQuiet { return }
      printToStandardError(notes.sentence(notice))
    }
    self.total = total
    kept = try archive.keptReplications().prefix { $0 < total }.count
    self.language = language
    place = (store, run)
  }

  /// What to tell before the simulation, if anything.
  var goesOn: String? { kept == 0 ? nil : notes?.goesOn(kept, of: total) }

  /// The replications that the store keeps by now; 0 in memory.
  ///
  /// - Throws: `StoreError` if the store cannot be read.
  func keptByNow() throws -> Int {
    place == nil ? 0 : try archive.keptReplications().count
  }

  /// The path of the store and the bytes that the run takes there by now; `nil` in memory.
  ///
  /// - Throws: `StoreError` if the store cannot be read.
  func room() throws -> (store: String, bytes: Int)? {
    guard let place, let run = try place.store.run(place.run.description.key) else { return nil }
    return (place.store.path, run.bytes)
  }

  /// What to tell when the user has stopped the simulation.
  ///
  /// - Parameter interruption: How far it was.
  /// - Returns: The sentence.
  func stopped(_ interruption: RunInterrupted) -> String {
    notes?.stopped(interruption.finished, of: total)
      ?? StoreNotes.stoppedWithoutStore(interruption.finished, of: total, language: language)
  }

  /// Looks for replications of a complete run that are the same.
  ///
  /// - Parameter isQuiet: Whether nothing but a warning is told.
  /// - Returns: What to tell about them, if anything.
  /// - Throws: `StoreError` if the store cannot be used.
  func finish(isQuiet: Bool) throws -> String? {
    guard let place, let notes else { return nil }
    checkpoints?.tidy()
    switch try place.store.equalReplications(of: place.run, first: total) {
    case .none: return nil
    case .all: return isQuiet ? nil : notes.allAlike(total)
    case .some(let groups): return notes.someAlike(groups)
    }
  }

  private var notes: StoreNotes? {
    place.map { StoreNotes(run: $0.run.name, store: $0.store.path, language: language) }
  }
}

extension RunDescription {
  /// Describes a run for the store.
  fileprivate init(_ loaded: LoadedScenario, _ simulation: Simulation) {
    let scenario = loaded.scenario
    let files = loaded.files.map {
      SourceFile(path: loaded.source.absolute($0.path), digest: $0.digest)
    }
    self.init(
      key: RunKey(
        scenario: scenario.fingerprint,
        seed: scenario.seed,
        version: toolVersion,
        build: ProgramBuild.text,
      ),
      scenarioName: scenario.name,
      title: scenario.title,
      // The first file that is read is the scenario's own.
      scenarioPath: files.first?.path ?? "",
      overrides: loaded.overrides,
      folder: loaded.source.folder,
      files: files,
      years: scenario.calendar.years,
      method: scenario.method,
      layout: LayoutFingerprint.text(of: simulation.layout),
      replications: simulation.replications,
      fork: scenario.fork,
    )
  }
}
