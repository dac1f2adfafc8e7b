// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenPayValueTests {
  @Test(arguments: amounts + months)
  func `broken values of pay are told exactly`(_ broken: BrokenPayCase) throws {
    #expect(try broken.problems() == broken.expected)
  }

  private static let amounts = [
    BrokenPayCase(
      "a negative amount",
      .init("2000", "-2000", in: "reference/amount"),
      gives: "",
    ),
    BrokenPayCase(
      "a grade of posts that is missing",
      .init(", g2: 4000", "", in: "post_pay/amount"),
      gives: "",
    ),
    BrokenPayCase(
      "a date without a month",
      .init("2020-09-01", "2021-13-01", in: "reference/amount"),
      gives: "",
    ),
    BrokenPayCase(
      "an amount that begins after the opening",
      .init("2020-09-01", "2026-01-01", in: "reference/amount"),
      gives: "",
    ),
    BrokenPayCase(
      "an item without an amount",
      removing: ["reference/amount"],
      gives: "",
    ),
    BrokenPayCase(
      "an item without a rate",
      removing: ["uplift/rate"],
      gives: "",
    ),
    BrokenPayCase(
      "a rate of an item that is an amount",
      .init("of: [post_pay], ", ""),
      removing: ["uplift/payer_share"],
      overrides: ["pay.uplift.amount=5"],
      gives: "",
    ),
    BrokenPayCase(
      "an amount of an item that is a rate",
      overrides: ["pay.uplift.amount=5"],
      gives: "",
    ),
    BrokenPayCase(
      "bounds of a base that is not there",
      overrides: ["pay.grant.base_floor=5", "pay.grant.base_ceiling=5"],
      gives: "",
    ),
    BrokenPayCase(
      "payers that do not share the whole",
      .init("province: 0.4", "province: 0.5", in: "grant/payer_share"),
      gives: "",
    ),
    BrokenPayCase(
      "payers that do not share an item",
      removing: ["grant/payer_share"],
      gives: "",
    ),
    BrokenPayCase(
      "grades whose shares do not add up",
      .init("g2: 0.75", "g2: 0.7", in: "post_grade_share"),
      gives: "",
    ),
    BrokenPayCase(
      "the same share for every grade",
      overrides: ["pay.post_grade_share=1"],
      gives: "",
    ),
    BrokenPayCase(
      "grades whose shares are scaled",
      overrides: ["pay.post_grade_share=*2"],
      gives: "",
    ),
  ]

  private static let months = [
    BrokenPayCase(
      "half a month",
      overrides: ["pay.step_month=1.5"],
      gives: "",
    ),
    BrokenPayCase(
      "a month beyond the year",
      overrides: ["pay.step_month=13"],
      gives: "",
    ),
    BrokenPayCase(
      "an uncertain month",
      overrides: ["pay.promotion_month={distribution: uniform, minimum: 1, maximum: 3}"],
      gives: "",
    ),
    BrokenPayCase(
      "a month that is scaled",
      overrides: ["pay.promotion_month=*2"],
      gives: "",
    ),
  ]
}
