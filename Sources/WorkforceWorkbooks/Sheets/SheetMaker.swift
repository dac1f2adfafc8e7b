// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports
internal import WorkforceSim

/// What makes sheets of the tables of a run: the names of codes, the language, the statistics shown.
struct SheetMaker {
  let projection: Projection
  let language: Language
  private let labels: [String: [String: LocalizedText]]
  private let schools: [String: School]

  init(_ report: RunReport) {
    projection = report.projection
    language = report.information.language
    labels = Dictionary(
      uniqueKeysWithValues: projection.labelledKeys.map { key in
        (key.name, Dictionary(key.members.map { ($0.code, $0.label) }) { first, _ in first })
      }
    )
    let list = projection.ensemble.network?.schools ?? []
    schools = Dictionary(list.map { ($0.code, $0) }) { first, _ in first }
  }

  /// Whether figures have ranges; a single replication has none.
  var hasRanges: Bool { projection.ensemble.replications > 1 }

  func text(_ words: LocalizedText) -> String { words.text(in: language) }

  func heading(_ column: String) -> String { text(SheetWords.heading(ofColumn: column)) }

  /// The title of a chart of cost: what it draws, and in which currency.
  func costTitle(_ name: String) -> String {
    projection.scenario.rules.pay.map { pay in
      text(Money.amounts(LocalizedText(name), in: pay.settings.currency))
    } ?? name
  }

  /// The name of a code; a code without a name is its own.
  func label(_ code: String, of column: String) -> String {
    labels[column]?[code].map(text) ?? code
  }

  /// The cells of a key: its name; for a school its region, code and name.
  func cells(of code: String, in column: String) -> [SheetCell] {
    guard column == "school" else { return [.text(label(code, of: column))] }
    let region = schools[code].map { projection.scenario.dimensions[.region].codes[$0.region] }
    return [
      .text(label(region ?? "", of: "region")), .text(code), .text(label(code, of: column)),
    ]
  }

  /// The columns that the cells of a key fill.
  static func columnNames(ofKey column: String) -> [String] {
    column == "school" ? ["region", "school_code", "school"] : [column]
  }
}
