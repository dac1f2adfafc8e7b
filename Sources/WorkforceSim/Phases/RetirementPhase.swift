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
    let candidates = candidates(in: population, at: year.countMonth)
    guard year.method == .individuals else {
      retireInExpectation(candidates, of: &population, flows: &flows, by: year.countMonth)
      return
    }
    let leavers = leavers(among: candidates, of: population, in: year)
    population.markAsLeft(leavers)
    flows.record(leavers)
    flows.leave(
      leavers.filter { population.status[$0.row] == .inPost },
      from: population.cell,
    )
  }

  /// A row that can have retired, and its category.
  private struct Candidate {
    let row: Int
    let category: Int
  }

  /// The rows that can have retired by a month, in their order; most are too young, whatever their
  /// choice.
  private func candidates(in population: borrowing Population, at month: Month) -> [Candidate] {
    population.rows(bornBy: calendar.latestBirth(by: month)).compactMap { row in
      guard !population.hasLeft[row],
        let category = calendar.category(
          sex: population.sex[row],
          title: population.title[row],
          contract: population.contract[row],
        ),
        calendar.isNear(row, category: category, in: population, at: month)
      else { return nil }
      return Candidate(row: row, category: category)
    }
  }

  /// Those whose chosen month has come, in the order of rows.
  private func leavers(
    among candidates: [Candidate],
    of population: borrowing Population,
    in year: SimulatedYear,
  ) -> [TeacherEvent] {
    let draws = draws(of: candidates, in: population, year)
    return [TeacherEvent](capacity: candidates.count) { leavers in
      for (candidate, draw) in zip(candidates, draws) {
        let month = month(
          of: candidate,
          draw,
          in: population,
          openingMonth: year.openingMonth,
          by: year.countMonth,
        )
        guard let month else { continue }
        leavers.append(TeacherEvent(row: candidate.row, kind: .retired(CompactMonth(month))))
      }
    }
  }

  /// What candidates drew from the choice of their category.
  private func draws(
    of candidates: [Candidate],
    in population: borrowing Population,
    _ year: SimulatedYear,
  ) -> [RetirementChoice.Draw] {
    // The choice is made once in a life, so its stream is that of no year.
    var stream = ChoiceStream(key: year.key, decision: .retirementChoice, year: 0)
    var draws = [RetirementChoice.Draw](repeating: (0, 0), count: candidates.count)
    for (category, choice) in calendar.choices.enumerated() where choice.options.count > 1 {
      let places = candidates.indices.filter { candidates[$0].category == category }
      let drawn = choice.draw(
        for: places.map { population.id[candidates[$0].row] },
        using: &stream,
      )
      for (place, draw) in zip(places, drawn) { draws[place] = draw }
    }
    return draws
  }

  /// The month in which a candidate has chosen to retire; `nil` if it has not come.
  private func month(
    of candidate: Candidate,
    _ draw: RetirementChoice.Draw,
    in population: borrowing Population,
    openingMonth: Month,
    by countMonth: Month,
  ) -> Month? {
    let (row, category) = (candidate.row, candidate.category)
    let birth = population.birth[row].month
    let offset = calendar.choices[category].options[draw.choice].offset
    guard calendar.canRetire(category: category, birth: birth, by: countMonth, offset: offset)
    else { return nil }
    let month = calendar.chosenMonth(
      of: row,
      category: category,
      in: population,
      after: max(openingMonth, population.serviceStart[row].month),
      draw: draw,
    )
    return month.flatMap { $0 <= countMonth ? $0 : nil }
  }

  /// Retires the share of each candidate's people whose month comes in the year.
  private func retireInExpectation(
    _ candidates: [Candidate],
    of population: inout Population,
    flows: inout YearFlows,
    by countMonth: Month,
  ) {
    for candidate in candidates {
      let row = candidate.row
      let share = expectedShare(
        row,
        category: candidate.category,
        in: population,
        at: countMonth,
      )
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
