// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Flexible retirement: which months teachers choose, and which choices were still ahead of them.
struct RetirementChoiceTests {
  static let count = 20_000
  static let shares: [(offset: Int, share: Double)] = [
    (-36, 0.15), (-12, 0.10), (0, 0.72), (12, 0.02), (36, 0.01),
  ]
  static let birth = Month(year: 1980, month: 1)
  /// 63 years, the age of men at the end of the reform.
  static let statutory = Month(year: 2043, month: 1)

  /// The months that men of one birth month choose who were all in post on a day.
  private func months(
    _ shares: [(offset: Int, share: Double)],
    birth: Month = birth,
    service: Month = Month(year: 2003, month: 9),
    after start: Month,
    replication: UInt32 = 0,
  ) -> [Month?] {
    var small = SmallScenario.underTheLawOf2024(years: 40)
    small.setRetirementChoice(shares)
    let teachers = (0..<Self.count).map {
      Teacher(
        id: UInt64($0),
        cell: 0,
        birth: CompactMonth(birth),
        serviceStart: CompactMonth(service),
      )
    }
    return chosenMonths(of: teachers, in: small, after: start, replication: replication)
  }

  /// The months that teachers choose under the parameters of a scenario.
  private func chosenMonths(
    of teachers: [Teacher],
    in small: SmallScenario,
    after start: Month,
    replication: UInt32 = 0,
  ) -> [Month?] {
    let parameters = small.parameters
    let calendar = RetirementCalendar(
      RetirementRules(parameters, assignments: small.retirement ?? []),
      parameters: ParameterDraw(parameters, key: nil),
      dimensions: small.dimensions,
      months: small.calendar.openingMonth...small.calendar.countMonth(of: small.calendar.lastYear),
    )
    var population = Population()
    for teacher in teachers { population.append(teacher) }
    let key = RandomKey(seed: small.seed, replication: replication)
    var draws = ChoiceStream(key: key, decision: .retirementChoice, year: 0)
    return teachers.indices.map { row in
      let draw = calendar.choices[0].draw(for: [teachers[row].id], using: &draws)[0]
      return calendar.chosenMonth(of: row, category: 0, in: population, after: start, draw: draw)
    }
  }

  /// The tail of a chi-square test of months against shares that need not add up to one.
  private func tail(_ months: [Month?], _ expected: [(month: Month, share: Double)]) -> Double {
    let sum = expected.reduce(0) { $0 + $1.share }
    let observed = expected.map { choice in months.count { $0 == choice.month } }
    #expect(observed.reduce(0, +) == months.count)
    return chiSquareTail(
      observed: observed,
      expected: expected.map { Double(months.count) * $0.share / sum },
    )
  }

  @Test(arguments: [shares, [(-24, 0.5), (24, 0.5)], [(-1, 1), (0, 2), (1, 3)]])
  func `offsets are chosen by their shares`(shares: [(offset: Int, share: Double)]) {
    let chosen = months(shares, after: Month(year: 2030, month: 9))
    #expect(tail(chosen, shares.map { (Self.statutory + $0.offset, $0.share) }) > believable)
  }

  @Test func `wrong shares are found out`() {
    let chosen = months(Self.shares, after: Month(year: 2030, month: 9))
    let wrong = zip(Self.shares, [0.16, 0.10, 0.71, 0.02, 0.01]).map {
      (Self.statutory + $0.offset, $1)
    }
    #expect(tail(chosen, wrong) < believable)
  }

  @Test(arguments: [(-37, 5), (-36, 4), (-13, 4), (-12, 3), (-1, 3), (0, 2), (11, 2)])
  func `choices ahead share what those of the past leave`(start: Int, left: Int) {
    let chosen = months(Self.shares, after: Self.statutory + start)
    let ahead = Self.shares.suffix(left).map { (Self.statutory + $0.offset, $0.share) }
    #expect(tail(chosen, ahead) > believable)
  }

