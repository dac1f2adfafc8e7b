// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports

/// Cost by one key and fiscal year, as formulas over the sheet of cost, with sums as a budget has them.
///
/// A row is an item or a payer, a column a fiscal year; the last row and the last column are totals.
/// The spreadsheet works every cell out from the sheet of cost. Amounts add up as whole hundredths, so
/// that the values shown before it does are the same.
struct CostPivot {
  private static let longestCriterion = 255

  /// The key in the rows.
  let key: String
  /// The years in the columns.
  let years: [Int]
  private let codes: [String]
  private let hundredths: [String: [Int: Int]]
  private let source: SheetTable
  private let place: Int
  private let figurePlace: Int

  /// Adds cost up.
  ///
  /// - Parameters:
  ///   - wide: The table of cost.
  ///   - key: The key in the rows, `item` or `payer`.
  ///   - source: The sheet of cost.
  init?(_ wide: WideTable, by key: String, source: SheetTable) {
    guard let place = wide.keys.firstIndex(where: { $0.name == key }), !wide.rows.isEmpty else {
      return nil
    }
    var hundredths: [String: [Int: Int]] = [:]
    for row in wide.rows {
      let amount = Int((row.figures[0] * 100).rounded())
      hundredths[row.codes[place], default: [:]][row.year, default: 0] += amount
    }
    self.key = key
    self.years = Set(wide.rows.map(\.year)).sorted()
    var codes = wide.rows.map { $0.codes[place] }
    if case .code(let declared) = wide.keys[place].kind { codes = declared }
    self.codes = codes.filter { hundredths[$0] != nil }
    self.hundredths = hundredths
    self.source = source
    self.place = place + 1
    self.figurePlace = wide.keys.count + 1
  }

  /// The number of rows between the header and the total.
  var count: Int { codes.count }

  /// The sheet.
  ///
  /// - Parameters:
  ///   - maker: The names of codes and the language.
  ///   - hasFormulas: Whether the sheet of cost is whole, so that sums over it are right.
  /// - Returns: The sheet; its last row is no part of the filter.
  func sheet(_ maker: SheetMaker, hasFormulas: Bool) -> SheetTable {
    let labels = codes.map { maker.label($0, of: key) }
    let isLinked = hasFormulas && Self.areCriteria(labels)
    var rows = codes.indices.map { row in
      [.text(labels[row])]
        + years.map { cell(codes[row], year: $0, isLinked: isLinked) }
        + [rowTotal(row)]
    }
    rows.append([.text(maker.text(SheetWords.total))] + (0...years.count).map(columnTotal))
    let amounts = years.map(String.init) + [maker.text(SheetWords.total)]
    return SheetTable(
      maker.text(SheetWords.name(ofCostBy: key)),
      meaning: maker.text(SheetWords.meaning(ofCostBy: key)),
      columns: [SheetColumn(header: maker.heading(key), style: .text)]
        + amounts.map { SheetColumn(header: $0, style: .money, width: CellStyle.moneyWidth) },
      rows: rows,
      footerCount: 1,
    )
  }

  private func amount(_ code: String, _ year: Int) -> Int { hundredths[code]?[year] ?? 0 }

  private func cell(_ code: String, year: Int, isLinked: Bool) -> SheetCell {
    let value = Double(amount(code, year)) / 100
    guard isLinked, let row = codes.firstIndex(of: code) else { return .number(value) }
    func range(_ column: Int) -> String {
      CellName.range(column: column, rows: source.rowCount, sheet: source.name)
    }
    let criteria = "\(range(place)),$A\(row + 2),\(range(0)),\(year)"
    return .formula("=SUMIFS(\(range(figurePlace)),\(criteria))", value: value)
  }

  private func rowTotal(_ row: Int) -> SheetCell {
    let first = CellName.cell(row: row + 1, column: 1)
    let last = CellName.cell(row: row + 1, column: years.count)
    let total = years.reduce(0) { $0 + amount(codes[row], $1) }
    return .formula("=SUM(\(first):\(last))", value: Double(total) / 100)
  }

  /// The total of a year, or, behind the last year, of all.
  private func columnTotal(_ column: Int) -> SheetCell {
    let counted = column < years.count ? [years[column]] : years
    let total = codes.reduce(0) { sum, code in
      counted.reduce(sum) { $0 + amount(code, $1) }
    }
    let first = CellName.cell(row: 1, column: column + 1)
    let last = CellName.cell(row: count, column: column + 1)
    return .formula("=SUM(\(first):\(last))", value: Double(total) / 100)
  }

  /// Whether a spreadsheet finds each name and nothing else by it: case, wildcards and comparisons.
  private static func areCriteria(_ labels: [String]) -> Bool {
    Set(labels.map { $0.lowercased() }).count == labels.count
      && labels.allSatisfy { label in
        !label.contains { "*?~".contains($0) } && !label.isEmpty
          && !"<>=".contains(label[label.startIndex]) && label.utf16.count <= longestCriterion
      }
  }
}
