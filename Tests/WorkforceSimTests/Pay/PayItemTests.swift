// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Items for some months, contribution bases, part-time work, payers, and changes of rates.
struct PayItemTests {
  /// One teacher for a year.
  private func one() -> SmallScenario {
    var small = SmallScenario()
    small.add(1, age: 40)
    return small
  }

  // MARK: - Months

  @Test func `a health check is paid in May only`() throws {
    var small = one()
    small.addItem("health_check", months: [5], kind: .other, 1_000)
    let runs = try small.paid()
    #expect(runs.cost(in: 2025) == 100_000)
    #expect(runs.payslips[0].filter { $0.total > 0 }.map(\.month.month) == [5, 5])
    #expect(runs.payslip(of: 0, 2025, 5)?.total == 100_000)
  }

  // 40 in May 2025 is whoever was born in May 1985 or before, whether in post for the whole year or
  // to the end of July.
  @Test(arguments: [(4, 40), (5, 40), (6, 39)], [false, true])
  func `what is paid in May goes by the age in May`(
    born: (month: Int, age: Int),
    leaves: Bool,
  ) throws {
    var small = SmallScenario()
    small.add(1, age: 39) { teacher, _ in
      teacher.birth = CompactMonth(Month(year: 1985, month: born.month))
    }
    small.addItem("birthday", months: [5])
    small.set("pay.birthday.amount", by: [.age]) { Double($0[0]) * 10 }
    if leaves {
      small.declare(.exit, "resigned")
      small.hasExits = true
      small.set("exits.resigned.probability", 1)
      small.set("pay.exit_month", by: [.month]) { $0[0] == 6 ? 1 : 0 }
    }
    let runs = try small.paid()
    #expect(runs.cost(in: 2025) == born.age * 1_000)
    #expect(runs.pay(of: 0, in: 2025) == born.age * 1_000)
  }

  // In term, March to June and September to December: 16 % of 590 + 412.35 = 1,002.35 is 160.376 ->
  // 160.38, 8 x = 1,283.04; in the other months 16 % of 590 = 94.40, 4 x = 377.60.
  // Pay: 12 x 590 + 8 x 412.35 = 10,378.80; on-costs 1,660.64; together 12,039.44.
  @Test func `contributions follow an item that is paid in term only`() throws {
    var small = one()
    small.addItem("post_pay", 590)
    small.addItem("after_school", months: [3, 4, 5, 6, 9, 10, 11, 12], 412.35)
    small.addItem("pension", of: ["post_pay", "after_school"], kind: .onCost, 0.16)
    let runs = try small.paid()
    #expect(runs.cost(["item": "after_school"], in: 2025) == 329_880)
    #expect(runs.cost(["item": "pension"], in: 2025) == 166_064)
    #expect(runs.cost(in: 2025) == 1_203_944)
    #expect(runs.pay(of: 0, in: 2025) == 1_203_944)
    #expect(runs.payslip(of: 0, 2025, 2)?.items == [59_000, 0, 9_440])
    #expect(runs.payslip(of: 0, 2025, 3)?.items == [59_000, 41_235, 16_038])
    #expect(abs(runs.average("pay", in: 2025) - 10_378.80) < 1e-9)
  }

  // MARK: - Contribution bases

  // 16 % within 3,000 and 15,000: of 590 it is 480, of 5,000.50 it is 800.08, of 20,000 it is 2,400;
  // of nothing it is nothing.
  @Test(arguments: [(0.0, 0), (590.0, 48_000), (5_000.50, 80_008), (20_000.0, 240_000)])
  func `a floor and a ceiling bound the base`(amount: Double, monthly: Int) throws {
    var small = one()
    small.addItem("post_pay", amount)
    small.addItem("pension", of: ["post_pay"], kind: .onCost, 0.16)
    small.set("pay.pension.base_floor", 3_000)
    small.set("pay.pension.base_ceiling", 15_000)
    let runs = try small.paid()
    #expect(runs.payslips[0].allSatisfy { $0.items[1] == monthly })
    #expect(runs.values("cost", ["item": "pension"], 2025) == [Double(12 * monthly) / 100])
  }

