// SPDX-License-Identifier: GPL-3.0-or-later

/// One field of a table of results.
package enum ReportValue: Hashable, Sendable {
  /// A code or a text.
  case text(String)
  /// A whole number.
  case whole(Int)
  /// A number, rounded to at most so many decimals.
  case number(Double, decimals: Int)
  /// Yes or no.
  case flag(Bool)
  /// Nothing: the figure cannot be known.
  case missing

  /// Makes a figure of the model, to six significant digits.
  ///
  /// The part before the point is always exact, and there are never more than four decimals: counts
  /// keep every digit, shares have four decimals, and no digit is written that the single precision
  /// of the records does not hold.
  ///
  /// - Parameter value: The figure.
  /// - Returns: The field.
  package static func figure(_ value: Double) -> ReportValue {
    .number(value, decimals: decimals(ofFigure: value))
  }

  /// The decimals of a figure of the model.
  static func decimals(ofFigure value: Double) -> Int {
    let magnitude = value.magnitude
    guard magnitude < 1e4 else { return magnitude < 1e5 ? 1 : 0 }
    return magnitude < 100 ? 4 : magnitude < 1e3 ? 3 : 2
  }

  /// Makes a figure that somebody stated, with all the digits that people state.
  ///
  /// - Parameter value: The figure.
  /// - Returns: The field.
  package static func stated(_ value: Double) -> ReportValue { .number(value, decimals: 9) }

  /// The words for yes and no in tables.
  package static let flagWords = (yes: "yes", no: "no")
}
