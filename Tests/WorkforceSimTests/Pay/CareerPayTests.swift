// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What teachers are paid whose year holds a change: promotion, early retirement, another contract.
struct CareerPayTests {
  // MARK: - Promotion

  /// Second-grade teachers on grade 12 with five years in the title, of whom the review of September
  /// 2026 promotes all.
  private func promotion(month: Double) -> (small: SmallScenario, low: UInt64, high: UInt64) {
    var small = SmallScenario.withPublishedPay(years: 3)
    small.titles = (.review, .headcount)
    small.set("titles.years_required", by: [.title], 99, 5, 99, 99, 99)
    small.set("pay.promotion_month", month)
    func begin(_ teacher: inout Teacher) {
      // Not yet five years of teaching at any time, so that no allowance mixes in.
      teacher.serviceStart = CompactMonth(Month(year: 2023, month: 9))
      teacher.titleStart = CompactMonth(Month(year: 2021, month: 9))
    }
    let low = small.addPaid(grade: 12, step: 6, age: 30, begin)
    let high = small.addPaid(grade: 12, step: 20, age: 30, begin)
    return (small, low, high)
  }

  // Low step 6 in September 2024, 7 from January 2025.
  // 2025: grade 12, step 7: 590 + 151 + 74.10 = 815.10;                    12 x = 9,781.20
  // 2026: grade 10 from January; step 8, but at least 9: 680 + 181 + 86.10 = 947.10; 12 x = 11,365.20
  // 2027: the step rises from 9 to 10: 680 + 197 + 87.70 = 964.70;         12 x = 11,576.40
  @Test func `a promotion in January lifts the step to the start of the new grade`() throws {
    let (small, low, _) = promotion(month: 1)
    let runs = try small.paid()
    #expect((2025...2027).map { runs.pay(of: low, in: $0) } == [978_120, 1_136_520, 1_157_640])
    #expect(runs.payslip(of: low, 2025, 12)?.step == 7)
    #expect(runs.payslip(of: low, 2026, 1)?.step == 9)
    #expect(runs.payslip(of: low, 2027, 1)?.step == 10)
  }

  // The other one has step 20 in 2024, 21 (443) in 2025 and 22 (471) in 2026, above the floor.
  // 2025: 590 + 443 + 103.30 = 1,136.30;  12 x = 13,635.60
  // 2026: 680 + 471 + 115.10 = 1,266.10;  12 x = 15,193.20
  @Test func `a step above the start of the new grade is kept`() throws {
    let (small, _, high) = promotion(month: 1)
    let runs = try small.paid()
    #expect((2025...2026).map { runs.pay(of: high, in: $0) } == [1_363_560, 1_519_320])
  }

  // January to June 2026: 590 + 165 + 75.50 = 830.50, 6 x = 4,983.00; from July 947.10, 6 x =
  // 5,682.60; together 10,665.60. In 2027 step 10 as before.
  @Test func `another month of promotion moves the grade, not the step`() throws {
    let (small, low, _) = promotion(month: 7)
    let runs = try small.paid()
    #expect((2026...2027).map { runs.pay(of: low, in: $0) } == [1_066_560, 1_157_640])
  }

  // Promoted in November 2025, before steps rise: 10 months of 815.10 and, with step 9, 2 of 947.10 are
  // 10,045.20; from January 2026 step 10, 12 x 964.70 = 11,576.40.
  @Test func `a step that a promotion has lifted rises from there in the same window`() throws {
    let (small, low, _) = promotion(month: 11)
    let runs = try small.paid()
    #expect((2025...2026).map { runs.pay(of: low, in: $0) } == [1_004_520, 1_157_640])
    let steps = [(2025, 10, 7), (2025, 11, 9), (2026, 1, 10), (2027, 1, 11)]
    for (year, month, step) in steps {
      #expect(runs.payslip(of: low, year, month)?.step == step)
    }
  }

  // Grade 10 begins at step 9 (181): a step 2 that a roster states is paid as 9, and rises to 3, so
  // that 9 is paid still: 680 + 181 + 86.10 = 947.10; with 3 CNY for five years of teaching 950.10.
  @Test func `a step below the start of the grade is paid as the start, in tables and on payslips`()
    throws
  {
    var small = SmallScenario.withPublishedPay()
    let teacher = small.addPaid(grade: 10, step: 2) {
      $0.serviceStart = CompactMonth(Month(year: 2018, month: 9))
    }
    let runs = try small.paid()
    #expect(runs.pay(of: teacher, in: 2025) == 12 * 95_010)
    #expect(runs.cost(in: 2025) == 12 * 95_010)
  }

