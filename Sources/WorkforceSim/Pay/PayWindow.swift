// SPDX-License-Identifier: GPL-3.0-or-later

/// A run of months in which no parameter of pay changes and no salary step rises.
package struct PaySegment: Hashable, Sendable {
  /// The months, counted from the first month of the window.
  package let months: Range<Int>
  /// The first month.
  package let date: Month
  /// The fiscal year, as tables name it.
  package let fiscalYear: Int
  /// The month since which all values are those of the segment.
  package let valuesStart: Month
}

/// A run of months of a segment in which nothing changes for a teacher to whom nothing happens.
struct PayRun: Sendable {
  /// The segment.
  let segment: Int
  /// The months, counted from the first month of the window.
  let months: Range<Int>
  /// Whether steps and grades are those of the end of the window.
  let isLater: Bool
}

/// The months whose pay a school year reckons: the twelve before its counting day, and one more.
///
/// The thirteenth month is paid only to those who retire in it. The window is cut into segments at
/// every month in which something changes for everybody, so that amounts are worked out once each.
package struct PayWindow: Sendable {
  /// The number of months, the thirteenth included.
  package static let monthCount = 13

  /// The first month.
  package let start: Month
  /// The segments in their order; the last one is the thirteenth month.
  package let segments: [PaySegment]
  /// The segment of each month.
  package let segmentOfMonth: [Int]
  /// The month from which the steps of the year are paid, counted from the first one.
  package let stepMonth: Int
  /// The month from which promotions of the year are paid, counted from the first one.
  package let promotionMonth: Int
  /// Whether steps are lifted to the start of the grade before they rise; in the same month they rise
  /// first.
  var liftsBeforeRise: Bool { promotionMonth < stepMonth }

  /// Cuts the window of a year.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - changes: The months in which parameters of pay may change.
  ///   - year: The year that ends with the window.
  package init(_ rules: PayRules, changes: Set<Month>, in year: SimulatedYear) {
    let start = year.countMonth + -12
    func firstMonth(_ reference: ParameterReference) -> Int {
      let month = Int(year.parameters.number(of: reference, at: start).rounded())
      return (month - start.month + 12) % 12
    }
    let stepMonth = firstMonth(rules.stepMonth)
    let fiscalMonth = rules.settings.firstMonthOfFiscalYear
    let months = (0..<Self.monthCount).map { start + $0 }
    let baseMonths = rules.monthsOfBaseChanges
    let cuts = months.indices.filter { index in
      index == 0 || index == 12 || index == stepMonth || months[index].month == fiscalMonth
        || changes.contains(months[index]) || baseMonths.contains(months[index].month)
    }
    var segmentOfMonth: [Int] = []
    for index in months.indices {
      segmentOfMonth.append((segmentOfMonth.last ?? -1) + (cuts.contains(index) ? 1 : 0))
    }
    let firstOfSchoolYear = year.countMonth.month
    self.start = start
    self.stepMonth = stepMonth
    self.promotionMonth = firstMonth(rules.promotionMonth)
    self.segmentOfMonth = segmentOfMonth
    self.segments = cuts.enumerated().map { position, first in
      let end = position + 1 < cuts.count ? cuts[position + 1] : Self.monthCount
      return PaySegment(
        months: first..<end,
        date: months[first],
        fiscalYear: Self.fiscalYear(
          of: months[first],
          firstMonth: fiscalMonth,
          firstOfSchoolYear: firstOfSchoolYear,
        ),
        valuesStart: Self.lastChange(until: months[first], changes, baseMonths),
      )
    }
  }

  /// The months that belong to fiscal years, counted from the first month.
  ///
  /// - Parameter fiscalYears: The fiscal years.
  /// - Returns: The months; there may be none.
  func months(of fiscalYears: ClosedRange<Int>) -> Range<Int> {
    func start(_ isReached: (Int) -> Bool) -> Int {
      segments.first { isReached($0.fiscalYear) }?.months.lowerBound ?? Self.monthCount
    }
    return start { $0 >= fiscalYears.lowerBound }..<start { $0 > fiscalYears.upperBound }
  }

  /// Whether steps and grades change in two different months, the first one of the window left aside.
  var changesTwice: Bool { stepMonth > 0 && promotionMonth > 0 && stepMonth != promotionMonth }

  /// Some of the months, cut at segments and where steps and grades change.
  ///
  /// Where they change in two months, grades are taken to stay.
  ///
  /// - Parameter months: The months.
  /// - Returns: The runs in their order.
  func runs(in months: Range<Int>) -> [PayRun] {
    let change = stepMonth > 0 ? stepMonth : promotionMonth
    return segments.enumerated().flatMap { number, segment in
      let months = segment.months.clamped(to: months)
      let parts = [months.clamped(to: 0..<change), months.clamped(to: change..<Self.monthCount)]
      return zip(parts, [false, true]).compactMap { part, isLater in
        part.isEmpty ? nil : PayRun(segment: number, months: part, isLater: isLater)
      }
    }
  }

  /// Some of the months, cut at segments.
  ///
  /// - Parameter months: The months.
  /// - Returns: The runs in their order.
  func wholeRuns(in months: Range<Int>) -> [PayRun] {
    segments.enumerated().compactMap { number, segment in
      let months = segment.months.clamped(to: months)
      return months.isEmpty ? nil : PayRun(segment: number, months: months, isLater: false)
    }
  }

  /// The last month up to another one in which values change; that month itself if none is known.
  private static func lastChange(
    until month: Month,
    _ changes: Set<Month>,
    _ baseMonths: Set<Int>,
  ) -> Month {
    guard let ofValues = changes.filter({ $0 <= month }).max() else { return month }
    let ofBases = (0..<12).lazy.map { month + -$0 }.first { baseMonths.contains($0.month) }
    return max(ofValues, ofBases ?? ofValues)
  }

  /// The fiscal year of a month: the year *y* whose fiscal year holds the counting day of *y*.
  ///
  /// - Parameters:
  ///   - month: The month.
  ///   - firstMonth: The month in which a fiscal year begins.
  ///   - firstOfSchoolYear: The month in which a school year begins.
  /// - Returns: The fiscal year.
  package static func fiscalYear(
    of month: Month,
    firstMonth: Int,
    firstOfSchoolYear: Int,
  ) -> Int {
    let begins = month.month >= firstMonth ? month.year : month.year - 1
    return firstMonth <= firstOfSchoolYear ? begins : begins + 1
  }
}

