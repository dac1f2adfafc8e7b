// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceReports
internal import WorkforceSim

/// The results of a run as a workbook for spreadsheet programs.
///
/// People read a measure a column, so a key of each table is spread over columns and codes give way to
/// names. The CSV files stay the whole record. Equal runs give equal bytes.
package struct ProjectionWorkbook {
  /// The name of the file in a run folder.
  package static let fileName = "projection.xlsx"

  private let report: RunReport
  private let maker: SheetMaker
  private let rowLimit: Int

  /// The rows that a sheet of the format can hold.
  private static let rowsOfSheet = 1_048_576

  /// Creates the workbook of a run.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - rowLimit: The most rows of a sheet, its header included, if fewer than a sheet can hold; what
  ///     is beyond is left out, and the contents says so.
  package init(_ report: RunReport, rowLimit: Int? = nil) {
    self.report = report
    self.maker = SheetMaker(report)
    self.rowLimit = min(rowLimit ?? Self.rowsOfSheet, Self.rowsOfSheet)
  }

  /// Writes the workbook of a run into its folder.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - folder: The folder, which the caller publishes.
  /// - Returns: The file.
  /// - Throws: `OutputError` when the file cannot be written.
  package static func write(_ report: RunReport, to folder: OutputFolder) throws -> WrittenFile {
    let workbook = ProjectionWorkbook(report)
    let bytes = try folder.write(fileName) { path, scratch in
      try workbook.write(to: path, scratch: scratch)
    }
    return WrittenFile(name: fileName, rows: nil, bytes: bytes)
  }

  /// Writes the workbook.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - scratch: A folder on the same disk for temporary files.
  /// - Throws: `LibraryFailure` when the file cannot be written.
  package func write(to path: String, scratch: String) throws {
    let title = maker.text(report.projection.scenario.title)
    let workbook = try Workbook(path: path, scratch: scratch, title: title)
    let contents = workbook.addSheet(maker.text(SheetWords.contents))
    let charts = workbook.addSheet(maker.text(SheetWords.charts))
    var entries = [
      ContentsSheet.Entry(
        name: charts.name,
        meaning: maker.text(SheetWords.chartMeaning),
        rows: nil,
      )
    ]
    for table in report.tables {
      if table.name == "labels" {
        for sheet in [maker.assumptions, maker.sources] {
          try add(sheet, to: workbook, &entries)
        }
      }
      guard WideTable.suits(table) else {
        try add(try maker.list(table), to: workbook, &entries)
        continue
      }
      let wide = try WideTable(table, statistics: maker.statistics(of: table))
      guard table.name == "summary" else {
        let sheet = maker.sheet(wide, of: table)
        try add(sheet, to: workbook, &entries)
        if table.name == "cost" { try addPivots(of: wide, on: sheet, to: workbook, &entries) }
        continue
      }
      let sheets = maker.summarySheets(wide, of: table)
      for sheet in sheets { try add(sheet, to: workbook, &entries) }
      ChartSheet(measures: wide.members, sheets: sheets, language: maker.language)
        .write(to: charts, of: workbook)
    }
    ContentsSheet(report: report, maker: maker, entries: entries).write(to: contents)
    try workbook.close()
  }

  /// Adds cost by item and by payer, each with a chart of stacked columns below it.
  private func addPivots(
    of wide: WideTable,
    on source: SheetTable,
    to workbook: Workbook,
    _ entries: inout [ContentsSheet.Entry],
  ) throws {
    for key in ["item", "payer"] {
      guard let pivot = CostPivot(wide, by: key, source: source) else { continue }
      let table = pivot.sheet(maker, hasFormulas: source.rowCount < rowLimit)
      guard let sheet = try add(table, to: workbook, &entries) else { continue }
      sheet.fitToWidth()
      var chart = NativeChart(maker.costTitle(table.name), .stackedColumns, in: workbook)
      let header = ChartRow(sheet: table.name, row: 0, columns: pivot.years.count)
      for row in 1...pivot.count {
        let part = ChartRow(sheet: table.name, row: row, columns: pivot.years.count)
        chart.add(part, categories: header)
      }
      sheet.show(
        chart,
        description: table.meaning,
        row: table.rowCount + Self.rowsAboveChart,
        column: 0,
        scale: Self.chartScale,
      )
    }
  }

  private static let rowsAboveChart = 2
  private static let chartScale = 1.8

  /// Adds a sheet, unless it would be empty.
  @discardableResult
  private func add(
    _ table: SheetTable,
    to workbook: Workbook,
    _ entries: inout [ContentsSheet.Entry],
  ) throws -> Sheet? {
    guard table.rowCount > 0 else { return nil }
    let limit = rowLimit - 1
    let sheet = workbook.addSheet(table.name)
    try table.write(to: sheet, rowLimit: limit)
    let isWhole = table.rowCount <= limit
    entries.append(
      ContentsSheet.Entry(
        name: table.name,
        meaning: isWhole
          ? table.meaning : table.meaning + " " + maker.text(SheetWords.truncated(limit)),
        rows: min(table.rowCount, limit),
      )
    )
    return sheet
  }
}
