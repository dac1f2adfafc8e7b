// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceStore

/// `workforce rename`: another name for a run of the store.
struct RenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Gives a run of the store another name.",
    discussion: "Example: workforce rename 3 'more hires'",
  )

  @OptionGroup var runArgument: StoredRunArgument

  @Argument(help: "The name.")
  var name: String

  @OptionGroup var storeOption: StoreOption

  func validate() throws {
    if let problem = StoredRun.problem(ofName: name) {
      throw ValidationError("'\(name)' cannot be the name of a run: it \(problem).")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let (store, stored) = try runArgument.find(in: storeOption, for: .changing)
      guard try store.rename(stored, to: name) else {
        throw StoredRunLookupError(
          description: "\(store.path): another run is named '\(name)'; nothing was renamed. "
            + "Choose another name."
        )
      }
    }
  }
}