  // MARK: - Early retirement

  // Grade 9 (730), step 22 in 2024, 23 (499) in 2025, 24 (527) in 2026; more than 20 years: 10.
  // January and February 2025, in post: 730 + 499 + 122.90 + 10 + performance 800 = 2,161.90;
  //   pension 16 % of 730 + 499 + 122.90 = 1,351.90: 216.304 -> 216.30;   2 x 2,378.20 =  4,756.40
  // From March, early retired: 85 % of 730 + 499 + 122.90 + 10 = 1,361.90: 1,157.615 -> 1,157.62;
  //   pension 16 % of that: 185.2192 -> 185.22;                         10 x 1,342.84 = 13,428.40
  // 2025:                                                                               18,184.80
  // 2026, step 24: 85 % of 730 + 527 + 125.70 + 10 = 1,392.70: 1,183.795 -> 1,183.80; pension
  //   189.408 -> 189.41;                                                12 x 1,373.21 = 16,478.52
  @Test func `early retirement in March, on part of the pay of those in post`() throws {
    let inPost = PayCondition(.situation, [0])
    var small = SmallScenario(years: 2)
    small.addPublishedPay(who: [inPost])
    small.addItem("performance", who: [inPost], 800)
    small.addItem(
      "early_retirement_pay",
      of: ["post_pay", "step_pay", "teacher_uplift", "teaching_years"],
      who: [PayCondition(.situation, [1])],
      kind: .other,
      reckonedAs: .inPost,
      0.85,
    )
    small.addItem(
      "pension",
      of: ["post_pay", "step_pay", "teacher_uplift", "early_retirement_pay"],
      kind: .onCost,
      0.16,
    )
    small.retirement = [RetirementAssignment(category: 0)]
    small.set("retirement.original_age", 60)
    small.hasEarlyRetirement = true
    small.set("early_retirement.years_before", 5)
    small.set("early_retirement.service_years", 99)
    small.set("early_retirement.take_up", 1)
    small.set("pay.early_retirement_month", by: [.month]) { $0[0] == 2 ? 1 : 0 }
    let teacher = small.addPaid(grade: 9, step: 22, age: 55)
    let runs = try small.paid()
    #expect((2025...2026).map { runs.pay(of: teacher, in: $0) } == [1_818_480, 1_647_852])
    #expect((2025...2026).map { runs.cost(in: $0) } == [1_818_480, 1_647_852])
    #expect(runs.cost(["item": "early_retirement_pay"], in: 2025) == 1_157_620)
    // Two months in post: 4,323.80 over a sixth of a teacher are 25,942.80 a year.
    #expect(abs(runs.average("paid_teachers", in: 2025) - 2.0 / 12) < 1e-12)
    #expect(abs(runs.average("pay", in: 2025) - 4_323.80) < 1e-9)
    #expect(abs(runs.average("pay_per_head", in: 2025) - 25_942.80) < 1e-9)
    #expect(runs.average("pay_per_head", in: 2026) == 0)
  }

  // Amounts without years of service: 2 x 1,000 in post and 10 x 600 early retired are 8,000; 2 x 1,000
  // before March and 10 x 1,500 on the other contract are 17,000; 6 x 1,000 and 6 x 1,200 are 13,200.
  @Test func `changes within a year are seen where pay depends on no length of time`() throws {
    var early = SmallScenario()
    early.addItem("pay", by: [.situation], 1_000, 600, 0)
    early.retirement = [RetirementAssignment(category: 0)]
    early.set("retirement.original_age", 60)
    early.hasEarlyRetirement = true
    early.set("early_retirement.years_before", 5)
    early.set("early_retirement.service_years", 99)
    early.set("early_retirement.take_up", 1)
    early.set("pay.early_retirement_month", by: [.month]) { $0[0] == 2 ? 1 : 0 }
    early.add(1, age: 55)
    #expect(try early.run().summary("cost", 2025) == [8_000])

    var converted = SmallScenario()
    converted.declare(.contract, "established", "special_post")
    converted.addItem("pay", by: [.contract], 1_500, 1_000)
    converted.contracts = [nil, 0]
    converted.set("contracts.years", by: [.contract], 0, 3)
    converted.add(1, age: 30) { teacher, _ in
      teacher.contract = 1
      teacher.contractEnd = CompactMonth(Month(year: 2025, month: 3))
    }
    #expect(try converted.run().summary("cost", 2025) == [17_000])

    var promoted = SmallScenario()
    promoted.declare(.title, "second", "first")
    promoted.addItem("pay", by: [.title], 1_000, 1_200)
    promoted.titles = (.review, .headcount)
    promoted.set("pay.promotion_month", 7)
    promoted.add(1, age: 30)
    #expect(try promoted.run().summary("cost", 2025) == [13_200])
  }

