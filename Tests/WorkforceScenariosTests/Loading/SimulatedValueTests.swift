// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

/// Values that fit together as they are written, but not as the model reads them, are told.
@Suite struct SimulatedValueTests {
  /// A scenario of titles that move by a value: the keys of `titles.transitions` besides its unit and
  /// origin.
  private func ladder(_ value: String) -> ScenarioFolder {
    ScenarioFolder(files: [
      "roster.csv": "id,title,birth,service_start\n1,a,1980-01,2004-09\n",
      "scenario.yaml": """
      format: 1
      name: ladder
      years: {first: 2026, last: 2035, begin_in_month: 9}
      dimensions: {title: {members: [{code: a}, {code: b}, {code: c}]}}
      titles: {method: transitions}
      population: {method: roster, file: roster.csv}
      set:
        titles.transitions: {description: A value, unit: probability per year, \
      confidence: assumed, references: [{assumption: Invented}], \(value)}
      """,
    ])
  }

  private static let shares = "by: [title, next_title], otherwise: 0, values: "

  @Test(arguments: [
    (shares + "{2020-01-01: {a: {b: 0.6, c: 0.6}}}", "", " out of a add up to 1.2"),
    ("by: [title], values: {2020-01-01: {a: 0.6, b: 0, c: 0}}", "", " out of a add up to 1.2"),
    ("values: {2020-01-01: 0.6}", "", " add up to 1.2"),
    (
      shares + "{2020-01-01: {a: {b: 0.3, c: 0.3}}}", "titles.transitions=*2",
      " out of a add up to 1.2",
    ),
    (
      shares + "{2020-01-01: {a: {b: 0.3, c: 0.3}}}", "titles.transitions@2030-01-01=*2",
      " on 2030-09-01 out of a add up to 1.2",
    ),
    (
      shares + "{2025-09-01: {b: {a: 0.6, c: 0.3}}}, afterLastValue: {trend: 0.1}", "",
      " on 2027-09-01 out of b add up to 1.089",
    ),
  ])
  func `shares add up to more than one as they are read`(
    value: String,
    setting: String,
    told: String,
  ) throws {
    let problems = try ladder(value).problems(setting.isEmpty ? [] : [setting])
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains("the shares of titles.transitions\(told), but at most 1 can")
        == true,
      "\(problems)",
    )
  }

  @Test(arguments: [
    shares + "{2020-01-01: {a: {a: 0.5, b: 0.4, c: 0.4}}}",
    "values: {2020-01-01: 0.5}",
    shares + "{2025-09-01: {b: {a: 0.6, c: 0.3}}}, afterLastValue: {trend: 0.01}",
  ])
  func `who stays does not count, nor do years that are not simulated`(value: String) throws {
    #expect(try ladder(value).problems() == [])
  }

  @Test(arguments: [
    ("need.weekly_load=0", " is 0, but it must be above 0"),
    ("need.weekly_load=*0", "need.weekly_load is 0, but it must be at least 0.01"),
    ("need.weekly_load@2030-01-01=*0", "need.weekly_load is 0 on 2030-09-01, but it must be"),
    (
      "need.weekly_load={distribution: uniform, minimum: 0, maximum: 20}",
      " can be drawn from 0 to 20, but it must be above 0",
    ),
    (
      "need.weekly_load={distribution: normal, mean: 13, sd: 9}",
      " can be any number, but it must be above 0",
    ),
  ])
  func `no load of lessons is none`(setting: String, told: String) throws {
    var problems: [String] = []
    do {
      let path = URL(filePath: #filePath).appending(path: "../../../../scenarios/teaching").path
      _ = try ScenarioLoader.load(path: path, overrides: [setting])
    } catch {
      problems = error.problems.map(\.message)
    }
    #expect(problems.count == 1)
    #expect(problems.first?.contains(told) == true, "\(problems)")
  }
}
