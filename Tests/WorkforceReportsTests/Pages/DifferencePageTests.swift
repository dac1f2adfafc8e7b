// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

struct DifferencePageTests {
  /// The tiny scenario with a share that is 0, unless values for north and south are given by year.
  private func scenario(_ steps: [(year: Int, values: [Double])] = []) -> Scenario {
    var scenario = TinyScenario().scenario
    let standard = DatedValues(
      from: ParameterDefinition.always,
      leaves: Array(repeating: .number(0), count: steps.isEmpty ? 1 : 2),
    )
    let share = Parameter(
      name: "recruitment.freeze",
      unit: .share,
      axes: steps.isEmpty ? [] : [.region],
      shape: steps.isEmpty ? [] : [2],
      dated: [standard]
        + steps.map { step in
          DatedValues(
            from: Month(year: step.year, month: 9),
            leaves: step.values.map { .number($0) },
          )
        },
    )
    scenario.parameters = ParameterSet(scenario.parameters.parameters + [share])
    return scenario
  }

  private func lines(
    _ left: Scenario,
    _ right: Scenario,
    width: Int = 100,
    _ language: Language = .english,
  ) -> [String] {
    DifferencePage(
      left,
      right,
      names: ("a", "b"),
      page: PageSetting(width: width, language: language),
    ).lines
  }

  /// The rows below the rule, each as its cells.
  private func rows(_ lines: [String]) -> [[String]] {
    lines.dropFirst(2).map { line in
      line.split(separator: /[ ]{2,}/).map { String($0) }
    }
  }

  @Test(arguments: [
    (
      Language.english,
      ["recruitment.freeze: North County", "0", "1 from 2027-09, 0 from 2030-09"],
    ),
    (.chinese, ["recruitment.freeze：北县", "0", "自2027-09为1，自2030-09为0"]),
  ])
  func `a value of one member is shown with its dates`(language: Language, row: [String]) {
    let frozen = scenario([(2_027, [1, 0]), (2_030, [0, 0])])
    #expect(rows(lines(scenario(), frozen, language)) == [row])
  }

  @Test func `what holds for all members is one row without their names`() {
    let frozen = scenario([(2_027, [1, 1])])
    #expect(rows(lines(scenario(), frozen)) == [["recruitment.freeze", "0", "1 from 2027-09"]])
    #expect(lines(frozen, frozen) == ["The two scenarios do not differ."])
  }

  @Test func `of many dates the first are shown and the others counted`() {
    let steps = (2_027...2_036).map { (year: $0, values: [Double($0 - 2_026) / 100, 0]) }
    let page = lines(scenario(), scenario(steps), width: 160)
    #expect(page.last?.hasSuffix("0.03 from 2029-09, … and 7 more") == true, "\(page)")
    for line in lines(scenario(), scenario(steps), width: 80, .chinese) {
      #expect(displayWidth(of: line) <= 80, "\(line)")
    }
  }

  @Test(arguments: [
    (Language.english, ["section exits", "on", "off"]), (.chinese, ["辞职等离开（exits）", "开", "关"]),
  ])
  func `a section that is off is named alone`(language: Language, row: [String]) {
    var off = TinyScenario().scenario
    off.rules.exits = nil
    #expect(rows(lines(TinyScenario().scenario, off, language)) == [row])
  }

  @Test func `members are compared by their codes, whatever their order`() {
    let values = scenario([(2_027, [1, 0])])
    var turned = scenario([(2_027, [0, 1])])
    turned.dimensions = Dimensions(
      [Dimension(.region, TinyScenario.dimensions[.region].members.reversed())]
        + [.stage, .subject, .exit, .channel].map { TinyScenario.dimensions[$0] }
    )
    let rows = rows(lines(values, turned))
    #expect(rows.contains(["dimensions.region", "–", "in another order"]), "\(rows)")
    #expect(!rows.contains { $0[0].hasPrefix("recruitment.freeze") }, "\(rows)")
    #expect(rows.contains { $0[0].hasPrefix("need.table") }, "\(rows)")
  }

  @Test func `members that only one scenario has are named`() {
    var other = TinyScenario().scenario
    other.dimensions = Dimensions([
      Dimension(.region, [TinyScenario.dimensions[.region].members[0]]),
      TinyScenario.dimensions[.stage], TinyScenario.dimensions[.subject],
      TinyScenario.dimensions[.exit], TinyScenario.dimensions[.channel],
    ])
    let page = rows(lines(TinyScenario().scenario, other))
    #expect(page.contains(["dimensions.region", "South County", "–"]), "\(page)")
  }
}
