// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXLSXWriter
internal import WorkforceReports

/// A sheet of a workbook; rows and columns are counted from 0, and rows are filled in order.
@safe struct Sheet {
  private static let longestText = 32_767

  let name: String
  private let handle: UnsafeMutablePointer<lxw_worksheet>
  private unowned let workbook: Workbook

  init(name: String, handle: UnsafeMutablePointer<lxw_worksheet>, workbook: Workbook) {
    self.name = name
    unsafe self.handle = handle
    self.workbook = workbook
  }

  /// Fills a cell.
  func write(_ cell: SheetCell, row: Int, column: Int, style: CellStyle = .text) {
    let (line, place) = (UInt32(row), UInt16(column))
    let format = unsafe workbook.format(style)
    switch cell {
    case .text(let text):
      _ = unsafe worksheet_write_string(handle, line, place, Self.clipped(text), format)
    case .number(let number):
      _ = unsafe worksheet_write_number(handle, line, place, number, format)
    case .formula(let formula, let value):
      _ = unsafe worksheet_write_formula_num(handle, line, place, formula, format, value)
    case .address(let address):
      link(address, showing: address, row: line, column: place)
    case .sheet(let sheet):
      link("internal:'\(sheet)'!A1", showing: sheet, row: line, column: place)
    case .empty: break
    }
  }

  /// A link; an address that the library refuses stays a text.
  private func link(_ address: String, showing text: String, row: UInt32, column: UInt16) {
    let format = unsafe workbook.format(.link)
    let error = unsafe worksheet_write_url(handle, row, column, address, format)
    _ = unsafe worksheet_write_string(
      handle,
      row,
      column,
      Self.clipped(text),
      error == LXW_NO_ERROR ? format : nil,
    )
  }

  private static func clipped(_ text: String) -> String {
    text.utf16.count <= longestText ? text : String(text.unicodeScalars.prefix(longestText / 2))
  }

  /// Sets the width of a column, in characters.
  func setWidth(_ width: Double, ofColumn column: Int) {
    _ = unsafe worksheet_set_column(handle, UInt16(column), UInt16(column), width, nil)
  }

  /// Sets the height of a row, in points, before it is filled.
  func setHeight(_ height: Double, ofRow row: Int) {
    _ = unsafe worksheet_set_row(handle, UInt32(row), height, nil)
  }

  /// Keeps the first rows and columns in view.
  func freeze(rows: Int, columns: Int) {
    unsafe worksheet_freeze_panes(handle, UInt32(rows), UInt16(columns))
  }

  /// Prints the sheet on wide paper, one page across.
  func fitToWidth() {
    unsafe worksheet_set_landscape(handle)
    unsafe worksheet_fit_to_pages(handle, 1, 0)
  }

  /// Puts a filter on the columns of a range whose first row is its header.
  func filter(firstRow: Int, lastRow: Int, columns: Int) {
    _ = unsafe worksheet_autofilter(
      handle,
      UInt32(firstRow),
      0,
      UInt32(lastRow),
      UInt16(columns - 1),
    )
  }

  /// Shows a chart whose upper left corner is in a cell.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - description: What the chart shows, for those who cannot see it.
  ///   - row: The row of the cell.
  ///   - column: The column of the cell.
  ///   - scale: The size, as a multiple of the library's 480 by 288 pixels.
  func show(_ chart: NativeChart, description: String, row: Int, column: Int, scale: Double) {
    let chart = unsafe chart.handle
    unsafe description.withCString { description in
      var options = unsafe lxw_chart_options()
      unsafe options.x_scale = scale
      unsafe options.y_scale = scale
      unsafe options.description = UnsafeMutablePointer(mutating: description)
      _ = unsafe worksheet_insert_chart_opt(
        handle,
        UInt32(row),
        UInt16(column),
        chart,
        &options,
      )
    }
  }

  /// Makes sure that no row was lost.
  func check() throws(LibraryFailure) {
    let code = unsafe cxlsx_check_rows(handle)
    guard code == 0 else { throw LibraryFailure(code: code) }
  }
}
