// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// How the scenarios of a comparison are run.
struct ComparisonOptions: ParsableArguments {
  @OptionGroup var replicationOptions: ReplicationOptions

  @Option(help: "Seed of all random draws. Without it: the first scenario's.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Seed of all scenarios but the first, so that chance differs too. Without it: the first one's.",
      valueName: "seed",
    )
  )
  var otherSeed: UInt64?

  @Option(
    help: ArgumentHelp("Last year to simulate. Without it: each scenario's.", valueName: "year")
  )
  var through: Int?

  @OptionGroup var overridesOption: CommonOverridesOption
}
