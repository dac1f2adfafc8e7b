// SPDX-License-Identifier: GPL-3.0-or-later

/// Teachers retire in the month that the law and their own choice give.
///
/// Every teacher has one draw for life that chooses an offset from the statutory month out of the
/// scenario's distribution; the month itself is `RetirementCalendar`'s. Offsets whose month had come
/// by the opening, or by the start of service if that is later, are left out: the teacher was in
/// post after it. A teacher whose month has come by the counting day is gone. People on early
/// retirement leave the rolls in the same month without a movement of the workforce: they had left
/// it before.
package struct RetirementPhase {
  private let calendar: RetirementCalendar

  /// Prepares the phase.
  ///
  /// - Parameter calendar: The retirement months.
  package init(_ calendar: RetirementCalendar) {
    self.calendar = calendar
  }

  /// Marks the teachers who retire and counts them.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - year: The year.
  package func apply(
    to population: inout Population,
    flows: inout YearFlows,
    in year: SimulatedYear,
  ) {
    // The choice is made once in a life, so its stream is that of no year.
    var draws = ChoiceStream(key: year.key, decision: .retirementChoice, year: 0)
    let countMonth = year.countMonth
    let latestBirths = calendar.latestBirths(by: countMonth)
    for row in 0..<population.count where !population.hasLeft[row] {
      let position = calendar.position(
        sex: population.sex[row],
        title: population.title[row],
        contract: population.contract[row],
      )
      // Most are too young, whatever their choice.
      guard population.birth[row].months <= latestBirths[position] else { continue }
      guard
        let category = calendar.category(
          sex: population.sex[row],
          title: population.title[row],
          contract: population.contract[row],
        ),
        calendar.isNear(row, category: category, in: population, at: countMonth)
      else { continue }
      let leaving: Double
      switch year.method {
      case .individuals:
        let draw = calendar.choices[category].draw(for: population.id[row], using: &draws)
        let month = calendar.chosenMonth(
          of: row,
          category: category,
          in: population,
          after: max(year.openingMonth, population.serviceStart[row].month),
          draw: draw,
        )
        guard let month, month <= countMonth else { continue }
        flows.record(.retired(CompactMonth(month)), of: row)
        leaving = 1
      case .expected:
        leaving = expectedShare(row, category: category, in: population, at: countMonth)
      }
      if leaving > 0 { retire(row, share: leaving, from: &population, flows: &flows) }
    }
  }

  private func retire(
    _ row: Int,
    share: Double,
    from population: inout Population,
    flows: inout YearFlows,
  ) {
    if population.status[row] == .inPost {
      let weight = population.weight[row] * share
      flows.leave(flows.kinds.retired, from: population.cell[row], weight: weight)
    }
    if share >= 1 {
      population.hasLeft[row] = true
    } else {
      population.reduceWeight(of: row, toShare: 1 - share)
    }
  }

  /// The share of a row's people whose month comes in this year, of those whose has not come yet.
  private func expectedShare(
    _ row: Int,
    category: Int,
    in population: borrowing Population,
    at countMonth: Month,
  ) -> Double {
    var now = 0.0
    var later = 0.0
    for choice in calendar.choices[category].options {
      let month = calendar.retirementMonth(of: row, in: population, offset: choice.offset)
      if let month, month <= countMonth {
        if month > countMonth + -12 { now += choice.share }
      } else {
        later += choice.share
      }
    }
    return later == 0 ? 1 : now / (now + later)
  }
}
