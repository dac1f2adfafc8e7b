// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// What the command line changes in all of several scenarios.
struct CommonOverridesOption: ParsableArguments {
  @Option(
    name: .customLong("set"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Override a parameter in all scenarios: NAME=VALUE and so on, as with run. Repeatable.",
      valueName: "name=value",
    ),
  )
  var overrides: [String] = []
}
