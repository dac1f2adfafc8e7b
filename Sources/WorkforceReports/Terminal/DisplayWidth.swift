// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts the columns that text takes on a terminal.
///
/// Chinese characters and the like take two columns, combining marks and controls none, all else
/// one. A cluster such as a flag or a family counts once. Characters of ambiguous width count one,
/// as terminals outside East Asian legacy encodings show them.
///
/// Source: Unicode Standard Annex 11, East Asian Width, classes W and F, by blocks.
///
/// - Parameter text: The text, without escape sequences.
/// - Returns: The columns.
package func displayWidth(of text: String) -> Int {
  text.reduce(0) { $0 + displayWidth(of: $1) }
}

func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  // U+FE0F asks for the picture of a sign that is narrow as text.
  if scalars.count > 1, scalars.contains("\u{FE0F}") { return 2 }
  return scalars.reduce(0) { max($0, displayWidth(of: $1)) }
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F ? 1 : 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
    return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  return wideBlocks.contains { $0 ~= scalar.value } ? 2 : 1
}

private let wideBlocks: [ClosedRange<UInt32>] = [
  0x4E00...0x9FFF,  // CJK unified ideographs
  0x3001...0x303E,  // CJK symbols and punctuation
  0xFF01...0xFF60,  // fullwidth forms
  0x3000...0x3000,  // ideographic space
  0x1100...0x115F,  // Hangul leading consonants
  0x2E80...0x2FFF,  // radicals, ideographic description
  0x3041...0x3247,  // kana, bopomofo, enclosed letters
  0x3250...0x4DBF,  // enclosed and squared letters, extension A
  0xA000...0xA4CF,  // Yi
  0xA960...0xA97F,  // Hangul leading consonants, extension A
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // compatibility ideographs
  0xFE10...0xFE19,  // vertical forms
  0xFE30...0xFE6F,  // compatibility and small forms
  0xFFE0...0xFFE6,  // fullwidth signs
  0x16FE0...0x18DFF,  // Tangut, Khitan
  0x1AFF0...0x1B2FF,  // kana supplements, Nüshu
  0x1F200...0x1F265,  // enclosed ideographs
  0x20000...0x3FFFD,  // ideographs of planes 2 and 3
]

/// Shortens text to so many columns; an ellipsis shows that something is missing.
///
/// - Parameters:
///   - text: The text.
///   - columns: The most columns it may take, at least 1.
///   - ellipsis: The sign at the end, one column wide.
/// - Returns: The text, unchanged if it fits.
package func truncate(_ text: String, columns: Int, ellipsis: Character = "…") -> String {
  precondition(columns > 0, "\(columns) columns hold nothing")
  guard displayWidth(of: text) > columns else { return text }
  var shortened = ""
  var width = 0
  for character in text {
    width += displayWidth(of: character)
    if width >= columns { break }
    shortened.append(character)
  }
  return shortened + String(ellipsis)
}

/// Fills text up to so many columns with spaces.
func pad(_ text: String, columns: Int, alignment: TextTable.Alignment = .leading) -> String {
  let spaces = String(repeating: " ", count: max(0, columns - displayWidth(of: text)))
  return alignment == .leading ? text + spaces : spaces + text
}
