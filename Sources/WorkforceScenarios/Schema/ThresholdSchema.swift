// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schema of a threshold in a scenario.
///
/// Which exits are measures depends on the scenario's dimensions, so a measure is any text here.
enum ThresholdSchema {
  /// The definition of one threshold.
  static let definitions: [String: SchemaNode] = [
    "threshold": SchemaNode.group(keys).with([
      "oneOf": .array(
        ThresholdDirection.allCases.map { ["required": .strings([$0.rawValue])] }
      )
    ])
  ]

  private static let keys =
    [
      SchemaKey(
        "name",
        "A short name, given once: letters, digits and underscores.",
        .defined("code"),
        isRequired: true,
      ),
      SchemaKey("label", "What people read after 'the chance that'.", CommonSchema.localizedText),
      SchemaKey("measure", "A measure of the summary.", CommonSchema.text, isRequired: true),
      SchemaKey("per", "The measure by which it is divided.", CommonSchema.text),
    ]
    + ThresholdDirection.allCases.map {
      SchemaKey(
        $0.rawValue,
        "The value; the threshold is passed by figures \($0.rawValue) it.",
        CommonSchema.number,
      )
    } + [
      SchemaKey(
        "years",
        "The school years that are looked at; all without it.",
        .group(CommonSchema.firstAndLastYear),
      )
    ]
}
