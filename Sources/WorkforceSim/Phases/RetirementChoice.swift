// SPDX-License-Identifier: GPL-3.0-or-later

/// The offsets from the statutory month that the teachers of a category choose among.
package struct RetirementChoice: Sendable {
  /// An option by its position, and a number between 0 and 1 that is independent of it.
  package typealias Draw = (choice: Int, spare: Double)

  /// The offsets in months, the earliest first, with shares that add up to one.
  package let options: [(offset: Int, share: Double)]
  /// What options are drawn from; `nil` where there is only one.
  private let table: DiscreteDistribution?

  /// Prepares a choice.
  ///
  /// - Parameter shares: The offsets, the earliest first, and finite shares of at least 0. Only
  ///   proportions matter; if all are 0, everybody takes the statutory month.
  package init(_ shares: [(offset: Int, share: Double)]) {
    let possible = shares.filter { $0.share > 0 }
    let total = possible.reduce(0) { $0 + $1.share }
    self.options = possible.isEmpty ? [(0, 1)] : possible.map { ($0.offset, $0.share / total) }
    self.table = options.count > 1 ? DiscreteDistribution(weights: options.map(\.share)) : nil
  }

  /// Draws the options of teachers; a single option needs no draw.
  ///
  /// - Parameters:
  ///   - ids: The teachers' identities.
  ///   - draws: The draws of the choice.
  /// - Returns: What is drawn for each of them.
  package func draw(for ids: [UInt64], using draws: inout ChoiceStream) -> [Draw] {
    table.map { draws.draw(from: $0, for: ids) } ?? [Draw](repeating: (0, 0), count: ids.count)
  }
}

extension RetirementCalendar {
  /// The month that a teacher who was in post on a day has chosen.
  ///
  /// The choice is drawn among all options. If its month had come by the day, the spare number of
  /// the draw chooses among those that were still ahead. Either way an option has its share in the
  /// shares of all that were ahead: for the share *p* of an option and *q* of all those ahead,
  /// *p* + (1 − *q*) *p*/*q* = *p*/*q*. The options ahead are not always the latest ones: an early
  /// choice that lacks contribution years falls back on the statutory month, behind shorter ones.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - category: The category.
  ///   - population: The teachers.
  ///   - start: The last day on which the teacher is known to have been in post.
  ///   - draw: What the teacher drew from the choice of the category.
  /// - Returns: The first month out of service, or `nil` if it lies beyond the run. If no option is
  ///   ahead, the month of the latest.
  package func chosenMonth(
    of row: Int,
    category: Int,
    in population: borrowing Population,
    after start: Month,
    draw: RetirementChoice.Draw,
  ) -> Month? {
    let options = choices[category].options
    let month = retirementMonth(of: row, in: population, offset: options[draw.choice].offset)
    if Self.isAhead(month, of: start) { return month }
    return monthAhead(of: row, among: options, in: population, after: start, uniform: draw.spare)
  }

  /// The month that a uniform number chooses among those ahead.
  private func monthAhead(
    of row: Int,
    among options: [(offset: Int, share: Double)],
    in population: borrowing Population,
    after start: Month,
    uniform: Double,
  ) -> Month? {
    var ahead = 0.0
    for option in options {
      let month = retirementMonth(of: row, in: population, offset: option.offset)
      if Self.isAhead(month, of: start) { ahead += option.share }
    }
    var cumulative = 0.0
    var month: Month?
    for option in options {
      month = retirementMonth(of: row, in: population, offset: option.offset)
      guard Self.isAhead(month, of: start) else { continue }
      cumulative += option.share
      if uniform * ahead < cumulative { break }
    }
    return month
  }

  private static func isAhead(_ month: Month?, of start: Month) -> Bool {
    month.map { $0 > start } ?? true
  }

  /// Whether a teacher can retire by a month at all; most cannot, and need no draw.
  package func isNear(
    _ row: Int,
    category: Int,
    in population: borrowing Population,
    at month: Month,
  ) -> Bool {
    canRetire(category: category, birth: population.birth[row].month, by: month)
  }
}
