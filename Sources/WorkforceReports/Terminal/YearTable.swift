// SPDX-License-Identifier: GPL-3.0-or-later

/// A table with a column a year, in blocks of as many years as fit the terminal.
package struct YearTable {
  private static let columnGap = 2

  private let title: String
  private let years: [Int]
  private var labels: [String] = []
  private var cells: [[TextTable.Cell]] = []

  /// Creates a table without rows.
  ///
  /// - Parameters:
  ///   - title: The heading of the labels.
  ///   - years: The years from left to right, at least one.
  package init(_ title: String, years: [Int]) {
    precondition(!years.isEmpty, "a table needs a year")
    self.title = title
    self.years = years
  }

  /// Whether there is no row yet.
  package var isEmpty: Bool { cells.isEmpty }

  /// Adds a row at the end.
  ///
  /// - Parameters:
  ///   - label: What the row shows.
  ///   - row: A text for every year.
  package mutating func addRow(_ label: String, _ row: [String]) {
    addRow(label, row.map { TextTable.Cell($0) })
  }

  /// Adds a row of coloured cells at the end.
  ///
  /// - Parameters:
  ///   - label: What the row shows.
  ///   - row: A cell for every year.
  package mutating func addRow(_ label: String, _ row: [TextTable.Cell]) {
    precondition(row.count == years.count, "\(row.count) cells for \(years.count) years")
    labels.append(label)
    cells.append(row)
  }

  /// Lays the table out.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal.
  ///   - style: What the terminal can show.
  /// - Returns: The lines, with an empty one between blocks.
  package func lines(width: Int, style: Style = .plain) -> [String] {
    let widest = (labels + [title]).map { displayWidth(of: $0) }.max() ?? 0
    // A longer name is cut, so that years stay beside each other.
    let label = min(widest, width / 2)
    let texts = cells.joined().map(\.text) + years.map { String($0) }
    let column = Self.columnGap + (texts.map { displayWidth(of: $0) }.max() ?? 0)
    let fitting = max(1, (width - label) / column)
    let blocks = (years.count + fitting - 1) / fitting
    // Blocks of the same size look better than full ones with a rest.
    let size = (years.count + blocks - 1) / blocks
    let tables = stride(from: 0, to: years.count, by: size).map { start in
      block(start..<min(start + size, years.count)).lines(width: width, style: style)
    }
    return Array(tables.joined(separator: [""]))
  }

  private func block(_ range: Range<Int>) -> TextTable {
    var table = TextTable([.init(title)] + years[range].map { .init(String($0), .trailing) })
    for (label, row) in zip(labels, cells) { table.addRow([.init(label)] + row[range]) }
    return table
  }
}
