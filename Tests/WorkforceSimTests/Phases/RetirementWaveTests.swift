// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The wave of retirements that the law of 2024 gives to a uniform stock.
struct RetirementWaveTests {
  /// Ten men born in every month from 60 years before the opening to 1989, in service since 1990.
  private func tenMenAMonth(firstMonth: Int, years: ClosedRange<Int>) -> SmallScenario {
    var small = SmallScenario.underTheLawOf2024(years: 1)
    small.calendar = SchoolCalendar(
      firstMonthOfYear: firstMonth,
      firstYear: years.lowerBound,
      lastYear: years.upperBound,
    )
    let oldest = small.calendar.openingMonth + (1 - 60 * 12)
    for birth in oldest.index...Month(year: 1989, month: 12).index {
      small.add(10, age: 40) { teacher, _ in
        teacher.birth = CompactMonth(Month(index: birth))
        teacher.serviceStart = CompactMonth(Month(year: 1990, month: 9))
      }
    }
    return small
  }

  @Test(arguments: [9, 12])
  func `under the old law 120 retire in every year`(firstMonth: Int) throws {
    var small = tenMenAMonth(firstMonth: firstMonth, years: 2020...2044)
    small.set("retirement.maximum_delay", by: [.category], 0, 0, 0)
    let runs = try small.run()
    for year in 2020...2044 { #expect(runs.summary("retired", year) == [120]) }
  }

  /// The months in which no man retires: January 2025 and every fifth month to August 2039.
  ///
  /// Four birth months share a delay, so the months of retirement move on by five for every four
  /// birth months, and one month in five stays empty until the delay has reached 36 months.
  private static let emptyMonths = (0...35).map { Month(year: 2025, month: 1) + 5 * $0 }

  @Test(arguments: [9, 12])
  func `under the law of 2024 a year has 90 or 100 until 2039`(firstMonth: Int) throws {
    let runs = try tenMenAMonth(firstMonth: firstMonth, years: 2020...2044).run()
    for year in 2020...2044 {
      let last = Month(year: year, month: firstMonth)
      let empty = Self.emptyMonths.count { $0 > last + -12 && $0 <= last }
      let retired = runs.summary("retired", year)
      #expect(retired == [Double(120 - 10 * empty)])
      let isWhollyInStep = last + -11 >= Month(year: 2025, month: 1) && year <= 2039
      if isWhollyInStep && (firstMonth == 12 || year < 2039) {
        #expect(retired == [90] || retired == [100])
      }
      if last < Month(year: 2025, month: 1) || year > 2039 { #expect(retired == [120]) }
    }
  }

  @Test func `until the law is in force nothing differs from a world without it`() throws {
    let offsets = Array(Axis.offset.numbers ?? 0...0)
    func run(maximumDelay: [(from: Month, [Double])]) throws -> (
      leavers: [[Double]], stock: [[Double]]
    ) {
      var small = tenMenAMonth(firstMonth: 9, years: 2016...2030)
      small.retirement?[0] = RetirementAssignment(category: 0, sexes: [0], mayLeaveAs: 1)
      small.set("retirement.maximum_delay", by: [.category], dated: maximumDelay)
      small.set("retirement.choice", by: [.offset]) {
        [-60, -24, 0].contains(offsets[$0[0]]) ? 1.0 / 3 : 0
      }
      small.hasEarlyRetirement = true
      small.set("early_retirement.years_before", 3)
      small.set("early_retirement.service_years", 60)
      small.set("early_retirement.take_up", 0.3)
      let runs = try small.run()
      return (
        (2016...2030).map { runs.summary("retired", $0) },
        (2016...2030).map { runs.summary("early_retired_stock", $0) },
      )
    }
    let before = Month(year: 1978, month: 6)
    let reformed = try run(
      maximumDelay: [(before, [0, 0, 0]), (Month(year: 2025, month: 1), [36, 36, 60])]
    )
    let old = try run(maximumDelay: [(before, [0, 0, 0])])
    // The year 2024 ends on 1 September 2024.
    #expect(reformed.leavers[...8] == old.leavers[...8])
    #expect(reformed.stock[...8] == old.stock[...8])
    #expect(reformed.leavers[9...] != old.leavers[9...])
    #expect(reformed.stock[9...] != old.stock[9...])
  }

  @Test func `the law moves the same people to later years and loses nobody`() throws {
    let years = 2020...2052
    let new = try tenMenAMonth(firstMonth: 9, years: years).run()
    var small = tenMenAMonth(firstMonth: 9, years: years)
    small.set("retirement.maximum_delay", by: [.category], 0, 0, 0)
    let old = try small.run()
    var difference = 0.0
    for year in years {
      difference += old.summary("retired", year)[0] - new.summary("retired", year)[0]
      #expect(difference >= 0)
      #expect(new.summary("headcount", year)[0] - old.summary("headcount", year)[0] == difference)
    }
    // The men of October to December 1989 reach 63 after September 2052.
    #expect(new.summary("headcount", 2052)[0] == 30)
    // In the end the stock is larger by three years of 120.
    #expect(new.summary("headcount", 2045)[0] - old.summary("headcount", 2045)[0] == 360)
  }
}
