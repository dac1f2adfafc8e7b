// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The description of the CSV files, by which programs read them with the right types and keys.
///
/// Source: Frictionless Data, Data Package and Table Schema, version 1.
struct DataPackage {
  /// Tables with their files.
  typealias Tables = [(table: ReportTable, file: WrittenFile)]

  let name: String
  let fingerprint: String
  let title: String
  let summary: String
  /// The currency of amounts; `nil` where pay is not modelled.
  let currency: String?
  let tables: Tables

  /// Describes the tables of a run.
  init(_ scenario: Scenario, tables: Tables) {
    self.init(
      name: scenario.name,
      fingerprint: scenario.fingerprint,
      title: scenario.title.english,
      summary: scenario.summary.english,
      currency: scenario.rules.pay?.settings.currency,
      tables: tables,
    )
  }

  /// Describes tables of any origin.
  init(
    name: String,
    fingerprint: String,
    title: String,
    summary: String,
    currency: String?,
    tables: Tables,
  ) {
    self.name = name
    self.fingerprint = fingerprint
    self.title = title
    self.summary = summary
    self.currency = currency
    self.tables = tables
  }

  /// The description as JSON.
  var json: JSONValue {
    var package: JSONObject = [
      "profile": "tabular-data-package",
      "name": .string(Self.name(from: name)),
      "id": .string(fingerprint),
      "title": .string(title),
    ]
    if !summary.isEmpty { package["description"] = .string(summary) }
    package["licenses"] = [Self.licence]
    package["resources"] = .array(tables.map { resource($0.table, bytes: $0.file.bytes) })
    return .object(package)
  }

  /// The licence of the tool, its parameters and its scenarios, from which the tables are made.
  private static let licence: JSONValue = [
    "name": "GPL-3.0-or-later",
    "path": "https://www.gnu.org/licenses/gpl-3.0.html",
    "title": "GNU General Public License, version 3 or later",
  ]

  /// The form of the files, which `CSVWriter` gives them.
  private static let dialect: JSONValue = [
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": "\"",
    "doubleQuote": true,
    "skipInitialSpace": false,
    "header": true,
  ]

  /// A name of lower-case letters, digits and `._-/`, as the specification demands.
  private static func name(from text: String) -> String {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789._-/")
    let name = String(text.lowercased().map { allowed.contains($0) ? $0 : "-" })
    return name.contains { $0 != "-" } ? name : "scenario"
  }

  private func resource(_ table: ReportTable, bytes: Int) -> JSONValue {
    let isMoney = Money.tables.contains(table.name)
    var resource: JSONObject = [
      "profile": "tabular-data-resource",
      "name": .string(table.name),
      "path": .string(table.fileName),
      "title": .string(table.title.english),
      "description": .string(table.meaning.english),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "bytes": .integer(bytes),
      "dialect": Self.dialect,
      "schema": [
        "fields": .array(table.columns.map { $0.schema(unit: isMoney ? currency : nil) }),
        "missingValues": [""],
        "primaryKey": .array(table.columns.prefix(table.keyCount).map { .string($0.name) }),
      ],
    ]
    if let units = unitsOfMeasures(table) { resource["unitsOfMeasures"] = units }
    return .object(resource)
  }

  /// The currency of those measures of a table that are amounts of money.
  private func unitsOfMeasures(_ table: ReportTable) -> JSONValue? {
    guard let currency, Money.mixedTables.contains(table.name),
      case .code(let codes)? = table.columns.first(where: { $0.name == "measure" })?.kind
    else { return nil }
    var units: JSONObject = [:]
    for code in codes where Money.measures.contains(code) { units[code] = .string(currency) }
    return .object(units)
  }
}

extension ReportColumn {
  /// The column as a field of a table schema.
  ///
  /// - Parameter unit: The unit of the table's figures, where all have the same.
  /// - Returns: The field.
  fileprivate func schema(unit: String?) -> JSONValue {
    var field: JSONObject = ["name": .string(name)]
    var constraints: JSONObject = ["required": .bool(!isOptional)]
    switch kind {
    case .year(let years):
      field["type"] = "year"
      constraints["minimum"] = .string(String(years.lowerBound))
      constraints["maximum"] = .string(String(years.upperBound))
    case .code(let codes):
      field["type"] = "string"
      if !codes.isEmpty { constraints["enum"] = .array(codes.map { .string($0) }) }
    case .text:
      field["type"] = "string"
    case .number(let minimum):
      field["type"] = "number"
      if let minimum { constraints["minimum"] = .number(minimum) }
      if let unit { field["unit"] = .string(unit) }
    case .flag:
      field["type"] = "boolean"
      field["trueValues"] = [.string(ReportValue.flagWords.yes)]
      field["falseValues"] = [.string(ReportValue.flagWords.no)]
    }
    field["description"] = .string(meaning.english)
    field["constraints"] = .object(constraints)
    return .object(field)
  }
}
