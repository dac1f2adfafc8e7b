// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

/// The groups of parameters and rules that lead from one shipped scenario to another.
struct ScenarioChainTests {
  private static func scenario(
    _ name: String,
    overrides: [String] = [],
  ) throws -> LoadedScenario {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ScenarioLoader.loadWithOrigins(
      path: root.appending(path: "scenarios/\(name)").path,
      overrides: overrides,
    )
  }

  /// Shipped what-ifs, each of which changes one thing.
  private static let singleGroups: [(scenario: String, group: ChangeGroup)] = [
    ("low-births", .demography), ("posts-follow-norms", .need), ("faster-mergers", .need),
    ("no-retirement-reform", .leavers), ("attrition-plus-5", .leavers), ("hiring-freeze", .intake),
    ("hiring-plan-plus-30", .intake), ("rotation-20", .placement), ("no-placement", .placement),
    ("convert-surplus", .placement), ("performance-pay-plus-30", .pay),
    ("key-multiplier-off", .pay),
  ]

  @Test(arguments: singleGroups)
  func `a what-if that changes one thing is one step`(
    scenario: String,
    group: ChangeGroup,
  ) throws {
    let other = try Self.scenario(scenario)
    let steps = ScenarioChain(from: try Self.scenario("luliang"), to: other).steps
    #expect(steps.map(\.groups) == [[group]])
    #expect(steps.allSatisfy { $0.reason == nil })
    #expect(steps.last?.scenario.fingerprint == other.scenario.fingerprint)
  }

  @Test func `a scenario leads to itself without a step`() throws {
    let base = try Self.scenario("luliang")
    #expect(ScenarioChain(from: base, to: base).steps.isEmpty)
  }

  @Test func `several changes come in a fixed order and end in the other scenario`() throws {
    let base = try Self.scenario("luliang")
    let other = try Self.scenario(
      "no-retirement-reform",
      overrides: [
        "pay.housing_fund.rate=0.1", "recruitment.multiplier=1.2",
      ],
    )
    let steps = ScenarioChain(from: base, to: other).steps
    #expect(steps.map(\.groups) == [[.leavers], [.intake], [.pay]])
    #expect(steps.last?.scenario.fingerprint == other.scenario.fingerprint)
    let prints = Set(steps.map(\.scenario.fingerprint) + [base.scenario.fingerprint])
    #expect(prints.count == 4)
    // The way back is a way through other scenarios, to the base.
    let back = ScenarioChain(from: other, to: base).steps
    #expect(back.map(\.groups) == [[.leavers], [.intake], [.pay]])
    #expect(back.last?.scenario.fingerprint == base.scenario.fingerprint)
  }

  @Test func `scenarios with other members are one step, with the reason`() throws {
    let other = try Self.scenario("teaching")
    let steps = ScenarioChain(from: try Self.scenario("luliang"), to: other).steps
    try #require(steps.count == 1)
    #expect(steps[0].groups.last == .other && steps[0].groups.count > 1)
    #expect(steps[0].reason?.contains("differ") == true)
  }
}
