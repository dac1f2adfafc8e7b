// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// A run folder: its manifest, and its tables as they are asked for.
struct RunFolder {
  /// The path of the folder as the user would write it.
  let path: String
  /// What the manifest says.
  let manifest: RunManifest

  /// Opens the run that a word of the command line names; of several runs, the newest.
  ///
  /// - Parameter word: A run folder, a folder of runs, or the name of one under `results`.
  /// - Returns: The folder.
  /// - Throws: `RunFolderError` if there is no run, or its manifest cannot be read.
  static func open(_ word: String) throws -> RunFolder {
    guard let paths = RunFolders.folders(named: word) else {
      throw RunFolderError(
        .missingFile,
        file: word,
        "there is no such folder.",
        advice: "Runs lie under results; 'workforce run SCENARIO' makes one and names its folder.",
      )
    }
    let problems = ProblemCollector()
    let runs = paths.compactMap { path -> RunFolder? in
      let manifest = RunManifest(path: RunFolders.manifest(of: path), reporting: problems)
      return manifest.map { RunFolder(path: path, manifest: $0) }
    }
    guard let newest = runs.max(by: { $0.age < $1.age }) else {
      if paths.isEmpty { throw foreign(word) }
      throw RunFolderError(
        problems,
        advice: "Name a folder that 'workforce run SCENARIO' wrote, or run the scenario again.",
      )
    }
    if runs.count > 1 {
      printToStandardError("\(newest.path) is the newest of the \(runs.count) runs in \(word).")
    }
    return newest
  }

  /// Reads tables; one that the run did not write is left out.
  ///
  /// - Parameter requests: What is needed of which tables.
  /// - Returns: The run with its tables.
  /// - Throws: `RunFolderError` if a table is missing or damaged.
  func read(_ requests: [KeptTableRequest]) throws -> KeptRun {
    guard manifest.rows["summary.csv"] != nil else {
      throw RunFolderError(
        .missingFile,
        file: path,
        "the run was written without CSV files.",
        advice: "Run it again with --format csv: \(manifest.command)",
      )
    }
    let problems = ProblemCollector()
    var tables: [String: KeptTable] = [:]
    for request in requests + [.labels] {
      guard let rows = manifest.rows["\(request.table).csv"] else { continue }
      tables[request.table] = KeptTableReader(request, in: path, years: manifest.identity.years)
        .read(rows: rows, reporting: problems)
    }
    guard problems.isEmpty else {
      throw RunFolderError(
        problems,
        advice: "A file of \(path) is missing or was changed. Make the run again: "
          + manifest.command,
      )
    }
    return KeptRun(
      identity: manifest.identity,
      overrides: manifest.overrides,
      place: .folder(path),
      labels: KeptLabels(tables["labels"] ?? KeptTable([])),
      tables: tables,
    )
  }

  /// What orders runs by age; of runs of the same second, the last by name counts as newer.
  private var age: (String, String) { (manifest.started, path) }

  private static func foreign(_ path: String) -> RunFolderError {
    RunFolderError(
      .missingFile,
      file: RunFolders.manifest(of: path),
      "there is no such file, so '\(path)' is no run folder, and none lies in it.",
      advice: "Name the folder that 'workforce run SCENARIO' wrote, such as results/luliang.",
    )
  }
}
