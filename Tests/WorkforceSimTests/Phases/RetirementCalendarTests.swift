// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The statutory months of the decision of 13 September 2024, and flexible retirement around them.
struct RetirementCalendarTests {
  /// The three categories, one teacher a category: men, women of 55, women of 50.
  private func calendar(mayLeaveAs: Int? = nil, choosing offsets: [Int] = []) -> RetirementCalendar
  {
    var small = SmallScenario.underTheLawOf2024(years: 40)
    small.setRetirementChoice(offsets.map { ($0, 1) })
    small.retirement?[0] = RetirementAssignment(category: 0, sexes: [0], mayLeaveAs: mayLeaveAs)
    let parameters = small.parameters
    return RetirementCalendar(
      RetirementRules(parameters, assignments: small.retirement ?? []),
      parameters: ParameterDraw(parameters, key: nil),
      dimensions: small.dimensions,
      months: small.calendar.openingMonth...small.calendar.countMonth(of: small.calendar.lastYear),
    )
  }

  /// Category, birth month and the age in years and months that the law's table gives.
  static let published: [(category: Int, birth: Month, age: (years: Int, months: Int))] = [
    (0, Month(year: 1964, month: 12), (60, 0)),
    (0, Month(year: 1965, month: 1), (60, 1)),
    (0, Month(year: 1965, month: 4), (60, 1)),
    (0, Month(year: 1965, month: 5), (60, 2)),
    (0, Month(year: 1970, month: 5), (61, 5)),
    (0, Month(year: 1976, month: 8), (62, 11)),
    (0, Month(year: 1976, month: 9), (63, 0)),
    (0, Month(year: 1990, month: 3), (63, 0)),
    (1, Month(year: 1969, month: 12), (55, 0)),
    (1, Month(year: 1970, month: 1), (55, 1)),
    (1, Month(year: 1971, month: 4), (55, 4)),
    (1, Month(year: 1976, month: 5), (56, 8)),
    (1, Month(year: 1981, month: 8), (57, 11)),
    (1, Month(year: 1981, month: 9), (58, 0)),
    (2, Month(year: 1974, month: 12), (50, 0)),
    (2, Month(year: 1975, month: 1), (50, 1)),
    (2, Month(year: 1975, month: 2), (50, 1)),
    (2, Month(year: 1975, month: 3), (50, 2)),
    (2, Month(year: 1984, month: 10), (54, 11)),
    (2, Month(year: 1984, month: 11), (55, 0)),
  ]

  @Test(arguments: published)
  func `statutory months follow the law's table`(
    category: Int,
    birth: Month,
    age: (years: Int, months: Int),
  ) {
    let expected = birth + (age.years * 12 + age.months)
    #expect(calendar().statutoryMonth(category: category, birth: birth) == expected)
  }

  @Test func `a man of January 1965 and a woman of April 1971 retire in the published months`() {
    let calendar = calendar()
    let man = calendar.statutoryMonth(category: 0, birth: Month(year: 1965, month: 1))
    let woman = calendar.statutoryMonth(category: 1, birth: Month(year: 1971, month: 4))
    #expect(man == Month(year: 2025, month: 2))
    #expect(woman == Month(year: 2026, month: 8))
  }

  /// A man's retirement month, given birth, start of service and the chosen offset.
  private func month(
    of birth: Month,
    service: Month = Month(year: 1990, month: 9),
    offset: Int,
    mayLeaveAs: Int? = nil,
  ) -> Month? {
    var population = Population()
    population.append(
      Teacher(id: 0, cell: 0, birth: CompactMonth(birth), serviceStart: CompactMonth(service))
    )
    return calendar(mayLeaveAs: mayLeaveAs).retirementMonth(of: 0, in: population, offset: offset)
  }

