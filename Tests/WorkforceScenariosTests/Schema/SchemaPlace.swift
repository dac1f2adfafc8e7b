// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// A group of keys in the files of a scenario, written with the key `zzz`, which does not exist.
struct SchemaPlace: Sendable, CustomTestStringConvertible {
  /// The kind of file.
  var kind = SchemaKind.scenario
  /// Where the schema describes the group.
  let path: String
  /// The keys of the scenario that are changed.
  var keys: [String: String] = [:]
  /// The file of targets.
  var targets = "targets: []"
  /// Keys of the group that make no sense beside the others that are written.
  var without: Set<String> = []

  var testDescription: String {
    without.isEmpty ? path : "\(path) without \(without.sorted().joined(separator: ", "))"
  }

  /// The axes that a scenario may declare.
  static let axes = Axis.allCases.filter {
    !$0.isBuiltIn && $0.declaredAs == $0
  }

  /// Every group of keys.
  static let all = settings + sections + dimensions + values + parameters + targets

  private static let settings = [
    SchemaPlace(path: "/$defs/scenario", keys: ["zzz": "1"]),
    SchemaPlace(path: "/$defs/localized_text/anyOf/1", keys: ["name": "{en: A, zzz: 1}"]),
    SchemaPlace(
      path: "/$defs/scenario/properties/years",
      keys: ["years": "{first: 2020, last: 2021, zzz: 1}"],
    ),
    SchemaPlace(
      path: "/$defs/scenario/properties/population",
      keys: ["population": "{method: roster, file: a.csv, zzz: 1}"],
    ),
    SchemaPlace(
      path: "/$defs/scenario/properties/population",
      keys: ["population": "{method: synthesis, zzz: 1}"],
      without: ["file", "columns"],
    ),
    SchemaPlace(
      path: "/$defs/scenario/properties/population/properties/columns",
      keys: ["population": "{method: roster, file: a.csv, columns: {zzz: a}}"],
    ),
    SchemaPlace(
      path: "/$defs/threshold",
      keys: ["thresholds": "[{name: a, measure: headcount, above: 1, zzz: 1}]"],
    ),
    SchemaPlace(
      path: "/$defs/threshold/properties/years",
      keys: [
        "thresholds":
          "[{name: a, measure: headcount, above: 1, years: {first: 2020, last: 2021, zzz: 1}}]"
      ],
    ),
    SchemaPlace(
      path: "/$defs/scenario/properties/schools/anyOf/1/properties/columns",
      keys: ["schools": "{method: list, file: a.csv, columns: {zzz: a}}"],
    ),
  ]

  private static let sections = [
    ("enrolment", "method: cohort"), ("need", "components: [ratio]"), ("posts", "method: norm"),
    ("titles", "method: review, places: posts"), ("recruitment", "fill: posts"),
    ("schools", "method: list, file: a.csv"), ("pay", "currency: CNY"),
  ].map { name, keys in
    SchemaPlace(
      path: "/$defs/scenario/properties/\(name)/anyOf/1",
      keys: [name: "{\(keys), zzz: 1}"],
    )
  }

  private static let dimensions =
    [
      SchemaPlace(
        path: "/$defs/scenario/properties/dimensions",
        keys: ["dimensions": "{zzz: {members: []}}"],
      ),
      SchemaPlace(
        path: "/$defs/table_of_members",
        keys: ["dimensions": "{sex: {members: {file: a.csv, zzz: 1}}}"],
      ),
      SchemaPlace(
        path: "/$defs/dimension_category/properties/members/anyOf/0/items/properties/who",
        keys: ["dimensions": "{category: {members: [{code: a, who: {zzz: [a]}}]}}"],
      ),
      SchemaPlace(
        path: "/$defs/dimension_item/properties/members/anyOf/0/items/properties/who",
        keys: ["dimensions": "{item: {members: [{code: a, who: {zzz: [a]}}]}}"],
      ),
      SchemaPlace(
        path: "/$defs/dimension_role/properties/members/anyOf/0/items/properties/who",
        keys: ["dimensions": "{role: {members: [{code: a, per: school, who: {zzz: [a]}}]}}"],
      ),
    ]
    + axes.flatMap { axis in
      // Some keys are only asked for if there is a choice of stages and contracts.
      let others = [Axis.stage, .contract].filter { $0 != axis }
        .map { "\($0.rawValue): {members: [{code: a}, {code: b}]}" }.joined(separator: ", ")
      return [
        SchemaPlace(
          path: "/$defs/dimension_\(axis.rawValue)",
          keys: ["dimensions": "{\(axis.rawValue): {members: [{code: a}], zzz: 1}}"],
        ),
        SchemaPlace(
          path: "/$defs/dimension_\(axis.rawValue)/properties/members/anyOf/0/items",
          keys: ["dimensions": "{\(axis.rawValue): {members: [{code: a, zzz: 1}]}, \(others)}"],
        ),
      ]
    }

  private static func set(_ value: String) -> [String: String] {
    ["set": "{exits.resigned.probability: \(value)}"]
  }

  private static let values =
    [
      "beta, mean: 0.1, sd: 0.1", "triangular, minimum: 0, mode: 0, maximum: 1",
      "uniform, minimum: 0, maximum: 1", "discrete, values: [0], weights: [1]",
    ].enumerated().map {
      SchemaPlace(
        path: "/$defs/distribution/anyOf/\($0)",
        keys: parameter("otherwise: {distribution: \($1), zzz: 1}"),
      )
    } + [SchemaPlace(path: "/$defs/scale", keys: set("{scale: 1, zzz: 1}"))]

  private static func parameter(_ last: String, reference: String = "assumption: a") -> [String:
    String]
  {
    set(
      "{description: a, unit: probability per year, values: {2000-01-01: 0}, confidence: assumed, "
        + "references: [{\(reference)}], \(last)}"
    )
  }

  private static let parameters = [
    SchemaPlace(path: "/$defs/parameter", keys: parameter("zzz: 1")),
    SchemaPlace(
      path: "/$defs/parameter/properties/afterLastValue/anyOf/1",
      keys: parameter("afterLastValue: {trend: 0, zzz: 1}"),
    ),
    SchemaPlace(
      path: "/$defs/parameter/properties/afterLastValue/anyOf/1",
      keys: parameter("afterLastValue: {index: a, zzz: 1}"),
      without: ["trend"],
    ),
    SchemaPlace(
      path: "/$defs/reference",
      keys: parameter("by: []", reference: "title: a, zzz: 1"),
    ),
    SchemaPlace(
      path: "/$defs/reference",
      keys: parameter("by: []", reference: "assumption: a, zzz: 1"),
      without: ["title", "publisher", "href"],
    ),
  ]

  /// A file with one target.
  static func target(
    table: String = "summary",
    years: String = "{first: 2020, last: 2020}",
    _ last: String = "label: a",
  ) -> String {
    "targets: [{name: a, published: 1, unit: a, kind: check, table: \(table), years: \(years), \(last)}]"
  }

  private static let targets = [
    ("/$defs/targets", "{targets: [], zzz: 1}"),
    ("/$defs/target", target("zzz: 1")),
    ("/$defs/target/properties/years", target(years: "{first: 2020, last: 2020, zzz: 1}")),
  ].map {
    SchemaPlace(kind: .targets, path: $0, keys: ["targets": "targets.yaml"], targets: $1)
  }
}
