// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// Reads the asked-for columns of a table of a run folder, row by row.
struct KeptTableReader {
  private let request: KeptTableRequest
  private let path: String
  private let years: ClosedRange<Int>

  /// Prepares the reading of a table.
  ///
  /// - Parameters:
  ///   - request: What is needed of the table.
  ///   - folder: The path of the run folder.
  ///   - years: The simulated years.
  init(_ request: KeptTableRequest, in folder: String, years: ClosedRange<Int>) {
    self.request = request
    self.path = "\(folder)/\(request.table).csv"
    self.years = years
  }

  /// Reads the table.
  ///
  /// - Parameters:
  ///   - rows: The number of rows that the manifest gives.
  ///   - problems: Takes what is wrong.
  /// - Returns: The rows that meet the request, or `nil` if the table cannot be read.
  func read(rows: Int?, reporting problems: ProblemCollector) -> KeptTable? {
    guard let reader = CSVReader(path: path, reporting: problems) else { return nil }
    func column(_ name: String) -> Int? { reader.header.column(name, reporting: problems) }
    let texts = request.texts.compactMap(column)
    let numbers = request.numbers.compactMap(column)
    let conditions = request.conditions.compactMap { condition in
      column(condition.column).map { (column: $0, bytes: Array(condition.text.utf8)) }
    }
    guard problems.isEmpty else { return nil }
    let yearColumn =
      reader.header.optionalColumn("year") ?? reader.header.optionalColumn("fiscal_year")
    var found: [KeptTable.Row] = []
    var count = 0
    reader.forEachRow(mayBeEmpty: true) { row in
      count += 1
      guard conditions.allSatisfy({ row.content($0.column).elementsEqual($0.bytes) }) else {
        return
      }
      let values = numbers.compactMap { column in
        column == yearColumn
          ? row.integer(column, in: years, meaning: "a simulated year", reporting: problems)
            .map { Double($0) }
          : Self.number(column, of: row, reporting: problems)
      }
      guard values.count == numbers.count else { return }
      found.append(KeptTable.Row(texts: texts.map { row[$0] }, numbers: values))
    }
    if let rows, rows != count, problems.isEmpty {
      problems.report(
        "the table has \(count) rows, but the manifest says \(rows).",
        at: SourceLocation(file: path),
      )
    }
    return KeptTable(found)
  }

  /// A number; NaN for an empty field, `nil` if a problem was reported.
  private static func number(
    _ column: Int,
    of row: CSVRow,
    reporting problems: ProblemCollector,
  ) -> Double? {
    if row.isEmpty(column) { return .nan }
    if let number = Double(row[column]), number.isFinite { return number }
    return row.value(column).number(reporting: problems)
  }
}
