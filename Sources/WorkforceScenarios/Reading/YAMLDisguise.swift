// SPDX-License-Identifier: GPL-3.0-or-later

/// A YAML text in which some characters are replaced by private ones before Yams sees it.
///
/// Two things need it. Yams unfolds aliases while it composes, which a hostile file can make
/// exponential; with each `*` replaced there are no aliases, and a plain text that begins with the
/// replacement was meant as one. Yams also stops at the first duplicate key; with the first
/// character of one of the two replaced by a character that comes nowhere else, it goes on.
/// A replacement is one character for one, so that lines and columns stay true.
struct YAMLDisguise {
  /// The text to give to Yams.
  private(set) var text: String

  /// Stands for `*`; `YAMLReader` refuses files that hold characters of plane 16 themselves.
  static let asterisk: Unicode.Scalar = "\u{10FFFD}"
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]

  /// Replaces the asterisks of a text.
  ///
  /// - Parameter text: A text without characters of plane 16.
  init(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "*")) else {
      self.text = text
      return
    }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.map { $0 == "*" ? Self.asterisk : $0 })
    self.text = String(scalars)
    originals[Self.asterisk] = "*"
  }

  /// Replaces the first character of a key.
  ///
  /// - Parameters:
  ///   - line: The key's line, counted from 1.
  ///   - column: The key's column, counted from 1.
  /// - Returns: Whether the key has a character that can be replaced.
  mutating func hideKey(line: Int, column: Int) -> Bool {
    var scalars = text.unicodeScalars
    guard var index = Self.index(in: scalars, line: line, column: column) else { return false }
    if scalars[index] == "\"" || scalars[index] == "'" { index = scalars.index(after: index) }
    guard index < scalars.endIndex else { return false }
    let original = scalars[index]
    guard original.properties.isAlphabetic || ("0"..."9").contains(original),
      let hidden = Unicode.Scalar(Self.asterisk.value - 1 - UInt32(originals.count))
    else { return false }
    scalars.replaceSubrange(index...index, with: [hidden])
    originals[hidden] = original
    text = String(scalars)
    return true
  }

  /// Puts the replaced characters back.
  ///
  /// - Parameter text: A part of the disguised text.
  /// - Returns: The part as the user wrote it.
  func restored(_ text: String) -> String {
    guard !originals.isEmpty, text.utf8.contains(0xF4) else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.map { originals[$0] ?? $0 })
    return String(scalars)
  }

  /// Finds a character by its place.
  ///
  /// - Parameters:
  ///   - scalars: The text.
  ///   - line: The line, counted from 1.
  ///   - column: The column, counted from 1.
  /// - Returns: The character's index, or nil if the text has no such place.
  static func index(
    in scalars: String.UnicodeScalarView,
    line: Int,
    column: Int,
  ) -> String.Index? {
    var index = scalars.startIndex
    var remaining = line - 1
    while remaining > 0 {
      guard index < scalars.endIndex else { return nil }
      let scalar = scalars[index]
      index = scalars.index(after: index)
      let endsWithPair = scalar == "\r" && index < scalars.endIndex && scalars[index] == "\n"
      if scalar == "\n" || (scalar == "\r" && !endsWithPair) { remaining -= 1 }
    }
    guard
      let place = scalars.index(index, offsetBy: column - 1, limitedBy: scalars.endIndex),
      place < scalars.endIndex
    else { return nil }
    return place
  }
}
