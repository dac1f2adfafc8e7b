// SPDX-License-Identifier: GPL-3.0-or-later

/// A calendar month, counted without gaps, so that differences are whole months.
public struct Month: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The months since January of the year 0.
  public let index: Int

  /// Creates a month from its count.
  ///
  /// - Parameter index: The months since January of the year 0.
  public init(index: Int) {
    self.index = index
  }

  /// Creates a month from its calendar name.
  ///
  /// - Parameters:
  ///   - year: The calendar year.
  ///   - month: The month of the year, 1 to 12.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month lies between 1 and 12; \(month) was given")
    self.index = year * 12 + month - 1
  }

  /// The calendar year.
  public var year: Int {
    index >= 0 ? index / 12 : (index - 11) / 12
  }

  /// The month of the year, 1 to 12.
  public var month: Int {
    index - year * 12 + 1
  }

  /// The month in the form `2025-01`.
  public var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  /// Orders months by time.
  ///
  /// - Parameters:
  ///   - left: The month to compare.
  ///   - right: The month to compare it with.
  /// - Returns: Whether `left` is earlier.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// Moves a month forward.
  ///
  /// - Parameters:
  ///   - month: The month to start from.
  ///   - count: The months to add; negative to go back.
  /// - Returns: The month that is `count` months later.
  public static func + (month: Month, count: Int) -> Month { Month(index: month.index + count) }

  /// Counts the months between two months.
  ///
  /// - Parameters:
  ///   - later: The later month.
  ///   - earlier: The earlier month.
  /// - Returns: The whole months from `earlier` to `later`.
  public static func - (later: Month, earlier: Month) -> Int { later.index - earlier.index }
}

/// A month in two bytes, for the columns of the population.
///
/// Counts from January 1900, which covers the years -830 to 4630.
package struct CompactMonth: Hashable, BitwiseCopyable, Sendable {
  /// The months since January 1900.
  package let months: Int16

  /// The month of January 1900 as a count from year 0.
  package static let origin = 1900 * 12

  /// A month before every date of a scenario: "never" for an end that has passed.
  package static let past = CompactMonth(months: .min)

  /// A month after every date of a scenario: "no end".
  package static let future = CompactMonth(months: .max)

  /// Creates a month from its count.
  package init(months: Int16) {
    self.months = months
  }

  /// Creates the compact form of a month; months outside the range move to its ends.
  package init(_ month: Month) {
    self.months = Int16(clamping: month.index - Self.origin)
  }

  /// The month in its usual form.
  package var month: Month { Month(index: Int(months) + Self.origin) }
}
