// SPDX-License-Identifier: GPL-3.0-or-later

/// The statutory retirement months, by category and birth month.
///
/// With *b* the birth month, *r* the first month in which the original age in force has been
/// reached, *s* the first affected birth month, *d* the birth months a step and *m* the largest
/// delay in force in *r*, the statutory month is *r* + delay, where delay = 0 for *b* < *s* and
/// min(*m*, ⌊(*b* − *s*)/*d*⌋ + 1) from then on.
///
/// Source: Decision of the Standing Committee of the National People's Congress of 13 September
/// 2024 on gradually raising the statutory retirement age, with the State Council's measures.
package struct RetirementCalendar: Sendable {
  /// The statutory month of each category and birth month, as months since January 1900.
  private let statutory: [[Int32]]
  private let original: [[Int32]]
  private let firstBirth: Int
  private let earlyLimits: DatedMonths
  private let lateLimits: DatedMonths
  private let contributionMonths: DatedMonths
  /// What the teachers of each category choose among.
  package let choices: [RetirementChoice]
  private let categoryOf: [UInt8]
  private let exitCategoryOf: [Int16]
  private let titleCount: Int
  private let contractCount: Int

  /// Works out the months.
  ///
  /// - Parameters:
  ///   - rules: The parameters of retirement.
  ///   - parameters: The values of the parameters.
  ///   - dimensions: The scenario's dimensions.
  ///   - months: The counting months from the opening to the last year.
  package init(
    _ rules: RetirementRules,
    parameters: ParameterDraw,
    dimensions: Dimensions,
    months: ClosedRange<Month>,
  ) {
    let opening = months.lowerBound
    // Nobody over 100 is in post at the opening, and nobody under 15 at the end.
    self.firstBirth = opening.index - 100 * 12
    let lastBirth = months.upperBound.index - 15 * 12
    let categories = dimensions.count(.category)
    let firstAffected = parameters.values(of: rules.firstBirthMonth, at: opening)
    let step = parameters.values(of: rules.birthMonthsPerStep, at: opening)
    let ages = DatedMonths(rules.originalAge, parameters, categories, factor: 12)
    let maximum = DatedMonths(rules.maximumDelay, parameters, categories)
    var statutory: [[Int32]] = []
    var original: [[Int32]] = []
    for category in 0..<categories {
      let start = Int(firstAffected[(.category, category)])
      let birthMonths = Int(step[(.category, category)].rounded())
      let births = firstBirth...max(firstBirth, lastBirth)
      let reachedMonths = births.map { ages.firstMonth(after: $0, category: category) }
      original.append(reachedMonths.map { Int32($0 - CompactMonth.origin) })
      statutory.append(
        zip(births, reachedMonths).map { birth, reached in
          let largest = maximum.value(category: category, at: reached)
          let delay = birth < start ? 0 : min(largest, (birth - start) / max(1, birthMonths) + 1)
          return Int32(reached + delay - CompactMonth.origin)
        }
      )
    }
    self.statutory = statutory
    self.original = original
    self.earlyLimits = DatedMonths(rules.earlyLimit, parameters, categories)
    self.lateLimits = DatedMonths(rules.lateLimit, parameters, categories)
    self.contributionMonths = DatedMonths(
      rules.minimumContributionYears,
      parameters,
      1,
      factor: 12,
    )
    self.choices = Self.choices(rules, parameters: parameters, dimensions: dimensions, at: opening)
    self.titleCount = dimensions.count(.title)
    self.contractCount = dimensions.count(.contract)
    (self.categoryOf, self.exitCategoryOf) = Self.categories(rules, dimensions: dimensions)
  }

  private static func choices(
    _ rules: RetirementRules,
    parameters: ParameterDraw,
    dimensions: Dimensions,
    at month: Month,
  ) -> [RetirementChoice] {
    (0..<dimensions.count(.category)).map { category in
      guard let reference = rules.choice, let offsets = Axis.offset.numbers else {
        return RetirementChoice([(0, 1)])
      }
      let shares = parameters.values(of: reference, at: month).member(category, of: .category)
      return RetirementChoice(Array(zip(offsets, shares.values)))
    }
  }

  private static func categories(
    _ rules: RetirementRules,
    dimensions: Dimensions,
  ) -> ([UInt8], [Int16]) {
    var category: [UInt8] = []
    var exitCategory: [Int16] = []
    for sex in 0..<dimensions.count(.sex) {
      for title in 0..<dimensions.count(.title) {
        for contract in 0..<dimensions.count(.contract) {
          let assignment = rules.assignments.first {
            $0.covers(sex: sex, title: title, contract: contract)
          }
          category.append(UInt8(assignment?.category ?? Int(Self.never)))
          exitCategory.append(Int16(assignment?.mayLeaveAs ?? -1))
        }
      }
    }
    return (category, exitCategory)
  }

  /// The category of people for whom no retirement rule is given.
  private static let never: UInt8 = .max

  private func position(sex: UInt8, title: UInt8, contract: UInt8) -> Int {
    (Int(sex) * titleCount + Int(title)) * contractCount + Int(contract)
  }

  /// The category of a teacher, or `nil` if no rule covers the teacher.
  package func category(sex: UInt8, title: UInt8, contract: UInt8) -> Int? {
    let category = categoryOf[position(sex: sex, title: title, contract: contract)]
    return category == Self.never ? nil : Int(category)
  }

  /// The statutory month of a category and birth month.
  ///
  /// - Parameters:
  ///   - category: The category.
  ///   - birth: The birth month.
  /// - Returns: The month, or `nil` for a birth month too late to matter in the run.
  package func statutoryMonth(category: Int, birth: Month) -> Month? {
    let position = max(0, birth.index - firstBirth)
    guard position < statutory[category].count else { return nil }
    return Month(index: Int(statutory[category][position]) + CompactMonth.origin)
  }

  /// The statutory month of a row of the population, or `nil` if it lies beyond the run.
  package func statutoryMonth(of row: Int, in population: borrowing Population) -> Month? {
    guard
      let category = category(
        sex: population.sex[row],
        title: population.title[row],
        contract: population.contract[row],
      )
    else { return nil }
    return statutoryMonth(category: category, birth: population.birth[row].month)
  }

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
      let chosen = earliest(category, exitCategoryOf[place], birth, statutory, offset)
      if hasContributed(from: service, to: chosen) { month = chosen }
    } else if offset > 0 {
      let limit = lateLimits.value(category: category, at: statutory.index)
      month = statutory + min(offset, limit)
    }
    var extra = 0
    while extra < 60, !hasContributed(from: service, to: month + extra) { extra += 1 }
    return month + extra
  }

  private func earliest(
    _ category: Int,
    _ exitCategory: Int16,
    _ birth: Month,
    _ statutory: Month,
    _ offset: Int,
  ) -> Month {
    let chosen = statutory + offset
    if exitCategory >= 0 {
      let floor = statutoryMonth(category: Int(exitCategory), birth: birth) ?? statutory
      return min(statutory, max(chosen, floor))
    }
    let position = max(0, birth.index - firstBirth)
    var month = max(
      chosen,
      Month(index: Int(original[category][position]) + CompactMonth.origin),
    )
    // A choice that lies before the law waits for the first month in which its limit allows it.
    while month < statutory,
      statutory - month > earlyLimits.value(category: category, at: month.index)
    {
      month = month + 1
    }
    return min(statutory, month)
  }

  private func hasContributed(from service: Month, to month: Month) -> Bool {
    month - service >= contributionMonths.value(category: 0, at: month.index)
  }
}

