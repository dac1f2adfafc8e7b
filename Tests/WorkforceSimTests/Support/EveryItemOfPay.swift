// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

extension SmallScenario {
  /// Two counties with every phase at work, pay included.
  static func everythingPaid(years: Int = 3) -> SmallScenario {
    var small = SmallScenario.everythingOn(years: years)
    small.addEveryItem()
    small.addCareersOfPay()
    return small
  }

  /// Declares items of every kind, two grades for each title and two payers.
  mutating func addEveryItem() {
    let established = PayCondition(.contract, [0])
    let inPost = PayCondition(.situation, [0])
    let term = [3, 4, 5, 6, 9, 10, 11, 12]
    declare(.payer, "county", "province")
    declareTwoGradesForEachTitle()
    addItem("post_pay", who: [established, inPost], 0)
    addItem("step_pay", who: [established, inPost], 0)
    addItem("uplift", of: ["post_pay", "step_pay"], who: [inPost], 0.1)
    addItem("teaching_years", who: [inPost], 0)
    addItem("reference", timing: .never, by: [.stage], 1_733.35, 1_918.05)
    addItem("performance", of: ["reference"], who: [inPost], 0.7)
    addItem("head_teacher", who: [PayCondition(.role, [0])], months: term, 412.35)
    addItem("special_post_pay", who: [PayCondition(.contract, [1])], 3_205.05)
    addItem("location", by: [.location], 0)
    addItem(
      "early_pay",
      of: ["post_pay", "step_pay", "uplift", "performance"],
      who: [PayCondition(.situation, [1])],
      kind: .other,
      reckonedAs: .inPost,
      0.715,
    )
    addItem(
      "standby_pay",
      of: ["post_pay", "step_pay"],
      who: [PayCondition(.situation, [2])],
      kind: .other,
      reckonedAs: .inPost,
      0.6,
    )
    addItem(
      "pension",
      of: ["post_pay", "step_pay", "performance", "head_teacher", "early_pay"],
      kind: .onCost,
      0.16,
    )
    addItem("grant", who: [PayCondition(.channel, [0])], timing: .onEntry, kind: .other, 20_000)
    addItem("health_check", months: [5], kind: .other, 1_000)
    setEveryAmount()
    addRole("head", per: .perClass, who: [PayCondition(.contract, [0])], number: 1)
  }

  private mutating func declareTwoGradesForEachTitle() {
    let titles = Array((0..<dimensions.count(.title)).reversed())
    let codes = dimensions[.title].codes.reversed().flatMap { ["\($0)_high", "\($0)_low"] }
    declare(Dimension(.postGrade, codes.map { Member($0) }))
    let titleOfGrade = titles.flatMap { [$0, $0] }
    pay = PaySettings(currency: "CNY", items: [], titleOfGrade: titleOfGrade)
    set("pay.post_grade_share", by: [.postGrade]) { $0[0] % 2 == 0 ? 0.3 : 0.7 }
    set("pay.start_step", by: [.postGrade]) { [9, 9, 5, 5, 1, 1][min($0[0], 5)] }
  }

  private mutating func setEveryAmount() {
    set("pay.post_pay.amount", by: [.postGrade]) { 1_000.05 - 66.66 * Double($0[0]) }
    let first = PublishedPay.steps.map { $0 * 1.03 }
    set(
      "pay.step_pay.amount",
      by: [.step],
      dated: [
        (Month(year: 1900, month: 1), (0..<100).map { PublishedPay.steps[min($0, 64)] }),
        (Month(year: 2026, month: 7), (0..<100).map { first[min($0, 64)] }),
      ],
    )
    set("pay.teaching_years.amount", by: [.experience]) { Double(min($0[0] / 5, 4) * 3) }
    set("pay.reference.factor.title", by: [.title]) { 1 + 0.15 * Double($0[0]) }
    set("pay.location.amount", by: [.location]) { 100.35 * Double($0[0] + 1) }
    set("pay.pension.base_floor", by: [.region]) { 2_500 + 300 * Double($0[0]) }
    set("pay.pension.base_ceiling", 4_000)
    set("pay.civil_servant_pay", by: [.region]) { 30_000 + 20_000 * Double($0[0]) }
    set("pay.average_wage", 45_000)
    for code in dimensions[.item].codes {
      set("pay.\(code).payer_share", by: [.stage, .payer], 0.6, 0.4, 1.0 / 3, 2.0 / 3)
    }
    set("pay.post_pay.payer_share", by: [.payer], 0, 1)
  }

  /// Gives some teachers of the opening part-time work or low steps, and spreads the events of years.
  mutating func addCareersOfPay() {
    for index in teachers.indices {
      if index % 17 == 3 { teachers[index].fullTimeShare = index % 2 == 0 ? 0.5 : 0.7 }
      if index % 11 == 5 { teachers[index].salaryStep = 2 }
      if index % 13 == 1 { teachers[index].salaryStep = 30 }
    }
    set("pay.entry_step", by: [.degree], 7, 11)
    set("pay.step_rise", by: [.contract], 1, 0)
    if dimensions.count(.channel) > 1 { set("pay.entry_delay", by: [.channel], 2, 0) }
  }
}

extension SchoolScenario {
  /// Schools of all kinds with every rule of placement at work, and pay.
  static func everythingPaid(seed: UInt64, years: Int = 3) -> SchoolScenario {
    var built = SchoolScenario.everythingOn(seed: seed, years: years)
    built.small.addEveryItem()
    built.small.addCareersOfPay()
    built.small.addItem("key_school", who: [PayCondition(.keySchool, [1])], 555.55)
    built.small.addItem("tenure", by: [.tenure], 0)
    built.small.set("pay.tenure.amount", by: [.tenure]) { Double(min($0[0], 10)) * 11.11 }
    for code in ["key_school", "tenure"] {
      built.small.set("pay.\(code).payer_share", by: [.payer], 1, 0)
    }
    return built
  }
}
