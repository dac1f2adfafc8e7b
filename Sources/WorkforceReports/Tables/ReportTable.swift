// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// A row that is a distribution: its year, the positions of its codes and its numbers.
struct StatisticRow {
  let year: Int
  /// The position of the code in each key column after the year.
  let members: [Int]
  let statistic: Statistic
  /// Whether the figure is an amount of money.
  let isMoney: Bool
}

/// A table of results, ready to be written in any format.
package struct ReportTable: Sendable {
  /// Receives the fields of a row, one for every column.
  package typealias RowVisitor = ([ReportValue]) throws -> Void

  /// How the rows are visited.
  enum Rows: Sendable {
    /// As fields of any kind.
    case fields(@Sendable (RowVisitor) throws -> Void)
    /// As distributions. Nearly all rows of a run are, and no field of them needs memory of its own.
    case statistics(@Sendable ((StatisticRow) throws -> Void) throws -> Void)
  }

  /// The name, which is also the file's.
  package let name: String
  /// The columns in order.
  package let columns: [ReportColumn]
  /// How many of the first columns identify a row.
  package let keyCount: Int
  /// The rows in their order.
  let rows: Rows

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - name: The name, which is also the file's.
  ///   - columns: The columns in order.
  ///   - keyCount: How many of the first columns identify a row.
  ///   - visit: Visits the rows in their order.
  init(
    _ name: String,
    columns: [ReportColumn],
    keyCount: Int,
    visit: @escaping @Sendable (RowVisitor) throws -> Void,
  ) {
    self.name = name
    self.columns = columns
    self.keyCount = keyCount
    self.rows = .fields(visit)
  }

  /// Creates a table of distributions.
  ///
  /// - Parameters:
  ///   - name: The name, which is also the file's.
  ///   - year: The column of years.
  ///   - keys: The other columns that identify a row; they hold codes.
  ///   - visit: Visits the rows in their order.
  init(
    _ name: String,
    year: ReportColumn,
    keys: [ReportColumn],
    visit: @escaping @Sendable ((StatisticRow) throws -> Void) throws -> Void,
  ) {
    self.name = name
    self.columns = [year] + keys + ReportColumn.ofStatistic()
    self.keyCount = 1 + keys.count
    self.rows = .statistics(visit)
  }

  /// What the table is called.
  package var title: LocalizedText { Phrase.title(ofTable: name) }

  /// What one row of the table holds.
  package var meaning: LocalizedText { Phrase.meaning(ofTable: name) }

  /// The name that a measure has in one table only, where its code means something of its own.
  ///
  /// - Parameters:
  ///   - code: The measure's code.
  ///   - table: The table's name.
  /// - Returns: The name, or `nil` if it is the one of all tables.
  package static func label(ofMeasure code: String, in table: String) -> LocalizedText? {
    Phrase.label(ofMeasure: code, in: table)
  }

  /// The codes of the key columns of a table of distributions, the year's left out.
  var keyCodes: [[String]] { columns[1..<keyCount].map(\.codes) }

  /// Visits the rows in their order.
  ///
  /// - Parameter body: Receives the fields of each row, one for every column.
  /// - Throws: What the closure throws.
  package func forEachRow(_ body: RowVisitor) throws {
    switch rows {
    case .fields(let visit):
      try visit { row in
        precondition(row.count == columns.count, "\(row.count) fields in \(name)")
        try body(row)
      }
    case .statistics(let visit):
      let codes = keyCodes.map { $0.map { ReportValue.text($0) } }
      try visit { row in
        let keys = zip(codes, row.members).map { $0[$1] }
        try body([.whole(row.year)] + keys + row.statistic.fields(asMoney: row.isMoney))
      }
    }
  }
}
