// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports

/// A sheet that is one table: a header, rows, and how many of the first columns stay in view.
///
/// Everything the workbook holds but its contents and charts is such a table.
struct SheetTable {
  /// Receives the cells of a row, one for every column.
  typealias RowVisitor = ([SheetCell]) throws -> Void

  let name: String
  let meaning: String
  let columns: [SheetColumn]
  let frozenColumns: Int
  let rowCount: Int
  /// How many of the last rows are totals, which no filter hides.
  let footerCount: Int
  private let visit: (RowVisitor) throws -> Void

  /// Describes a sheet whose rows are made as they are written.
  init(
    _ name: String,
    meaning: String,
    columns: [SheetColumn],
    frozenColumns: Int,
    rowCount: Int,
    footerCount: Int = 0,
    visit: @escaping (RowVisitor) throws -> Void,
  ) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.frozenColumns = frozenColumns
    self.rowCount = rowCount
    self.footerCount = footerCount
    self.visit = visit
  }

  /// Describes a sheet of few rows, whose columns are made as wide as their texts.
  init(
    _ name: String,
    meaning: String,
    columns: [SheetColumn],
    frozenColumns: Int = 1,
    rows: [[SheetCell]],
    footerCount: Int = 0,
  ) {
    self.init(
      name,
      meaning: meaning,
      columns: columns.enumerated().map { place, column in
        column.fitting(rows.lazy.map { $0[place] })
      },
      frozenColumns: frozenColumns,
      rowCount: rows.count,
      footerCount: footerCount,
    ) { body in
      try rows.forEach(body)
    }
  }

  /// The height of the header in points, enough for its longest text.
  private var headerHeight: Double {
    let lines = columns.map { Double(displayWidth(of: $0.header)) / ($0.width - 2) }.max() ?? 1
    // Words do not fill their lines.
    return 16 * (lines.rounded(.up) + (lines > 1 ? 1 : 0))
  }

  /// Writes the table to a sheet of its own.
  ///
  /// - Parameters:
  ///   - sheet: The sheet, empty.
  ///   - rowLimit: The most rows below the header.
  /// - Throws: What making the rows throws.
  func write(to sheet: Sheet, rowLimit: Int) throws {
    for (place, column) in columns.enumerated() {
      sheet.setWidth(column.width, ofColumn: place)
    }
    sheet.setHeight(headerHeight, ofRow: 0)
    for (place, column) in columns.enumerated() {
      sheet.write(.text(column.header), row: 0, column: place, style: .header)
    }
    // Rows that are written can no longer be named, so the filter comes before them.
    sheet.filter(
      firstRow: 0,
      lastRow: min(rowCount, rowLimit) - footerCount,
      columns: columns.count,
    )
    var row = 0
    try visit { cells in
      guard row < rowLimit else { return }
      row += 1
      for (place, (cell, column)) in zip(cells, columns).enumerated() {
        sheet.write(cell, row: row, column: place, style: column.style)
      }
    }
    sheet.freeze(rows: 1, columns: frozenColumns)
  }
}
