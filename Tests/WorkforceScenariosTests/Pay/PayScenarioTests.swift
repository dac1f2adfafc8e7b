// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct PayScenarioTests {
  @Test func `the settings of pay are read`() throws {
    let pay = try #require(try PayFolder.folder.load().scenario.rules.pay)
    #expect(pay.settings.currency == "CNY")
    #expect(pay.settings.firstMonthOfFiscalYear == 4)
    #expect(pay.settings.titleOfGrade == [1, 1, 0])
    #expect(
      pay.settings.roles == [
        RoleRule(
          basis: .perClass,
          conditions: [PayCondition(.title, [1]), PayCondition(.stage, [1])],
        )
      ]
    )
  }

  @Test func `items are read with their bases, months and conditions`() throws {
    let pay = try #require(try PayFolder.folder.load().scenario.rules.pay)
    #expect(
      pay.settings.items == [
        PayItem(conditions: [PayCondition(.contract, [0]), PayCondition(.situation, [0])]),
        PayItem(
          base: [0],
          conditions: [PayCondition(.postGrade, [0, 1]), PayCondition(.keySchool, [1])],
        ),
        PayItem(timing: .never),
        PayItem(
          base: [0, 2],
          conditions: [PayCondition(.situation, [1]), PayCondition(.role, [0])],
          months: [3, 9],
          kind: .onCost,
          reckonedAs: .inPost,
        ),
        PayItem(
          conditions: [PayCondition(.region, [0, 1]), PayCondition(.obligation, [1])],
          timing: .onEntry,
          kind: .other,
        ),
      ]
    )
  }

  @Test func `each title is a grade of its own where no grades are declared`() throws {
    var folder = ScenarioFolder()
    folder.replace(
      "  exit:",
      with: "  title: {members: [{code: low}, {code: high}]}\n"
        + "  item: {members: [{code: salary}]}\n  exit:",
    )
    folder.replace(
      "need: {",
      with: "pay: {currency: EUR}\nset: {pay.salary.amount: 100}\nneed: {",
    )
    let pay = try #require(try folder.load().scenario.rules.pay)
    #expect(pay.settings.titleOfGrade == [0, 1])
    #expect(pay.settings.firstMonthOfFiscalYear == 1)
    #expect(pay.items[0].payerShare == nil)
    #expect(pay.roleNumbers == [])
  }

  @Test func `items can stand in a table`() throws {
    var folder = ScenarioFolder()
    folder.replace("  exit:", with: "  item: {members: {file: items.csv}}\n  exit:")
    folder.replace(
      "need: {",
      with: "pay: {currency: EUR}\nset: {pay.a.amount: 100, pay.b.amount: 10, pay.c.rate: 0.1}\n"
        + "need: {",
    )
    folder.files["items.csv"] = "code,en,of,months,paid\na,A,,,\nb,B,,,never\nc,C,a b,6;12,\n"
    let pay = try #require(try folder.load().scenario.rules.pay)
    #expect(
      pay.settings.items == [
        PayItem(), PayItem(timing: .never), PayItem(base: [0, 1], months: [6, 12]),
      ]
    )
  }

  @Test func `settings of pay can be changed on the command line`() throws {
    let loaded = try PayFolder.folder.load("pay.currency=EUR", "pay.fiscal_year_begins_in_month=7")
    let pay = try #require(loaded.scenario.rules.pay)
    #expect(pay.settings.currency == "EUR")
    #expect(pay.settings.firstMonthOfFiscalYear == 7)
    #expect(try PayFolder.folder.load("pay=off").scenario.rules.pay == nil)
  }

  @Test func `a roster gives grades of posts and salary steps, or leaves them open`() throws {
    let opening = try PayFolder.folder.load().scenario.opening
    guard case .roster(let roster) = opening else {
      Issue.record("the opening stock is not a roster")
      return
    }
    #expect(roster.teachers.postGrade == [0, 2, Teacher.noGrade])
    #expect(roster.teachers.salaryStep == [30, 0, 4])
  }

  @Test func `targets and thresholds may name what pay fills`() throws {
    var folder = PayFolder.folder
    folder.replace("need: {", with: thresholdsAndTargets + "need: {")
    folder.files["targets.yaml"] = Self.target
    let scenario = try folder.load().scenario
    #expect(scenario.targets.map(\.table) == ["cost"])
    #expect(scenario.targets[0].keys == ["item": ["post_pay"], "payer": ["county"]])
    #expect(scenario.thresholds.map(\.measure) == ["cost"])
  }

  @Test func `targets and thresholds of pay need pay`() throws {
    var folder = ScenarioFolder()
    folder.replace("need: {", with: thresholdsAndTargets + "need: {")
    folder.files["targets.yaml"] = Self.target.split(separator: "\n")
      .filter { !$0.contains("where") }.joined(separator: "\n")
    #expect(
      try folder.problems() == [
        "scenario.yaml:24:36: 'thresholds[1].measure' is cost, but the section 'pay' is off. "
          + "Switch it on, or leave the threshold out.",
        "targets.yaml:6:12: 'targets[1].table' is cost, but the section 'pay' is off. Switch it "
          + "on, or leave the target out.",
      ]
    )
  }

  private let thresholdsAndTargets =
    "targets: targets.yaml\nthresholds: [{name: much, measure: cost, above: 1e6}]\n"

  private static let target = """
    targets:
      - name: post_pay
        published: 1000000
        unit: CNY
        kind: check
        table: cost
        where: {item: 岗位工资, payer: county}
        years: {first: 2026, last: 2026}
    """

  /// The scenario with shares of payers that stand once for all items.
  private static func withCommonShares(keeping own: [String] = []) -> ScenarioFolder {
    var folder = PayFolder.folder
    for item in ["post_pay", "uplift", "bonus", "grant"] where !own.contains(item) {
      folder.files["parameters/pay/\(item)/payer_share.yaml"] = nil
    }
    folder.files["parameters/pay/payer_share.yaml"] = ScenarioFolder.parameter(
      "share",
      by: "payer",
      "  2020-09-01: {county: 0.9, province: 0.1}",
    )
    return folder
  }

  @Test(arguments: [[], ["grant"]])
  func `no item needs shares of payers of its own where there are common ones`(
    own: [String]
  ) throws {
    let folder = Self.withCommonShares(keeping: own)
    #expect(try folder.problems().isEmpty)
    let pay = try #require(try folder.load().scenario.rules.pay)
    let common = pay.items[0].payerShare
    #expect(common != nil)
    for (item, code) in [(0, "post_pay"), (1, "uplift"), (3, "bonus"), (4, "grant")] {
      #expect((pay.items[item].payerShare == common) != own.contains(code), "\(code)")
    }
  }

  @Test func `common shares with problems do not make every item ask for its own`() throws {
    var folder = Self.withCommonShares()
    folder.replace("0.9", with: "0.8", in: "parameters/pay/payer_share.yaml")
    #expect(
      try folder.problems() == [
        "parameters/pay/payer_share.yaml:5:3: the shares of 'values.2020-09-01' add up to 0.9, "
          + "but shares along 'payer' must add up to 1."
      ]
    )
  }

  @Test func `an item that is paid on entry can be reckoned from one that is too`() throws {
    var folder = Self.withCommonShares()
    folder.replace("reference, paid: never", with: "reference, paid: on_entry")
    folder.replace("months: [9, 3], ", with: "paid: on_entry, ")
    #expect(try folder.problems().isEmpty)
  }
}
