// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schema of a scenario file.
enum ScenarioFileSchema {
  /// The schema; a scenario that extends another needs only what differs.
  static let schema = SchemaNode.group(head + SectionSchema.keys + tail).with([
    "if": ["required": ["extends"]],
    "else": [
      "required": ["years", "population"],
      "properties": .object(
        SectionSchema.requirements.adding([
          "years": .object(SchemaNode.requirement(years)),
          "population": [
            "required": ["method"],
            "if": ["properties": ["method": ["const": "roster"]]],
            "then": ["required": ["file"]],
          ],
        ])
      ),
    ],
  ])

  private static let head = [
    SchemaKey("format", "The version of the scenario language.", ["const": 1], isRequired: true),
    SchemaKey("name", "The name that people read.", CommonSchema.localizedText),
    SchemaKey("description", "What the scenario is about.", CommonSchema.localizedText),
    SchemaKey(
      "extends",
      "The scenario that this one differs from: a folder or a file, from this file.",
      CommonSchema.text,
    ),
    SchemaKey("years", "The simulated school years.", .group(years, isPartial: true)),
    SchemaKey("seed", "The seed of all draws.", .whole(0...Int.max)),
    SchemaKey("replications", "The number of replications.", .whole(1...1_000_000)),
    SchemaKey(
      "method",
      "Whole persons with chance, or one projection of expected values.",
      .choice(ProjectionMethod.self),
    ),
    SchemaKey("dimensions", "Who and what is simulated.", DimensionSchema.schema),
    SchemaKey(
      "parameters",
      "The folders of parameter files; a later one overrides an earlier one.",
      CommonSchema.texts,
    ),
    SchemaKey("set", "Values that take the place of those in parameter files.", .defined("set")),
  ]

  private static let tail = [
    SchemaKey("population", "Where the opening stock comes from.", population),
    SchemaKey(
      "targets",
      "The file of figures that the model is held against, or off.",
      CommonSchema.text,
    ),
    SchemaKey(
      "thresholds",
      "Values of measures whose chance of being passed is reported, or off.",
      ["anyOf": [["const": "off"], SchemaNode.list(.defined("threshold")).with(["minItems": 1])]],
    ),
  ]

  private static let years =
    CommonSchema.firstAndLastYear + [
      SchemaKey(
        "begin_in_month",
        "The month whose first day is the counting day; 9 without it.",
        .whole(1...12),
      )
    ]

  private static let population = SchemaNode.group([
    SchemaKey(
      "method",
      "Persons are drawn to meet margins, or read from a roster.",
      .choice(["synthesis", "roster"]),
    ),
    SchemaKey("file", "The CSV file of the roster: a path from this file.", CommonSchema.text),
    SchemaKey(
      "columns",
      "The names of columns that differ from the usual ones.",
      .group(
        RosterColumn.allCases.map {
          SchemaKey($0.name, "The column that holds '\($0.name)'.", CommonSchema.text)
        }
      ),
    ),
  ]).with([
    "if": ["properties": ["method": ["const": "synthesis"]], "required": ["method"]],
    "then": ["properties": ["file": false, "columns": false]],
  ])
}
