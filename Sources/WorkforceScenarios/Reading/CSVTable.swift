// SPDX-License-Identifier: GPL-3.0-or-later

/// A small table with all its rows in memory; large tables are read with `CSVReader`.
package struct CSVTable {
  /// The columns' names.
  package let header: CSVHeader
  /// The rows that have as many fields as the header.
  package let rows: [CSVRow]
  /// The rows in which anything is written.
  var writtenRows: [CSVRow] { rows.filter { !$0.isBlank } }

  /// Reads a table file.
  ///
  /// - Parameters:
  ///   - path: The file's path as the user would write it.
  ///   - mayBeEmpty: Whether a table without rows is no problem.
  ///   - problems: Takes what is wrong.
  package init?(path: String, mayBeEmpty: Bool = false, reporting problems: ProblemCollector) {
    guard let reader = CSVReader(path: path, reporting: problems) else { return nil }
    self.init(reader, mayBeEmpty: mayBeEmpty)
  }

  /// Reads a table in memory.
  ///
  /// - Parameters:
  ///   - bytes: The table's bytes.
  ///   - file: The file's path as the user would write it.
  ///   - mayBeEmpty: Whether a table without rows is no problem.
  ///   - problems: Takes what is wrong.
  package init?(
    _ bytes: [UInt8],
    file: String,
    mayBeEmpty: Bool = false,
    reporting problems: ProblemCollector,
  ) {
    guard let reader = CSVReader(bytes, file: file, reporting: problems) else { return nil }
    self.init(reader, mayBeEmpty: mayBeEmpty)
  }

  private init(_ reader: CSVReader, mayBeEmpty: Bool) {
    var rows: [CSVRow] = []
    reader.forEachRow(mayBeEmpty: mayBeEmpty) { rows.append($0) }
    header = reader.header
    self.rows = rows
  }
}
