// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// The one way to write numbers in scenario files: `1200`, `-0.5`, `1e-3`.
enum NumberGrammar {
  /// Whether a text is a number: `-`? digits (`.` digits)? (`e` sign? digits)?, no needless zeros.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether the whole text follows the grammar.
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    skip("-", in: &rest)
    let whole = rest.prefix(while: isDigit)
    guard let first = whole.first, whole.count == 1 || first != UInt8(ascii: "0") else {
      return false
    }
    rest = rest.dropFirst(whole.count)
    if skip(".", in: &rest), !skipDigits(in: &rest) { return false }
    if skip("e", in: &rest) || skip("E", in: &rest) {
      if !skip("-", in: &rest) { skip("+", in: &rest) }
      if !skipDigits(in: &rest) { return false }
    }
    return rest.isEmpty
  }

  /// Whether a text is a number without fraction and exponent.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether the whole text follows the grammar.
  static func isInteger(_ text: String) -> Bool {
    isNumber(text) && text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// Rewrites a number that is written in another way: `1,000`, `0,05`, `5 %`, `0x10`, `+5`, `.5`, `５`,
  /// `47岁`.
  ///
  /// - Parameter text: The text.
  /// - Returns: The number as it should be written, or nil if no number is recognised.
  static func repaired(_ text: String) -> String? {
    var plain = withoutUnits(text.halfWidth.filter { !"_ '".contains($0) })
    let isPercent = plain.hasSuffix("%")
    if isPercent { plain.removeLast() }
    if plain.hasPrefix("+") { plain.removeFirst() }
    if plain.lowercased().hasPrefix("0x") {
      return Int(plain.dropFirst(2), radix: 16).map(String.init)
    }
    let isNegative = plain.hasPrefix("-")
    if isNegative { plain.removeFirst() }
    plain = withoutCommas(plain)
    while plain.hasPrefix("0"), plain.dropFirst().first?.isWholeNumber == true {
      plain.removeFirst()
    }
    if plain.hasPrefix(".") { plain = "0" + plain }
    if plain.hasSuffix(".") { plain.removeLast() }
    if isNegative { plain = "-" + plain }
    guard isNumber(plain) else { return nil }
    return isPercent ? hundredth(of: plain) : plain
  }

  /// Drops Chinese words around a number: `2027年`, `第3级`.
  ///
  /// Numerals such as 万 stay, and so do Latin letters, which may stand for thousands.
  private static func withoutUnits(_ text: String) -> String {
    let isUnit: (Character) -> Bool = { $0.isLetter && !$0.isNumber && !$0.isASCII }
    return String(text.drop(while: isUnit).reversed().drop(while: isUnit).reversed())
  }

  /// Drops commas between groups of three digits, and makes a point of one that stands for it.
  ///
  /// `1,234` is taken for a thousand, as groups are; `0,234`, `1,5` and `1.234,5` have a decimal comma.
  private static func withoutCommas(_ number: String) -> String {
    let parts = number.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return number }
    let groups = parts.dropFirst().map { $0.prefix { $0 != "." } }
    if parts[0] != "0", (1...3).contains(parts[0].count), groups.allSatisfy({ $0.count == 3 }) {
      return parts.joined()
    }
    return parts.count == 2 ? parts[0].filter { $0 != "." } + "." + parts[1] : number
  }

  /// The hundredth part of a number, exactly as one would write it.
  ///
  /// - Parameter number: A number in the grammar.
  /// - Returns: The hundredth part, or nil if it has too many digits.
  static func hundredth(of number: String) -> String? {
    let posix = Locale(identifier: "en_US_POSIX")
    guard let value = Decimal(string: number, locale: posix) else { return nil }
    let result = (value / 100).description
    return isNumber(result) ? result : nil
  }

  /// A change in per cent, such as `+20%` or `-20 %`.
  struct PercentChange {
    /// Whether it is one upwards.
    let isRise: Bool
    /// The per cent without a sign.
    let percent: String
    /// The factor that makes the change.
    let factor: String
    /// The per cent as a share, with the sign of a fall.
    let share: String
  }

  /// Reads a change in per cent, which has a sign.
  ///
  /// - Parameter text: The text.
  /// - Returns: The change, or nil if the text is something else or a fall below nothing.
  static func percentChange(_ text: String) -> PercentChange? {
    let plain = text.halfWidth.filter { $0 != " " }
    guard let sign = plain.first, "+-".contains(sign), plain.hasSuffix("%") else { return nil }
    let percent = String(plain.dropFirst().dropLast())
    let posix = Locale(identifier: "en_US_POSIX")
    guard !percent.hasPrefix("-"), isNumber(percent),
      let value = Decimal(string: percent, locale: posix), let share = hundredth(of: percent)
    else { return nil }
    let isRise = sign == "+"
    let factor = (isRise ? 100 + value : 100 - value) / 100
    guard factor >= 0, isNumber(factor.description) else { return nil }
    return PercentChange(
      isRise: isRise,
      percent: percent,
      factor: factor.description,
      share: isRise ? share : "-" + share,
    )
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  @discardableResult
  private static func skip(_ character: Unicode.Scalar, in rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func skipDigits(in rest: inout Substring.UTF8View) -> Bool {
    let digits = rest.prefix(while: isDigit)
    rest = rest.dropFirst(digits.count)
    return !digits.isEmpty
  }
}

extension String {
  /// The text with the full-width forms of ASCII, as Chinese keyboards write them, made narrow.
  var halfWidth: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(scalars)
  }
}
