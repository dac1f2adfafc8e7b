// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import WorkforceReports

/// When the command started, and how long it has run.
struct Stopwatch {
  /// When the command started.
  let started = Timestamp(secondsSince1970: time(nil))
  private let start = ContinuousClock.now

  /// The time since the start.
  var duration: Duration { ContinuousClock.now - start }
}
