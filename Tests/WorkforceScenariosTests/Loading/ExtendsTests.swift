// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct ExtendsTests {
  /// The small scenario with one in the folder `child` that extends it.
  private func family(_ child: String) -> ScenarioFolder {
    var folder = ScenarioFolder()
    folder.files["child/scenario.yaml"] = "format: 1\nextends: ..\n" + child
    return folder
  }

  private func load(_ child: String) throws -> Scenario {
    try family(child).load(path: "/child").scenario
  }

  @Test func `a scenario that only extends another one has the same fingerprint`() throws {
    let parent = try ScenarioFolder().load().scenario
    let child = try load("name: Another name\nseed: 7\nreplications: 9\n")
    #expect(child.fingerprint == parent.fingerprint)
    #expect(child.fingerprint.count == 64)
    #expect(child.name == "child")
    #expect(child.title.chinese == "Another name")
    #expect((child.seed, child.replications) == (7, 9))
  }

  @Test func `keys of a group that are not written stay`() throws {
    let calendar = try load("years: {last: 2030}\n").calendar
    #expect(calendar == SchoolCalendar(firstMonthOfYear: 9, firstYear: 2026, lastYear: 2030))
  }

  @Test func `a dimension is replaced as a whole`() throws {
    let child = try load("dimensions: {exit: {members: [{code: died}]}}\n")
    #expect(child.dimensions[.exit].codes == ["died"])
    #expect(child.dimensions[.region].codes == ["north", "south"])
    #expect(child.parameters["exits.resigned.probability"] == nil)
  }

  @Test func `a section that is off does not run`() throws {
    let rules = try load("exits: off\n").rules
    #expect(rules.exits == nil)
    #expect(rules.retirement != nil)
  }

  @Test func `overrides of the parent for what the child switches off have no effect`() throws {
    var folder = family("exits: off\n")
    folder.replace("need:", with: "set: {exits.multiplier: 1.1}\nneed:")
    let parameters = try folder.load(path: "/child").scenario.parameters
    #expect(parameters["exits.multiplier"] == nil)
    #expect(try folder.problems() == [])
  }

  @Test func `what files set about a section that the command line switches off has no effect`()
    throws
  {
    var folder = ScenarioFolder()
    folder.replace("need:", with: "set: {exits.multiplier: 1.1, need.growth: 0.1}\nneed:")
    let scenario = try folder.load("exits=off").scenario
    #expect(scenario.rules.exits == nil)
    #expect(scenario.parameters["exits.multiplier"] == nil)
    #expect(scenario.parameters["need.growth"]?.dated[0].leaves == [.number(0.1)])
  }

  @Test func `another method replaces the section, so that its other keys are gone`() throws {
    var folder = family("population: {method: roster, file: staff.csv}\n")
    folder.replace("{method: roster, file: roster.csv}", with: "{method: synthesis}")
    folder.files["child/staff.csv"] = "birth,region,stage,subject\n1980-01,north,primary,maths\n"
    let child = try folder.load(path: "/child").scenario
    guard case .roster(let roster) = child.opening else {
      Issue.record("the opening stock is not the roster")
      return
    }
    #expect(roster.teachers.count == 1)
  }

  @Test func `trees and overrides of the child come after the parent's`() throws {
    var folder = family("parameters: [mine]\nset: {need.growth: {scale: 2}}\n")
    folder.files["child/mine/need/growth.yaml"] = ScenarioFolder.parameter(
      "change per year",
      "  2020-09-01: 0.03",
    )
    folder.replace("need:", with: "set: {need.growth: {scale: 10}}\nneed:")
    let growth = try #require(
      try folder.load(path: "/child").scenario.parameters["need.growth"]
    )
    #expect(growth.dated[0].leaves == [.number(0.03)])
    #expect(growth.adjustments.map(\.factor) == [10, 2])
    #expect(growth.origin.layers.count == 4)
    #expect(growth.origin.layers[0].hasSuffix("/parameters/need/growth.yaml"))
    #expect(growth.origin.layers[1].hasSuffix("/child/mine/need/growth.yaml"))
    #expect(growth.origin.layers[2].hasSuffix("/scenario.yaml:23"))
    #expect(growth.origin.layers[3].hasSuffix("/child/scenario.yaml:4"))
  }

  @Test func `a circle over two scenarios names both`() throws {
    var folder = family("")
    folder.replace("format: 1", with: "format: 1\nextends: child")
    #expect(
      try folder.problems(path: "/child") == [
        "scenario.yaml:2:10: 'extends' goes in a circle: child/scenario.yaml -> scenario.yaml -> "
          + "child/scenario.yaml. Remove one 'extends'."
      ]
    )
  }
}
