// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXLSXWriter

/// A column of a sheet, below its header, from which a chart takes numbers or categories.
struct ChartRange {
  let sheet: String
  let column: Int
  /// The number of rows below the header.
  let rows: Int
}

/// A line chart that the spreadsheet draws itself, from the cells of other sheets.
@safe struct NativeChart {
  let handle: UnsafeMutablePointer<lxw_chart>
  private var seriesCount = 0
  private var unnamed: [Int16] = []
  private var colourCount = 0

  /// Colours that people with impaired colour vision can tell apart.
  ///
  /// Source: M. Okabe and K. Ito, Color Universal Design, 2008.
  private static let colours: [lxw_color_t] = [
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9,
  ]

  private static let gridColour: lxw_color_t = 0xD9D9D9

  init(_ title: String, in workbook: Workbook) {
    unsafe handle = workbook.addChart(LXW_CHART_LINE)
    unsafe chart_title_set_name(handle, title)
    var font = unsafe lxw_chart_font()
    unsafe font.size = 12
    unsafe chart_title_set_name_font(handle, &font)
    unsafe chart_legend_set_position(handle, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    let axis = unsafe handle.pointee.y_axis
    unsafe chart_axis_set_num_format(axis, "#,##0")
    var grid = lxw_chart_line()
    grid.color = Self.gridColour
    grid.width = 0.75
    unsafe chart_axis_major_gridlines_set_line(axis, &grid)
  }

  /// Adds a line, named by the header of its column, and thin dashed lines of its colour.
  mutating func add(_ line: ChartRange, band: [ChartRange], categories: ChartRange) {
    let colour = Self.colours[colourCount % Self.colours.count]
    colourCount += 1
    for range in [line] + band {
      let isBand = range.sheet != line.sheet || range.column != line.column
      if isBand { unnamed.append(Int16(seriesCount)) }
      seriesCount += 1
      guard let series = unsafe chart_add_series(handle, nil, nil) else { continue }
      unsafe chart_series_set_categories(
        series,
        categories.sheet,
        1,
        UInt16(categories.column),
        UInt32(categories.rows),
        UInt16(categories.column),
      )
      let place = UInt16(range.column)
      unsafe chart_series_set_values(
        series,
        range.sheet,
        1,
        place,
        UInt32(range.rows),
        place,
      )
      unsafe chart_series_set_name_range(series, range.sheet, 0, place)
      var look = lxw_chart_line()
      look.color = colour
      look.width = isBand ? 0.75 : 2.25
      if isBand { look.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
      unsafe chart_series_set_line(series, &look)
    }
  }

  /// Leaves the lines of bands out of the legend; comes after the last line.
  func finish() {
    var series = unnamed + [-1]
    _ = unsafe chart_legend_delete_series(handle, &series)
  }
}
