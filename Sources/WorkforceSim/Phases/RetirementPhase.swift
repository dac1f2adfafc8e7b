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
    let near = near(in: population, at: year.countMonth)
    guard year.method == .individuals else {
      retireInExpectation(near, of: &population, flows: &flows, by: year.countMonth)
      return
    }
    let leavers = leavers(among: near, of: population, in: year)
    population.markAsLeft(leavers)
    flows.record(leavers)
    flows.leave(
      leavers.filter { population.status[$0.row] == .inPost },
      from: population.cell,
    )
  }

  /// The rows of each category that can have retired by a month; most are too young, whatever their
  /// choice.
  private func near(in population: borrowing Population, at month: Month) -> [[Int]] {
    var near = [[Int]](repeating: [], count: calendar.choices.count)
    for row in population.rows(bornBy: calendar.latestBirth(by: month))
    where !population.hasLeft[row] {
      let category = calendar.category(
        sex: population.sex[row],
        title: population.title[row],
        contract: population.contract[row],
      )
      guard let category, calendar.isNear(row, category: category, in: population, at: month)
      else { continue }
      near[category].append(row)
    }
    return near
  }

  /// Those whose chosen month has come, in the order of rows.
  private func leavers(
    among near: [[Int]],
    of population: borrowing Population,
    in year: SimulatedYear,
  ) -> [TeacherEvent] {
    var leavers: [TeacherEvent] = []
    // The choice is made once in a life, so its stream is that of no year.
    var draws = ChoiceStream(key: year.key, decision: .retirementChoice, year: 0)
    for (category, rows) in near.enumerated() {
      addLeavers(among: rows, category, of: population, in: year, &draws, to: &leavers)
    }
    leavers.sort { $0.row < $1.row }
    return leavers
  }

  /// Adds the rows of a category whose chosen month has come.
  private func addLeavers(
    among rows: [Int],
    _ category: Int,
    of population: borrowing Population,
    in year: SimulatedYear,
    _ draws: inout ChoiceStream,
    to leavers: inout [TeacherEvent],
  ) {
    let (countMonth, openingMonth) = (year.countMonth, year.openingMonth)
    let choice = calendar.choices[category]
    let options = choice.options
    let drawn = choice.draw(for: rows.map { population.id[$0] }, using: &draws)
    for (row, draw) in zip(rows, drawn) {
      let birth = population.birth[row].month
      let offset = options[draw.choice].offset
      guard calendar.canRetire(category: category, birth: birth, by: countMonth, offset: offset)
      else { continue }
      let month = calendar.chosenMonth(
        of: row,
        category: category,
        in: population,
        after: max(openingMonth, population.serviceStart[row].month),
        draw: draw,
      )
      guard let month, month <= countMonth else { continue }
      leavers.append(TeacherEvent(row: row, kind: .retired(CompactMonth(month))))
    }
  }

  /// Retires the share of each row's people whose month comes in the year, in the order of rows.
  private func retireInExpectation(
    _ near: [[Int]],
    of population: inout Population,
    flows: inout YearFlows,
    by countMonth: Month,
  ) {
    let categories = near.enumerated().flatMap { category, rows in rows.map { ($0, category) } }
    for (row, category) in categories.sorted(by: { $0.0 < $1.0 }) {
      let share = expectedShare(row, category: category, in: population, at: countMonth)
      guard share > 0 else { continue }
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
