// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports
internal import WorkforceSim

extension SheetMaker {
  /// The statistics that a table shows.
  ///
  /// The table of schools has means only: with ranges it would be most of the file.
  func statistics(of table: ReportTable) -> [String] {
    hasRanges && table.name != "schools" ? ["mean", "p05", "p95"] : ["mean"]
  }

  /// A table of statistics as one sheet: means, then quantiles.
  func sheet(_ wide: WideTable, of table: ReportTable) -> SheetTable {
    sheet(
      wide,
      named: text(SheetWords.name(ofTable: table.name)),
      meaning: text(meaning(of: wide, from: table)),
    )
  }

  /// The summary as sheets of their own for means and quantiles, all laid out alike.
  func summarySheets(_ wide: WideTable, of table: ReportTable) -> [SheetTable] {
    let name = text(SheetWords.name(ofTable: table.name))
    let meaning = meaning(of: wide, from: table)
    let parts = [
      (name, meaning),
      (name + " " + text(SheetWords.lower), SheetWords.lowerSheet(meaning)),
      (name + " " + text(SheetWords.upper), SheetWords.upperSheet(meaning)),
    ]
    return wide.statistics.indices.map { statistic in
      sheet(wide.only(statistic), named: parts[statistic].0, meaning: text(parts[statistic].1))
    }
  }

  /// What the sheet holds: what the table is about, and the keys of a row.
  private func meaning(of wide: WideTable, from table: ReportTable) -> LocalizedText {
    SheetWords.rows(
      of: table.title,
      keys: ([wide.yearColumn] + wide.keys.map(\.name)).map { SheetWords.heading(ofColumn: $0) },
    )
  }

  private func sheet(_ wide: WideTable, named name: String, meaning: String) -> SheetTable {
    let keys = keyColumns(of: wide)
    let figures = figures(of: wide)
    return SheetTable(
      name,
      meaning: meaning,
      columns: keys + figures.map { column(of: $0, in: wide) },
      frozenColumns: keys.count,
      rowCount: wide.rows.count,
    ) { body in
      for row in wide.rows {
        var cells: [SheetCell] = [.number(Double(row.year))]
        for (key, code) in zip(wide.keys, row.codes) {
          cells += self.cells(of: code, in: key.name)
        }
        for figure in figures { cells.append(.number(row.figures[figure.place])) }
        try body(cells)
      }
    }
  }

  private func keyColumns(of wide: WideTable) -> [SheetColumn] {
    let year = SheetColumn(header: heading(wide.yearColumn), style: .year, width: 10)
    return [year]
      + wide.keys.enumerated().flatMap { place, key in
        let rows = Set(wide.rows.map { $0.codes[place] }).map { cells(of: $0, in: key.name) }
        return Self.columnNames(ofKey: key.name).enumerated().map { part, name in
          SheetColumn(header: heading(name), style: .text).fitting(rows.lazy.map { $0[part] })
        }
      }
  }

  /// A column of figures: a member, a statistic, and where its figure lies in a row.
  private struct Figure {
    let code: String
    let statistic: String
    let place: Int
  }

  /// The columns of figures; a chance is a mean and has no quantiles.
  private func figures(of wide: WideTable) -> [Figure] {
    wide.statistics.enumerated().flatMap { statistic, name in
      wide.members.enumerated().map { member, code in
        Figure(code: code, statistic: name, place: statistic * wide.members.count + member)
      }
    }.filter {
      wide.statistics.count == 1 || $0.statistic == "mean" || !Self.chances.contains($0.code)
    }
  }

  private static let chances: Set = [
    "chance_of_shortage", "duty_met", "balance_limit_met", "open", "no_lower_than_civil_servants",
  ]

  private func column(of figure: Figure, in wide: WideTable) -> SheetColumn {
    let header = heading(of: figure, in: wide)
    let largest = wide.rows.reduce(0) { max($0, abs($1.figures[figure.place])) }
    let style = CellStyle(
      measure: isCost(wide) ? "cost" : figure.code,
      largest: largest,
    )
    return SheetColumn(
      header: header,
      style: style,
      width: style == .money ? CellStyle.moneyWidth : displayWidth(of: header) > 40 ? 20 : 12,
    )
  }

  /// Whether every figure is a part of cost.
  private func isCost(_ wide: WideTable) -> Bool { wide.keys.contains { $0.name == "payer" } }

  private func heading(of figure: Figure, in wide: WideTable) -> String {
    guard let spread = wide.spread else { return heading(figure.statistic) }
    let own = ReportTable.label(ofMeasure: figure.code, in: wide.name)
    let name = own.map(text) ?? label(figure.code, of: spread)
    if wide.statistics.count == 1 || figure.statistic == "mean" { return name }
    return text(SheetWords.of(name, SheetWords.heading(ofColumn: figure.statistic)))
  }
}

extension CellStyle {
  private static let shares: Set = [
    "shortage_rate", "surplus_rate", "chance_of_shortage", "rotation_share", "backbone_share",
    "duty_met", "balance_limit_met", "open", "no_lower_than_civil_servants",
    "ratio_to_average_wage",
  ]

  /// How the figures of a measure look; large ones need no decimals.
  init(measure: String, largest: Double) {
    if Money.measures.contains(measure) {
      self = .money
    } else if Self.shares.contains(measure) {
      self = .percent
    } else if measure.contains("_cv_") || measure == "balance_limit" {
      self = .coefficient
    } else {
      self = largest >= 1_000 ? .whole : .decimal
    }
  }
}
