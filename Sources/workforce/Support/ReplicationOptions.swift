// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceStore

/// How many replications run, how many at a time, and where they are kept.
struct ReplicationOptions: ParsableArguments {
  @Option(help: "Number of replications. Without it: the scenario's.")
  var replications: Int?

  @Option(help: "Number of replications that run at the same time. Without it: all processors.")
  var threads: Int?

  @OptionGroup var storeOption: StoreOption

  @Flag(
    help: "Keep no replications, and use none that are kept; a run that is stopped starts over."
  )
  var noStore = false

  /// The number of replications that run at the same time.
  var threadCount: Int { threads ?? processorCount }

  /// Whether replications are kept in a store.
  var areKept: Bool { !noStore && storeOption.path != nil }

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications is \(replications); it lies between 1 and 1000000.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads); it lies between 1 and 1024.")
    }
    if noStore, storeOption.store != nil {
      throw ValidationError("--store and --no-store exclude each other.")
    }
  }

  /// Opens the store in which replications are kept.
  ///
  /// - Returns: The store; `nil` where none are kept.
  /// - Throws: `StoreError` if it cannot be used.
  func openStore() throws -> RunStore? { areKept ? try storeOption.open(.keeping) : nil }
}
