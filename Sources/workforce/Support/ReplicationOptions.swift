// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceStore

/// How many replications run, how many at a time, and where they are kept.
struct ReplicationOptions: ParsableArguments {
  @Option(help: "Number of replications. Without it: the scenario's.")
  var replications: Int?

  @OptionGroup var threadsOption: ThreadsOption
  @OptionGroup var storeOption: StoreOption

  @Flag(
    help: "Keep no replications, and use none that are kept; a run that is stopped starts over."
  )
  var noStore = false

  /// Whether replications are kept in a store.
  var areKept: Bool { !noStore && storeOption.path != nil }

  func validate() throws {
    if let replications { try Self.check(replications: replications) }
    if noStore, storeOption.store != nil {
      throw ValidationError("--store and --no-store exclude each other.")
    }
  }

  /// Makes sure that a number of replications can be run.
  ///
  /// - Parameter replications: The value of `--replications`.
  /// - Throws: An error of the command line with the range.
  static func check(replications: Int) throws {
    if !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications is \(replications); it lies between 1 and 1000000.")
    }
  }

  /// Opens the store in which replications are kept.
  ///
  /// - Returns: The store; `nil` where none are kept.
  /// - Throws: `StoreError` if it cannot be used.
  func openStore() throws -> RunStore? { areKept ? try storeOption.open(.keeping) : nil }
}
