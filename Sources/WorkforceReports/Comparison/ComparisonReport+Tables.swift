// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension ComparisonReport {
  /// The tables; those of cost are there only where the base models pay.
  package var tables: [ReportTable] {
    var tables = [measureTable]
    if base.layout["cost"] != nil {
      tables.append(recordTable("cost_comparison", of: "cost", year: "fiscal_year"))
    }
    tables += [recordTable("teachers_comparison", of: "teachers"), shortageTable, driverTable]
    if others.contains(where: { $0.whatChanged != nil }) { tables.append(changeTable) }
    return tables
  }

  /// All years that any scenario shares with the base.
  var years: ClosedRange<Int> {
    let all = others.map(\.comparison.years)
    let bounds = (all.map(\.lowerBound).min(), all.map(\.upperBound).max())
    guard let first = bounds.0, let last = bounds.1 else { return base.scenario.calendar.years }
    return first...last
  }

  private var scenarioColumn: ReportColumn { ReportColumn("scenario", .code(others.map(\.name))) }

  /// The statistics of a difference and the chances on either side.
  static let differenceColumns =
    ReportColumn.ofStatistic()
    + ["chance_less", "chance_more"].map { ReportColumn($0, .number(minimum: 0)) }

  private static let meanColumns = ["base_mean", "other_mean"].map {
    ReportColumn($0, .number(minimum: nil))
  }

  // MARK: - Measures of the whole

  private var measureTable: ReportTable {
    let keys = keys(of: "summary")
    let aims = MeasureAim.allCases.map(\.rawValue)
    return ReportTable(
      "comparison",
      columns: [scenarioColumn, ReportColumn("year", .year(years))] + Self.columns(keys)
        + Self.meanColumns + Self.differenceColumns + [ReportColumn("better", .code(aims))],
      keyCount: 2 + keys.count,
    ) { body in
      for other in others {
        guard let table = other.comparison.table("summary") else { continue }
        try other.comparison.forEachRow(of: table) { row in
          let member = table.keys[0].members[row.members[0]]
          guard other.comparison.isComparable(member.code) else { return }
          let isMoney = Money.measures.contains(member.code)
          try body(
            fields(other.name, row, table.keys, isMoney: isMoney)
              + [.text(aim(of: member.code).rawValue)]
          )
        }
      }
    }
  }

  // MARK: - Tables of the record

  private func recordTable(
    _ name: String,
    of source: String,
    year: String = "year",
  ) -> ReportTable {
    let keys = keys(of: source)
    let section = source == "cost" ? "pay" : source
    return ReportTable(
      name,
      columns: [scenarioColumn, ReportColumn(year, .year(years))] + Self.columns(keys)
        + Self.meanColumns + Self.differenceColumns,
      keyCount: 2 + keys.count,
    ) { body in
      for other in others {
        guard let table = other.comparison.table(source),
          other.comparison.areComparable(section: section)
        else { continue }
        try other.comparison.forEachRow(of: table) { row in
          try body(fields(other.name, row, table.keys, isMoney: source == "cost"))
        }
      }
    }
  }

  private var shortageTable: ReportTable {
    let measures = TableKey("measure", ComparedCells.measures.map { Member($0) })
    let keys = Array(keys(of: "shortage").dropLast()) + [measures]
    return ReportTable(
      "shortage_comparison",
      columns: [scenarioColumn, ReportColumn("year", .year(years))] + Self.columns(keys)
        + Self.meanColumns + Self.differenceColumns,
      keyCount: 2 + keys.count,
    ) { body in
      for other in others where other.comparison.areComparable(section: "need") {
        guard let table = other.comparison.table("shortage") else { continue }
        let keys = Array(table.keys.dropLast()) + [measures]
        try other.comparison.forEachShortageRow(of: table) { row in
          try body(fields(other.name, row, keys, isMoney: false))
        }
      }
    }
  }

  // MARK: - Fields

  /// The keys of a table with the members of all scenarios.
  private func keys(of table: String) -> [TableKey] {
    let all = others.compactMap { $0.comparison.table(table)?.keys }
    guard let first = all.first else { return base.layout[table]?.keys ?? [] }
    return first.indices.map { key in
      var members: [Member] = []
      for keys in all {
        for member in keys[key].members where !members.contains(where: { $0.code == member.code }) {
          members.append(member)
        }
      }
      return TableKey(first[key].name, members)
    }
  }

  /// A column of codes and one of names for each key.
  private static func columns(_ keys: [TableKey]) -> [ReportColumn] {
    keys.map { ReportColumn($0.name, .code($0.members.map(\.code))) }
      + keys.map { ReportColumn("\($0.name)_label", .text) }
  }

  private func fields(
    _ name: String,
    _ row: ComparedRow,
    _ keys: [TableKey],
    isMoney: Bool,
  ) -> [ReportValue] {
    let members = zip(keys, row.members).map { key, member in (key.name, key.members[member]) }
    let means = [row.baseMean, row.otherMean].map {
      isMoney ? ReportValue.money($0) : .figure($0)
    }
    return [.text(name), .whole(row.year)] + members.map { .text($0.1.code) }
      + members.map { .text(label($0.1, of: $0.0).text(in: information.language)) }
      + means + row.difference.fields(asMoney: isMoney)
  }

  /// The name of a member; measures that tables name by code alone have theirs in the summary.
  private func label(_ member: Member, of key: String) -> LocalizedText {
    guard key == "measure", member.label == LocalizedText(member.code) else { return member.label }
    let summary = base.layout.tables[0].keys[0].members
    return summary.first { $0.code == member.code }?.label ?? Phrase.label(ofMeasure: member.code)
  }
}

extension PairedDifference {
  /// The statistics and the chances as fields, amounts of money to the hundredth.
  func fields(asMoney isMoney: Bool) -> [ReportValue] {
    statistic.fields(asMoney: isMoney) + [.figure(chanceLess), .figure(chanceMore)]
  }
}
