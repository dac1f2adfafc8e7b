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
  /// The statutory month by category and then by birth month, as months since January 1900.
  private let statutory: [Int32]
  /// The months in which the original age in force is reached, in the same order.
  let original: [Int32]
  /// The least of the months that were statutory at some time of the run, in the same order.
  private let soonest: [Int32]
  let birthCount: Int
  let firstBirth: Int
  private let originalAges: DatedMonths
  private let maximumDelays: DatedMonths
  /// The months from which another law is in force, the first one first.
  let lawStarts: [Int]
  let earlyLimits: DatedMonths
  let lateLimits: DatedMonths
  let contributionMonths: DatedMonths
  /// What the teachers of each category choose among.
  package let choices: [RetirementChoice]
  /// The earliest offset of each category, at most 0.
  private let earliestOffsets: [Int]
  let categoryOf: [UInt8]
  let exitCategoryOf: [Int16]
  private let titleCount: Int
  private let contractCount: Int
  /// The months of early choices.
  private(set) var earlyMonths = EarlyMonths()

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
    let births = firstBirth...max(firstBirth, lastBirth)
    var statutory: [Int32] = []
    var original: [Int32] = []
    var soonest: [Int32] = []
    let lawStarts = Set(ages.starts + maximum.starts).sorted()
    for category in 0..<categories {
      let start = Int(firstAffected[(.category, category)])
      let birthMonths = Int(step[(.category, category)].rounded())
      let reachedMonths = births.map { ages.firstMonth(after: $0, category: category) }
      original += reachedMonths.map { Int32($0 - CompactMonth.origin) }
      let delayed = zip(births, reachedMonths).map { birth, reached in
        let largest = maximum.value(category: category, at: reached)
        let delay = birth < start ? 0 : min(largest, (birth - start) / max(1, birthMonths) + 1)
        return Int32(reached + delay - CompactMonth.origin)
      }
      statutory += delayed
      let leastAge =
        lawStarts.filter { maximum.value(category: category, at: $0) == 0 }
        .map { ages.value(category: category, at: $0) }.min()
      soonest.append(
        contentsOf: zip(births, delayed).map { birth, delayed in
          leastAge.map { min(delayed, Int32(birth + $0 - CompactMonth.origin)) } ?? delayed
        }
      )
    }
    self.statutory = statutory
    self.original = original
    self.soonest = soonest
    self.birthCount = births.count
    self.originalAges = ages
    self.maximumDelays = maximum
    self.lawStarts = lawStarts
    self.earlyLimits = DatedMonths(rules.earlyLimit, parameters, categories)
    self.lateLimits = DatedMonths(rules.lateLimit, parameters, categories)
    self.contributionMonths = DatedMonths(
      rules.minimumContributionYears,
      parameters,
      1,
      factor: 12,
    )
    let choices = Self.choices(rules, parameters: parameters, dimensions: dimensions, at: opening)
    self.choices = choices
    self.earliestOffsets = choices.map { min(0, $0.options[0].offset) }
    self.titleCount = dimensions.count(.title)
    self.contractCount = dimensions.count(.contract)
    (self.categoryOf, self.exitCategoryOf) = Self.categories(rules, dimensions: dimensions)
    self.earlyMonths = EarlyMonths(self, in: months)
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
  static let never: UInt8 = .max

  @inline(__always)
  func position(sex: UInt8, title: UInt8, contract: UInt8) -> Int {
    (Int(sex) &* titleCount &+ Int(title)) &* contractCount &+ Int(contract)
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
    guard let place = place(category: category, birth: birth) else { return nil }
    return Month(index: Int(statutory[place]) + CompactMonth.origin)
  }

  /// The statutory month of a teacher by the law in force in a month.
  ///
  /// Nobody reckons with a delay before it is law: as long as the largest delay in force is 0, it is
  /// the month in which the original age in force is reached.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - population: The teachers.
  ///   - month: The month of the law.
  /// - Returns: The month, or `nil` if no rule covers the teacher or it lies beyond the run.
  package func statutoryMonth(
    of row: Int,
    in population: borrowing Population,
    byLawOf month: Month,
  ) -> Month? {
    guard
      let category = category(
        sex: population.sex[row],
        title: population.title[row],
        contract: population.contract[row],
      )
    else { return nil }
    let birth = population.birth[row].month
    return statutoryMonth(category: category, birth: birth, byLawOf: month.index)
  }

  func statutoryMonth(category: Int, birth: Month, byLawOf month: Int) -> Month? {
    maximumDelays.value(category: category, at: month) == 0
      ? birth + originalAges.value(category: category, at: month)
      : statutoryMonth(category: category, birth: birth)
  }

  /// The latest birth of those who can have retired by a month, whatever the choice.
  ///
  /// - Parameter month: The month.
  /// - Returns: Months since January 1900; the least number if nobody can.
  func latestBirth(by month: Month) -> Int16 {
    let births = choices.indices.compactMap { category in
      let months = soonest[category * birthCount..<(category + 1) * birthCount]
      let latest = month.index - CompactMonth.origin - earliestOffsets[category]
      return months.lastIndex { Int($0) <= latest }.map { firstBirth + $0 - months.startIndex }
    }
    return births.max().map { CompactMonth(Month(index: $0)).months } ?? .min
  }

  /// The latest births of those whose statutory month by the law in force is near.
  ///
  /// - Parameters:
  ///   - months: How many months it lies ahead at most, by sex.
  ///   - now: The month of the law.
  /// - Returns: Months since January 1900 by the position of sex, title and contract; the least
  ///   number where it is near for nobody, the largest where it is near for all.
  func latestBirths(_ months: [Int], before now: Month) -> [Int16] {
    let ofSexes = months.map { limit in
      choices.indices.map { category -> Int16 in
        let births = (firstBirth..<(firstBirth + birthCount)).lazy.map { Month(index: $0) }
        let latest = births.last {
          let month = statutoryMonth(category: category, birth: $0, byLawOf: now.index)
          return month.map { $0.index - now.index <= limit } ?? false
        }
        guard let latest else { return .min }
        return latest == births.last ? .max : CompactMonth(latest).months
      }
    }
    return categoryOf.enumerated().map { position, category in
      let sex = position / (titleCount * contractCount)
      return category == Self.never ? .min : ofSexes[sex][Int(category)]
    }
  }

  /// The place of a category and a birth month among the months.
  ///
  /// Births before the first month count as of that month.
  ///
  /// - Parameters:
  ///   - category: The category.
  ///   - birth: The birth month.
  /// - Returns: The place, or `nil` for a birth month too late to matter in the run.
  @inline(__always)
  func place(category: Int, birth: Month) -> Int? {
    let position = max(0, birth.index - firstBirth)
    return position < birthCount ? category * birthCount + position : nil
  }

  /// Whether a teacher of a category can have retired by a month, whatever the choice.
  func canRetire(category: Int, birth: Month, by month: Month) -> Bool {
    guard let place = place(category: category, birth: birth) else { return false }
    return Int(soonest[place]) + CompactMonth.origin + earliestOffsets[category] <= month.index
  }

  /// Whether a teacher of a category who has chosen an offset can have retired by a month.
  ///
  /// - Parameters:
  ///   - category: The category.
  ///   - birth: The birth month.
  ///   - month: The month.
  ///   - offset: The months before (negative) or after the statutory month.
  /// - Returns: Whether the month may have come; if not, it has not.
  @inline(__always)
  func canRetire(category: Int, birth: Month, by month: Month, offset: Int) -> Bool {
    guard let place = place(category: category, birth: birth) else { return false }
    // Early choices may have been made under an earlier law; none is earlier than the offset.
    let first = offset < 0 ? Int(soonest[place]) + offset : Int(statutory[place])
    return first + CompactMonth.origin <= month.index
  }
}
