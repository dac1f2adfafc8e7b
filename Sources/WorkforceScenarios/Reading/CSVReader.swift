// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads a table row by row after RFC 4180, in UTF-8 with or without a byte-order mark.
///
/// Columns are separated by commas. A header that has no comma but semicolons or tabs, as Excel
/// writes in some countries, tells that the whole table is separated by those.
package struct CSVReader {
  /// The columns' names.
  package let header: CSVHeader
  /// The character between fields: comma, semicolon or tab.
  package let separator: UInt8

  private let bytes: [UInt8]
  private let problems: ProblemCollector
  private let afterHeader: CSVScanner

  /// Opens a table file and reads its header.
  ///
  /// - Parameters:
  ///   - path: The file's path as the user would write it.
  ///   - problems: Takes what is wrong, here and in the rows.
  package init?(path: String, reporting problems: ProblemCollector) {
    guard let bytes = InputFile.read(path, reporting: problems) else { return nil }
    self.init(bytes, file: path, reporting: problems)
  }

  /// Reads the header of a table in memory.
  ///
  /// - Parameters:
  ///   - bytes: The table's bytes.
  ///   - file: The file's path as the user would write it.
  ///   - problems: Takes what is wrong, here and in the rows.
  package init?(_ bytes: [UInt8], file: String, reporting problems: ProblemCollector) {
    guard Self.isText(bytes, file: file, reporting: problems) else { return nil }
    let start = bytes.starts(with: TextEncoding.byteOrderMark) ? 3 : 0
    separator = Self.separator(of: bytes[start...])
    var scanner = CSVScanner(bytes, separator: separator, start: start)
    var fields: [CSVField] = []
    guard scanner.nextRecord(into: &fields) else {
      problems.report(
        "the table is empty. Write a header with the columns' names, and rows.",
        at: SourceLocation(file: file),
      )
      return nil
    }
    var row = CSVRow(bytes, header: CSVHeader(names: [], file: file, line: 0))
    (row.fields, row.start, row.line) = (fields, scanner.recordStart, scanner.recordLine)
    guard let names = Self.names(in: row, scanner.fault, reporting: problems) else { return nil }
    header = CSVHeader(names: names, file: file, line: row.line)
    afterHeader = scanner
    self.bytes = bytes
    self.problems = problems
  }

  /// The number of lines below the header, which is that of rows unless fields hold line breaks or
  /// lines end in CR alone.
  package var lineCount: Int { bytes[afterHeader.position...].count { $0 == .lineFeed } }

  /// Hands each row on in turn; rows that break the rules are reported instead.
  ///
  /// - Parameters:
  ///   - mayBeEmpty: Whether a table without rows is no problem.
  ///   - body: Takes a row.
  package func forEachRow(
    mayBeEmpty: Bool = false,
    _ body: (CSVRow) throws -> Void,
  ) rethrows {
    var scanner = afterHeader
    var row = CSVRow(bytes, header: header)
    while scanner.nextRecord(into: &row.fields) {
      row.number += 1
      row.start = scanner.recordStart
      row.line = scanner.recordLine
      if let fault = scanner.fault {
        Self.report(fault, in: row, to: problems)
      } else if row.fields.count != header.names.count {
        reportRagged(row)
      } else {
        try body(row)
      }
    }
    if row.number == 0, !mayBeEmpty {
      problems.report(
        "the table has a header but no rows. Add rows below it.",
        at: SourceLocation(file: header.file, line: header.line),
      )
    }
  }

  private func reportRagged(_ row: CSVRow) {
    let count = row.fields.count
    let repair =
      count > header.names.count
      ? "Put a text that contains '\(separatorName)' in quotation marks."
      : "Add the missing '\(separatorName)', also after empty fields."
    problems.report(
      "row \(row.number) has \(count) field\(count == 1 ? "" : "s"), "
        + "but the header has \(header.names.count). \(repair)",
      at: row.location,
    )
  }

  private var separatorName: String {
    separator == .tab ? "tab" : String(Unicode.Scalar(separator))
  }

  private static func report(
    _ fault: CSVScanner.Fault,
    in row: CSVRow,
    to problems: ProblemCollector,
  ) {
    switch fault {
    case .unclosedQuote(let offset):
      problems.report(
        "the quotation mark that opens here is never closed. "
          + "Add the closing one; the rest of the table was not read.",
        at: row.location(at: offset),
      )
    case .strayQuote(let offset):
      problems.report(
        "a quotation mark stands inside a field that does not begin with one. "
          + "Put the whole field in quotation marks and write '\"\"' for each one inside.",
        at: row.location(at: offset),
      )
    case .textAfterQuote(let offset):
      problems.report(
        "the field goes on after its closing quotation mark. "
          + "Write '\"\"' for a quotation mark inside a field.",
        at: row.location(at: offset),
      )
    }
  }

  private static func isText(
    _ bytes: [UInt8],
    file: String,
    reporting problems: ProblemCollector,
  ) -> Bool {
    guard let fault = TextEncoding.firstFault(in: bytes) else { return true }
    problems.report(
      TextEncoding.diagnosis(of: bytes, fault: fault)
        + " In Excel, choose 'Save As' and the type 'CSV UTF-8 (Comma delimited)'.",
      at: TextEncoding.location(of: fault, in: bytes, file: file),
    )
    return false
  }

  /// The first of comma, semicolon and tab that comes in the first line outside quotation marks.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]
    var found: Set<UInt8> = []
    var isQuoted = false
    for byte in bytes.drop(while: { $0 == .lineFeed || $0 == .carriageReturn }) {
      if byte == .quotationMark { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == .lineFeed || byte == .carriageReturn { break }
      if candidates.contains(byte) { found.insert(byte) }
    }
    return candidates.first(where: found.contains) ?? candidates[0]
  }

  /// The columns' names, or nil if they cannot serve as such.
  private static func names(
    in row: CSVRow,
    _ fault: CSVScanner.Fault?,
    reporting problems: ProblemCollector,
  ) -> [String]? {
    if let fault {
      report(fault, in: row, to: problems)
      return nil
    }
    var names: [String] = []
    var isSound = true
    for column in row.fields.indices {
      let name = row[column].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if let message = flaw(of: name, column, among: names, columns: row.fields.count) {
        problems.report(message, at: row.location(column))
        isSound = false
      }
      names.append(name)
    }
    return isSound ? names : nil
  }

  /// Says why a name cannot be a column's name.
  private static func flaw(
    of name: String,
    _ column: Int,
    among earlier: [String],
    columns: Int,
  ) -> String? {
    if name.isEmpty {
      return "column \(column + 1) has no name. Name it, or delete the column."
    }
    let key = name.withoutWhiteSpace
    if let first = earlier.firstIndex(where: { $0.withoutWhiteSpace == key }) {
      return "the column name '\(name)' is given twice; the first is column \(first + 1). "
        + "Rename one."
    }
    if columns == 1, let comma = name.first(where: { "，；、".contains($0) }) {
      return "the columns are separated by the full-width '\(comma)'. Write ','."
    }
    return nil
  }
}
