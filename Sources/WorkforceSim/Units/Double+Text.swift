// SPDX-License-Identifier: GPL-3.0-or-later

extension Double {
  /// The shortest text that reads back as the same number: whole numbers without `.0`.
  package var exactText: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number with six decimals at most, as a person would write it.
  ///
  /// What six decimals would make 0 keeps all of them, and so does what is too large to be rounded.
  package var roundedText: String {
    let rounded = (self * 1e6).rounded() / 1e6
    return (rounded == 0 || !rounded.isFinite ? self : rounded).exactText
  }
}