  // MARK: - Part-time work

  // Half of 1,180.45 is 590.225 -> 590.23, and a tenth of that 59.023 -> 59.02: 649.25 a month.
  // 0.7 of 1,000.05 is 700.035 -> 700.04 exactly, and a tenth of that 70.004 -> 70.00: 770.04.
  @Test(arguments: [(Float(0.5), 1_180.45, 64_925), (Float(0.7), 1_000.05, 77_004)])
  func `part-time work is paid its share`(share: Float, amount: Double, monthly: Int) throws {
    var small = one()
    small.teachers[0].fullTimeShare = share
    small.addItem("post_pay", amount)
    small.addItem("uplift", of: ["post_pay"], 0.1)
    let runs = try small.paid()
    #expect(runs.cost(in: 2025) == 12 * monthly)
    #expect(runs.payslips[0].allSatisfy { $0.total == monthly })
  }

  // MARK: - Situations

  private func schedule(_ small: SmallScenario) throws -> PaySchedule {
    let parameters = small.parameters
    let year = small.year(2025, parameters)
    let rules = try #require(small.rules(parameters).pay)
    return PaySchedule(
      rules,
      PayEntitlement(rules.settings.items, year.dimensions),
      PayWindow(rules, changes: [], in: year),
      in: year,
    )
  }

  // In post 590 + 151 = 741, and 16 % of 741 = 118.56 on top. On standby 60 % of 741 = 444.60 and
  // 16 % of 444.60 = 71.136 -> 71.14; early retired half of 741 = 370.50 and 59.28.
  @Test(
    arguments: [
      [59_000, 15_100, 0, 0, 11_856], [0, 0, 37_050, 0, 5_928], [0, 0, 0, 44_460, 7_114],
    ].enumerated().map { ($0, $1) }
  )
  func `pay out of post is a part of the pay in post`(situation: Int, expected: [Int]) throws {
    var small = one()
    let conditions = (0..<3).map { [PayCondition(.situation, [$0])] }
    small.addItem("post_pay", who: conditions[0], 590)
    small.addItem("step_pay", who: conditions[0], 151)
    let basic = ["post_pay", "step_pay"]
    small.addItem("early_pay", of: basic, who: conditions[1], reckonedAs: .inPost, 0.5)
    small.addItem("standby_pay", of: basic, who: conditions[2], reckonedAs: .inPost, 0.6)
    small.addItem("pension", of: basic + ["early_pay", "standby_pay"], kind: .onCost, 0.16)
    let schedule = try schedule(small)
    var kinds = PayKinds(capacity: 1)
    kinds[.situation, kinds.append()] = situation
    var amounts = [Int](repeating: 0, count: schedule.itemCount)
    schedule.amounts([0b11111], of: kinds, segment: 0, into: &amounts)
    #expect(amounts == expected)
  }

  // Half of 100 is 50, half of 150 is 75, half of 75 is 37.50, whatever the situation: each item is
  // reckoned for another situation than the one before it, and than the teacher's own.
  @Test func `items may be reckoned for one situation from items reckoned for another`() throws {
    var small = one()
    small.addItem("post_pay", 100)
    small.addItem("second", of: ["post_pay"], reckonedAs: .inPost, 0.5)
    small.addItem("third", of: ["post_pay", "second"], reckonedAs: .earlyRetired, 0.5)
    small.addItem("fourth", of: ["third"], reckonedAs: .inPost, 0.5)
    let schedule = try schedule(small)
    var kinds = PayKinds(capacity: 3)
    for situation in 0..<3 { kinds[.situation, kinds.append()] = situation }
    var amounts = [Int](repeating: 0, count: schedule.itemCount * kinds.capacity)
    schedule.amounts([0b1111], of: kinds, segment: 0, into: &amounts)
    #expect(amounts == [10_000, 5_000, 7_500, 3_750].flatMap { [$0, $0, $0] })
  }

  // MARK: - Rounding

