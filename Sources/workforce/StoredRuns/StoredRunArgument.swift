// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceStore

/// The run of the store that a command is about.
struct StoredRunArgument: ParsableArguments {
  @Argument(help: "The run: its id, its name, or the first digits of its fingerprint.")
  var run: String

  /// Opens the store and finds the run.
  ///
  /// - Parameters:
  ///   - storeOption: The store.
  ///   - access: What the store is opened for.
  /// - Returns: The store and the run.
  /// - Throws: Why the store cannot be used, or that it has no such run.
  func find(
    in storeOption: StoreOption,
    for access: RunStore.Access,
  ) throws -> (store: RunStore, run: StoredRun) {
    let store = try storeOption.open(access)
    return (store, try store.run(named: run))
  }
}
