// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// The last year that a scenario is simulated to.
struct LastYearOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Last year to simulate. Without it: the scenario's.", valueName: "year")
  )
  var through: Int?
}
