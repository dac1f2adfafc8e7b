// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of aligned columns for a terminal.
///
/// Columns are as wide as their widest cell, counted as the terminal shows it, two spaces apart,
/// with a rule below the header. The last column has no spaces at its end.
package struct TextTable {
  /// The side on which a column's text stands.
  package enum Alignment: Hashable, Sendable {
    /// For text.
    case leading
    /// For numbers.
    case trailing
  }

  /// A column's heading and form.
  package struct Column: Hashable, Sendable {
    /// The heading.
    package var title: String
    /// The side on which the text stands.
    package var alignment: Alignment
    /// The most columns of the terminal the text may take; longer text is cut; nil for any.
    package var maximumWidth: Int?

    /// Creates a column.
    ///
    /// - Parameters:
    ///   - title: The heading.
    ///   - alignment: The side on which the text stands.
    ///   - maximumWidth: The most columns of the terminal; nil for any number.
    package init(_ title: String, _ alignment: Alignment = .leading, maximumWidth: Int? = nil) {
      self.title = title
      self.alignment = alignment
      self.maximumWidth = maximumWidth
    }
  }

  /// A cell's text and colour.
  package struct Cell: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The text, on one line: control characters are replaced by signs.
    package let text: String
    /// The colour or weight; nil for plain.
    package var ink: Style.Ink?

    /// Creates a cell.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - ink: The colour or weight; nil for plain.
    package init(_ text: String, ink: Style.Ink? = nil) {
      self.text = visible(text)
      self.ink = ink
    }

    /// Creates a plain cell.
    ///
    /// - Parameter value: The text.
    package init(stringLiteral value: String) { self.init(value) }
  }

  private static let gap = "  "
  private static let narrowest = 4

  private let columns: [Column]
  private var rows: [[Cell]] = []

  /// Creates a table without rows.
  ///
  /// - Parameter columns: The columns from left to right.
  package init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row at the end.
  ///
  /// - Parameter cells: A cell for every column.
  package mutating func addRow(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "\(cells.count) cells in \(columns.count) columns")
    rows.append(cells)
  }

  /// Lays the table out.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal, into which text columns are squeezed; nil for any.
  ///   - style: What the terminal can show.
  /// - Returns: The lines: header, rule and rows.
  package func lines(width: Int? = nil, style: Style = .plain) -> [String] {
    let widths = fittedWidths(to: width)
    let header = columns.map { Cell($0.title, ink: .bold) }
    let stroke = style.usesUnicode ? "─" : "-"
    let rule = widths.map { Cell(String(repeating: stroke, count: $0)) }
    return ([header, rule] + rows).map { line($0, widths: widths, style: style) }
  }

  private func line(_ cells: [Cell], widths: [Int], style: Style) -> String {
    let ellipsis: Character = style.usesUnicode ? "…" : "~"
    let texts = cells.indices.map { index in
      let cell = cells[index]
      let text = truncate(cell.text, columns: widths[index], ellipsis: ellipsis)
      let spaces = String(repeating: " ", count: widths[index] - displayWidth(of: text))
      let painted = style.paint(text, cell.ink)
      if columns[index].alignment == .trailing { return spaces + painted }
      return index == cells.count - 1 ? painted : painted + spaces
    }
    return texts.joined(separator: Self.gap)
  }

  private func fittedWidths(to width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      let cells = rows.map { displayWidth(of: $0[index].text) }
      let widest = max(displayWidth(of: columns[index].title), cells.max() ?? 0, 1)
      return min(widest, max(columns[index].maximumWidth ?? widest, 1))
    }
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + Self.gap.count * (columns.count - 1) - width
    while excess > 0, let widest = widestTextColumn(widths) {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The column to squeeze next; numbers are never cut, since a cut number is a wrong number.
  private func widestTextColumn(_ widths: [Int]) -> Int? {
    columns.indices
      .filter { columns[$0].alignment == .leading && widths[$0] > Self.narrowest }
      .max { widths[$0] < widths[$1] }
  }
}
