// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schema of a file of targets.
enum TargetSchema {
  /// The definitions of the file and of one target.
  static let definitions: [String: SchemaNode] = [
    "targets": .group([
      SchemaKey("targets", "The figures.", .list(.defined("target")), isRequired: true)
    ]),
    "target": SchemaNode.group(keys).with(["allOf": .array(keysByTable)]),
  ]

  private static let tables = RecordLayout(
    Dimensions([]),
    pay: CostTables.tables(Dimensions([])),
  ).tables

  private static let keys = [
    SchemaKey("name", "A short name, given once.", CommonSchema.text, isRequired: true),
    SchemaKey("label", "The name that people read.", CommonSchema.localizedText),
    SchemaKey("published", "The published figure.", CommonSchema.number, isRequired: true),
    SchemaKey("unit", "The unit of the figure.", CommonSchema.text, isRequired: true),
    SchemaKey("kind", "How the figure was used.", .choice(TargetKind.self), isRequired: true),
    SchemaKey(
      "table",
      "The table of results that holds the model's figure.",
      .choice(tables.map(\.name)),
      isRequired: true,
    ),
    SchemaKey(
      "where",
      "The members of the table's keys that are added up; keys not named count whole.",
      .map(["anyOf": [CommonSchema.text, CommonSchema.texts]]),
    ),
    SchemaKey(
      "years",
      "The school years of the figure.",
      .group(CommonSchema.firstAndLastYear),
      isRequired: true,
    ),
    SchemaKey(
      "over_years",
      "How the years are put together; sum without it.",
      .choice(TargetYears.self),
    ),
    SchemaKey(
      "tolerance",
      "The relative distance within which the figure counts as met; 0.05 without it.",
      .number(in: 0...1),
    ),
    SchemaKey("reading", "How an ambiguous figure is read.", CommonSchema.localizedText),
    SchemaKey("references", "Where the figure comes from.", CommonSchema.references),
  ]

  private static let keysByTable = tables.map { table -> SchemaNode in
    [
      "if": ["properties": ["table": ["const": .string(table.name)]], "required": ["table"]],
      "then": ["properties": ["where": ["propertyNames": .choice(table.keys.map(\.name))]]],
    ]
  }
}
