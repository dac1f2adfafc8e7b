// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports

extension SheetColumn {
  private static let narrowest = 8.0
  private static let widest = 60.0

  /// The column, wide enough for its texts within bounds.
  func fitting(_ cells: some Sequence<SheetCell>) -> SheetColumn {
    let longest = cells.reduce(0) { max($0, displayWidth(of: $1.words)) }
    var column = self
    column.width = min(max(Double(longest) + 2, Self.narrowest), Self.widest)
    // Numbers keep the width that suits them.
    if style.numberFormat != nil { column.width = max(column.width, width) }
    return column
  }
}

extension SheetCell {
  /// The text that a cell shows; empty for numbers.
  fileprivate var words: String {
    switch self {
    case .text(let text), .address(let text), .sheet(let text): text
    case .number, .formula, .empty: ""
    }
  }
}
