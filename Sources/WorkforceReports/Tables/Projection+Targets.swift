// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Projection {
  /// The targets: what was published, what the model gives, and how the figure was used.
  func targetTable(in language: Language) -> ReportTable {
    let kinds = TargetKind.allCases.map(\.rawValue)
    return ReportTable(
      "targets",
      columns: [
        ReportColumn("target", .code(scenario.targets.map(\.name))),
        ReportColumn("label", .text), ReportColumn("unit", .text),
        ReportColumn("published", .number(minimum: nil)),
      ] + ReportColumn.ofStatistic(["mean", "sd", "p05", "p50", "p95"]) + [
        ReportColumn("relative_error", .number(minimum: nil)),
        ReportColumn("kind", .code(kinds)),
        ReportColumn("met", .flag), ReportColumn("in_band", .flag),
        ReportColumn("reading", .text, isOptional: true),
        ReportColumn("source", .text, isOptional: true),
      ],
      keyCount: 1,
    ) { body in
      for result in targetResults { try body(Self.fields(of: result, in: language)) }
    }
  }

  private static func fields(of result: TargetResult, in language: Language) -> [ReportValue] {
    let (target, statistic) = (result.target, result.statistic)
    let numbers = [
      statistic.mean, statistic.standardDeviation, statistic.p05, statistic.p50, statistic.p95,
      result.relativeError,
    ]
    return [
      .text(target.name), .text(target.label.text(in: language)), .text(target.unit),
      .stated(target.published),
    ] + numbers.map { .figure($0) } + [
      .text(target.kind.rawValue), .flag(result.isMet), .flag(result.isInBand),
      .text(target.reading.text(in: language)),
      .text(target.references.map(\.citation).joined(separator: "; ")),
    ]
  }
}

extension Reference {
  /// The source on one line: title, publisher, date, place.
  var citation: String {
    [title, publisher, date, location].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
