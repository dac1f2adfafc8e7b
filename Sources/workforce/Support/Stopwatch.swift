// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// When the command began, and how long it has run.
struct Stopwatch {
  private let begin = ContinuousClock.now
  /// The time of the start in UTC, such as `2026-03-01T08:00:00Z`.
  let start: String

  /// Starts the watch.
  init() {
    var seconds = time(nil)
    var parts = tm()
    unsafe gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    self.start =
      "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// The seconds since the start.
  var seconds: Double {
    let duration = ContinuousClock.now - begin
    return Double(duration.components.seconds)
      + Double(duration.components.attoseconds) / 1e18
  }
}
