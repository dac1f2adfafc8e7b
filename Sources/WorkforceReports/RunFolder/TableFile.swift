// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

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
    var count = 0
    var line = CSVRow()
    if case .statistics(let visit) = rows {
      var keys = CSVKeys(keyCodes)
      try visit { row in
        keys.append(row.year, row.members, to: &line)
        line.append(row.statistic, asMoney: row.isMoney)
        try writer.write(&line)
        count += 1
      }
    } else {
      try forEachRow { row in
        for value in row { line.append(value) }
        try writer.write(&line)
        count += 1
      }
    }
    try writer.flush(&line)
    return count
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

/// The first fields of the rows of a table of distributions; their texts are made once.
private struct CSVKeys {
  /// The fields of all codes, code after code for each key.
  private let texts: [UInt8]
  /// Where the field of each code stands, code after code for each key.
  private let places: [Range<Int>]
  /// The position of the first code of each key.
  private let firstCodes: [Int]
  private var year = Int.min
  private var members: [Int] = []
  /// The fields before the last code, which are those of the row before more often than not.
  private var start: [UInt8] = []

  init(_ codes: [[String]]) {
    var texts: [UInt8] = []
    var places: [Range<Int>] = []
    self.firstCodes = codes.map { ofKey in
      let first = places.count
      for code in ofKey {
        let field = CSVRow.bytes { $0.text(code) }
        places.append(texts.count..<texts.count + field.count)
        texts += field
      }
      return first
    }
    self.texts = texts
    self.places = places
  }

  mutating func append(_ year: Int, _ members: [Int], to row: inout CSVRow) {
    if year != self.year || !isStart(of: members) { begin(year, members) }
    row.fields(start.span, count: max(1, members.count))
    if let last = members.last {
      row.fields(texts.span.extracting(place(of: last, key: members.count - 1)))
    }
  }

  private func place(of member: Int, key: Int) -> Range<Int> { places[firstCodes[key] + member] }

  /// Whether rows begin as the row before did.
  private func isStart(of members: [Int]) -> Bool {
    for place in self.members.indices.dropLast() where members[place] != self.members[place] {
      return false
    }
    return !self.members.isEmpty
  }

  private mutating func begin(_ year: Int, _ members: [Int]) {
    self.year = year
    // A copy of its own, so that the caller's list can take the next members.
    self.members.removeAll(keepingCapacity: true)
    self.members += members
    start.removeAll(keepingCapacity: true)
    DecimalText.append(year, to: &start)
    for key in members.indices.dropLast() {
      start.append(UInt8(ascii: ","))
      start += texts[place(of: members[key], key: key)]
    }
  }
}

extension CSVRow {
  /// Adds the numbers of a distribution, in the order of the columns.
  fileprivate mutating func append(_ statistic: Statistic, asMoney isMoney: Bool) {
    // Whole tables are mostly zeros: subjects without a shortage, schools without a move.
    guard !statistic.isZero else { return fields(Self.zeros.span, count: Statistic.columns.count) }
    append(statistic.mean, asMoney: isMoney)
    append(statistic.standardDeviation, asMoney: isMoney)
    append(statistic.p05, asMoney: isMoney)
    append(statistic.p25, asMoney: isMoney)
    append(statistic.p50, asMoney: isMoney)
    append(statistic.p75, asMoney: isMoney)
    append(statistic.p95, asMoney: isMoney)
    append(statistic.monteCarloStandardError, asMoney: isMoney)
  }

  /// The fields of a distribution that is always zero.
  private static let zeros = CSVRow.bytes { row in
    for _ in Statistic.columns { row.number(0, decimals: 0) }
  }

  private mutating func append(_ number: Double, asMoney isMoney: Bool) {
    self.number(
      number,
      decimals: isMoney ? Money.decimals : ReportValue.decimals(ofFigure: number),
    )
  }

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

extension Statistic {
  /// Whether all numbers are zero.
  fileprivate var isZero: Bool {
    mean == 0 && standardDeviation == 0 && p05 == 0 && p25 == 0 && p50 == 0 && p75 == 0 && p95 == 0
      && monteCarloStandardError == 0
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
