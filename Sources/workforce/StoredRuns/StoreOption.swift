// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import WorkforceStore

/// The store of runs, from the command line or the environment.
struct StoreOption: ParsableArguments {
  /// The variable that names the store where the command line does not.
  private static let variable = "WORKFORCE_STORE"
  /// The word in that variable by which runs are not kept.
  private static let noStore = "none"

  @Option(
    help: ArgumentHelp(
      "The store of runs. Without it: the variable WORKFORCE_STORE, or results/runs.sqlite.",
      valueName: "path",
    ),
    completion: .file(extensions: ["sqlite"]),
  )
  var store: String?

  func validate() throws {
    if store?.isEmpty == true { throw ValidationError("--store is empty. Name a file.") }
  }

  /// The path of the store; `nil` if the environment turns it off.
  var path: String? {
    if let store { return store }
    guard let named = environment(Self.variable), !named.isEmpty else {
      return RunStore.standardPath
    }
    return named == Self.noStore ? nil : named
  }

  /// Opens the store.
  ///
  /// - Parameter access: What it is opened for.
  /// - Returns: The store.
  /// - Throws: `StoreError` if there is none or it cannot be used, or an error of the command line.
  func open(_ access: RunStore.Access) throws -> RunStore {
    guard let path else {
      throw ValidationError("\(Self.variable) is '\(Self.noStore)'. Name a store with --store.")
    }
    // A store that outgrows a limit is then an error with a message, not a silent end.
    signal(SIGXFSZ, SIG_IGN)
    return try RunStore(at: path, for: access)
  }
}
