// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// The kept run that a command reads.
struct KeptRunOption: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A run folder, a folder of runs such as results/luliang, of which the newest counts, or the "
        + "id, name or fingerprint of a run of the store."
    ),
    completion: .directory,
  )
  var run: String

  @OptionGroup var storeOption: StoreOption
}