extension PaySettings {
  /// The months of the year in which an item from which others are reckoned begins or ceases to be
  /// paid.
  var monthsOfBaseChanges: Set<Int> {
    let months = Set(items.flatMap(\.base)).map { items[$0].months }.filter { !$0.isEmpty }
    return Set(
      (1...12).filter { month in
        let previous = month == 1 ? 12 : month - 1
        return months.contains { $0.contains(month) != $0.contains(previous) }
      }
    )
  }

  /// For each month of a window, the month by whose ages and lengths of service it is reckoned.
  ///
  /// It is the month itself if any item can be paid in it. In others age makes no difference, and
  /// the last month before them with pay stands in, or the first one after them.
  ///
  /// - Parameter start: The first month of the window.
  /// - Returns: The months, counted from the first one of the window.
  func reckoningMonths(from start: Month) -> [Int] {
    var paysIn = [Bool](repeating: false, count: 13)
    for item in items where item.timing != .never {
      for month in item.months.isEmpty ? Array(1...12) : item.months { paysIn[month] = true }
    }
    let paid = (0..<PayWindow.monthCount).filter { paysIn[(start + $0).month] }
    return (0..<PayWindow.monthCount).map { month in
      paid.last { $0 <= month } ?? paid.first ?? 0
    }
  }
}

extension PayItem {
  /// Whether the item is paid in a month of the year.
  package func isPaid(in month: Month) -> Bool {
    months.isEmpty || months.contains(month.month)
  }
}
