// SPDX-License-Identifier: GPL-3.0-or-later

/// The years of a run: when a school year begins and which ones are simulated.
///
/// Year y is counted on the first day of its first month (1 September y in China), after
/// recruitment. The events of year y are those of the twelve months before that day; the opening
/// stock is the one counted a year before the first year.
public struct SchoolCalendar: Hashable, Sendable {
  /// The month of the calendar year in which a school year begins, 1 to 12.
  public let firstMonthOfYear: Int
  /// The first simulated year.
  public let firstYear: Int
  /// The last simulated year.
  public var lastYear: Int

  /// Creates a calendar.
  ///
  /// - Parameters:
  ///   - firstMonthOfYear: The month in which a school year begins, 1 to 12.
  ///   - firstYear: The first simulated year.
  ///   - lastYear: The last simulated year, not before the first.
  public init(firstMonthOfYear: Int, firstYear: Int, lastYear: Int) {
    precondition(firstYear <= lastYear, "the last year \(lastYear) is before \(firstYear)")
    self.firstMonthOfYear = firstMonthOfYear
    self.firstYear = firstYear
    self.lastYear = lastYear
  }

  /// The simulated years in order.
  public var years: ClosedRange<Int> { firstYear...lastYear }

  /// The number of simulated years.
  public var yearCount: Int { lastYear - firstYear + 1 }

  /// The month on whose first day the stock of a year is counted.
  ///
  /// - Parameter year: The school year.
  /// - Returns: The first month of that year.
  public func countMonth(of year: Int) -> Month { Month(year: year, month: firstMonthOfYear) }

  /// The month on whose first day the opening stock is counted.
  public var openingMonth: Month { countMonth(of: firstYear - 1) }
}
