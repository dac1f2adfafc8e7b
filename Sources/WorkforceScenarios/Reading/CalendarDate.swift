// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the Gregorian calendar, as scenario files write it.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, four digits.
  package let year: Int
  /// The month, from 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// Creates a date if the calendar has it.
  ///
  /// - Parameters:
  ///   - year: The year, from 1 to 9999.
  ///   - month: The month, from 1 to 12.
  ///   - day: The day of the month, from 1.
  package init?(year: Int, month: Int, day: Int = 1) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.dayCount(of: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, or `YYYY-MM` as the first day of the month.
  ///
  /// - Parameter text: The text.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      let year = Self.digits(parts[0], count: 4),
      let month = Self.digits(parts[1], count: 2),
      let day = parts.count == 2 ? 1 : Self.digits(parts[2], count: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as `YYYY-MM-DD`.
  package var description: String {
    let (year, day) = ("\(year)", "\(day)")
    return String(repeating: "0", count: 4 - year.count) + year + "-" + monthText + "-"
      + String(repeating: "0", count: 2 - day.count) + day
  }

  /// The date's month as `YYYY-MM`.
  package var yearAndMonth: String { String(description.dropLast(3)) }

  /// Orders dates in time.
  ///
  /// - Parameters:
  ///   - left: The date to compare.
  ///   - right: The date to compare it with.
  /// - Returns: Whether `left` is earlier.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private var monthText: String { month < 10 ? "0\(month)" : "\(month)" }

  private static func digits(_ part: Substring.UTF8View, count: Int) -> Int? {
    guard part.count == count, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return part.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }

  private static func dayCount(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
