// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceStore

/// `workforce remove`: takes runs out of the store.
struct RemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes runs from the store and gives their space back.",
    discussion: """
      The runs are listed, and removed when you agree. Run folders stay as they are.

      Example: workforce remove 3 luliang-2
      """,
  )

  @Argument(help: "The runs: ids, names, or the first digits of fingerprints.")
  var runs: [String]

  @Flag(help: "Remove without being asked.")
  var yes = false

  @OptionGroup var storeOption: StoreOption
  @OptionGroup var languageOption: LanguageOption

  func run() async throws {
    try await reportingFailures {
      let store = try storeOption.open(.changing)
      let all = try store.runs()
      let chosen = Set(try runs.map { try store.run(named: $0).id })
      let doomed = all.filter { chosen.contains($0.id) }
      let notes = StoreNotes(store: store.path, language: languageOption.language)
      if !yes { try confirm(doomed, in: store, notes) }
      try store.remove(doomed)
      printToStandardError(notes.removed(doomed.count, bytes: try store.size()))
    }
  }

  /// Lists the runs and asks whether to remove them.
  ///
  /// - Throws: The exit code, if the user did not agree.
  private func confirm(_ doomed: [StoredRun], in store: RunStore, _ notes: StoreNotes) throws {
    let page = RunListPage(
      doomed.map(RunListEntry.init),
      store: store.path,
      size: 0,
      page: languageOption.page,
    )
    try StandardOutput.print(page.table)
    try StandardOutput.write(notes.confirmRemoval(of: doomed.count))
    guard let answer = readLine() else {
      printToStandardError("\n" + notes.nothingRemoved(wasAsked: false))
      throw ExitCode.validationFailure
    }
    guard ["y", "yes", "是"].contains(answer.lowercased()) else {
      printToStandardError(notes.nothingRemoved(wasAsked: true))
      throw ExitCode.success
    }
  }
}
