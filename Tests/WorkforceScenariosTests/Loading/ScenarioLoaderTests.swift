// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct ScenarioLoaderTests {
  @Test func `the small scenario is valid and runs`() throws {
    let loaded = try ScenarioFolder().load()
    let simulation = try Simulation(loaded.scenario)
    #expect(simulation.openingCount == 3)
    #expect(loaded.files.count == 7)
    #expect(loaded.files.allSatisfy { $0.digest.count == 64 })
    #expect(loaded.places["need.growth"]?.file.hasSuffix("growth.yaml") == true)
  }

  @Test func `problems of all files are listed together`() throws {
    var folder = ScenarioFolder()
    folder.replace("last: 2028", with: "last: 1990")
    folder.replace("0.01", with: "x", in: "parameters/need/growth.yaml")
    folder.replace("women", with: "woman", in: "parameters/retirement/original_age.yaml")
    let problems = try folder.problems(["exits.multiplier=-1", "exits.multplier=1"])
    let files = problems.map { $0.prefix { $0 != ":" } }
    #expect(
      files == [
        "--set exits.multiplier=-1", "--set exits.multplier=1", "parameters/need/growth.yaml",
        "parameters/retirement/original_age.yaml", "scenario.yaml",
      ]
    )
  }

  @Test func `a digest is the SHA-256 of the bytes`() throws {
    var folder = ScenarioFolder()
    folder.files["roster.csv"] = "age,region,stage,subject\n40,north,primary,maths\n"
    let roster = try #require(try folder.load().files.first { $0.path.hasSuffix("roster.csv") })
    // From sha256sum of the GNU coreutils.
    #expect(
      roster.digest == "b77fe34041d1dfa55a55a6a8cf8987eb"
        + "e608d6abe21dc6163798c897920d9cdb"
    )
  }

  @Test func `a scenario that is not there is a missing file`() throws {
    let error = #expect(throws: ScenarioError.self) {
      try ScenarioLoader.load(path: "/nowhere/at/all")
    }
    #expect(error?.problems.map(\.kind) == [.missingFile])
    #expect(
      error?.problems.first?.message
        == "there is no such scenario. Name a folder with a scenario.yaml, a YAML file, or a folder "
        + "under scenarios/."
    )
  }

  @Test func `targets are read with the codes of their members`() throws {
    var folder = ScenarioFolder()
    folder.replace("need:", with: "targets: targets.yaml\nneed:")
    folder.files["targets.yaml"] = """
      targets:
        - name: hires
          published: 12
          unit: persons
          kind: held_out
          table: flows
          where: {flow: recruited, region: [南区]}
          years: {first: 2026, last: 2027}
          over_years: mean
          tolerance: 0.1
      """
    let target = try #require(try folder.load().scenario.targets.first)
    #expect(target.keys == ["flow": ["recruited"], "region": ["south"]])
    #expect(target.years == 2026...2027)
    #expect((target.kind, target.overYears) == (.heldOut, .mean))
  }

  @Test func `a target of unknown members is a problem`() throws {
    var folder = ScenarioFolder()
    folder.replace("need:", with: "targets: targets.yaml\nneed:")
    folder.files["targets.yaml"] =
      "targets: [{name: a, published: 1, unit: persons, kind: fitted, table: posts, "
      + "where: {measure: post, flow: retired}, years: {first: 2026, last: 2026}}]\n"
    #expect(
      try folder.problems() == [
        "targets.yaml:1:95: 'targets[1].where.measure' is 'post', but the table 'posts' has no "
          + "such measure. Did you mean 'posts'? Members: classes, norm_posts, posts, established.",
        "targets.yaml:1:101: there is no key 'flow' in 'targets[1].where'. "
          + "Allowed: region, stage, measure.",
      ]
    )
  }

  @Test func `a target that would add up different measures is a problem`() throws {
    var folder = ScenarioFolder()
    folder.replace("need:", with: "targets: targets.yaml\nneed:")
    folder.files["targets.yaml"] =
      "targets: [{name: a, published: 1, unit: persons, kind: fitted, table: teachers, "
      + "where: {region: south}, years: {first: 2026, last: 2026}}]\n"
    #expect(
      try folder.problems() == [
        "targets.yaml:1:88: the table 'teachers' holds several measures. "
          + "Write which one under 'where': measure: headcount | fte."
      ]
    )
  }

  @Test(
    arguments: [
      "luliang", "teaching", "low-births", "hiring-freeze", "hiring-plan-plus-30",
      "attrition-plus-5", "no-retirement-reform", "senior-women-on-55", "excellent-and-silver-age",
    ]
  )
  func `the scenarios of the repository are valid`(_ name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let scenario = try ScenarioLoader.load(path: root.path + "/scenarios/\(name)")
    #expect(scenario.name == name)
  }
}
