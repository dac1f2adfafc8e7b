// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenPayValueTests {
  @Test(arguments: amounts + months + steps)
  func `broken values of pay are told exactly`(_ broken: BrokenPayCase) throws {
    let problems = try broken.problems()
    #expect(problems == broken.expected)
  }

  private static let amounts = [
    BrokenPayCase(
      "a negative amount",
      .init("2000", "-2000", in: "reference/amount"),
      gives: "parameters/pay/reference/amount.yaml:5:15: 'values.2020-09-01' is -2000, but "
        + "a value in money per payment lies between 0 and 1000000000.",
    ),
    BrokenPayCase(
      "a rate of amounts that is beyond counting",
      overrides: ["pay.post_pay.amount=1e9", "pay.uplift.rate=1e6"],
      gives:
        "--set pay.uplift.rate=1e6: the item 'uplift' can come to 1000000000000000 a payment in 2026, but "
        + "at most 1000000000000 can be reckoned. Look at pay.uplift.rate, its factors and what it "
        + "is reckoned from.",
    ),
    BrokenPayCase(
      "a ceiling that keeps a rate within what can be counted",
      overrides: ["pay.post_pay.amount=1e9", "pay.bonus.rate=1e6"],
    ),
    BrokenPayCase(
      "a grade of posts that is missing",
      .init(", g2: 4000", "", in: "post_pay/amount"),
      gives: "parameters/pay/post_pay/amount.yaml:5:3: 'values.2020-09-01' has no value for "
        + "g2. Add it, or the key 'other', or 'otherwise: 0' at the top.",
    ),
    BrokenPayCase(
      "a date without a month",
      .init("2020-09-01", "2021-13-01", in: "reference/amount"),
      gives: "parameters/pay/reference/amount.yaml:5:3: 'values' is 2021-13-01, but the "
        + "calendar has no such day.",
    ),
    BrokenPayCase(
      "an amount that begins after the opening",
      .init("2020-09-01", "2026-01-01", in: "reference/amount"),
      gives: "parameters/pay/reference/amount.yaml:1: the first value of "
        + "pay.reference.amount is from 2026-01-01, but the opening stock asks for "
        + "2025-09-01. Add a value from then or earlier.",
    ),
    BrokenPayCase(
      "an item without an amount",
      removing: ["reference/amount"],
      gives: "scenario.yaml:45:6: the item 'reference' has no 'of', but the parameter "
        + "'pay.reference.amount' is missing. Add the file pay/reference/amount.yaml "
        + "to a tree of 'parameters', or a value under 'set'.",
    ),
    BrokenPayCase(
      "an item without a rate",
      removing: ["uplift/rate"],
      gives: "scenario.yaml:45:6: the item 'uplift' has 'of', but the parameter "
        + "'pay.uplift.rate' is missing. Add the file pay/uplift/rate.yaml to a tree "
        + "of 'parameters', or a value under 'set'.",
    ),
    BrokenPayCase(
      "a rate of an item that is an amount",
      .init("of: [post_pay], ", ""),
      overrides: ["pay.uplift.amount=5"],
      gives: "parameters/pay/uplift/rate.yaml:1: pay.uplift.rate is not read, because the "
        + "item 'uplift' has no 'of'. Write pay.uplift.amount, or add 'of' to the item.",
    ),
    BrokenPayCase(
      "an amount of an item that is a rate",
      overrides: ["pay.uplift.amount=5"],
      gives: "--set pay.uplift.amount=5: pay.uplift.amount is not read, because the item "
        + "'uplift' has 'of'. Write pay.uplift.rate, or leave out 'of' of the item.",
    ),
    BrokenPayCase(
      "bounds of a base that is not there",
      overrides: ["pay.grant.base_floor=5", "pay.grant.base_ceiling=5"],
      gives: "--set pay.grant.base_ceiling=5: pay.grant.base_ceiling is not read, because "
        + "the item 'grant' has no 'of' and so no base. Leave the value out, or add "
        + "'of' to the item.",
      "--set pay.grant.base_floor=5: pay.grant.base_floor is not read, because the "
        + "item 'grant' has no 'of' and so no base. Leave the value out, or add 'of' "
        + "to the item.",
    ),
    BrokenPayCase(
      "payers that do not share the whole",
      .init("province: 0.4", "province: 0.5", in: "grant/payer_share"),
      gives: "parameters/pay/grant/payer_share.yaml:5:3: the shares of 'values.2020-09-01' "
        + "add up to 1.1, but shares along 'payer' must add up to 1.",
    ),
    BrokenPayCase(
      "payers that do not share an item",
      removing: ["grant/payer_share"],
      gives: "scenario.yaml:45:6: the parameter 'pay.grant.payer_share' is missing: the "
        + "scenario declares several members of 'payer', and their shares must add up "
        + "to 1. Add the file pay/grant/payer_share.yaml to a tree of 'parameters', or "
        + "a value under 'set'.",
    ),
    BrokenPayCase(
      "grades whose shares do not add up",
      .init("g2: 0.75", "g2: 0.7", in: "post_grade_share"),
      gives: "parameters/pay/post_grade_share.yaml:1: the shares of pay.post_grade_share "
        + "from 2020-09-01 for north add up to 0.95 over the grades of the title "
        + "'high', but the shares of a title must add up to 1.",
    ),
    BrokenPayCase(
      "a floor above the ceiling",
      overrides: ["pay.uplift.base_floor=10", "pay.uplift.base_ceiling=5"],
      gives: "--set pay.uplift.base_floor=10: pay.uplift.base_floor is 10, but "
        + "pay.uplift.base_ceiling is 5. Write a floor that is no higher.",
    ),
    BrokenPayCase(
      "the same share for every grade",
      overrides: ["pay.post_grade_share=1"],
      gives: "--set pay.post_grade_share=1: the shares of pay.post_grade_share from "
        + "2020-09-01 for north add up to 2 over the grades of the title 'high', but "
        + "the shares of a title must add up to 1.",
    ),
    BrokenPayCase(
      "grades whose shares are scaled",
      overrides: ["pay.post_grade_share=*2"],
      gives: "--set pay.post_grade_share=*2: the shares of each title in "
        + "pay.post_grade_share add up to 1, so they cannot be scaled. Write the "
        + "values.",
    ),
  ]

  private static let months = [
    BrokenPayCase(
      "a switch that is true",
      overrides: ["pay.retirement_month_is_paid=true"],
      gives: "--set pay.retirement_month_is_paid=true: 'pay.retirement_month_is_paid' is 'true'. "
        + "Write on or off.",
    ),
    BrokenPayCase(
      "half a month",
      overrides: ["pay.step_month=1.5"],
      gives: "--set pay.step_month=1.5: pay.step_month is 1.5, but it must be a whole "
        + "month. Write, for example, 1 or 7.",
    ),
    BrokenPayCase(
      "a month beyond the year",
      overrides: ["pay.step_month=13"],
      gives: "--set pay.step_month=13: 'pay.step_month' is 13, but a month of the year lies "
        + "between 1 and 12.",
    ),
    BrokenPayCase(
      "an uncertain month",
      .init(
        "pay: {",
        "set: {pay.promotion_month: {distribution: uniform, minimum: 1, maximum: 3}}\npay: {",
      ),
      gives: "scenario.yaml:45:7: pay.promotion_month is no known month, but it must be a "
        + "whole month. Write, for example, 1 or 7.",
    ),
    BrokenPayCase(
      "a month that is scaled",
      overrides: ["pay.promotion_month=*2"],
      gives: "--set pay.promotion_month=*2: pay.promotion_month is no known month, but it "
        + "must be a whole month. Write, for example, 1 or 7.",
    ),
  ]
  private static let steps = [
    BrokenPayCase(
      "half a month until the first pay",
      overrides: ["pay.entry_delay=1.5"],
      gives: "--set pay.entry_delay=1.5: pay.entry_delay is 1.5, but it must be a whole number "
        + "of months from 0 to 11. Write, for example, 0 or 3.",
    ),
    BrokenPayCase("a first pay in the last month of the year", overrides: ["pay.entry_delay=11"]),
    BrokenPayCase(
      "a first pay after the year",
      overrides: ["pay.entry_delay=12"],
      gives: "--set pay.entry_delay=12: pay.entry_delay is 12, but it must be a whole number of "
        + "months from 0 to 11. Write, for example, 0 or 3.",
    ),
    BrokenPayCase(
      "an uncertain first pay",
      .init(
        "pay: {",
        "set: {pay.entry_delay: {distribution: uniform, minimum: 1, maximum: 3}}\npay: {",
      ),
      gives: "scenario.yaml:45:7: pay.entry_delay is no known number of months, but it must be a "
        + "whole number of months from 0 to 11. Write, for example, 0 or 3.",
    ),
    BrokenPayCase(
      "salary steps that are not whole",
      overrides: ["pay.entry_step=1.5", "pay.start_step=2.5", "pay.step_rise[contract:term]=0.5"],
      gives: "--set pay.entry_step=1.5: pay.entry_step is 1.5, but salary steps are whole. Write, "
        + "for example, 1 or 5.",
      "--set pay.start_step=2.5: pay.start_step is 2.5, but salary steps are whole. Write, "
        + "for example, 1 or 5.",
      "--set pay.step_rise[contract:term]=0.5: pay.step_rise is 0.5, but salary steps are whole. "
        + "Write, for example, 1 or 5.",
    ),
    BrokenPayCase(
      "salary steps that are drawn",
      .init(
        "pay: {",
        "set: {pay.step_rise: {distribution: uniform, minimum: 0, maximum: 2}}\npay: {",
      ),
    ),
  ]
}
