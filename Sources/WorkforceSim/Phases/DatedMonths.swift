// SPDX-License-Identifier: GPL-3.0-or-later

/// The whole months that a parameter gives from date to date, by category.
struct DatedMonths: Sendable {
  let starts: [Int]
  /// The values, category after category for each date.
  private let values: [Int]
  private let categories: Int

  /// Reads a parameter at all its dates.
  init(
    _ reference: ParameterReference,
    _ parameters: ParameterDraw,
    _ categories: Int,
    factor: Double = 1,
  ) {
    let dates = parameters.dates(of: reference)
    self.starts = dates.map(\.index)
    self.categories = categories
    self.values = dates.flatMap { date in
      let values = parameters.values(of: reference, at: date)
      return (0..<categories).map { Int((values[(.category, $0)] * factor).rounded()) }
    }
  }

  /// The first month in which as many months have passed since a birth as are in force then.
  func firstMonth(after birth: Int, category: Int) -> Int {
    for position in starts.indices.dropLast() {
      let passed = birth + values[position * categories + category]
      let month = position == 0 ? passed : max(passed, starts[position])
      if month < starts[position + 1] { return month }
    }
    let passed = birth + (starts.last.map { value(category: category, at: $0) } ?? 0)
    return starts.count == 1 ? passed : max(passed, starts[starts.count - 1])
  }

  /// The value in force in a month; before the first date, the first value.
  func value(category: Int, at month: Int) -> Int {
    var position = 0
    while position + 1 < starts.count, starts[position + 1] <= month { position += 1 }
    return values[position &* categories &+ category]
  }
}
