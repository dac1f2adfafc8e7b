// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct ValueReaderTests {
  /// The values of a parameter of the small scenario after one file was replaced.
  private func parameter(
    _ name: String,
    _ text: String,
    table: String? = nil,
  ) throws -> Parameter {
    var folder = ScenarioFolder()
    let path = "parameters/" + name.split(separator: ".").joined(separator: "/")
    folder.files[path + ".yaml"] = text
    folder.files[path + ".csv"] = table
    return try #require(try folder.load().scenario.parameters[name])
  }

  private func numbers(_ parameter: Parameter, at date: Int = 0) -> [Double] {
    parameter.dated[date].leaves.map(\.central)
  }

  private func growth(_ table: String, by axes: String, more: String = "") throws -> Parameter {
    let text =
      "description: d\nunit: change per year\nby: [\(axes)]\ntable: growth.csv\n\(more)"
      + "confidence: assumed\nreferences: [{assumption: a}]\n"
    return try parameter("need.growth", text, table: table)
  }

  @Test func `a long table has a column for each axis and a value`() throws {
    let table =
      "from,region,stage,value\n2020-09-01,north,primary,0.1\n"
      + "2020-09-01,南区,other,0.2\n2020-09-01,north,junior,0.3\n2022-01-01,both,other,0.4\n"
    let growth = try growth(table, by: "region, stage")
    #expect(numbers(growth) == [0.1, 0.3, 0.2, 0.2])
    #expect(numbers(growth, at: 1) == [0.4, 0.4, 0.4, 0.4])
    #expect(growth.dated[1].from == Month(year: 2022, month: 1))
  }

  @Test func `a wide table has the members of the last axis as columns`() throws {
    let table = "region,primary,初中\nnorth,0.1,0.2\nsouth,0.3,0.4\n"
    let growth = try growth(table, by: "region, stage", more: "from: 2020-09-01\n")
    #expect(numbers(growth) == [0.1, 0.2, 0.3, 0.4])
  }

  @Test func `a table that a spreadsheet has saved is read as a roster is`() throws {
    let table = "from,value\n2020/9/1,0.1\n2021年9月,0.2\n,\n,\n"
    let growth = try growth(table, by: "")
    #expect(growth.dated.map(\.leaves) == [[.number(0.1)], [.number(0.2)]])
    #expect(growth.dated.map(\.from) == [2020, 2021].map { Month(year: $0, month: 9) })
  }

  @Test func `a value for all has no axis`() throws {
    let table = "from,value\n2020-09-01,0.1\n2021-09-01,0.2\n"
    #expect(try growth(table, by: "").dated.map { $0.leaves } == [[.number(0.1)], [.number(0.2)]])
  }

  @Test func `subjects that a stage does not teach need no value`() throws {
    let text = ScenarioFolder.parameter(
      "change per year",
      by: "stage, subject",
      "  2020-09-01: {primary: {maths: 0.1, music: 0.2}, junior: {maths: 0.3}}",
    )
    #expect(numbers(try parameter("need.growth", text)).prefix(3) == [0.1, 0.2, 0.3])
  }

  @Test func `other stands for members that are not named at its level`() throws {
    let text = ScenarioFolder.parameter(
      "change per year",
      by: "region, stage",
      "  2020-09-01: {north: {primary: 0.1}, other: {other: 0.2}}",
      more: "otherwise: 0.5",
    )
    #expect(numbers(try parameter("need.growth", text)) == [0.1, 0.5, 0.2, 0.2])
  }

  @Test func `the share of a band is spread evenly over its years`() throws {
    let age = try #require(
      try ScenarioFolder().load().scenario.parameters[
        "recruitment.open.age"
      ]
    )
    let shares = numbers(age)
    #expect(shares.count == 121)
    #expect(Array(shares[21...27]) == [0, 0.2, 0.2, 0.2, 0.2, 0.2, 0])
  }

  @Test func `ages are read as bands with open ends`() throws {
    let died = try #require(
      try ScenarioFolder().load().scenario.parameters[
        "exits.died.probability"
      ]
    )
    let chances = numbers(died)
    #expect((chances[0], chances[49], chances[50], chances[120]) == (0.001, 0.001, 0.005, 0.005))
  }

  @Test func `a month is counted from the year 0`() throws {
    let text = ScenarioFolder.parameter(
      "month",
      by: "category",
      "  2020-09-01: {men: 1965-01, women: 1970-01}",
    )
    let month = try parameter("retirement.first_birth_month", text)
    #expect(numbers(month) == [1965 * 12, 1970 * 12])
  }

  @Test func `uncertainty, covariance, trend and references are kept`() throws {
    let text = ScenarioFolder.parameter(
      "change per year",
      by: "region",
      "  2020-09-01: {north: 0.01, south: 0.02}",
      more: """
        uncertainty: {distribution: lognormal, mean: 1, sd: 0.1}
        covariance: [[1, 0.5], [0.5, 1]]
        afterLastValue: {trend: -0.02}
        """,
    )
    let growth = try parameter("need.growth", text)
    #expect(growth.uncertainty == .lognormal(mean: 1, standardDeviation: 0.1))
    #expect(growth.covariance == [1, 0.5, 0.5, 1])
    #expect(growth.afterLast == .trend(changePerYear: -0.02))
    #expect(growth.origin.references.map(\.isAssumption) == [true])
    #expect(growth.origin.description == WorkforceSim.LocalizedText("A value", chinese: "数值"))
  }

  @Test func `standard values are added, with where they come from`() throws {
    let loaded = try ScenarioFolder().load()
    let freeze = try #require(loaded.scenario.parameters["recruitment.freeze"])
    #expect(numbers(freeze) == [0])
    #expect(freeze.origin.layers == ["standard value of the program"])
    #expect(freeze.origin.confidence == .assumed)
  }

  @Test func `trees may hold files of sections and members that a scenario does not have`() throws {
    var folder = ScenarioFolder()
    folder.files["parameters/leave/sickness/months.yaml"] = "unit: months\n"
    folder.files["parameters/exits/promoted/probability.yaml"] = "unit: share\n"
    folder.files["parameters/index.yaml"] = "description: not a parameter\n"
    let loaded = try folder.load()
    let unused = loaded.parameterFiles.filter { !$0.isUsed }.map(\.name)
    #expect(unused == ["exits.promoted.probability", "leave.sickness.months"])
  }
}
