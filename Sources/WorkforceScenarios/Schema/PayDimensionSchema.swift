// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schemas of the keys that items of pay and roles carry.
enum PayDimensionSchema {
  /// The keys of an item.
  static let itemKeys = [
    SchemaKey(
      "of",
      "The items declared before it of which it is a rate; an amount without it.",
      CommonSchema.texts.with(["minItems": 1, "uniqueItems": true]),
    ),
    SchemaKey(
      "who",
      "Whom the item is paid to; everyone without it.",
      conditions(PayReader.axesOfItems, "paid to"),
    ),
    SchemaKey(
      "months",
      "The months of the year in which it is paid; all without it.",
      SchemaNode.list(.whole(1...12)).with(["minItems": 1, "uniqueItems": true]),
    ),
    SchemaKey(
      "paid",
      "Monthly, once on entry, or never because other items refer to it; monthly without it.",
      .choice(PayTiming.self),
    ),
    SchemaKey(
      "kind",
      "Pay of those in post, what the employer pays on top, or other; pay without it.",
      .choice(PayKind.self),
    ),
    SchemaKey(
      "reckoned_as",
      "The situation for which the items under 'of' are reckoned.",
      .choice(PaySituation.self),
    ),
  ]

  /// The keys of a role.
  static let roleKeys = [
    SchemaKey(
      "per",
      "Whether its holders are counted for each class or for each school.",
      .choice(RoleBasis.self),
      isRequired: true,
    ),
    SchemaKey(
      "who",
      "Who can hold the role; everyone without it.",
      conditions(PayReader.axesOfRoles, "held by"),
    ),
  ]

  private static func conditions(_ axes: [Axis], _ verb: String) -> SchemaNode {
    .group(
      axes.map { axis in
        SchemaKey(
          axis.rawValue,
          "The members of '\(axis.rawValue)', or groups of them, that it is \(verb).",
          CommonSchema.texts.with(["minItems": 1]),
        )
      }
    )
  }
}
