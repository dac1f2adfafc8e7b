// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// A moment, to the second, in universal time.
package struct Timestamp: Hashable, Sendable, CustomStringConvertible {
  /// The seconds since the beginning of 1970.
  package let secondsSince1970: Int

  /// Creates a moment.
  ///
  /// - Parameter secondsSince1970: The seconds since the beginning of 1970.
  package init(secondsSince1970: Int) {
    self.secondsSince1970 = secondsSince1970
  }

  /// The present moment.
  package static var now: Timestamp {
    Timestamp(secondsSince1970: time(nil))
  }

  /// The moment after ISO 8601, such as `2026-01-31T09:05:00Z`.
  package var description: String {
    var seconds = time_t(secondsSince1970)
    var parts = unsafe tm()
    guard unsafe gmtime_r(&seconds, &parts) != nil else { return "" }
    let date = unsafe [Int(parts.tm_year) + 1_900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Self.twoDigits(Int($0)) }
    return date.map(Self.twoDigits).joined(separator: "-") + "T" + clock.joined(separator: ":")
      + "Z"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
