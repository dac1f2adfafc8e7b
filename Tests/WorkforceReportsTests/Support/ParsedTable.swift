// SPDX-License-Identifier: GPL-3.0-or-later

/// A CSV file read back by the rules of RFC 4180, independently of the writer.
struct ParsedTable {
  let header: [String]
  let rows: [[String]]

  init(_ text: String) {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted, scalar != "\"" {
        field.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "\"":
        // Two quotes inside a quoted field stand for one.
        if !isQuoted, wasQuote { field.append("\"") }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      case ",":
        record.append(field)
        field = ""
      case "\r": break
      case "\n":
        records.append(record + [field])
        record = []
        field = ""
      default: field.unicodeScalars.append(scalar)
      }
      wasQuote = false
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The fields of a row by their column's name.
  func fields(_ row: [String]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(header, row))
  }

  /// The rows whose fields have the given values.
  func rows(where wanted: [String: String]) -> [[String: String]] {
    rows.map(fields).filter { row in wanted.allSatisfy { row[$0.key] == $0.value } }
  }
}
