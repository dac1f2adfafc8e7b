// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What the month of retirement costs.
struct RetirementPayTests {
  /// A woman on grade 8 with step 28 in September 2024, with or without the reform of 2024.
  ///
  /// She has taught for more than 20 years; pension contributions are 16 % of all pay.
  private func woman(_ birth: Month, reform: Bool = true) -> (SmallScenario, UInt64) {
    var small = SmallScenario.underTheLawOf2024(years: 2)
    small.addPublishedPay()
    small.addItem(
      "pension",
      of: ["post_pay", "step_pay", "teacher_uplift", "teaching_years"],
      kind: .onCost,
      0.16,
    )
    if !reform { small.set("retirement.maximum_delay", 0) }
    let teacher = small.addPaid(grade: 8, step: 28) {
      $0.sex = 1
      $0.birth = CompactMonth(birth)
      $0.serviceStart = CompactMonth(Month(year: 1993, month: 9))
    }
    return (small, teacher)
  }

  // 2025, step 29: 780 + 673 + 145.30 + 10 = 1,608.30; pension 257.328 -> 257.33; 1,865.63 a month,
  //   12 x 1,865.63 = 22,387.56.
  // 2026, step 30: 780 + 703 + 148.30 + 10 = 1,641.30; pension 262.608 -> 262.61; 1,903.91 a month.
  // With the reform she retires in August 2026: 8 x 1,903.91 = 15,231.28.
  // Without it, at 55 in April 2026:            4 x 1,903.91 =  7,615.64.
  // So the reform costs                         4 x 1,903.91 =  7,615.64.
  @Test func `the reform keeps a woman born in April 1971 in pay for four months more`() throws {
    let birth = Month(year: 1971, month: 4)
    let found = try [true, false].map { reform in
      let (small, teacher) = woman(birth, reform: reform)
      let runs = try small.paid()
      #expect(runs.cost(in: 2025) == 2_238_756)
      #expect(runs.pay(of: teacher, in: 2026) == runs.cost(in: 2026))
      #expect(runs.payslip(of: teacher, 2026, reform ? 8 : 4) != nil)
      #expect(runs.payslip(of: teacher, 2026, reform ? 9 : 5) == nil)
      return runs.cost(in: 2026)
    }
    #expect(found == [1_523_128, 761_564])
  }

  // Without the reform a woman born in September 1971 retires in September 2026, the month of the
  // counting day: 9 x 1,903.91 = 17,135.19, or eight months, 15,231.28, if it is not paid. So do
  // women of other months: 1 and 0 x 1,903.91, 8 and 7 x 1,903.91 = 13,327.37, and so on.
  @Test(arguments: [
    (1, 190_391, 0), (8, 1_523_128, 1_332_737), (9, 1_713_519, 1_523_128),
    (10, 1_903_910, 1_713_519), (12, 2_284_692, 2_094_301),
  ])
  func `the month of retirement is paid whole or not at all`(
    month: Int,
    paid: Int,
    unpaid: Int,
  ) throws {
    for (rule, expected) in [(1.0, paid), (0, unpaid)] {
      var (small, teacher) = woman(Month(year: 1971, month: month), reform: false)
      small.set("pay.retirement_month_is_paid", rule)
      let runs = try small.paid()
      #expect(runs.cost(in: 2026) == expected)
      #expect(runs.pay(of: teacher, in: 2026) == expected)
    }
  }

  // Paid a third of 2026, and of nothing else: 4 x 1,641.30 = 6,565.20 over a third of a teacher.
  @Test func `average pay counts the months that are paid`() throws {
    let runs = try woman(Month(year: 1971, month: 4), reform: false).0.paid()
    #expect(abs(runs.average("paid_teachers", in: 2026) - 4.0 / 12) < 1e-12)
    #expect(abs(runs.average("pay", in: 2026) - 6_565.20) < 1e-9)
    #expect(abs(runs.average("pay_per_head", in: 2026) - 12 * 1_641.30) < 1e-9)
    #expect(abs(runs.summary("pay_per_head", 2026)[0] - 12 * 1_641.30) < 1e-9)
  }
}
