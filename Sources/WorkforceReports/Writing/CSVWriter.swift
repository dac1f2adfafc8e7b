// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as comma-separated values after RFC 4180, in UTF-8.
///
/// Records end in CR LF, as the RFC and the Frictionless data package's default have it; pandas, R,
/// Excel and LibreOffice read them. A field is quoted only when it holds a comma, a quote or a line
/// break. Text that a spreadsheet would run as a formula (CWE-1236) gets a leading apostrophe;
/// numbers written as numbers never do. A missing number is an empty field.
package final class CSVWriter {
  private let sink: ByteSink
  private let columnCount: Int
  private var row = CSVRow()

  /// Creates a table and writes its header.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go; the caller flushes or commits it.
  ///   - columns: The column names; every row has as many fields.
  ///   - byteOrderMark: Whether to begin with U+FEFF, without which Excel garbles Chinese.
  /// - Throws: `OutputError` when the header cannot be written.
  package init(
    _ sink: ByteSink,
    columns: [String],
    byteOrderMark: Bool = false,
  ) throws(OutputError) {
    precondition(!columns.isEmpty, "a table needs a column")
    self.sink = sink
    columnCount = columns.count
    if byteOrderMark { try sink.write("\u{FEFF}") }
    for column in columns { text(column) }
    try endRow()
  }

  /// Adds a field of text.
  ///
  /// - Parameter value: The text.
  package func text(_ value: String) { row.text(value) }

  /// Adds a field with a whole number, exactly.
  ///
  /// - Parameter value: The number; nil for an empty field.
  package func integer(_ value: Int?) { row.integer(value) }

  /// Adds a field with a number rounded to at most so many decimals, halves to even.
  ///
  /// - Parameters:
  ///   - value: The number; NaN for an empty field.
  ///   - decimals: The decimals, 0 to 15.
  package func number(_ value: Double, decimals: Int) { row.number(value, decimals: decimals) }

  /// Adds an empty field.
  package func empty() { row.empty() }

  /// Ends the row; it must have a field for every column.
  ///
  /// - Throws: `OutputError` when the full buffer cannot be written.
  package func endRow() throws(OutputError) {
    try write(&row)
    try flush(&row)
  }

  /// Ends a row, which must have a field for every column, and writes it together with others.
  ///
  /// - Parameter row: The row, and rows before it that wait; ``flush(_:)`` must follow the last one.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  func write(_ row: inout CSVRow) throws(OutputError) {
    precondition(
      row.fieldCount == columnCount,
      "\(row.fieldCount) fields in \(columnCount) columns",
    )
    row.end()
    if row.isLong { try flush(&row) }
  }

  /// Writes the rows that wait.
  ///
  /// - Parameter row: The rows, which are forgotten.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  func flush(_ row: inout CSVRow) throws(OutputError) {
    try sink.write(row.ended)
    row.removeAll()
  }
}
