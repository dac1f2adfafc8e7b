// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceStore

/// The run and the year from which a scenario goes on, from the command line.
struct ForkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Go on from a run of the store, named by its id, its name or the first digits of its "
        + "fingerprint: its years up to --at, the scenario's rules from then on.",
      valueName: "run",
    )
  )
  var from: String?

  @Option(
    help: ArgumentHelp("With --from: the last year that is the run's.", valueName: "year")
  )
  var at: Int?

  func validate() throws {
    if let from, at == nil {
      throw ValidationError(
        "--from is '\(from)', but --at is missing. Add the last year that is the run's: --at 2027."
      )
    }
    if let at, from == nil {
      throw ValidationError(
        "--at is \(at), but --from is missing. Add the run whose years come first: --from RUN."
      )
    }
  }

  /// Finds the run and loads its scenario.
  ///
  /// - Parameter storeOption: The store.
  /// - Returns: What the scenario goes on from; `nil` if nothing was asked for.
  /// - Throws: Why there is no such run, or its scenario cannot be simulated again.
  func source(in storeOption: StoreOption) throws -> ForkSource? {
    guard let from, let at else { return nil }
    return try ForkSource(run: from, year: at, in: storeOption.open(.reading))
  }
}
