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
  private var fieldCount = 0

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
    for column in columns { try text(column) }
    try endRow()
  }

  /// Writes a field of text.
  ///
  /// - Parameter value: The text.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  package func text(_ value: String) throws(OutputError) {
    try field { Self.append(value, to: &$0) }
  }

  /// Writes a field with a whole number, exactly.
  ///
  /// - Parameter value: The number; nil for an empty field.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  package func integer(_ value: Int?) throws(OutputError) {
    try field { bytes in
      if let value { DecimalText.append(value, to: &bytes) }
    }
  }

  /// Writes a field with a number rounded to at most so many decimals, halves to even.
  ///
  /// - Parameters:
  ///   - value: The number; NaN for an empty field.
  ///   - decimals: The decimals, 0 to 15.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  package func number(_ value: Double, decimals: Int) throws(OutputError) {
    try field { DecimalText.append(value, decimals: decimals, to: &$0) }
  }

  /// Writes an empty field.
  ///
  /// - Throws: `OutputError` when the full buffer cannot be written.
  package func empty() throws(OutputError) {
    try field { _ in }
  }

  /// Ends the row; it must have a field for every column.
  ///
  /// - Throws: `OutputError` when the full buffer cannot be written.
  package func endRow() throws(OutputError) {
    precondition(fieldCount == columnCount, "\(fieldCount) fields in \(columnCount) columns")
    fieldCount = 0
    try sink.append { bytes in
      bytes.append(UInt8(ascii: "\r"))
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  private func field(_ body: (inout [UInt8]) -> Void) throws(OutputError) {
    let isFirst = fieldCount == 0
    fieldCount += 1
    try sink.append { bytes in
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      body(&bytes)
    }
  }

  private static func append(_ value: String, to bytes: inout [UInt8]) {
    let text = value.utf8
    let startsFormula = text.first.map { formulaStarts.contains($0) } ?? false
    guard text.contains(where: { needsQuotes($0) }) else {
      if startsFormula { bytes.append(apostrophe) }
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(quote)
    if startsFormula { bytes.append(apostrophe) }
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let formulaStarts = Array("=+-@\t\r".utf8)
}