  @Test(arguments: [nil, 1])
  func `months of early choices are the same whether they are worked out before or when asked for`(
    mayLeaveAs: Int?
  ) {
    let offsets = [-36, -17, -1]
    let births = (1950...2000).flatMap { year in (1...12).map { Month(year: year, month: $0) } }
    var population = Population()
    for (row, birth) in births.enumerated() {
      population.append(
        Teacher(
          id: UInt64(row),
          cell: 0,
          birth: CompactMonth(birth),
          serviceStart: CompactMonth(birth + 22 * 12),
        )
      )
    }
    let asked = calendar(mayLeaveAs: mayLeaveAs)
    let before = calendar(mayLeaveAs: mayLeaveAs, choosing: offsets)
    for (row, offset) in births.indices.flatMap({ row in offsets.map { (row, $0) } }) {
      #expect(
        before.retirementMonth(of: row, in: population, offset: offset)
          == asked.retirementMonth(of: row, in: population, offset: offset)
      )
    }
  }

  @Test func `early retirement is never before the original age`() {
    // Born in June 1966: 17 months after the first birth month, 5 months late: November 2026.
    let birth = Month(year: 1966, month: 6)
    #expect(month(of: birth, offset: 0) == Month(year: 2026, month: 11))
    #expect(month(of: birth, offset: -3) == Month(year: 2026, month: 8))
    #expect(month(of: birth, offset: -5) == Month(year: 2026, month: 6))
    #expect(month(of: birth, offset: -36) == Month(year: 2026, month: 6))
  }

  @Test func `early retirement is at most three years early`() {
    let birth = Month(year: 1980, month: 1)
    #expect(month(of: birth, offset: -36) == Month(year: 2040, month: 1))
    #expect(month(of: birth, offset: -60) == Month(year: 2040, month: 1))
    #expect(month(of: birth, offset: -35) == Month(year: 2040, month: 2))
  }

  @Test func `late retirement is at most three years late`() {
    let birth = Month(year: 1970, month: 5)
    #expect(month(of: birth, offset: 12) == Month(year: 2032, month: 10))
    #expect(month(of: birth, offset: 36) == Month(year: 2034, month: 10))
    #expect(month(of: birth, offset: 60) == Month(year: 2034, month: 10))
  }

  @Test func `before 2025 nobody may go earlier or later than the law says`() {
    let birth = Month(year: 1963, month: 5)
    for offset in [-36, 0, 36] {
      #expect(month(of: birth, offset: offset) == Month(year: 2023, month: 5))
    }
  }

  @Test func `who may leave as another category goes no earlier than it does`() {
    // A man who may leave as a woman of 55, born in January 1976: his own month is January 1976 +
    // 60 years + 34 months; hers is January 1976 + 55 years + 19 months.
    let birth = Month(year: 1976, month: 1)
    #expect(month(of: birth, offset: 0, mayLeaveAs: 1) == Month(year: 2038, month: 11))
    #expect(month(of: birth, offset: -60, mayLeaveAs: 1) == Month(year: 2033, month: 11))
    #expect(month(of: birth, offset: -90, mayLeaveAs: 1) == Month(year: 2032, month: 8))
  }

  @Test func `before the law nobody who may leave as another category reckons with its delay`() {
    // Without the law a man leaves at 60 and a woman at 55. Born in December 1969, both choices lie
    // before 2025; born in January 1970, the man's own month is January 2030 + 16 months.
    for (birth, offset, expected) in [
      (Month(year: 1967, month: 1), -60, Month(year: 2022, month: 1)),
      (Month(year: 1967, month: 1), -36, Month(year: 2024, month: 1)),
      (Month(year: 1967, month: 1), -90, Month(year: 2022, month: 1)),
      (Month(year: 1969, month: 12), -60, Month(year: 2024, month: 12)),
      (Month(year: 1970, month: 1), -60, Month(year: 2026, month: 5)),
      (Month(year: 1967, month: 1), 0, Month(year: 2027, month: 8)),
    ] {
      #expect(month(of: birth, offset: offset, mayLeaveAs: 1) == expected)
    }
  }

  @Test func `the statutory month goes by the law of the month asked for`() {
    var population = Population()
    population.append(
      Teacher(
        id: 0,
        cell: 0,
        birth: CompactMonth(Month(year: 1966, month: 6)),
        serviceStart: CompactMonth(Month(year: 1990, month: 9)),
      )
    )
    let calendar = calendar()
    for (law, expected) in [
      (Month(year: 2024, month: 12), Month(year: 2026, month: 6)),
      (Month(year: 2025, month: 1), Month(year: 2026, month: 11)),
    ] {
      #expect(calendar.statutoryMonth(of: 0, in: population, byLawOf: law) == expected)
    }
  }

  /// The calendar year of the statutory month, and the months of contribution needed then.
  static let contributions: [(year: Int, months: Int)] =
    [(2026, 180), (2029, 180)] + (0...9).map { (2030 + $0, 186 + 6 * $0) } + [(2040, 240)]

  @Test(arguments: contributions)
  func `who lacks contribution years goes on until they are met`(year: Int, months: Int) throws {
    let statutory = try #require(
      (Month(year: 1964, month: 1).index...Month(year: 1985, month: 1).index).lazy
        .map { Month(index: $0) }
        .first {
          self.month(of: $0, offset: 0)?.year == year
            && self.month(of: $0, offset: 0)?.month ?? 12 < 9
        }
    )
    let own = try #require(month(of: statutory, offset: 0))
    #expect(month(of: statutory, service: own + -months, offset: 0) == own)
    #expect(month(of: statutory, service: own + (1 - months), offset: 0) == own + 1)
    #expect(month(of: statutory, service: own + (3 - months), offset: 0) == own + 3)
  }

  @Test func `early retirement needs the contribution years at the early month`() {
    // Statutory month November 2026; 15 years of service are reached in September or October 2026.
    let birth = Month(year: 1966, month: 6)
    let met = Month(year: 2011, month: 8)
    let late = Month(year: 2011, month: 9)
    #expect(month(of: birth, service: met, offset: -3) == Month(year: 2026, month: 8))
    #expect(month(of: birth, service: late, offset: -3) == Month(year: 2026, month: 11))
  }

  @Test func `nobody waits for contribution years longer than five years`() {
    let birth = Month(year: 1966, month: 6)
    let never = Month(year: 2024, month: 9)
    #expect(month(of: birth, service: never, offset: 0) == Month(year: 2031, month: 11))
  }

  @Test func `people whom no rule covers never retire`() {
    var population = Population()
    var teacher = Teacher(
      id: 0,
      cell: 0,
      birth: CompactMonth(Month(year: 1950, month: 1)),
      serviceStart: CompactMonth(Month(year: 1980, month: 1)),
    )
    teacher.sex = 3
    population.append(teacher)
    let calendar = calendar()
    #expect(calendar.category(sex: 3, title: 0, contract: 0) == nil)
    #expect(calendar.retirementMonth(of: 0, in: population, offset: 0) == nil)
  }
}
