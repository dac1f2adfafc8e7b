// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schemas of values: numbers of a unit, months, switches, distributions, and these by key.
///
/// Units with the same range share a schema.
enum ValueSchema {
  /// The name by which the values of a unit are called among the definitions.
  static func name(of unit: Unit) -> String {
    switch unit {
    case .month: "month"
    case .onOff: "switch"
    default:
      "number_from_\(unit.range.lowerBound.exactText)"
        + "_to_\(unit.range.upperBound.exactText)"
    }
  }

  /// The units by the names of their values.
  static let units = Dictionary(grouping: Unit.allCases, by: name)

  /// One value of a unit.
  static func leaf(_ unit: Unit) -> SchemaNode { .defined(name(of: unit)) }

  /// Values of a unit, by the keys of any number of axes.
  static func values(_ unit: Unit) -> SchemaNode { .defined("values_\(name(of: unit))") }

  /// The definitions of values.
  static let definitions: [String: SchemaNode] = units.values.reduce(
    into: ["distribution": distribution]
  ) { definitions, units in
    let unit = units[0]
    definitions[name(of: unit)] = ["anyOf": .array(scalars(unit) + [.defined("distribution")])]
    definitions["values_\(name(of: unit))"] = [
      "anyOf": [leaf(unit), .map(values(unit)).with(["not": ["required": ["distribution"]]])]
    ]
  }

  private static func scalars(_ unit: Unit) -> [SchemaNode] {
    switch unit {
    case .month: [["const": 0], ["type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"]]
    case .onOff: [.choice(["on", "off"]), .number(in: unit.range)]
    default: [.number(in: unit.range)]
    }
  }

  private static let distribution: SchemaNode = [
    "anyOf": [
      group(
        ["beta", "gamma", "lognormal", "normal"],
        ("mean", "The mean."),
        ("sd", "The standard deviation."),
      ),
      group(
        ["triangular"],
        ("minimum", "The smallest value."),
        ("mode", "The most probable value."),
        ("maximum", "The largest value."),
      ),
      group(["uniform"], ("minimum", "The smallest value."), ("maximum", "The largest value.")),
      .group([
        kind(["discrete"]),
        SchemaKey("values", "The values.", .list(CommonSchema.number), isRequired: true),
        SchemaKey(
          "weights",
          "The weight of each value.",
          .list(CommonSchema.number),
          isRequired: true,
        ),
      ]),
    ]
  ]

  private static func kind(_ names: [String]) -> SchemaKey {
    SchemaKey("distribution", "The kind of distribution.", .choice(names), isRequired: true)
  }

  private static func group(_ kinds: [String], _ arguments: (String, String)...) -> SchemaNode {
    .group(
      [kind(kinds)]
        + arguments.map { SchemaKey($0, $1, CommonSchema.number, isRequired: true) }
    )
  }
}
