// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schema of a parameter with everything that a parameter file says.
enum ParameterSchema {
  /// The definitions of parameters and their values.
  static let definitions = ValueSchema.definitions.adding([
    "parameter": parameter,
    "parameter_name": [
      "anyOf": [
        .choice(ParameterPattern.all.filter(\.isPlain).map(\.definition.name)),
        ["pattern": .string(alternatives)],
      ]
    ],
  ])

  private static var alternatives: String {
    let names = ParameterPattern.all.filter { !$0.isPlain }.map(\.name)
    return "^(\(names.joined(separator: "|")))$"
  }

  private static let parameter = SchemaNode.group(keys).with([
    "oneOf": [["required": ["values"]], ["required": ["table"]]],
    "dependentRequired": ["from": ["table"]],
    "allOf": .array(rangesByUnit),
  ])

  private static let keys = [
    SchemaKey(
      "description",
      "What the parameter means, in a sentence.",
      CommonSchema.localizedText,
      isRequired: true,
    ),
    SchemaKey("unit", "The unit of the values.", .choice(Unit.self), isRequired: true),
    SchemaKey(
      "by",
      "What the values depend on, outermost first.",
      .list(.choice(Axis.self)).with(["uniqueItems": true]),
    ),
    SchemaKey(
      "values",
      "The values by the date from which they hold, each by the keys of the axes in 'by'.",
      .byDate(true),
    ),
    SchemaKey(
      "table",
      "A CSV file with the values, in place of 'values': a path from this file.",
      CommonSchema.text,
    ),
    SchemaKey(
      "from",
      "The date of the table's values, if it has no column 'from'.",
      CommonSchema.date,
    ),
    SchemaKey("otherwise", "The value of all members that are not named.", [:]),
    SchemaKey(
      "confidence",
      "How far the values may be trusted.",
      .choice(Confidence.self),
      isRequired: true,
    ),
    SchemaKey(
      "references",
      "Where the values come from: for all dates, or by the dates of the values.",
      [
        "anyOf": [
          CommonSchema.references,
          .byDate(["anyOf": [.defined("reference"), .list(.defined("reference"))]]),
        ]
      ],
      isRequired: true,
    ),
    SchemaKey(
      "afterLastValue",
      "What holds after the last date: the last value, a trend, or the path of another parameter.",
      ["anyOf": [["const": "hold"], afterLastValue]],
    ),
    SchemaKey(
      "uncertainty",
      "A distribution of a factor on all values.",
      .defined("distribution"),
    ),
    SchemaKey(
      "covariance",
      "The covariances of the values of a date, which are drawn together.",
      .list(.list(CommonSchema.number)),
    ),
  ]

  private static let afterLastValue = SchemaNode.group([
    SchemaKey(
      "trend",
      "The relative change per year; -0.03 is three percent less.",
      .number(in: Unit.changePerYear.range),
    ),
    SchemaKey(
      "index",
      "The parameter whose relative changes the values follow.",
      .defined("parameter_name"),
    ),
  ]).with(["minProperties": 1, "maxProperties": 1])

  private static let rangesByUnit = ValueSchema.units.sorted { $0.key < $1.key }.map {
    (_, units) -> SchemaNode in
    [
      "if": ["properties": ["unit": .choice(units.map(\.rawValue))], "required": ["unit"]],
      "then": [
        "properties": [
          "values": ["additionalProperties": ValueSchema.values(units[0])],
          "otherwise": ValueSchema.leaf(units[0]),
        ]
      ],
    ]
  }
}
