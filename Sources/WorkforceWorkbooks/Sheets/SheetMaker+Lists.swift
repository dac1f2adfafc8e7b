// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports

extension SheetMaker {
  /// A table that is no statistic by year, column by column, with names in place of codes.
  func list(_ table: ReportTable) throws -> SheetTable {
    var rows: [[SheetCell]] = []
    try table.forEachRow { row in
      rows.append(zip(table.columns, row).flatMap { cells($1, of: $0, in: table.name) })
      if table.name == "targets" {
        Self.addErrorFormula(
          to: &rows[rows.count - 1],
          row: rows.count,
          columns: table.columns.map(\.name),
        )
      }
    }
    return SheetTable(
      text(SheetWords.name(ofTable: table.name)),
      meaning: text(table.meaning),
      columns: table.columns.flatMap { column in
        let style = style(of: column)
        return columnNames(of: column).map { SheetColumn(header: heading($0), style: style) }
      },
      frozenColumns: table.keyCount,
      rows: rows,
    )
  }

  /// The columns of a list that a column of the table fills.
  private func columnNames(of column: ReportColumn) -> [String] {
    column.name == "school" ? ["school_code", "school"] : [column.name]
  }

  private func cells(
    _ value: ReportValue,
    of column: ReportColumn,
    in table: String,
  ) -> [SheetCell] {
    switch value {
    case .text(let code) where column.name == "school":
      [.text(code), .text(label(code, of: column.name))]
    case .text(let code) where table == "labels" || column.name == "target":
      // The name stands beside its code there.
      [.text(code)]
    case .text(let codes) where column.name == "stages":
      [
        .text(
          codes.split(separator: " ").map { label(String($0), of: "stage") }.joined(separator: ", ")
        )
      ]
    case .text(let code): [.text(label(code, of: column.name))]
    case .flag(let flag): [.text(text(flag ? SheetWords.yes : SheetWords.no))]
    case .whole, .number: [value.figure.map { .number($0) } ?? .empty]
    case .missing: [.empty]
    }
  }

  private func style(of column: ReportColumn) -> CellStyle {
    switch column.kind {
    case .year: .year
    case .code, .flag: .text
    case .text: ["reading", "source", "label"].contains(column.name) ? .wrapped : .text
    case .number:
      ["parameter_share", "chance_share", "chance", "relative_error"].contains(column.name)
        ? .percent : .figure
    }
  }

  /// Lets the spreadsheet work out how far the model is from what was published.
  private static func addErrorFormula(to cells: inout [SheetCell], row: Int, columns: [String]) {
    guard
      let published = columns.firstIndex(of: "published"),
      let mean = columns.firstIndex(of: "mean"),
      let error = columns.firstIndex(of: "relative_error"),
      case .number(let divisor) = cells[published], divisor != 0,
      case .number(let value) = cells[error]
    else { return }
    let (numerator, denominator) = (
      CellName.cell(row: row, column: mean), CellName.cell(row: row, column: published),
    )
    cells[error] = .formula("=\(numerator)/\(denominator)-1", value: value)
  }
}
