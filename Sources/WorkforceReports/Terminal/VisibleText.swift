// SPDX-License-Identifier: GPL-3.0-or-later

/// Text whose control characters are replaced by signs, so that it stays on its line and steers no terminal.
///
/// The controls of ASCII have pictures, such as ␛ for escape; others, and those that turn the direction in
/// which text is read, are shown as �.
///
/// Sources: Unicode Standard, block Control Pictures, U+2400 to U+2421; Unicode Standard Annex 9, section 2,
/// Directional Formatting Characters.
///
/// - Parameter text: The text, such as the name of a run.
/// - Returns: The text, unchanged if it has no control characters.
package func visible(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map(visible)))
}

private func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.properties.generalCategory {
  case .control where scalar.value < 0x20:
    Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case .control where scalar.value == 0x7F: "\u{2421}"
  case .control, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
  case .format where scalar.properties.isBidiControl: "\u{FFFD}"
  default: scalar
  }
}
