// SPDX-License-Identifier: GPL-3.0-or-later

/// The parts of schemas that several kinds of files share.
enum CommonSchema {
  /// The first day of a month, or the month; the day may be left out.
  static let datePattern = "^[0-9]{4}-(0[1-9]|1[0-2])(-01)?$"

  /// Texts may look like numbers or truth values; only nothing at all is no text.
  static let text: SchemaNode = ["type": ["string", "number", "boolean"]]
  static let date: SchemaNode = ["type": "string", "pattern": .string(datePattern)]
  static let texts = SchemaNode.list(text)
  static let number: SchemaNode = ["type": "number"]
  static let localizedText = SchemaNode.defined("localized_text")

  /// The definitions that all schemas hold.
  static let definitions: [String: SchemaNode] = [
    "localized_text": [
      "anyOf": [
        text,
        .group([
          SchemaKey("en", "The English text.", text),
          SchemaKey("zh", "The Chinese text.", text),
        ]),
      ]
    ],
    "reference": reference,
  ]

  /// A publication, or the reason of an assumption.
  private static let reference = SchemaNode.group([
    SchemaKey("title", "The title of the publication.", text),
    SchemaKey("publisher", "Who published it.", text),
    SchemaKey("href", "An address or a file.", text),
    SchemaKey("date", "When it was published, as the source writes it.", text),
    SchemaKey("assumption", "Why this value, if no publication gives it.", text),
  ]).with([
    "if": ["required": ["assumption"]],
    "then": ["properties": ["title": false, "publisher": false, "href": false]],
    "else": ["required": ["title"]],
  ])

  /// Sources that support all values.
  static let references = SchemaNode.list(.defined("reference")).with(["minItems": 1])

  /// The first and the last school year.
  static let firstAndLastYear = [
    SchemaKey(
      "first",
      "The first school year.",
      .whole(ScenarioSettings.yearRange),
      isRequired: true,
    ),
    SchemaKey(
      "last",
      "The last school year.",
      .whole(ScenarioSettings.yearRange),
      isRequired: true,
    ),
  ]
}
