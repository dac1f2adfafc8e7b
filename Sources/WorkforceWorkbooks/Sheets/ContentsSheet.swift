// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports
internal import WorkforceSim

/// The first sheet: which run this is, and what every other sheet holds, with links.
struct ContentsSheet {
  /// A line about a sheet.
  struct Entry {
    let name: String
    let meaning: String
    let rows: Int?
  }

  let report: RunReport
  let maker: SheetMaker
  let entries: [Entry]

  func write(to sheet: Sheet) {
    for (column, width) in [26.0, 90, 12].enumerated() { sheet.setWidth(width, ofColumn: column) }
    sheet.fitToWidth()
    let scenario = report.projection.scenario
    var row = 0
    sheet.write(.text(maker.text(scenario.title)), row: row, column: 0, style: .title)
    row += 1
    for (name, value) in facts {
      sheet.write(.text(maker.text(name)), row: row, column: 0, style: .wrapped)
      sheet.write(.text(value), row: row, column: 1, style: .wrapped)
      row += 1
    }
    for note in notes {
      sheet.write(.text(maker.text(note)), row: row, column: 1, style: .wrapped)
      row += 1
    }
    row += 1
    for (column, words) in SheetWords.contentsColumns.enumerated() {
      sheet.write(.text(maker.text(words)), row: row, column: column, style: .header)
    }
    for entry in entries {
      row += 1
      sheet.write(.sheet(entry.name), row: row, column: 0, style: .link)
      sheet.write(.text(entry.meaning), row: row, column: 1, style: .wrapped)
      let rows = entry.rows.map { SheetCell.number(Double($0)) } ?? .empty
      sheet.write(rows, row: row, column: 2, style: .whole)
    }
  }

  /// What identifies the results; when and where they were made stands in the manifest only.
  private var facts: [(LocalizedText, String)] {
    let projection = report.projection
    let scenario = projection.scenario
    var facts: [(LocalizedText, String)] = [
      (SheetWords.scenario, scenario.name),
      (SheetWords.years, "\(scenario.calendar.firstYear)–\(scenario.calendar.lastYear)"),
      (SheetWords.method, maker.text(SheetWords.name(of: scenario.method))),
    ]
    if scenario.method != .expected {
      facts += [
        (SheetWords.replications, String(projection.ensemble.replications)),
        (SheetWords.seed, String(scenario.seed)),
      ]
    }
    if let fork = scenario.fork {
      facts.append((SheetWords.forkedFrom, maker.text(SheetWords.forkPoint(fork))))
    }
    facts += [
      (SheetWords.fingerprint, scenario.fingerprint),
      (SheetWords.version, "workforce \(report.information.version)"),
    ]
    if !scenario.overrides.isEmpty {
      facts.append((SheetWords.overrides, scenario.overrides.joined(separator: "\n")))
    }
    return facts
  }

  private var notes: [LocalizedText] {
    [maker.hasRanges ? SheetWords.wideNote : SheetWords.expectedNote, SheetWords.recordNote]
  }
}
