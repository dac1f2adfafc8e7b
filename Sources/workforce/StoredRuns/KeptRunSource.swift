// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceSim
import WorkforceStore

/// A run whose pages can be shown: a run folder, or a run of the store.
protocol KeptRunSource {
  /// Where the run lies, as the user would write it.
  var place: String { get }
  /// Where the names of codes stand.
  var labels: LabelsPlace { get }
  /// Which run it is.
  var identity: RunIdentity { get }

  /// Reads tables; one that the run does not have is left out.
  ///
  /// - Parameter requests: What is needed of which tables.
  /// - Returns: The run with its tables.
  /// - Throws: Why they cannot be read.
  func read(_ requests: [KeptTableRequest]) throws -> KeptRun
}

/// Where the names of a run's codes stand.
enum LabelsPlace {
  /// In a file of the run folder.
  case file(String)
  /// In a file that a command writes; a run of the store has none.
  case command(String)
}

extension RunFolder: KeptRunSource {
  var place: String { path }
  var labels: LabelsPlace { .file("\(path)/labels.csv") }
  var identity: RunIdentity { manifest.identity }
}

extension StoredResults: KeptRunSource {
  var place: String { run.name }
  var labels: LabelsPlace { .command(store.line("export", run.name)) }
  var identity: RunIdentity { report.identity }

  func read(_ requests: [KeptTableRequest]) throws -> KeptRun {
    let kept = try report.kept(
      requests,
      from: .store(run: run.name, show: store.line("show", run.name)),
    )
    try projection.ensemble.checkReading()
    return kept
  }

  /// The results as a report of which no folder is written.
  private var report: RunReport {
    RunReport(
      projection,
      information: RunInformation(
        version: toolVersion,
        command: command,
        threads: 1,
        started: Timestamp(secondsSince1970: run.started),
        duration: .zero,
      ),
    )
  }
}

extension KeptRunOption {
  /// Opens the run that the command line names: a run folder, else a run of the store.
  ///
  /// - Parameter language: The language of messages.
  /// - Returns: The run.
  /// - Throws: Why there is none, or it cannot be read.
  func open(language: Language) throws -> any KeptRunSource {
    let folders = RunFolders.folders(named: run)
    guard folders?.isEmpty ?? true else { return try RunFolder.open(run) }
    do {
      if let results = try storedResults(language: language) { return results }
    } catch let error as StoredRunLookupError where error.isMissing && folders != nil {
      // The folder is there, but holds no run, which says more than that the store has none.
    }
    return try RunFolder.open(run)
  }

  /// The results of the run of the store that the command line names; `nil` if it has none.
  private func storedResults(language: Language) throws -> StoredResults? {
    // A path of several folders is no name of a run, and without a store there are no runs.
    guard !run.contains("/"), storeOption.path != nil, let store = try openStore(),
      !(try store.runs().isEmpty)
    else { return nil }
    let stored = try store.run(named: run)
    let results = try StoredResults(stored, in: store)
    results.notes(language: language).forEach(printToStandardError)
    return results
  }

  /// The store; `nil` if there is none and none was named.
  private func openStore() throws -> RunStore? {
    do {
      return try storeOption.open(.reading)
    } catch let error as StoreError where error.reason == .missing && storeOption.store == nil {
      return nil
    }
  }
}
