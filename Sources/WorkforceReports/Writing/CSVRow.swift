// SPDX-License-Identifier: GPL-3.0-or-later

/// The bytes of a row of comma-separated values, as ``CSVWriter`` writes them.
struct CSVRow {
  /// The number of fields.
  private(set) var fieldCount = 0
  private var bytes: [UInt8] = []

  /// Adds a field of text.
  mutating func text(_ value: String) {
    beginField()
    append(value)
  }

  /// Adds a field with a whole number; an empty one for nothing.
  mutating func integer(_ value: Int?) {
    beginField()
    if let value { DecimalText.append(value, to: &bytes) }
  }

  /// Adds a field with a number rounded to at most so many decimals; an empty one for NaN.
  mutating func number(_ value: Double, decimals: Int) {
    beginField()
    DecimalText.append(value, decimals: decimals, to: &bytes)
  }

  /// Adds an empty field.
  mutating func empty() { beginField() }

  /// Ends the row.
  ///
  /// - Returns: Its bytes.
  mutating func ended() -> [UInt8] {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Begins an empty row.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fieldCount = 0
  }

  private mutating func beginField() {
    if fieldCount > 0 { bytes.append(UInt8(ascii: ",")) }
    fieldCount += 1
  }

  private mutating func append(_ value: String) {
    let text = value.utf8
    let startsFormula = text.first.map(Self.startsFormula) ?? false
    guard Self.needsQuotes(text.span) else {
      if startsFormula { bytes.append(Self.apostrophe) }
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(Self.quote)
    if startsFormula { bytes.append(Self.apostrophe) }
    for byte in text {
      if byte == Self.quote { bytes.append(Self.quote) }
      bytes.append(byte)
    }
    bytes.append(Self.quote)
  }

  private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where needsQuotes(text[index]) { return true }
    return false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    // Letters and digits come after the comma.
    byte <= UInt8(ascii: ",")
      && (byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r"))
  }

  /// Whether spreadsheets take a field that begins with the byte for a formula.
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
}
