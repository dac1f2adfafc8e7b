// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// How often the state of an unfinished replication is kept, from the command line.
struct CheckpointOption: ParsableArguments {
  /// The time where the command line names none.
  static let standard: Duration = .seconds(60)

  @Option(
    help: ArgumentHelp(
      "Keep where a replication stands at the end of a year when so many seconds have passed since its "
        + "last one, so that a long one need not start over; 0 keeps none.",
      valueName: "seconds",
    )
  )
  var checkpointEvery = 60.0

  func validate() throws {
    guard (0...86_400).contains(checkpointEvery) else {
      throw ValidationError(
        "--checkpoint-every is \(checkpointEvery); it lies between 0 and 86400 seconds."
      )
    }
  }

  /// The time after which a state is kept; `nil` if none is.
  var interval: Duration? { checkpointEvery == 0 ? nil : .seconds(checkpointEvery) }
}
