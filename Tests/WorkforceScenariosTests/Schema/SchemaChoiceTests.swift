// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// Names of which one must be chosen, as the loader lists them and as the schema does.
@Suite struct SchemaChoiceTests {
  @Test(arguments: [
    ("population/properties/method", "population", "{method: zzz}"),
    ("method", "method", "zzz"),
    ("enrolment/anyOf/1/properties/method", "enrolment", "{method: zzz}"),
    ("schools/anyOf/1/properties/method", "schools", "{method: zzz}"),
    ("need/anyOf/1/properties/components/items", "need", "{components: [zzz]}"),
    ("posts/anyOf/1/properties/method", "posts", "{method: zzz}"),
    ("titles/anyOf/1/properties/method", "titles", "{method: zzz}"),
    ("titles/anyOf/1/properties/places", "titles", "{method: review, places: zzz}"),
    ("recruitment/anyOf/1/properties/fill", "recruitment", "{fill: zzz}"),
  ])
  func `the schema has the names that the loader knows`(
    path: String,
    key: String,
    value: String,
  ) throws {
    let names = try SchemaText(.scenario).names("/$defs/scenario/properties/\(path)/enum")
    let messages = try SmallScenario.problems([key: value])
    #expect(try names == list(after: "one of these is needed: ", in: messages))
  }

  @Test(arguments: [
    ("item", "paid"), ("item", "kind"), ("item", "reckoned_as"), ("role", "per"),
  ])
  func `the schema has the names of the rules of pay`(axis: String, key: String) throws {
    let path = "/$defs/dimension_\(axis)/properties/members/anyOf/0/items/properties/\(key)/enum"
    let names = try SchemaText(.scenario).names(path)
    let messages = try SmallScenario.problems([
      "dimensions": "{\(axis): {members: [{code: a, \(key): zzz}]}}"
    ])
    #expect(try names == list(after: "one of these is needed: ", in: messages))
  }

  @Test func `the schema has every kind of distribution`() throws {
    let schema = try SchemaText(.scenario)
    let names = try (0..<4).reduce(into: Set<String>()) {
      $0.formUnion(try schema.names("/$defs/distribution/anyOf/\($1)/properties/distribution/enum"))
    }
    let messages = try SmallScenario.problems(
      ["set": "{exits.resigned.probability: {distribution: zzz}}"])
    #expect(try names == list(after: "one of these is needed: ", in: messages))
  }

  @Test(arguments: ParameterNames.definitions.map(\.name))
  func `every parameter can be set`(_ pattern: String) throws {
    let name = pattern.split(separator: ".").map { $0.hasPrefix("<") ? "resigned" : String($0) }
      .joined(separator: ".")
    #expect(try forms(fitting: name) == 1)
    #expect(try forms(fitting: name + "@2026-09-01") == 1)
    #expect(try forms(fitting: name + "x.y") == 0)
    let messages = try SmallScenario.problems(["set": "{\(name): 0}"])
    #expect(!messages.contains { $0.contains("there is no parameter") })
  }

  @Test(arguments: [
    ("exits.resigned.probability[age:50+]", 1),
    ("exits.resigned.probability[age:50+, sex:女]", 1),
    ("exits.resigned.probability[age:50+]@2026-09-01", 1),
    ("exits.resigned.probability[stage]", 0),
    ("exits.resigned.probability[channel:all]", 0),
    ("exits.resigned.probability@2026-09-02", 0),
    ("exits.resigned.zzz", 0),
    ("zzz", 0),
  ])
  func `members and a date may follow a name`(name: String, count: Int) throws {
    #expect(try forms(fitting: name) == count)
    let messages = try SmallScenario.problems(["set": "{'\(name)': 0.5}"])
    let refusals = [
      "there is no parameter", "names no members", "cannot depend on", "the first day of a month",
    ]
    let isRefused = messages.contains { message in refusals.contains { message.contains($0) } }
    #expect(isRefused == (count == 0), "\(messages)")
  }

  /// The number of properties and patterns of `set` that a name fits.
  private func forms(fitting name: String) throws -> Int {
    let schema = try SchemaText(.scenario)
    let properties = try schema.keys("/$defs/set/properties").contains(name) ? 1 : 0
    return try schema.keys("/$defs/set/patternProperties").reduce(properties) { count, pattern in
      let regex: Regex<AnyRegexOutput> = try Regex(pattern)
      return count + (name.contains(regex) ? 1 : 0)
    }
  }
}
