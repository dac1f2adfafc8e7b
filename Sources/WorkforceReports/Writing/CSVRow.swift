// SPDX-License-Identifier: GPL-3.0-or-later

/// The bytes of a row of comma-separated values, as ``CSVWriter`` writes them, after those of rows that
/// have ended and still wait to be written.
struct CSVRow {
  /// The number of fields of the row.
  private(set) var fieldCount = 0
  /// The bytes, and room for more.
  private var bytes = [UInt8](repeating: 0, count: 1 << 10)
  /// The number of bytes.
  private var count = 0
  /// The number that was written last, and where its text stands.
  private var lastNumber: (bits: UInt64, decimals: Int, text: Range<Int>) = (0, -1, 0..<0)

  /// Adds a field of text.
  mutating func text(_ value: String) {
    beginField(atMost: 2 * value.utf8.count + 3)
    let text = value.utf8.span
    if !text.isEmpty, Self.startsFormula(text[0]) {
      addQuoted(text, isFormula: true)
    } else if Self.needsQuotes(text) {
      addQuoted(text, isFormula: false)
    } else {
      add(text)
    }
  }

  /// Adds a field with a whole number; an empty one for nothing.
  mutating func integer(_ value: Int?) {
    beginField(atMost: DecimalText.mostBytes)
    if let value { count = DecimalText.write(value, to: &bytes, at: count) }
  }

  /// Adds a field with a number rounded to at most so many decimals; an empty one for NaN.
  mutating func number(_ value: Double, decimals: Int) {
    // Not kept, since a figure that does not vary is the same number before and after its zeros.
    if value == 0 {
      beginField(atMost: 1)
      return add(UInt8(ascii: "0"))
    }
    // The quantiles of a figure that hardly varies are often the same number.
    if lastNumber.bits == value.bitPattern, lastNumber.decimals == decimals {
      return repeatField(lastNumber.text)
    }
    beginField(atMost: DecimalText.mostBytes)
    let start = count
    count = DecimalText.write(value, decimals: decimals, to: &bytes, at: start)
    lastNumber = (value.bitPattern, decimals, start..<count)
  }

  /// Adds fields that are written already.
  ///
  /// - Parameters:
  ///   - fields: Their bytes, as ``bytes(_:)`` gives them.
  ///   - number: How many fields.
  mutating func fields(_ fields: Span<UInt8>, count number: Int = 1) {
    makeRoom(for: fields.count + 1)
    var place = count
    let isFirst = fieldCount == 0
    var row = bytes.mutableSpan
    if !isFirst { Self.separate(&row, at: &place) }
    Self.copy(fields, to: &row, at: place)
    count = place &+ fields.count
    fieldCount += number
  }

  /// The bytes of fields.
  ///
  /// - Parameter add: Adds the fields to an empty row.
  /// - Returns: The bytes.
  static func bytes(_ add: (inout CSVRow) -> Void) -> [UInt8] {
    var row = CSVRow()
    add(&row)
    return Array(row.bytes[..<row.count])
  }

  /// Adds an empty field.
  mutating func empty() { beginField(atMost: 0) }

  /// Ends the row and begins the next one.
  mutating func end() {
    makeRoom(for: 2)
    add(UInt8(ascii: "\r"))
    add(UInt8(ascii: "\n"))
    fieldCount = 0
  }

  /// The bytes of the rows that have ended; there is no field after them.
  var ended: ArraySlice<UInt8> {
    precondition(fieldCount == 0, "the last row has not ended")
    return bytes[..<count]
  }

  /// Whether enough bytes wait to be written.
  var isLong: Bool { count >= 1 << 14 }

  /// Forgets all bytes.
  mutating func removeAll() {
    count = 0
    fieldCount = 0
    lastNumber.decimals = -1
  }

  private mutating func beginField(atMost byteCount: Int) {
    makeRoom(for: byteCount + 1)
    if fieldCount > 0 { add(UInt8(ascii: ",")) }
    fieldCount += 1
  }

  @inline(__always)
  private mutating func makeRoom(for byteCount: Int) {
    if count &+ byteCount > bytes.count { extend(by: byteCount) }
  }

  @inline(never)
  private mutating func extend(by byteCount: Int) {
    bytes.append(contentsOf: repeatElement(0, count: bytes.count + byteCount))
  }

  private mutating func add(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  private mutating func add(_ text: Span<UInt8>) {
    let start = count
    var row = bytes.mutableSpan
    Self.copy(text, to: &row, at: start)
    count = start + text.count
  }

  /// Adds a field that stands in the row already.
  private mutating func repeatField(_ places: Range<Int>) {
    makeRoom(for: places.count + 1)
    var place = count
    let isFirst = fieldCount == 0
    var row = bytes.mutableSpan
    if !isFirst { Self.separate(&row, at: &place) }
    precondition(places.upperBound <= place && place <= row.count - places.count)
    unsafe row.withUnsafeMutableBufferPointer { row in
      guard let start = row.baseAddress else { return }
      unsafe (start + place).update(from: start + places.lowerBound, count: places.count)
    }
    count = place &+ places.count
    fieldCount += 1
  }

  /// Copies bytes into the row, for which room has been made.
  @inline(__always)
  private static func copy(
    _ text: Span<UInt8>,
    to row: inout MutableSpan<UInt8>,
    at place: Int,
  ) {
    precondition(place >= 0 && place <= row.count - text.count, "no room has been made")
    unsafe row.withUnsafeMutableBufferPointer { row in
      unsafe text.withUnsafeBufferPointer { text in
        guard let source = text.baseAddress, let start = row.baseAddress else { return }
        unsafe (start + place).update(from: source, count: text.count)
      }
    }
  }

  /// Separates the next field from those before it.
  @inline(__always)
  private static func separate(_ row: inout MutableSpan<UInt8>, at place: inout Int) {
    row[place] = UInt8(ascii: ",")
    place &+= 1
  }

  /// Adds text whose first byte or some other one needs care.
  private mutating func addQuoted(_ text: Span<UInt8>, isFormula: Bool) {
    let needsQuotes = Self.needsQuotes(text)
    if needsQuotes { add(Self.quote) }
    if isFormula { add(Self.apostrophe) }
    for index in text.indices {
      if text[index] == Self.quote { add(Self.quote) }
      add(text[index])
    }
    if needsQuotes { add(Self.quote) }
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
