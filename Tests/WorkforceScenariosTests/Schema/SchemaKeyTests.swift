// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// The loader says which keys it knows when it meets one that it does not know.
@Suite struct SchemaKeyTests {
  @Test(arguments: SchemaPlace.all)
  func `the schema has the keys that the loader knows, and no others`(_ place: SchemaPlace) throws {
    let schema = try SchemaText(place.kind)
    let messages = try SmallScenario.problems(place.keys, targets: place.targets)
      .filter { $0.contains("there is no key 'zzz'") }
    #expect(messages.count == 1)
    let known = try list(after: "Allowed: ", in: messages)
    #expect(try schema.keys("\(place.path)/properties").subtracting(place.without) == known)
  }

  @Test func `every group of keys of the schemas is held against the loader`() throws {
    let scenario = Set(SchemaPlace.all.filter { $0.kind == .scenario }.map(\.path))
    let targets = Set(SchemaPlace.all.filter { $0.kind == .targets }.map(\.path))
    let shared: Set = ["/$defs/reference", "/$defs/localized_text/anyOf/1"]
    // The names in `set` are parameters; other tests hold them against the loader.
    let scenarioGroups = try SchemaText(.scenario).closedGroups.subtracting(["/$defs/set"])
    #expect(scenarioGroups == scenario)
    #expect(try SchemaText(.targets).closedGroups == targets.union(shared))
  }

  @Test func `parameters are described alike in a file and in a scenario`() throws {
    let (file, scenario) = (try SchemaText(.parameter), try SchemaText(.scenario))
    let names = try file.keys("/$defs")
    #expect(names.isSuperset(of: ["parameter", "distribution", "reference"]))
    for name in names {
      #expect(try file.text("/$defs/\(name)") == scenario.text("/$defs/\(name)"))
    }
  }

  @Test(arguments: SchemaKind.allCases)
  func `every key is described in a sentence`(_ kind: SchemaKind) throws {
    let schema = try SchemaText(kind)
    for group in schema.closedGroups {
      for key in try schema.keys("\(group)/properties") {
        let text = try #require(
          try schema.node("\(group)/properties/\(key)/description") as? String
        )
        #expect(text.hasSuffix(".") && text.count > 5, "\(group): \(key)")
      }
    }
  }

  private static let tables = RecordLayout(
    Dimensions([]),
    pay: CostTables.tables(Dimensions([])),
  ).tables

  @Test(arguments: tables.map(\.name))
  func `a target may name the keys of its table`(_ table: String) throws {
    let schema = try SchemaText(.targets)
    let rules = try #require(try schema.node("/$defs/target/allOf") as? [[String: Any]])
    let position = try #require(
      rules.indices.first {
        (try? schema.node("/$defs/target/allOf/\($0)/if/properties/table/const")) as? String
          == table
      }
    )
    let messages = try SmallScenario.problems(
      ["targets": "targets.yaml"],
      targets: SchemaPlace.target(table: table, "where: {zzz: a}"),
    )
    let path = "/$defs/target/allOf/\(position)/then/properties/where/propertyNames/enum"
    #expect(
      try schema.names(path)
        == list(after: "Allowed: ", in: messages.filter { $0.contains("no key 'zzz'") })
    )
  }
}
