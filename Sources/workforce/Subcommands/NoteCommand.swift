// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceStore

/// `workforce note`: a remark on a run of the store.
struct NoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Notes something about a run of the store, in place of an earlier note.",
    discussion: """
      Example: workforce note 3 'shown to the bureau in May'
      An empty text removes the note.
      """,
  )

  @OptionGroup var runArgument: StoredRunArgument

  @Argument(help: "The note.")
  var text: String

  @OptionGroup var storeOption: StoreOption

  func run() async throws {
    try await reportingFailures {
      let (store, stored) = try runArgument.find(in: storeOption, for: .changing)
      try store.note(text, on: stored)
    }
  }
}
