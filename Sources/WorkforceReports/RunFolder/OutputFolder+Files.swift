// SPDX-License-Identifier: GPL-3.0-or-later

extension OutputFolder {
  /// Writes a file of the folder and notes its size.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - body: Writes the content and returns the number of rows; `nil` for what is not a table.
  /// - Returns: The file as it was written.
  /// - Throws: `OutputError` when the file cannot be written.
  func writeFile(_ name: String, _ body: (ByteSink) throws -> Int?) throws -> WrittenFile {
    var rows: Int?
    var bytes = 0
    try write(name) { sink in
      rows = try body(sink)
      bytes = sink.byteCount
    }
    return WrittenFile(name: name, rows: rows, bytes: bytes)
  }

  /// Writes a file of JSON.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - value: The content.
  /// - Returns: The file as it was written.
  /// - Throws: `OutputError` when the file cannot be written.
  func writeFile(_ name: String, _ value: JSONValue) throws -> WrittenFile {
    try writeFile(name) { sink in
      try sink.write(value.text())
      return nil
    }
  }

  /// Writes tables as one JSON object, whose member `tables` lists them.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - tables: The tables.
  /// - Returns: The file as it was written.
  /// - Throws: `OutputError` when the file cannot be written.
  func writeFile(_ name: String, tables: [ReportTable]) throws -> WrittenFile {
    try writeFile(name) { sink in
      var rows = 0
      try sink.write("{\"tables\":[")
      for (position, table) in tables.enumerated() {
        try sink.write(position == 0 ? "\n" : ",\n")
        rows += try table.writeJSON(to: sink)
      }
      try sink.write("\n]}\n")
      return rows
    }
  }
}
