// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Writes figures for people, in the signs that a terminal can show.
package struct FigureText: Sendable {
  private let usesUnicode: Bool

  /// Creates a writer of figures.
  ///
  /// - Parameter style: What the terminal can show.
  package init(_ style: Style) {
    usesUnicode = style.usesUnicode
  }

  /// The sign between two ends of a range.
  package var dash: String { usesUnicode ? "–" : "-" }

  /// The sign between two facts on a line.
  package var separator: String { usesUnicode ? " · " : ", " }

  /// The decimals with which figures that stand together are written.
  ///
  /// Whole figures have none, large ones neither; otherwise one, and three where all are below one.
  ///
  /// - Parameter values: The figures.
  /// - Returns: The decimals.
  package static func decimals(for values: [Double]) -> Int {
    let largest = values.map(\.magnitude).max() ?? 0
    if largest >= 100 || values.allSatisfy({ $0 == $0.rounded() }) { return 0 }
    return largest < 1 ? 3 : 1
  }

  /// A figure of the model, rounded from the digits that tables have of it.
  ///
  /// - Parameters:
  ///   - value: The figure.
  ///   - decimals: The decimals.
  /// - Returns: The text.
  package static func text(_ value: Double, decimals: Int) -> String {
    grouped(roundedAsInTables(value), decimals: decimals)
  }

  /// A figure with the range that holds 90 % of the replications, such as `40,517 [40,400–40,650]`.
  ///
  /// The range is left out where it would repeat the figure. One that begins below zero has dots
  /// between its ends, since a dash would read as a sign.
  ///
  /// - Parameters:
  ///   - value: The figure.
  ///   - low: The lower end.
  ///   - high: The upper end.
  ///   - decimals: The decimals.
  /// - Returns: The text.
  package func range(_ value: Double, _ low: Double, _ high: Double, decimals: Int) -> String {
    let texts = [value, low, high].map { Self.text($0, decimals: decimals) }
    if texts[1] == texts[0], texts[2] == texts[0] { return texts[0] }
    let between = texts[1].hasPrefix("-") ? (usesUnicode ? "…" : "..") : dash
    return "\(texts[0]) [\(texts[1])\(between)\(texts[2])]"
  }

  /// The median with its range.
  ///
  /// - Parameters:
  ///   - statistic: The distribution.
  ///   - decimals: The decimals.
  /// - Returns: The text.
  package func median(_ statistic: Statistic, decimals: Int) -> String {
    range(statistic.p50, statistic.p05, statistic.p95, decimals: decimals)
  }

  /// A relative error in percent with its sign, such as `+1.2 %`.
  ///
  /// - Parameter error: The error; 0.012 is 1.2 % too much.
  /// - Returns: The text.
  package func error(_ error: Double) -> String {
    let text = grouped(roundedAsInTables(error) * 100, decimals: 1)
    return (text.hasPrefix("-") || text == "0.0" ? text : "+" + text) + " %"
  }
}
