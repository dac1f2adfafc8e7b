// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schema of `set`: every parameter with the values that may take the place of others.
enum OverrideSchema {
  /// The definitions of changes by the kinds of values, and of `set` as a whole.
  static let definitions: [String: SchemaNode] = ValueSchema.units.values.reduce(
    into: ["set": set, "scale": scale]
  ) { definitions, units in
    definitions["change_\(ValueSchema.name(of: units[0]))"] = change(units[0])
  }

  private static let set: SchemaNode = {
    var properties: [String: SchemaNode] = [:]
    var patterns: [String: SchemaNode] = [:]
    for pattern in ParameterPattern.all {
      let definition = pattern.definition
      let description = SchemaNode.string(
        "\(definition.summary.english). Unit: \(definition.unit.rawValue)."
      )
      let change = SchemaNode.defined("change_\(ValueSchema.name(of: definition.unit))")
      let whole: SchemaNode = [
        "description": description,
        "anyOf": [change, replacement(definition)],
      ]
      if pattern.isPlain {
        properties[definition.name] = whole
      } else {
        patterns["^\(pattern.name)$"] = whole
      }
      patterns[pattern.narrowed] = change.with(["description": description])
    }
    return [
      "type": "object",
      "properties": .object(properties),
      "patternProperties": .object(patterns),
      "additionalProperties": false,
    ]
  }()

  /// All keys of a parameter file, with the unit and the axes of the parameter.
  private static func replacement(_ definition: ParameterDefinition) -> SchemaNode {
    let axes = definition.axes.map(\.rawValue)
    return [
      "$ref": .reference("parameter"),
      "properties": [
        "unit": ["const": .string(definition.unit.rawValue)],
        "by": axes.isEmpty ? ["maxItems": 0] : ["items": .choice(axes)],
      ],
    ]
  }

  /// A value for all dates, values by date, or a factor; months have no factor.
  private static func change(_ unit: Unit) -> SchemaNode {
    let leaf = ValueSchema.leaf(unit)
    let forms = [leaf, .byDate(leaf)] + (unit == .month ? [] : [.defined("scale")])
    return ["anyOf": .array(forms)]
  }

  private static let scale = SchemaNode.group([
    SchemaKey("scale", "The factor on the values.", .number(in: 0...1e6), isRequired: true),
    SchemaKey(
      "from",
      "The date from which the factor holds; all dates without it.",
      CommonSchema.date,
    ),
  ])
}
