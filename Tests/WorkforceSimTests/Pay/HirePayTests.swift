// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What a new teacher is paid, month by month.
struct HirePayTests {
  /// A second-grade teacher (二级) with a bachelor's degree begins in a mountain county.
  ///
  /// Entry step 7 for the degree; the township allowance is 200 in the first year of service and
  /// 240 after it; pension contributions are 16 % of basic pay.
  private func mountains() -> (small: SmallScenario, hire: UInt64) {
    var small = SmallScenario(years: 3)
    small.declare(.region, "plain", "mountain")
    small.declare(.degree, "college", "bachelor")
    small.addPublishedPay()
    small.addItem("township", by: [.region], 0, 0)
    small.addItem(
      "pension",
      of: ["post_pay", "step_pay", "teacher_uplift"],
      kind: .onCost,
      0.16,
    )
    small.set("pay.township.amount", by: [.region, .experience]) { place in
      place[0] == 0 ? 0 : place[1] == 0 ? 200 : 240
    }
    small.set("pay.entry_step", by: [.degree], 5, 7)
    let hire = small.hireOne(region: 1)
    small.set("recruitment.all.degree", by: [.degree], 0, 1)
    small.set("recruitment.all.title", by: [.title], 0, 1, 0, 0, 0)
    return (small, hire)
  }

  // Grade 12: post pay 590. Steps 7 and 8: 151 and 165.
  // September 2025 to August 2026:   590 + 151 + 74.10 + 200 = 1,015.10; pension 16 % of 815.10
  //   = 130.416 -> 130.42; 1,145.52 a month.
  // September to December 2026, township 240:                            1,185.52 a month.
  // From January 2027, the second January: 590 + 165 + 75.50 + 240 = 1,070.50; pension 16 % of
  //   830.50 = 132.88;                                                   1,203.38 a month.
  // 2025:  4 x 1,145.52                   =  4,582.08
  // 2026:  8 x 1,145.52 + 4 x 1,185.52    = 13,906.24
  // 2027: 12 x 1,203.38                   = 14,440.56
  @Test func `a new teacher of the second grade in a mountain county`() throws {
    let (small, hire) = mountains()
    let runs = try small.paid()
    #expect((2025...2027).map { runs.cost(in: $0) } == [458_208, 1_390_624, 1_444_056])
    #expect((2025...2027).map { runs.pay(of: hire, in: $0) } == [458_208, 1_390_624, 1_444_056])
    // By item in 2026: 12 x 590, 12 x 151, 12 x 74.10, 8 x 200 + 4 x 240, 12 x 130.42.
    let items = ["post_pay", "step_pay", "teacher_uplift", "township", "pension"]
    let found = items.map { runs.cost(["item": $0, "region": "mountain"], in: 2026) }
    #expect(found == [708_000, 181_200, 88_920, 256_000, 156_504])
    #expect(runs.cost(["region": "plain"], in: 2026) == 0)
  }

  @Test func `the first payslip is that of September, and steps rise in the second January`()
    throws
  {
    let (small, hire) = mountains()
    let slips = try small.paid().payslips[0].filter { $0.teacher == hire }
    #expect(slips.first?.month == Month(year: 2025, month: 9))
    // The window of the year after the last one closes the last fiscal year.
    #expect(slips.count == 3 * 12)
    let steps = slips.map(\.step)
    let expected = [(7, 16), (8, 12), (9, 8)].flatMap { [Int](repeating: $0.0, count: $0.1) }
    #expect(steps == expected)
    #expect(slips.allSatisfy { $0.postGrade == Int(PublishedPay.grade(12)) })
  }

  // Without a place in the grade above, the hire of 1 September 2025 whose title rises in the first
  // review (that of September 2026) is paid grade 12 and step 7 until December 2025: 815.10 a month,
  // 4 x 815.10 = 3,260.40. From January 2026 on the pay is that of grade 10 and, as steps do not
  // rise in the first window, its start step 9: 680 + 181 + 86.10 = 947.10, 12 x 947.10 = 11,365.20.
  @Test func `a title that rises within the first year is paid from January on`() throws {
    var small = SmallScenario(years: 2)
    small.addPublishedPay()
    let hire = small.hireOne()
    small.set("recruitment.all.title", by: [.title], 0, 1, 0, 0, 0)
    small.set("pay.entry_step", 7)
    small.titles = (.review, .headcount)
    small.set("titles.years_required", by: [.title], 99, 1, 99, 99, 99)
    let runs = try small.paid()
    #expect((2025...2026).map { runs.pay(of: hire, in: $0) } == [326_040, 1_136_520])
  }

  // 200,000 once, in the first month that is paid; with a delay of two months that is November.
  // Basic pay 815.10 a month: September to December 3,260.40, November and December 1,630.20.
  @Test(arguments: [(0.0, 9, 326_040), (2.0, 11, 163_020)])
  func `the settlement grant comes once, with the first pay`(
    delay: Double,
    month: Int,
    pay: Int,
  ) throws {
    var small = SmallScenario(years: 2)
    small.declare(.channel, "direct", "open")
    small.addPublishedPay()
    small.addItem(
      "settlement_grant",
      who: [PayCondition(.channel, [0])],
      timing: .onEntry,
      kind: .other,
      200_000,
    )
    let hire = small.hireOne()
    small.recruitment?.channels.append(
      ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)
    )
    small.set("recruitment.direct.title", by: [.title], 0, 1, 0, 0, 0)
    small.set("pay.entry_step", 7)
    small.set("pay.entry_delay", by: [.channel], delay, 0)
    // Somebody who was there before gets no grant.
    let old = small.addPaid(grade: 12, step: 7) { $0.channel = 0 }
    let runs = try small.paid()
    let grant = 4
    #expect(runs.pay(of: hire, in: 2025, item: grant) == 20_000_000)
    #expect(runs.payslip(of: hire, 2025, month)?.items[grant] == 20_000_000)
    #expect(runs.payslip(of: hire, 2025, month - 1) == nil)
    #expect(runs.pay(of: hire, in: 2025) == 20_000_000 + pay)
    #expect(runs.cost(["item": "settlement_grant"], in: 2025) == 20_000_000)
    #expect(runs.cost(["item": "settlement_grant"], in: 2026) == 0)
    #expect(runs.pay(of: old, in: 2025, item: grant) == 0)
  }
}
