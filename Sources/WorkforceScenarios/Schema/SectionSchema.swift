// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schemas of the sections of the year: `off`, or how the phase runs.
enum SectionSchema {
  /// The sections in the order of the year.
  static let keys = SectionReader.names.map { name in
    let settings = settings(of: name)
    return SchemaKey(
      name,
      description(of: name),
      settings.isEmpty
        ? .choice(["on", "off"])
        : ["anyOf": [["const": "off"], .group(settings, isPartial: true)]],
    )
  }

  /// What sections need unless another scenario is extended, which may give it.
  static let requirements: [String: SchemaNode] = SectionReader.names.reduce(into: [:]) {
    var requirement = SchemaNode.requirement(settings(of: $1))
    if $1 == "schools" { requirement = requirement.adding(fileOfList) }
    if !requirement.isEmpty { $0[$1] = .object(requirement) }
  }

  /// A list of schools needs a file.
  private static let fileOfList: [String: SchemaNode] = [
    "if": ["type": "object", "properties": ["method": ["const": "list"]]],
    "then": ["required": ["file"]],
  ]

  /// The keys of a section; none for those that are only switched on or off.
  private static func settings(of section: String) -> [SchemaKey] {
    switch section {
    case "enrolment":
      [
        SchemaKey(
          "method",
          "Pupils are born and move up, or stand in a table.",
          .choice(EnrolmentMethod.self),
          isRequired: true,
        )
      ]
    case "schools":
      [
        SchemaKey(
          "method",
          "The schools stand in a list, or are drawn up to numbers.",
          .choice(SchoolMethod.self),
          isRequired: true,
        ),
        SchemaKey(
          "file",
          "The CSV file of the list of schools: a path from this file.",
          CommonSchema.text,
        ),
        SchemaKey(
          "columns",
          "The names of columns that differ from the usual ones.",
          .group(
            SchoolColumn.allCases.map {
              SchemaKey($0.rawValue, "The column that holds '\($0.rawValue)'.", CommonSchema.text)
            }
          ),
        ),
      ]
    case "need":
      [
        SchemaKey(
          "components",
          "The parts of need, which are added up.",
          .list(.choice(NeedComponent.self)).with(["minItems": 1, "uniqueItems": true]),
          isRequired: true,
        )
      ]
    case "posts":
      [
        SchemaKey(
          "method",
          "How authorised posts come about.",
          .choice(PostMethod.self),
          isRequired: true,
        )
      ]
    case "titles":
      [
        SchemaKey("method", "How titles change.", .choice(TitleMethod.self), isRequired: true),
        SchemaKey(
          "places",
          "What the structure caps are a share of; posts without it.",
          .choice(TitlePlacesBase.self),
        ),
      ]
    case "recruitment":
      [
        SchemaKey(
          "fill",
          "What recruitment fills.",
          .choice(RecruitmentFill.self),
          isRequired: true,
        )
      ]
    case "pay":
      [
        SchemaKey(
          "currency",
          "The currency of all money, such as CNY.",
          ["type": "string", "pattern": #"^[^\u0000-@\[-`{-\u007f]{1,8}$"#],
          isRequired: true,
        ),
        SchemaKey(
          "fiscal_year_begins_in_month",
          "The month in which a fiscal year begins; 1 without it.",
          .whole(1...12),
        ),
      ]
    default: []
    }
  }

  private static func description(of section: String) -> String {
    switch section {
    case "enrolment": "Pupils by grade; off without the key."
    case "schools": "The schools in which pupils and teachers are; off without the key."
    case "need": "The teachers needed; off without the key."
    case "posts": "Authorised posts; off without the key."
    case "retirement": "Retirement at the statutory month or at own choice; off without the key."
    case "early_retirement": "Leaving the classroom before retirement; off without the key."
    case "contracts": "Ends of contracts; off without the key."
    case "exits": "Exits other than retirement; off without the key."
    case "leave": "Leave and absences; off without the key."
    case "titles": "Promotion to titles; off without the key."
    case "participation": "The share of a full load that teachers work; off without the key."
    case "requalification": "Training for another subject or stage; off without the key."
    case "placement": "County-managed placement in schools; off without the key."
    case "rotation": "Rotation between schools; off without the key."
    case "balance": "The balance between schools; off without the key."
    case "recruitment": "Recruitment through the channels; off without the key."
    case "pay": "What teachers are paid and what that costs; off without the key."
    default: "Whether the phase '\(section)' runs; off without the key."
    }
  }
}
