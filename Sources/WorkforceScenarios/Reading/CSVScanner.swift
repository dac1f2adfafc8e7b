// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the content of a field lies, without the quotation marks around it.
struct CSVField {
  /// The index of the content's first byte.
  var start: Int
  /// The index after the content's last byte.
  var end: Int
  /// Whether quotation marks stand around the field.
  var isQuoted: Bool
  /// Whether the content has doubled quotation marks that stand for one.
  var hasDoubledQuotes: Bool

  /// The index of the field's first byte, which may be a quotation mark.
  var outerStart: Int { isQuoted ? start - 1 : start }
}

/// Splits a table into records and fields after RFC 4180.
///
/// Lines end with CRLF, LF or CR. Blank lines between records are skipped.
struct CSVScanner {
  /// What breaks the rules of quotation, with the index of the byte to look at.
  enum Fault {
    /// The quotation mark at the index is never closed; nothing after it can be read.
    case unclosedQuote(Int)
    /// A quotation mark stands inside a field that does not begin with one.
    case strayQuote(Int)
    /// A field goes on after its closing quotation mark.
    case textAfterQuote(Int)
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  /// The index of the next byte to read.
  private(set) var position: Int
  /// The line of that byte, counted from 1.
  private(set) var line = 1
  /// The index of the first byte of the record read last.
  private(set) var recordStart = 0
  /// The line on which the record read last begins.
  private(set) var recordLine = 1
  /// The first fault of the record read last.
  private(set) var fault: Fault?

  /// Creates a scanner.
  ///
  /// - Parameters:
  ///   - bytes: The table in UTF-8.
  ///   - separator: The character between fields.
  ///   - start: The index of the first byte of the table.
  init(_ bytes: [UInt8], separator: UInt8, start: Int) {
    self.bytes = bytes
    self.separator = separator
    position = start
  }

  /// Reads one record.
  ///
  /// - Parameter fields: Is filled with the record's fields.
  /// - Returns: Whether there was a record.
  mutating func nextRecord(into fields: inout [CSVField]) -> Bool {
    fields.removeAll(keepingCapacity: true)
    fault = nil
    skipLineBreaks()
    guard position < bytes.count else { return false }
    recordStart = position
    recordLine = line
    while true {
      if position < bytes.count, bytes[position] == .quotationMark {
        fields.append(quotedField())
      } else {
        fields.append(plainField())
      }
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    skipLineBreak()
    return true
  }

  /// Reads a field up to the separator or the end of the line.
  private mutating func plainField() -> CSVField {
    let start = position
    skipPlainBytes { Fault.strayQuote($0) }
    return CSVField(start: start, end: position, isQuoted: false, hasDoubledQuotes: false)
  }

  /// Reads a field that begins with a quotation mark.
  private mutating func quotedField() -> CSVField {
    let opening = position
    var hasDoubledQuotes = false
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .quotationMark {
        guard position + 1 < bytes.count, bytes[position + 1] == .quotationMark else { break }
        hasDoubledQuotes = true
        position += 2
      } else if byte == .lineFeed || byte == .carriageReturn {
        skipLineBreak()
      } else {
        position += 1
      }
    }
    let end = position
    if position < bytes.count {
      position += 1
      let closing = position
      skipPlainBytes { _ in Fault.textAfterQuote(closing) }
      if position > closing, fault == nil { fault = .textAfterQuote(closing) }
    } else {
      fault = .unclosedQuote(opening)
    }
    return CSVField(
      start: opening + 1,
      end: end,
      isQuoted: true,
      hasDoubledQuotes: hasDoubledQuotes,
    )
  }

  /// Moves to the next separator or line break and notes a quotation mark on the way.
  private mutating func skipPlainBytes(_ faultAtQuote: (Int) -> Fault) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == .lineFeed || byte == .carriageReturn { return }
      if byte == .quotationMark, fault == nil { fault = faultAtQuote(position) }
      position += 1
    }
  }

  private mutating func skipLineBreaks() {
    while position < bytes.count,
      bytes[position] == .lineFeed || bytes[position] == .carriageReturn
    {
      skipLineBreak()
    }
  }

  private mutating func skipLineBreak() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == .carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == .lineFeed
    position += isPair ? 2 : 1
    line += 1
  }
}
