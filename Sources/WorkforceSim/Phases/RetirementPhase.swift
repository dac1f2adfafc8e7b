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
    for leaver in leavers(of: population, in: year) {
      if let month = leaver.month { flows.record(.retired(month), of: leaver.row) }
      retire(leaver.row, share: leaver.share, from: &population, flows: &flows)
    }
  }

  /// A row that retires.
  private struct Leaver {
    let row: Int
    /// The share of its people who retire.
    let share: Double
    /// The month, where the row is one person.
    let month: CompactMonth?
  }

  /// The rows that retire, in their order; found first, as nobody's month depends on who goes.
  private func leavers(of population: borrowing Population, in year: SimulatedYear) -> [Leaver] {
    var leavers: [Leaver] = []
    // The choice is made once in a life, so its stream is that of no year.
    var draws = ChoiceStream(key: year.key, decision: .retirementChoice, year: 0)
    for (category, rows) in near(in: population, at: year.countMonth).enumerated() {
      switch year.method {
      case .individuals:
        addLeavers(among: rows, category, of: population, in: year, &draws, to: &leavers)
      case .expected:
        for row in rows {
          let share = expectedShare(row, category: category, in: population, at: year.countMonth)
          if share > 0 { leavers.append(Leaver(row: row, share: share, month: nil)) }
        }
      }
    }
    leavers.sort { $0.row < $1.row }
    return leavers
  }

  /// The rows of each category that can have retired by a month; most are too young, whatever their
  /// choice.
  private func near(in population: borrowing Population, at month: Month) -> [[Int]] {
    let latestBirths = calendar.latestBirths(by: month)
    var near = [[Int]](repeating: [], count: calendar.choices.count)
    for row in population.rows(bornBy: latestBirths.max() ?? .min)
    where !population.hasLeft[row] {
      let (sex, title) = (population.sex[row], population.title[row])
      let contract = population.contract[row]
      let position = calendar.position(sex: sex, title: title, contract: contract)
      guard population.birth[row].months <= latestBirths[position],
        let category = calendar.category(sex: sex, title: title, contract: contract),
        calendar.isNear(row, category: category, in: population, at: month)
      else { continue }
      near[category].append(row)
    }
    return near
  }

  /// Adds the rows whose chosen month has come.
  private func addLeavers(
    among rows: [Int],
    _ category: Int,
    of population: borrowing Population,
    in year: SimulatedYear,
    _ draws: inout ChoiceStream,
    to leavers: inout [Leaver],
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
      leavers.append(Leaver(row: row, share: 1, month: CompactMonth(month)))
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
