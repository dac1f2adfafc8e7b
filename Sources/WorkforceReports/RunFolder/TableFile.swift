// SPDX-License-Identifier: GPL-3.0-or-later

/// A file of a run folder as it was written.
package struct WrittenFile: Hashable, Sendable {
  /// The file's name.
  package let name: String
  /// The number of rows below the header; `nil` for a file that is not a table.
  package let rows: Int?
  /// The size in bytes.
  package let bytes: Int

  /// Notes a file.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - rows: The number of rows below the header; `nil` for a file that is not a table.
  ///   - bytes: The size in bytes.
  package init(name: String, rows: Int?, bytes: Int) {
    self.name = name
    self.rows = rows
    self.bytes = bytes
  }
}

extension ReportTable {
  /// Writes the table as CSV.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - byteOrderMark: Whether to begin with U+FEFF.
  /// - Returns: The number of rows below the header.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  func writeCSV(to sink: ByteSink, byteOrderMark: Bool) throws -> Int {
    let writer = try CSVWriter(sink, columns: columns.map(\.name), byteOrderMark: byteOrderMark)
    var rows = 0
    var line = CSVRow()
    try forEachRow { row in
      for value in row { line.append(value) }
      try writer.write(&line)
      rows += 1
    }
    return rows
  }

  /// Writes the table as a JSON object: `name`, `columns` and `rows`, a row a line.
  ///
  /// - Parameter sink: Where the bytes go.
  /// - Returns: The number of rows.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  func writeJSON(to sink: ByteSink) throws -> Int {
    let names = JSONValue.array(columns.map { .string($0.name) })
    try sink.write("{\"name\":\(JSONValue.string(name).text(.compact)),")
    try sink.write("\"columns\":\(names.text(.compact)),\"rows\":[")
    var rows = 0
    try forEachRow { row in
      try sink.write(rows == 0 ? "\n" : ",\n")
      try sink.write(JSONValue.array(row.map(\.json)).text(.compact))
      rows += 1
    }
    try sink.write("\n]}")
    return rows
  }
}

extension CSVRow {
  /// Adds a field.
  fileprivate mutating func append(_ value: ReportValue) {
    switch value {
    case .text(let text): self.text(text)
    case .whole(let number): integer(number)
    case .number(let number, let decimals): self.number(number, decimals: decimals)
    case .flag(let flag): text(flag ? ReportValue.flagWords.yes : ReportValue.flagWords.no)
    case .missing: empty()
    }
  }
}

extension ReportValue {
  /// The field as JSON.
  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .whole(let number): .integer(number)
    case .number(let number, let decimals): .number(number, decimals: decimals)
    case .flag(let flag): .bool(flag)
    case .missing: .null
    }
  }
}
