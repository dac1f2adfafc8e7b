// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceSim
import WorkforceStore

/// The files of a run's scenario as they were when it ran, on their way back to the disk.
struct ScenarioCopies {
  private let run: StoredRun
  private let store: String
  /// The bytes by the paths from the deepest folder that has all files.
  private let contents: [String: [UInt8]]
  /// The path of the scenario's own file from there.
  private let scenario: String
  /// The paths of the files of which the store has no copy.
  private let missing: [String]

  /// Takes the copies of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - store: The store that holds it.
  /// - Throws: `StoredResultsError` if the store has no copy of the scenario's own file, or `StoreError`.
  init(of run: StoredRun, in store: RunStore) throws {
    let description = run.description
    let copies = try store.files(of: run)
    guard copies[description.scenarioPath] != nil else {
      throw StoredResultsError(
        description:
          "\(store.path) has no copies of the files of run \(run.name): an earlier version "
          + "kept it. Run its scenario again: workforce run \(description.scenarioPath)"
      )
    }
    let start = Self.folder(ofAll: description.files.map(\.path))
    func within(_ path: String) -> String { String(path.dropFirst(start.count)) }
    self.run = run
    self.store = store.path
    contents = Dictionary(uniqueKeysWithValues: copies.map { (within($0.key), $0.value) })
    scenario = within(description.scenarioPath)
    missing = description.files.map(\.path).filter { copies[$0] == nil }
  }

  /// Writes the files into a folder, where they lie to each other as they did.
  ///
  /// - Parameter folder: The path of the folder, which must not hold any of them.
  /// - Returns: The path of the scenario's own file.
  /// - Throws: The exit code if a file of the name is there, or `OutputError` if one cannot be written.
  func write(to folder: String) throws -> String {
    let files = contents.map { (path: "\(folder)/\($0.key)", bytes: $0.value) }
      .sorted { $0.path < $1.path }
    if let taken = files.first(where: { !NewFile.isFree($0.path) }) {
      printToStandardError(
        "\(taken.path) exists already; nothing was written. Choose another folder."
      )
      throw FailureCode.cannotCreate
    }
    for file in files { _ = try NewFile.write(file.bytes, to: file.path) }
    return "\(folder)/\(scenario)"
  }

  /// What to tell once the files are written: how the run was made, and what is missing.
  ///
  /// - Parameters:
  ///   - scenario: The path of the scenario's own file.
  ///   - language: The language of the sentences.
  /// - Returns: The sentences.
  func notes(scenario: String, language: Language) -> [String] {
    let notes = StoreNotes(run: run.name, store: store, language: language)
    let command = run.description.command(
      scenario: scenario,
      replications: run.description.replications,
    )
    return [notes.madeBy(RunInformation.text(of: ["workforce"] + command))]
      + (missing.isEmpty ? [] : [notes.noCopies(of: missing)])
  }

  /// The deepest folder that has all files, with its slash.
  private static func folder(ofAll paths: [String]) -> String {
    let folders = paths.map { $0.split(separator: "/").dropLast() }
    guard var common = folders.first else { return "/" }
    for folder in folders {
      common = common.prefix(zip(common, folder).prefix { $0 == $1 }.count)
    }
    return "/" + common.map { "\($0)/" }.joined()
  }
}
