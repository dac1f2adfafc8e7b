// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// A row of a table; its fields are decoded when they are asked for.
///
/// A row has as many fields as the header has columns. Columns are counted from 0.
package struct CSVRow {
  /// The columns' names.
  package let header: CSVHeader
  /// The row's number, counted from 1 without the header.
  package internal(set) var number = 0

  private let bytes: [UInt8]
  /// The fields; the reader refills them in place.
  var fields: [CSVField] = []
  /// The index of the row's first byte.
  var start = 0
  /// The line on which the row begins.
  var line = 0

  /// Creates an empty row for a reader to fill.
  init(_ bytes: [UInt8], header: CSVHeader) {
    self.bytes = bytes
    self.header = header
  }

  /// The text of a field.
  ///
  /// - Parameter column: The column's index.
  package subscript(column: Int) -> String {
    String(decoding: content(column), as: UTF8.self)
  }

  /// Whether a field is empty.
  ///
  /// - Parameter column: The column's index.
  /// - Returns: Whether nothing stands between the separators or the quotation marks.
  package func isEmpty(_ column: Int) -> Bool { fields[column].start == fields[column].end }

  /// Whether all fields are empty; spreadsheets may leave rows of nothing but separators at the end.
  var isBlank: Bool { fields.indices.allSatisfy { isEmpty($0) } }

  /// The content of a field as UTF-8, to be compared without making a text.
  ///
  /// - Parameter column: The column's index.
  /// - Returns: The bytes; doubled quotation marks are already single.
  package func content(_ column: Int) -> ArraySlice<UInt8> {
    let field = fields[column]
    let raw = bytes[field.start..<field.end]
    guard field.hasDoubledQuotes else { return raw }
    var single: [UInt8] = []
    var isSecond = false
    for byte in raw {
      isSecond = byte == .quotationMark && !isSecond
      if byte != .quotationMark || isSecond { single.append(byte) }
    }
    return single[...]
  }

  /// Where a field begins.
  ///
  /// - Parameter column: The column's index.
  /// - Returns: The place of its first character, which may be a quotation mark.
  /// - Complexity: O(*n*) in the bytes of the row before the field.
  package func location(_ column: Int) -> SourceLocation {
    location(at: fields[column].outerStart)
  }

  /// Where the row begins.
  package var location: SourceLocation { SourceLocation(file: header.file, line: line) }

  /// A field with its place and its column's name, for the readers of numbers, dates and choices.
  ///
  /// - Parameter column: The column's index.
  /// - Returns: The field.
  package func value(_ column: Int) -> LocatedText {
    LocatedText(name: header.names[column], text: self[column], location: location(column))
  }

  /// Reads a whole number without making a text of it first.
  ///
  /// - Parameters:
  ///   - column: The column's index.
  ///   - range: The numbers that are allowed.
  ///   - meaning: What the number is, for messages: "an age".
  ///   - problems: Takes what is wrong.
  /// - Returns: The number, or nil if the field is something else or out of range.
  package func integer(
    _ column: Int,
    in range: ClosedRange<Int> = .min ... .max,
    meaning: String = "the value",
    reporting problems: ProblemCollector,
  ) -> Int? {
    if let number = shortInteger(fields[column]), range.contains(number) { return number }
    return value(column).integer(in: range, meaning: meaning, reporting: problems)
  }

  /// The bytes of a field and their number in one number; `nil` for more than fifteen bytes.
  ///
  /// - Parameter column: The column's index.
  /// - Returns: A key that no other text has; never 0.
  package func key(_ column: Int) -> UInt128? {
    let field = fields[column]
    let count = field.end - field.start
    guard count <= 15, !field.hasDoubledQuotes else { return nil }
    var key = UInt128(count + 1)
    for index in field.start..<field.end { key = key << 8 | UInt128(bytes[index]) }
    return key
  }

  /// Reads a whole number of up to 18 digits.
  ///
  /// - Parameter column: The column's index.
  /// - Returns: The number, or nil if the field is something else.
  package func shortInteger(_ column: Int) -> Int? { shortInteger(fields[column]) }

  /// The number that up to 18 digits without needless zeros make, or nil.
  private func shortInteger(_ field: CSVField) -> Int? {
    let count = field.end - field.start
    guard (1...18).contains(count), count == 1 || bytes[field.start] != 0x30 else { return nil }
    var number = 0
    for index in field.start..<field.end {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      number = 10 * number + Int(digit)
    }
    return number
  }

  /// Where a byte of the row stands.
  func location(at offset: Int) -> SourceLocation {
    let place = SourceLocation(file: header.file, line: line, column: 1)
    return TextEncoding.location(of: offset, in: bytes, from: start, place)
  }
}
