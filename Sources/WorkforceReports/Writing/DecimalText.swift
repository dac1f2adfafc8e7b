// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as decimal text, the same on every machine and in every locale.
///
/// A value is rounded to a number of decimals by its exact binary value, halves to even: 0.125 to
/// two decimals is 0.12, and 1.005, which is stored a little below that, is 1.00. The text is that
/// of C's `%.*f`. It is exact to half a unit of the last decimal and costs no locale look-up.
enum DecimalText {
  /// The most decimals a text may have; a Double holds no more than 15 to 17 digits.
  static let mostDecimals = 15

  /// The value times ten to the decimals, rounded to a whole number, and how it is to be written.
  private enum Scaled {
    case small(UInt64)
    case large(UInt128)
    /// From 2⁶⁴ on every Double is whole and few of its digits mean anything.
    case beyond
  }

  /// The most bytes of a text: a sign, the digits of 128 bits and a point.
  static let mostBytes = 48

  /// Appends a whole number's digits.
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    extend(&bytes) { write(value, to: &$0, at: $1) }
  }

  /// Appends a number rounded to at most so many decimals; nothing for a missing value.
  ///
  /// - Parameters:
  ///   - value: The number; NaN appends nothing, infinity appends `INF` as XML Schema writes it.
  ///   - decimals: The decimals, 0 to 15.
  ///   - keepsZeros: Whether zeros at the end stay, so that points align in a column.
  ///   - bytes: The text so far.
  static func append(
    _ value: Double,
    decimals: Int,
    keepsZeros: Bool = false,
    to bytes: inout [UInt8],
  ) {
    extend(&bytes) { write(value, decimals: decimals, keepsZeros: keepsZeros, to: &$0, at: $1) }
  }

  /// Makes room for a text, which `write` puts there, and cuts off what is left of it.
  private static func extend(_ bytes: inout [UInt8], _ write: (inout [UInt8], Int) -> Int) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: mostBytes))
    let end = write(&bytes, start)
    bytes.removeLast(bytes.count - end)
  }

  /// Writes a whole number's digits over what is there.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - bytes: Has room for ``mostBytes`` from the start on.
  ///   - start: The place of the first byte.
  /// - Returns: The place after the last byte.
  static func write(_ value: Int, to bytes: inout [UInt8], at start: Int) -> Int {
    write(UInt64(value.magnitude), isNegative: value < 0, decimals: 0, to: &bytes, at: start)
  }

  /// Writes a number, as ``append(_:decimals:keepsZeros:to:)`` does, over what is there.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - decimals: The decimals, 0 to 15.
  ///   - keepsZeros: Whether zeros at the end stay.
  ///   - bytes: Has room for ``mostBytes`` from the start on.
  ///   - start: The place of the first byte.
  /// - Returns: The place after the last byte.
  static func write(
    _ value: Double,
    decimals: Int,
    keepsZeros: Bool = false,
    to bytes: inout [UInt8],
    at start: Int,
  ) -> Int {
    precondition(0...mostDecimals ~= decimals, "\(decimals) decimals are not 0 to 15")
    guard value.isFinite else {
      return value.isNaN ? start : write(value < 0 ? "-INF" : "INF", to: &bytes, at: start)
    }
    // Most figures are whole, and need no scaling.
    if !keepsZeros, value.magnitude < 0x1p53, Double(Int(value)) == value {
      return write(Int(value), to: &bytes, at: start)
    }
    switch scale(value.magnitude, decimals: decimals) {
    case .small(let digits):
      return write(
        digits,
        isNegative: value < 0,
        decimals: decimals,
        keepsZeros: keepsZeros,
        to: &bytes,
        at: start,
      )
    case .large(let digits):
      return write(
        digits,
        isNegative: value < 0,
        decimals: decimals,
        keepsZeros: keepsZeros,
        to: &bytes,
        at: start,
      )
    case .beyond: return write(value.description, to: &bytes, at: start)
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8], at start: Int) -> Int {
    for (place, byte) in text.utf8.enumerated() { bytes[start + place] = byte }
    return start + text.utf8.count
  }

  private static func scale(_ magnitude: Double, decimals: Int) -> Scaled {
    guard magnitude < 0x1p64 else { return .beyond }
    // The value is significand · 2^exponent, both whole numbers.
    let exponent = max(Int(magnitude.exponentBitPattern), 1) - 1_075
    let hiddenBit: UInt64 = magnitude.isNormal ? 1 << 52 : 0
    let scaled =
      UInt128(magnitude.significandBitPattern | hiddenBit) * UInt128(powersOfTen[decimals])
    // 2^53 · 10^15 · 2^11 < 2^114, so that nothing is shifted out on the left.
    let whole = exponent >= 0 ? scaled << exponent : roundedHalfToEven(scaled, shift: -exponent)
    return whole <= UInt128(UInt64.max) ? .small(UInt64(whole)) : .large(whole)
  }

  private static func roundedHalfToEven(_ value: UInt128, shift: Int) -> UInt128 {
    // The value is below 2^103: shifted that far, it is less than a half.
    guard shift < 128 else { return 0 }
    let floor = value >> shift
    let rest = value & ((1 << shift) - 1)
    let half: UInt128 = 1 << (shift - 1)
    return rest > half || (rest == half && floor & 1 == 1) ? floor + 1 : floor
  }

  /// Writes digits from the last to the first and turns them round.
  private static func write(
    _ digits: some FixedWidthInteger & UnsignedInteger,
    isNegative: Bool,
    decimals: Int,
    keepsZeros: Bool = false,
    to bytes: inout [UInt8],
    at start: Int,
  ) -> Int {
    var rest = digits
    var decimals = decimals
    while !keepsZeros, decimals > 0, rest % 10 == 0 {
      rest /= 10
      decimals -= 1
    }
    var bytes = bytes.mutableSpan
    var end = start
    repeat {
      if end - start == decimals, decimals > 0 {
        bytes[end] = UInt8(ascii: ".")
        end += 1
        decimals = 0
      }
      bytes[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      end += 1
    } while rest != 0 || decimals > 0
    // A value that rounds to nothing has no sign.
    if isNegative, digits != 0 {
      bytes[end] = UInt8(ascii: "-")
      end += 1
    }
    var (low, high) = (start, end - 1)
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
    return end
  }

  private static let powersOfTen: [UInt64] = (0...mostDecimals).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

/// Writes a number rounded to at most so many decimals, without zeros at the end.
///
/// The exact binary value is rounded, halves to even; there is no negative zero and no locale.
///
/// - Parameters:
///   - value: The number; NaN gives an empty text, infinity `INF`.
///   - decimals: The decimals, 0 to 15.
/// - Returns: The text.
package func format(_ value: Double, decimals: Int) -> String {
  var bytes: [UInt8] = []
  DecimalText.append(value, decimals: decimals, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
