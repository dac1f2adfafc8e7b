// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// How the scenarios of a comparison are run.
struct ComparisonOptions: ParsableArguments {
  @Option(help: "Number of replications of all scenarios.")
  var replications: Int?

  @Option(help: "Seed of all random draws.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Seed of all scenarios but the first, so that chance differs too.",
      valueName: "seed",
    )
  )
  var otherSeed: UInt64?

  @Option(help: ArgumentHelp("Last year to simulate.", valueName: "year"))
  var through: Int?

  @Option(help: "Number of replications that run at the same time. Without it: all processors.")
  var threads: Int?

  @OptionGroup var storeOption: StoreOption

  @Flag(help: "Keep no replications, and use none that are kept.")
  var noStore = false

  @Option(
    name: .customLong("set"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Override a parameter in all scenarios: NAME=VALUE and so on, as with run. Repeatable.",
      valueName: "name=value",
    ),
  )
  var overrides: [String] = []

  /// The number of replications that run at the same time.
  var threadCount: Int { threads ?? processorCount }

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
}