  // A rate of a base on half a fen rounds up: 10 % of 0.05 is 0.005 -> 0.01; 28.5 % of 1 is 0.285 ->
  // 0.29; 1/3 of 1,000 is 333.33.
  @Test(arguments: [
    (0.05, 0.1, 1), (1.0, 0.285, 29), (1_000.0, 1.0 / 3, 33_333), (0.04, 0.1, 0),
  ])
  func `a rate is rounded half up to the fen`(base: Double, rate: Double, fen: Int) throws {
    var small = one()
    small.addItem("base", timing: .never, base)
    small.addItem("item", of: ["base"], rate)
    let runs = try small.paid()
    #expect(runs.cost(in: 2025) == 12 * fen)
  }

  // MARK: - Dates

  // 1,000 until June, 1,100.05 from July on: 6 x 1,000 + 6 x 1,100.05 = 12,600.30.
  @Test func `an amount that changes in July is paid from July on`() throws {
    var small = one()
    small.addItem("post_pay", 0)
    small.set(
      "pay.post_pay.amount",
      dated: [
        (Month(year: 1900, month: 1), [1_000]), (Month(year: 2025, month: 7), [1_100.05]),
      ],
    )
    #expect(try small.paid().cost(in: 2025) == 1_260_030)
  }

  // A lever of 30 % from 1 September on: 8 x 1,000 + 4 x 1,300 = 13,200.
  @Test func `a lever from September on moves four months of the fiscal year`() throws {
    var small = one()
    small.addItem("post_pay", 1_000)
    small.change("pay.post_pay.amount") {
      $0.adjustments.append(
        ParameterAdjustment(from: Month(year: 2025, month: 9), factor: 1.3)
      )
    }
    #expect(try small.paid().cost(in: 2025) == 1_320_000)
  }

  // Fiscal years from April: that of 2025 runs from April 2025 to March 2026, that from September as
  // the school year does, and that from October 2024 to September 2025 holds September 2025 too.
  // 100 a month, 200 from January 2026 on: 9 x 100 + 3 x 200; 4 x 100 + 8 x 200; 12 x 100.
  @Test(arguments: [(1, 1_200.0), (4, 1_500.0), (9, 2_000.0), (10, 1_200.0)])
  func `a fiscal year holds the counting day of its school year`(month: Int, cost: Double) throws {
    var small = one()
    small.addItem("post_pay", 0)
    small.set(
      "pay.post_pay.amount",
      dated: [(Month(year: 1900, month: 1), [100]), (Month(year: 2026, month: 1), [200])],
    )
    small.pay?.firstMonthOfFiscalYear = month
    #expect(try small.run().summary("cost", 2025) == [cost])
  }

  // MARK: - Payers

  // 100.01 a month. January to August, 800.08: 30 % is 240.024 -> 240.02, twice, and the rest is
  // 320.04. September to December, 400.04: 120.012 -> 120.01, twice, and the rest is 160.02.
  // Together 360.03, 360.03 and 480.06; by single months it would be 360.00, 360.00 and 480.12.
  @Test func `payers share each stretch of months, and the last one takes the rest`() throws {
    var small = one()
    small.declare(.payer, "city", "county", "province", "nobody")
    small.addItem("post_pay", 100.01)
    small.set("pay.post_pay.payer_share", by: [.payer], 0.3, 0.3, 0.4, 0)
    let runs = try small.paid()
    let found = ["city", "county", "province"].map { runs.cost(["payer": $0], in: 2025) }
    #expect(found == [36_003, 36_003, 48_006])
    let cost = runs.layout.required("cost")
    // Who never has a share has no row.
    #expect(cost.rows?.contains { cost.members(ofRow: $0)[3] == 3 } == false)
  }

  // The payer of a month is the one of that month: the county until June, the province from July.
  @Test func `another payer pays from the date on`() throws {
    var small = one()
    small.declare(.payer, "county", "province")
    small.addItem("post_pay", 100)
    small.set(
      "pay.post_pay.payer_share",
      by: [.payer],
      dated: [(Month(year: 1900, month: 1), [1, 0]), (Month(year: 2025, month: 7), [0, 1])],
    )
    let runs = try small.paid()
    #expect(runs.cost(["payer": "county"], in: 2025) == 60_000)
    #expect(runs.cost(["payer": "province"], in: 2025) == 60_000)
  }
}
