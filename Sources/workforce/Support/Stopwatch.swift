// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import WorkforceReports

/// When the command began, and how long it has run.
struct Stopwatch {
  /// The time of the start.
  let start = Timestamp(secondsSince1970: time(nil))
  private let begin = ContinuousClock.now

  /// The time since the start.
  var duration: Duration { ContinuousClock.now - begin }
}
