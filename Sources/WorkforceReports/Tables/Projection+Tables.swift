// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

extension Projection {
  /// All tables of the results, in the order in which people read them.
  ///
  /// A table of a phase that did not run has no rows, so that scripts find every file. Those of pay
  /// are there only where pay is modelled.
  ///
  /// - Parameter language: The language of the few columns that are texts for people.
  /// - Returns: The tables.
  package func reportTables(in language: Language) -> [ReportTable] {
    let recorded = ensemble.layout.tables.map { table in
      table.name == "shortage" ? shortageTable(table) : statisticTable(table)
    }
    return recorded + [
      schoolListTable, varianceTable, thresholdTable, targetTable(in: language), labelTable,
    ]
  }

  /// A table of the record, as statistics over replications.
  private func statisticTable(_ table: TableLayout) -> ReportTable {
    let isMoney = table.isMoney
    return ReportTable(
      table.name,
      year: ReportColumn(table.yearName, .year(scenario.calendar.years)),
      keys: table.keys.map(Self.column),
    ) { body in
      try forEachRow(of: table) { row in
        try body(
          StatisticRow(
            year: row.year,
            members: row.members,
            statistic: row.statistic,
            isMoney: isMoney(row.members),
          )
        )
      }
    }
  }

  /// The shortage table: what the record holds of it and what follows from that.
  private func shortageTable(_ table: TableLayout) -> ReportTable {
    ReportTable(
      table.name,
      year: yearColumn,
      keys: table.keys.dropLast().map(Self.column)
        + [ReportColumn("measure", .code(Self.shortageMeasures))],
    ) { body in
      // One list for all rows, as they are many.
      var members = [0, 0, 0, 0]
      try forEachShortageRow { row in
        members[0] = row.region
        members[1] = row.stage
        members[2] = row.subject
        members[3] = row.measureNumber
        try body(
          StatisticRow(
            year: row.year,
            members: members,
            statistic: row.statistic,
            isMoney: false,
          )
        )
      }
    }
  }

  /// The variance of each measure of the whole, and how much of it comes from where.
  ///
  /// The variance is the sum of its two estimated parts. It needs two pairs of replications; with
  /// fewer the field is empty, since unknown is not zero.
  private var varianceTable: ReportTable {
    let measures = ensemble.layout.tables[0].keys[0]
    let share = ReportColumn.Kind.number(minimum: 0)
    return ReportTable(
      "variance",
      columns: [
        yearColumn, Self.column(measures), ReportColumn("variance", share, isOptional: true),
        ReportColumn("parameter_share", share, isOptional: true),
        ReportColumn("chance_share", share, isOptional: true),
      ],
      keyCount: 2,
    ) { body in
      try forEachRow(of: ensemble.layout.tables[0]) { row in
        let code = measures.members[row.members[0]].code
        let shares = varianceShares(of: code, year: row.year)
        let share = shares?.shareOfParameters
        try body([
          .whole(row.year), .text(code),
          shares.map { .figure($0.parameters + $0.chance) } ?? .missing,
          share.map { .figure($0) } ?? .missing,
          share.map { .figure(1 - $0) } ?? .missing,
        ])
      }
    }
  }

  /// How the variance of a measure of the whole is divided; `nil` if that cannot be known.
  ///
  /// - Parameters:
  ///   - measure: The measure's code.
  ///   - year: The school year.
  /// - Returns: The two parts of the variance.
  func varianceShares(of measure: String, year: Int) -> VarianceShares? {
    ensemble.replications < 4 ? nil : summary(measure, year: year).map { VarianceShares($0) }
  }

  /// The column of the school year.
  var yearColumn: ReportColumn { ReportColumn("year", .year(scenario.calendar.years)) }

  private static func column(_ key: TableKey) -> ReportColumn {
    ReportColumn(key.name, .code(key.members.map(\.code)))
  }
}

extension Statistic {
  /// The numbers as fields, in the order of the columns.
  var fields: [ReportValue] { fields(asMoney: false) }

  /// The numbers as fields, amounts of money to the hundredth.
  func fields(asMoney isMoney: Bool) -> [ReportValue] {
    numbers.map { isMoney ? .money($0) : .figure($0) }
  }
}
