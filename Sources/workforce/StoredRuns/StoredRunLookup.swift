// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceStore

/// A name that no run of the store has, or that more than one may mean or have.
struct StoredRunLookupError: Error, CustomStringConvertible {
  /// What was found and what to do.
  let description: String
  /// Whether there is no such run.
  var isMissing = false
}

extension RunStore {
  /// The run that a word of the command line names.
  ///
  /// - Parameter word: An id, a name, or the first digits of a fingerprint.
  /// - Returns: The run.
  /// - Throws: `StoredRunLookupError` if there is none or more than one.
  func run(named word: String) throws -> StoredRun {
    let runs = try runs()
    let found = StoredRun.named(word, among: runs)
    if found.count == 1 { return found[0] }
    if let named = found.first(where: { $0.name == word }), found.count > 1 {
      // An earlier version may have given such a name.
      throw StoredRunLookupError(
        description: "\(path): \(word) is the id of one run and the name of another. "
          + "Give that one a name of letters first: \(line("rename", "\(named.id)", "NAME"))"
      )
    }
    guard found.isEmpty else {
      let list = found.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
      throw StoredRunLookupError(
        description: "\(found.count) runs of \(path) have fingerprint \(word). "
          + "Write one of the ids: \(list)"
      )
    }
    let advice = Suggestions.sentence(for: word, in: runs.map(\.name))
    throw StoredRunLookupError(
      description: "\(path): there is no run '\(word)'.\(advice) '\(line("runs"))' lists them.",
      isMissing: true,
    )
  }
}

extension RunListEntry {
  /// Takes what a page shows of a stored run.
  ///
  /// - Parameter run: The run.
  init(_ run: StoredRun) {
    let description = run.description
    self.init(
      id: run.id,
      name: run.name,
      note: run.note,
      identity: RunIdentity(
        name: description.scenarioName,
        title: description.title,
        years: description.years,
        replications: description.replications,
        seed: description.key.seed,
        method: description.method,
        fingerprint: description.key.scenario,
        fork: description.fork,
      ),
      version: description.key.version,
      kept: run.keptCount,
      bytes: run.bytes,
      started: Timestamp(secondsSince1970: run.started),
    )
  }
}