  @Test func `a choice that is ahead is kept`() {
    let start = Self.statutory + -12
    let first = months(Self.shares, after: Month(year: 2030, month: 9))
    let second = months(Self.shares, after: start)
    for (before, after) in zip(first, second) {
      guard let before, before > start else { continue }
      #expect(after == before)
    }
  }

  @Test func `the last choice holds when all have passed`() {
    for start in [36, 37, 100] {
      let chosen = months(Self.shares, after: Self.statutory + start)
      #expect(Set(chosen) == [Self.statutory + 36])
    }
  }

  @Test func `an early choice without contribution years counts by the month it falls back on`() {
    // Statutory month November 2026; 15 years of service are reached in September 2026. Five months
    // early they are not, which leaves November; two months early they are.
    let statutory = Month(year: 2026, month: 11)
    let shares = [(-5, 0.5), (-2, 0.3), (0, 0.1), (36, 0.1)]
    func chosen(after start: Month) -> [Month?] {
      months(
        shares,
        birth: Month(year: 1966, month: 6),
        service: Month(year: 2011, month: 9),
        after: start,
      )
    }
    let all = [(statutory + -2, 0.3), (statutory, 0.6), (statutory + 36, 0.1)]
    #expect(tail(chosen(after: statutory + -3), all) > believable)
    #expect(tail(chosen(after: statutory + -1), Array(all.dropFirst())) > believable)
  }

  @Test(arguments: [-36, -12, 0, 12, 36])
  func `share 1 is chosen by everybody and share 0 by nobody`(offset: Int) {
    let shares = Self.shares.map { ($0.offset, $0.offset == offset ? 1.0 : 0) }
    for start in [Month(year: 2030, month: 9), Self.statutory, Self.statutory + 60] {
      #expect(Set(months(shares, after: start)) == [Self.statutory + offset])
    }
  }

  @Test func `without any share everybody takes the statutory month`() {
    #expect(RetirementChoice([(-12, 0), (12, 0)]).options.map(\.offset) == [0])
    #expect(RetirementChoice([]).options.map(\.share) == [1])
  }

  @Test func `shares are scaled to one`() {
    let choice = RetirementChoice([(-12, 1), (-6, 0), (0, 2), (6, 1)])
    #expect(choice.options.map(\.offset) == [-12, 0, 6])
    #expect(choice.options.map(\.share) == [0.25, 0.5, 0.25])
  }

  @Test func `replications choose independently`() {
    let start = Month(year: 2030, month: 9)
    let pairs = zip(
      months(Self.shares, after: start),
      months(Self.shares, after: start, replication: 1),
    )
    // Both of a pair take the statutory month with probability 0.72².
    let both = Double(pairs.count { $0 == Self.statutory && $1 == Self.statutory })
    let law = Binomial(trials: Self.count, probability: 0.72 * 0.72)
    #expect(abs(both - law.mean) < 5 * law.variance.squareRoot())
  }

  @Test func `a teacher goes in the year of the choice of a lifetime`() throws {
    // Everybody is 64½ at the opening and 65 in March 2025: who chose 64 would be gone.
    var small = SmallScenario(years: 4)
    small.retirement = [RetirementAssignment(category: 0)]
    small.set("retirement.original_age", 65)
    small.set("retirement.flexible_early_limit", 36)
    small.set("retirement.flexible_late_limit", 36)
    small.setRetirementChoice([(-12, 0.3), (0, 0.4), (12, 0.2), (36, 0.1)])
    small.add(400, age: 64)
    let runs = try small.run(replications: 2)
    for replication in 0..<2 {
      let chosen = chosenMonths(
        of: small.teachers,
        in: small,
        after: small.calendar.openingMonth,
        replication: UInt32(replication),
      )
      for (year, offset) in [(2025, 0), (2026, 12), (2027, 24), (2028, 36)] {
        let leaving = chosen.count { $0 == Month(year: 2025, month: 3) + offset }
        #expect(runs.summary("retired", year)[replication] == Double(leaving))
        #expect(leaving > 0 || year == 2027)
      }
    }
  }
}