  // MARK: - Contracts

  /// A special-post teacher whose contract ends in a month and becomes an established one.
  ///
  /// Special posts are paid 3,200 and have no steps; established teachers grade 12 from step 7.
  private func specialPost(until month: Month, age: Int = 30) -> (SmallScenario, UInt64) {
    var small = SmallScenario(years: 2)
    small.declare(.contract, "established", "special_post")
    small.addPublishedPay(who: [PayCondition(.contract, [0])])
    small.addItem("special_post_pay", who: [PayCondition(.contract, [1])], 3_200)
    small.contracts = [nil, 0]
    small.set("contracts.years", by: [.contract], 0, 3)
    small.set("contracts.maximum_age", by: [.contract], 120, 40)
    small.set("pay.step_rise", by: [.contract], 1, 0)
    let teacher = small.addPaid(grade: 12, step: 7, age: age) {
      $0.contract = 1
      $0.contractEnd = CompactMonth(month)
      $0.serviceStart = CompactMonth(Month(year: 2023, month: 9))
    }
    return (small, teacher)
  }

  // Grade 12, step 7: 815.10; step 8: 830.50.
  // On 1 September 2025: 8 x 3,200 + 4 x 815.10 = 28,860.40; 2026, step 8: 12 x 830.50 = 9,966.00.
  // In March 2025, after the steps rose without hers: 2 x 3,200 + 10 x 815.10 = 14,551.00; 9,966.00.
  // In November 2024, so that the step rises in January: 12 x 830.50 = 9,966.00; with step 9 (181)
  //   590 + 181 + 77.10 = 848.10 in 2026, 12 x = 10,177.20.
  @Test(arguments: [
    (Month(year: 2025, month: 9), [2_886_040, 996_600]),
    (Month(year: 2025, month: 3), [1_455_100, 996_600]),
    (Month(year: 2024, month: 11), [996_600, 1_017_720]),
  ])
  func `a special post becomes an established one from the month of its end on`(
    month: Month,
    expected: [Int],
  ) throws {
    let (small, teacher) = specialPost(until: month)
    let runs = try small.paid()
    #expect((2025...2026).map { runs.pay(of: teacher, in: $0) } == expected)
    #expect((2025...2026).map { runs.cost(in: $0) } == expected)
  }

  // January and February at 3,200, and nothing from March on; to the end of August for September.
  @Test(arguments: [(3, 640_000), (9, 2_560_000)])
  func `a contract that ends is paid up to the month before`(month: Int, expected: Int) throws {
    let (small, teacher) = specialPost(until: Month(year: 2025, month: month), age: 45)
    let runs = try small.paid()
    #expect(runs.pay(of: teacher, in: 2025) == expected)
    #expect(runs.cost(in: 2025) == expected)
    #expect(runs.cost(in: 2026) == 0)
  }

  // MARK: - Exits

  // Grade 12, step 8 in 2025 (7 + 1): 830.50 a month, 3 more for five years of teaching and over.
  // Whoever leaves in June is paid six months: 6 x 833.50 = 5,001.00; in January one: 833.50.
  @Test(arguments: [(1, 83_350), (6, 500_100), (8, 666_800)])
  func `those who leave are paid to the end of the month that is drawn`(
    month: Int,
    expected: Int,
  ) throws {
    var small = SmallScenario(years: 2)
    small.declare(.exit, "resigned", "died")
    small.addPublishedPay()
    small.hasExits = true
    small.set("exits.resigned.probability", 1)
    small.set("exits.died.probability", 0)
    small.set("pay.exit_month", by: [.exit, .month]) { place in
      place[0] == 0 ? (place[1] == month - 1 ? 1 : 0) : 1
    }
    let teacher = small.addPaid(grade: 12, step: 7, age: 31)
    small.teachers[0].serviceStart = CompactMonth(Month(year: 2018, month: 9))
    let runs = try small.paid()
    #expect(runs.pay(of: teacher, in: 2025) == expected)
    #expect(runs.cost(in: 2025) == expected)
  }
}
