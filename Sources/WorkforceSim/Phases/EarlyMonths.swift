// SPDX-License-Identifier: GPL-3.0-or-later

/// The months of early retirement of all births that reach their statutory month in a run.
///
/// They follow from the law, the birth and the choice alone, and teachers near retirement are asked
/// for them year after year.
struct EarlyMonths: Sendable {
  /// What births have months for: a category, and that as which its members may leave.
  private struct Way: Hashable {
    let category: UInt8
    let exitCategory: Int16
  }

  private let births: Range<Int>
  /// The column of each number of months before the statutory one; `noColumn` if nobody chooses it.
  private let columnOfOffset: [Int]
  /// The place of the first month of each position of sex, title and contract.
  private let firstPlaces: [Int]
  /// Months since January 1900, birth after birth for each column, column after column for each way.
  private let months: [Int32]

  private static let noColumn = -1

  /// Creates a table without months.
  init() {
    self.births = 0..<0
    self.columnOfOffset = []
    self.firstPlaces = []
    self.months = []
  }

  /// Works out the months.
  ///
  /// - Parameters:
  ///   - calendar: The statutory months and the choices.
  ///   - run: The months from the opening to the last counting day.
  init(_ calendar: RetirementCalendar, in run: ClosedRange<Month>) {
    let offsets = Set(calendar.choices.flatMap { $0.options.map(\.offset) }.filter { $0 < 0 })
      .sorted(by: >)
    let births = offsets.isEmpty ? 0..<0 : calendar.births(retiringIn: run)
    var columnOfOffset = [Int](repeating: Self.noColumn, count: 1 - (offsets.last ?? 0))
    for (column, offset) in offsets.enumerated() { columnOfOffset[-offset] = column }
    var placeOfWay: [Way: Int] = [:]
    var months: [Int32] = []
    self.firstPlaces = zip(calendar.categoryOf, calendar.exitCategoryOf).map { way in
      let way = Way(category: way.0, exitCategory: way.1)
      if let known = placeOfWay[way] { return known }
      let place = months.count
      placeOfWay[way] = place
      guard way.category != RetirementCalendar.never else { return place }
      for offset in offsets {
        months += births.map {
          calendar.earlyMonth(Int(way.category), way.exitCategory, birth: Month(index: $0), offset)
        }
      }
      return place
    }
    self.births = births
    self.columnOfOffset = columnOfOffset
    self.months = months
  }

  /// The month of an early choice, whatever has been contributed.
  ///
  /// - Parameters:
  ///   - position: The position of sex, title and contract; a retirement rule covers it.
  ///   - birth: The birth month.
  ///   - offset: The months chosen before the statutory one, as a negative number.
  /// - Returns: The month, or `nil` if it has not been worked out.
  @inline(__always)
  func month(at position: Int, birth: Month, offset: Int) -> Month? {
    guard births.contains(birth.index), -offset < columnOfOffset.count else { return nil }
    let column = columnOfOffset[-offset]
    guard column != Self.noColumn else { return nil }
    let place = firstPlaces[position] &+ column &* births.count &+ birth.index &- births.lowerBound
    return Month(index: Int(months[place]) + CompactMonth.origin)
  }
}
