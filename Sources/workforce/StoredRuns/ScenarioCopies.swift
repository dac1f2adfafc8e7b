// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim
import WorkforceStore

/// The files of a run's scenario as they were when it ran, on their way back to the disk.
struct ScenarioCopies {
  private let run: StoredRun
  private let store: RunStore
  /// The deepest folder that has all files, with its slash.
  private let start: String
  /// The bytes by the paths from there.
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
          + "kept it. Run its scenario again: \(store.line("run", description.scenarioPath))"
      )
    }
    guard description.files.allSatisfy({ Self.isPlain($0.path) }) else {
      throw StoredResultsError(
        description:
          "The files of run \(run.name) have paths that the program does not write: somebody "
          + "has changed \(store.path). Nothing was written."
      )
    }
    let start = Self.folder(ofAll: description.files.map(\.path))
    func within(_ path: String) -> String { String(path.dropFirst(start.count)) }
    self.run = run
    self.store = store
    self.start = start
    contents = Dictionary(uniqueKeysWithValues: copies.map { (within($0.key), $0.value) })
    scenario = within(description.scenarioPath)
    missing = description.files.map(\.path).filter { copies[$0] == nil }
  }

  /// Writes the files into a folder, where they lie to each other as they did.
  ///
  /// - Parameter folder: The path of the folder, which must be new or empty.
  /// - Returns: The path of the scenario's own file.
  /// - Throws: `OutputError` if something is in the folder or it cannot be written; then nothing was.
  func write(to folder: String) throws -> String {
    let output = try OutputFolder(at: folder)
    for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) {
      try output.write(path.split(separator: "/").map(String.init), bytes)
    }
    try output.publish()
    return "\(folder)/\(scenario)"
  }

  /// What to tell once the files are written: the command that makes the run, whether it does, and what
  /// is missing.
  ///
  /// - Parameters:
  ///   - folder: The folder in which they are.
  ///   - language: The language of the sentences.
  /// - Returns: The sentences.
  func notes(folder: String, language: Language) -> [String] {
    let notes = StoreNotes(run: run.name, store: store.path, language: language)
    var given = run.description
    given.scenarioPath = "\(folder)/\(scenario)"
    given.overrides = run.description.overrides.map { setting($0, in: folder) }
    let command = given.command(
      scenario: given.scenarioPath,
      replications: given.replications,
      in: store,
    )
    let loaded = try? RunStore.load(given, given.replications, from: .onDisk)
    let isSame = loaded.map(given.describes) ?? false
    return [notes.madeBy(RunInformation.text(of: ["workforce"] + command))]
      + (isSame ? [] : [notes.copiesDiffer])
      + (missing.isEmpty ? [] : [notes.noCopies(of: missing)])
  }

  /// A setting of the command line; a file of which there is a copy is the copy.
  private func setting(_ setting: String, in folder: String) -> String {
    guard let mark = setting.firstIndex(of: "="), let from = run.description.folder else {
      return setting
    }
    let source = InputFiles(folder: from, kept: [:])
    let path = source.absolute(source.display(String(setting[setting.index(after: mark)...])))
    let within = String(path.dropFirst(start.count))
    guard path.hasPrefix(start), contents[within] != nil else { return setting }
    return "\(setting[...mark])\(folder)/\(within)"
  }

  /// Whether a path leads from the root without a detour, as all do that the program writes down.
  private static func isPlain(_ path: String) -> Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    return steps.count > 1 && steps[0].isEmpty
      && steps.dropFirst().allSatisfy { !["", ".", ".."].contains($0) }
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
