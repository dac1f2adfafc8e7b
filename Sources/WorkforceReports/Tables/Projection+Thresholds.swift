// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Projection {
  /// The chance that each threshold is passed in each year.
  var thresholdTable: ReportTable {
    let measures = ensemble.layout.tables[0].keys[0].members.map(\.code)
    return ReportTable(
      "thresholds",
      columns: [
        yearColumn, ReportColumn("threshold", .code(scenario.thresholds.map(\.name))),
        ReportColumn("measure", .code(measures)),
        ReportColumn("per", .code(measures), isOptional: true),
        ReportColumn("direction", .code(ThresholdDirection.allCases.map(\.rawValue))),
        ReportColumn("value", .number(minimum: nil)),
        ReportColumn("chance", .number(minimum: 0)),
      ] + ReportColumn.ofStatistic(["mcse"]),
      keyCount: 2,
    ) { body in
      for result in thresholdResults { try body(result.fields) }
    }
  }
}

extension ThresholdResult {
  /// The fields of the table, in the order of its columns.
  fileprivate var fields: [ReportValue] {
    [
      .whole(year), .text(threshold.name), .text(threshold.measure),
      threshold.divisor.map { .text($0) } ?? .missing, .text(threshold.direction.rawValue),
      .stated(threshold.value), .figure(chance), .figure(monteCarloStandardError),
    ]
  }
}
