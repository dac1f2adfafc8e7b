// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schema of `dimensions`: who and what is simulated.
enum DimensionSchema {
  /// The schema of the key.
  static let schema = SchemaNode.group(
    DeclaredDimensions.axes.map { axis in
      SchemaKey(axis.rawValue, description(axis), .defined("dimension_\(axis.rawValue)"))
    }
  )

  /// The definitions of the dimensions and of the codes of members.
  static let definitions: [String: SchemaNode] = DeclaredDimensions.axes.reduce(
    into: [
      "code": [
        "type": ["string", "integer", "boolean"],
        // Letters and digits of any script: what ASCII has besides them is left out.
        "pattern": #"^[^\u0000-/:-@\[-\^`{-\u007f]+$"#,
        "not": ["const": "other"],
      ],
      "table_of_members": .group([
        SchemaKey(
          "file",
          "A CSV file with the same columns: a path from this file.",
          CommonSchema.text,
          isRequired: true,
        )
      ]),
    ]
  ) { $0["dimension_\($1.rawValue)"] = dimension($1) }

  private static func dimension(_ axis: Axis) -> SchemaNode {
    var members = SchemaNode.list(.group(memberKeys + rules(axis))).with(["minItems": 1])
    if let limit = DeclaredDimensions.limit(of: axis) {
      members = members.with(["maxItems": .integer(limit)])
    }
    return .group([
      SchemaKey(
        "members",
        "The members in the order of the tables, or the file that lists them.",
        ["anyOf": [members, .defined("table_of_members")]],
        isRequired: true,
      ),
      SchemaKey(
        "groups",
        "Named sets of members, which can be keys of values.",
        .map(CommonSchema.texts),
      ),
    ])
  }

  private static let memberKeys = [
    SchemaKey(
      "code",
      "A short name: letters, digits and underscores.",
      .defined("code"),
      isRequired: true,
    ),
    SchemaKey("en", "The English name.", CommonSchema.text),
    SchemaKey("zh", "The Chinese name.", CommonSchema.text),
  ]

  /// The keys of members that carry rules.
  private static func rules(_ axis: Axis) -> [SchemaKey] {
    switch axis {
    case .subject:
      [
        SchemaKey(
          "stages",
          "The stages in which the subject is taught; all without it.",
          CommonSchema.texts,
        )
      ]
    case .grade:
      [
        SchemaKey("stage", "The stage of the grade.", CommonSchema.text),
        SchemaKey(
          "entry_age",
          "The age on the counting day at which births enter the grade.",
          .whole(0...120),
        ),
      ]
    case .contract:
      [
        SchemaKey(
          "established",
          "Whether the contract fills an authorised post; true without it.",
          ["type": "boolean"],
        ),
        SchemaKey(
          "next",
          "The contract that follows when the term ends.",
          CommonSchema.text,
        ),
      ]
    case .channel:
      [
        SchemaKey(
          "kind",
          "How people come: places and applicants, or the graduates of an intake.",
          .choice(ChannelKind.self),
          isRequired: true,
        ),
        SchemaKey("contract", "The contract of the hires.", CommonSchema.text),
        SchemaKey(
          "limited_to_vacancies",
          "Whether hires need vacant posts; true for a competition and false for a pipeline.",
          ["type": "boolean"],
        ),
      ]
    case .category:
      [
        SchemaKey(
          "who",
          "Whom the retirement rule covers; the first category that fits counts.",
          .group([
            SchemaKey("sex", "The sexes covered; all without it.", CommonSchema.texts),
            SchemaKey("title", "The titles covered; all without it.", CommonSchema.texts),
            SchemaKey("contract", "The contracts covered; all without it.", CommonSchema.texts),
          ]),
        ),
        SchemaKey(
          "may_leave_as",
          "The category whose statutory month is the earliest at own choice.",
          CommonSchema.text,
        ),
      ]
    case .postGrade:
      [
        SchemaKey(
          "title",
          "The title to which the grade belongs.",
          CommonSchema.text,
          isRequired: true,
        )
      ]
    case .item: PayDimensionSchema.itemKeys
    case .role: PayDimensionSchema.roleKeys
    default: []
    }
  }

  private static func description(_ axis: Axis) -> String {
    switch axis {
    case .region: "Where teachers work: counties, provinces, schools of the city."
    case .stage: "The stages or sectors of education."
    case .subject: "The subjects taught, or the education groups."
    case .grade: "The grades of pupils, or age groups of users of a service."
    case .location: "The location classes of schools."
    case .sex: "The sexes."
    case .title: "The professional titles, lowest first."
    case .degree: "The academic degrees."
    case .contract: "The kinds of contract."
    case .channel: "The entry channels, in the order in which they hire."
    case .exit: "The reasons of exits other than retirement."
    case .leave: "The kinds of leave."
    case .service: "The services whose users drive need."
    case .category: "The categories of the retirement rule."
    case .payer: "Who pays: the county, the province, the centre."
    case .item: "The items of pay, each after those that it is reckoned from."
    case .postGrade: "The grades of posts within titles, highest first."
    case .role: "Duties beside teaching; those declared first take their holders first."
    default: "The members of '\(axis.rawValue)'."
    }
  }
}
