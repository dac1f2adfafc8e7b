// SPDX-License-Identifier: GPL-3.0-or-later

/// Breaks text into lines of so many columns: at spaces, and between Chinese characters.
///
/// A word wider than a line stays whole, since a broken path or name cannot be copied. Punctuation
/// that closes never begins a line.
///
/// - Parameters:
///   - text: The text, on one line.
///   - columns: The columns of a line.
/// - Returns: The lines, at least one.
package func wrap(_ text: String, columns: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for piece in pieces(of: text) {
    if !line.isEmpty, displayWidth(of: withoutSpace(line + piece)) > columns {
      lines.append(withoutSpace(line))
      line = ""
    }
    line += piece
  }
  return lines + [withoutSpace(line)]
}

private func withoutSpace(_ text: String) -> String {
  text.last == " " ? String(text.dropLast()) : text
}

/// The parts of a text that are never broken, each with the space after it.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var isBreakable = true
  for character in text {
    let isWide = displayWidth(of: character) == 2
    if character == " " || (closingPunctuation.contains(character) && !pieces.isEmpty) {
      if pieces.isEmpty { pieces.append("") }
      pieces[pieces.count - 1].append(character)
      isBreakable = true
    } else if isBreakable || isWide || pieces.isEmpty {
      pieces.append(String(character))
      isBreakable = isWide
    } else {
      pieces[pieces.count - 1].append(character)
    }
  }
  return pieces
}

private let closingPunctuation: Set<Character> = ["，", "。", "、", "；", "：", "）", "％"]
