// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

extension KeptRuns {
  /// Reads what the tables of a report hold, as the files would.
  ///
  /// A table that the run does not have is left out.
  static func kept(
    _ report: RunReport,
    _ requests: [KeptTableRequest],
    folder: String = "results/tiny/f00dfeed0123",
  ) throws -> KeptRun {
    var tables: [String: KeptTable] = [:]
    for request in requests + [.labels] {
      guard let table = report.tables.first(where: { $0.name == request.table }) else { continue }
      var rows: [KeptTable.Row] = []
      try table.forEachRow { row in
        let texts = Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), row.map(text)))
        guard request.conditions.allSatisfy({ texts[$0.column] == $0.text }) else { return }
        rows.append(
          KeptTable.Row(
            texts: request.texts.map { texts[$0] ?? "?" },
            numbers: request.numbers.map { Double(texts[$0] ?? "") ?? .nan },
          )
        )
      }
      tables[request.table] = KeptTable(rows)
    }
    let scenario = report.projection.scenario
    return KeptRun(
      identity: RunIdentity(
        name: scenario.name,
        title: scenario.title,
        years: scenario.calendar.years,
        replications: report.projection.ensemble.replications,
        seed: scenario.seed,
        method: scenario.method,
        fingerprint: scenario.fingerprint,
        currency: scenario.rules.pay?.settings.currency,
      ),
      overrides: scenario.overrides,
      folder: folder,
      labels: KeptLabels(try #require(tables["labels"])),
      tables: tables,
    )
  }

  /// A field as a CSV file holds it.
  private static func text(_ value: ReportValue) -> String {
    switch value {
    case .text(let text): text
    case .whole(let number): String(number)
    case .number(let number, let decimals): format(number, decimals: decimals)
    case .flag(let flag): flag ? ReportValue.flagWords.yes : ReportValue.flagWords.no
    case .missing: ""
    }
  }
}
