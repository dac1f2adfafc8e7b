// SPDX-License-Identifier: GPL-3.0-or-later

extension RetirementCalendar {
  /// The month in which a teacher retires, given the chosen offset from the statutory month.
  ///
  /// An early month is never before the original age, or before the statutory month of the
  /// category as which the teacher may leave, and it needs the contribution years; otherwise the
  /// statutory month holds. Limits are those in force in the month of retirement. Whoever lacks
  /// contribution years at the statutory month goes on until they are met, at most five years.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - population: The teachers.
  ///   - offset: The months chosen before (negative) or after the statutory month.
  /// - Returns: The first month out of service, or `nil` if it lies beyond the run.
  package func retirementMonth(
    of row: Int,
    in population: borrowing Population,
    offset: Int,
  ) -> Month? {
    let place = position(
      sex: population.sex[row],
      title: population.title[row],
      contract: population.contract[row],
    )
    guard categoryOf[place] != Self.never else { return nil }
    let category = Int(categoryOf[place])
    let birth = population.birth[row].month
    guard let statutory = statutoryMonth(category: category, birth: birth) else { return nil }
    let service = population.serviceStart[row].month
    var month = statutory
    if offset < 0 {
      let chosen =
        earlyMonths.month(at: place, birth: birth, offset: offset)
        ?? earliest(category, exitCategoryOf[place], birth, statutory, offset)
      if hasContributed(from: service, to: chosen) { month = chosen }
    } else if offset > 0 {
      let limit = lateLimits.value(category: category, at: statutory.index)
      month = statutory + min(offset, limit)
    }
    var extra = 0
    while extra < 60, !hasContributed(from: service, to: month + extra) { extra += 1 }
    return month + extra
  }

  /// The month of an early choice for ``EarlyMonths``, as a number of months since January 1900.
  func earlyMonth(_ category: Int, _ exitCategory: Int16, birth: Month, _ offset: Int) -> Int32 {
    guard let statutory = statutoryMonth(category: category, birth: birth) else { return .max }
    let month = earliest(category, exitCategory, birth, statutory, offset)
    return Int32(month.index - CompactMonth.origin)
  }

  /// The births that reach a statutory month after the opening and can retire by the end of a run.
  func births(retiringIn run: ClosedRange<Month>) -> Range<Int> {
    let births = (firstBirth..<(firstBirth + birthCount)).filter { birth in
      let birth = Month(index: birth)
      return choices.indices.contains { category in
        canRetire(category: category, birth: birth, by: run.upperBound)
          && statutoryMonth(category: category, birth: birth).map { $0 > run.lowerBound } ?? false
      }
    }
    return births.isEmpty ? 0..<0 : births[0]..<births[births.count - 1] + 1
  }

  private func earliest(
    _ category: Int,
    _ exitCategory: Int16,
    _ birth: Month,
    _ statutory: Month,
    _ offset: Int,
  ) -> Month {
    if exitCategory >= 0 {
      let month = earliest(category, leavingAs: Int(exitCategory), birth, offset)
      return min(statutory, month ?? statutory)
    }
    let chosen = statutory + offset
    guard let place = place(category: category, birth: birth) else { return chosen }
    var month = max(chosen, Month(index: Int(original[place]) + CompactMonth.origin))
    // A choice that lies before the law waits for the first month in which its limit allows it.
    while month < statutory,
      statutory - month > earlyLimits.value(category: category, at: month.index)
    {
      month = month + 1
    }
    return min(statutory, month)
  }

  /// The first month whose law allows the choice of leaving as another category.
  private func earliest(
    _ category: Int,
    leavingAs other: Int,
    _ birth: Month,
    _ offset: Int,
  ) -> Month? {
    for (position, start) in lawStarts.enumerated() {
      guard let own = statutoryMonth(category: category, birth: birth, byLawOf: start),
        let floor = statutoryMonth(category: other, birth: birth, byLawOf: start)
      else { continue }
      let month = max(own + offset, floor)
      if position == lawStarts.count - 1 || month.index < lawStarts[position + 1] {
        return position == 0 ? month : max(month, Month(index: start))
      }
    }
    return nil
  }

  private func hasContributed(from service: Month, to month: Month) -> Bool {
    month - service >= contributionMonths.value(category: 0, at: month.index)
  }
}