/// The whole months that a parameter gives from date to date, by category.
struct DatedMonths: Sendable {
  private let starts: [Int]
  private let values: [[Int]]

  /// Reads a parameter at all its dates.
  init(
    _ reference: ParameterReference,
    _ parameters: ParameterDraw,
    _ categories: Int,
    factor: Double = 1,
  ) {
    let dates = parameters.dates(of: reference)
    self.starts = dates.map(\.index)
    self.values = dates.map { date in
      let values = parameters.values(of: reference, at: date)
      return (0..<categories).map { Int((values[(.category, $0)] * factor).rounded()) }
    }
  }

  /// The first month in which as many months have passed since a birth as are in force then.
  func firstMonth(after birth: Int, category: Int) -> Int {
    for position in starts.indices.dropLast() {
      let passed = birth + values[position][category]
      let month = position == 0 ? passed : max(passed, starts[position])
      if month < starts[position + 1] { return month }
    }
    let passed = birth + (values.last?[category] ?? 0)
    return starts.count == 1 ? passed : max(passed, starts[starts.count - 1])
  }

  /// The value in force in a month; before the first date, the first value.
  func value(category: Int, at month: Int) -> Int {
    var position = 0
    while position + 1 < starts.count, starts[position + 1] <= month { position += 1 }
    return values[position][category]
  }
}
