// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXLSXWriter

/// A row of a sheet, behind its first cell, from which a chart takes numbers or categories.
struct ChartRow {
  let sheet: String
  let row: Int
  /// The number of columns behind the first.
  let columns: Int
}

/// A column of a sheet, below its header, from which a chart takes numbers or categories.
struct ChartRange {
  let sheet: String
  let column: Int
  /// The number of rows below the header.
  let rows: Int
}

/// A chart that the spreadsheet draws itself, from the cells of sheets.
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

  /// What a chart draws.
  enum Kind {
    /// Lines.
    case lines
    /// Columns of which each series is a part.
    case stackedColumns
  }

  init(_ title: String, _ kind: Kind = .lines, in workbook: Workbook) {
    unsafe handle = workbook.addChart(
      kind == .lines ? LXW_CHART_LINE : LXW_CHART_COLUMN_STACKED
    )
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

  /// Adds a part of stacked columns, named by the first cell of its row.
  mutating func add(_ part: ChartRow, categories: ChartRow) {
    let colour = Self.colour(colourCount)
    colourCount += 1
    guard let series = unsafe chart_add_series(handle, nil, nil) else { return }
    unsafe chart_series_set_categories(
      series,
      categories.sheet,
      UInt32(categories.row),
      1,
      UInt32(categories.row),
      UInt16(categories.columns),
    )
    unsafe chart_series_set_values(
      series,
      part.sheet,
      UInt32(part.row),
      1,
      UInt32(part.row),
      UInt16(part.columns),
    )
    unsafe chart_series_set_name_range(series, part.sheet, UInt32(part.row), 0)
    var fill = lxw_chart_fill()
    fill.color = colour
    unsafe chart_series_set_fill(series, &fill)
  }

  /// A colour of the list; behind its end paler ones, and then darker ones.
  private static func colour(_ number: Int) -> lxw_color_t {
    let colour = colours[number % colours.count]
    let (white, share): (UInt32, UInt32) = [(0, 100), (255, 50), (0, 65)][
      number / colours.count % 3
    ]
    return [16, 8, 0].reduce(0) { mixed, shift in
      let part = (colour >> UInt32(shift)) & 255
      return mixed | ((part * share + white * (100 - share)) / 100) << UInt32(shift)
    }
  }

  /// Leaves the lines of bands out of the legend; comes after the last line.
  func finish() {
    var series = unnamed + [-1]
    _ = unsafe chart_legend_delete_series(handle, &series)
  }
}
