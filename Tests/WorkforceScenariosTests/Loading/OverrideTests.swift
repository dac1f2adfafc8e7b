// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct OverrideTests {
  /// The probabilities of resigning in a month, for north/primary, north/junior, south/….
  private func resigned(_ overrides: String..., at month: Month) throws -> [Double] {
    let set = try ScenarioFolder().withFolder { folder in
      try ScenarioLoader.load(path: folder, overrides: overrides).parameters
    }
    let reference = try #require(set.reference(to: "exits.resigned.probability"))
    return ParameterDraw(set, key: nil).values(of: reference, at: month).values
  }

  private let early = Month(year: 2020, month: 9)
  private let late = Month(year: 2027, month: 9)

  @Test func `files give values by date, with groups and other`() throws {
    #expect(try resigned(at: early) == [0.01, 0.02, 0.03, 0.03])
    #expect(try resigned(at: late) == [0.04, 0.04, 0.04, 0.04])
  }

  @Test func `a number holds at all dates and for all members`() throws {
    let setting = "exits.resigned.probability=0.1"
    #expect(try resigned(setting, at: early) == [0.1, 0.1, 0.1, 0.1])
    #expect(try resigned(setting, at: late) == [0.1, 0.1, 0.1, 0.1])
  }

  @Test func `a number from a date leaves earlier values`() throws {
    let setting = "exits.resigned.probability@2024-01-01=0.1"
    #expect(try resigned(setting, at: early) == [0.01, 0.02, 0.03, 0.03])
    #expect(try resigned(setting, at: Month(year: 2024, month: 1)) == [0.1, 0.1, 0.1, 0.1])
    #expect(try resigned(setting, at: late) == [0.1, 0.1, 0.1, 0.1])
  }

  @Test(arguments: ["exits.resigned.probability", "exits.resigned.probability@2020-09-01"])
  func `a distribution of the command line is that of a file`(target: String) throws {
    let value = "{distribution: beta, mean: 0.02, sd: 0.01}"
    let drawn = try #require(
      try ScenarioFolder().load("\(target)=\(value)").scenario
        .parameters["exits.resigned.probability"]
    )
    var folder = ScenarioFolder()
    folder.replace("need:", with: "set: {\(target): \(value)}\nneed:")
    let written = try #require(
      try folder.load().scenario.parameters["exits.resigned.probability"]
    )
    #expect(drawn.isUncertain)
    #expect(drawn.dated == written.dated)
    #expect(drawn.dated[0].leaves[0] == .drawn(.beta(mean: 0.02, standardDeviation: 0.01)))
  }

  @Test func `a distribution for some members leaves the others`() throws {
    let setting = "exits.resigned.probability[region:north]={distribution: uniform, minimum: 0, "
    let parameters = try ScenarioFolder().load(setting + "maximum: 0.1}").scenario.parameters
    let leaves = try #require(parameters["exits.resigned.probability"]?.dated[0].leaves)
    let uniform = ParameterLeaf.drawn(.uniform(minimum: 0, maximum: 0.1))
    #expect(leaves == [uniform, uniform, .number(0.03), .number(0.03)])
  }

  @Test func `members in brackets are those of all named axes`() throws {
    #expect(
      try resigned("exits.resigned.probability[region:南区,stage:junior]=0.1", at: early)
        == [0.01, 0.02, 0.03, 0.1]
    )
    #expect(
      try resigned("exits.resigned.probability[region:both]=0.1", at: early)
        == [0.1, 0.1, 0.1, 0.1]
    )
  }

  @Test func `a factor multiplies, from a date on and for members only`() throws {
    let all = "exits.resigned.probability=*0.5"
    #expect(try resigned(all, at: early) == [0.005, 0.01, 0.015, 0.015])
    let dated = "exits.resigned.probability@2024-01-01=*0.5"
    #expect(try resigned(dated, at: early) == [0.01, 0.02, 0.03, 0.03])
    #expect(try resigned(dated, at: late) == [0.02, 0.02, 0.02, 0.02])
    let north = "exits.resigned.probability[region:north]=*0.5"
    #expect(try resigned(north, at: early) == [0.005, 0.01, 0.03, 0.03])
  }

  @Test func `a value stands as written after an earlier factor`() throws {
    #expect(
      try resigned(
        "exits.resigned.probability=*0.5",
        "exits.resigned.probability@2027-01-01=0.1",
        at: late,
      ) == [0.1, 0.1, 0.1, 0.1]
    )
  }

  @Test func `a member of an axis that the file does not name widens the values`() throws {
    let scenario = try ScenarioFolder().load("need.growth[subject:music]=0.05").scenario
    let growth = try #require(scenario.parameters["need.growth"])
    #expect(growth.axes == [.subject])
    #expect(growth.dated[0].leaves == [.number(0.01), .number(0.05)])
  }

  @Test(
    arguments: [
      "need.growth=0.01", "need.growth=*1", "exits.multiplier=1", "recruitment.freeze=0",
      "need.growth[region:north]=*1", "exits.resigned.probability@2020-09-01=*1",
    ]
  )
  func `a lever set to its own value changes no value`(_ setting: String) throws {
    let scenario = try ScenarioFolder().load().scenario
    let same = try ScenarioFolder().load(setting).scenario
    let month = Month(year: 2027, month: 9)
    let draw = ParameterDraw(same.parameters, key: nil)
    let original = ParameterDraw(scenario.parameters, key: nil)
    #expect(same.parameters.parameters.map(\.name) == scenario.parameters.parameters.map(\.name))
    for parameter in scenario.parameters.parameters {
      let before = original.values(of: scenario.parameters.required(parameter.name), at: month)
      let after = draw.values(of: same.parameters.required(parameter.name), at: month)
      #expect(after.values == before.laidOut(as: after).values)
    }
    let adjusted = same.parameters.parameters.filter { !$0.adjustments.isEmpty }
    #expect(adjusted.isEmpty)
  }

  @Test(arguments: ["need.growth=0.01", "need.growth=*1", "exits.multiplier=1"])
  func `a lever set to its own value keeps the fingerprint`(_ setting: String) throws {
    let fingerprint = try ScenarioFolder().load().scenario.fingerprint
    #expect(try ScenarioFolder().load(setting).scenario.fingerprint == fingerprint)
    #expect(try ScenarioFolder().load("need.growth=0.02").scenario.fingerprint != fingerprint)
  }

  @Test func `who changed a value is told, the last one last`() throws {
    let loaded = try ScenarioFolder().load("exits.multiplier=1.3")
    let origin = try #require(loaded.scenario.parameters["exits.multiplier"]).origin
    #expect(origin.layers == ["standard value of the program", "--set exits.multiplier=1.3"])
    #expect(loaded.overrides == ["exits.multiplier=1.3"])
    #expect(loaded.scenario.overrides == ["exits.multiplier=1.3"])
  }

  @Test func `sections, years and options are switched from the command line`() throws {
    let scenario = try ScenarioFolder().load(
      "recruitment.fill=need",
      "exits=off",
      "need.components=[growth]",
      "years.first=2027",
      "method=expected",
      changes: ScenarioChanges(seed: 5, replications: 3, through: 2031),
    ).scenario
    #expect(scenario.rules.recruitment?.fill == .need)
    #expect(scenario.rules.exits == nil)
    #expect(scenario.calendar.years == 2027...2031)
    #expect(scenario.method == .expected)
    #expect((scenario.seed, scenario.replications) == (5, 3))
  }
}
