// SPDX-License-Identifier: GPL-3.0-or-later

/// One row of a table of results: its keys and the distribution of its figure.
public struct ProjectionRow: Sendable {
  /// The school year.
  public let year: Int
  /// The positions of the keys' members.
  public let members: [Int]
  /// The distribution over replications.
  public let statistic: Statistic
}

/// The results of a run: every table as statistics over replications.
public struct Projection: Sendable {
  /// The records of all replications.
  public let ensemble: Ensemble

  /// Creates a projection.
  ///
  /// - Parameter ensemble: The records of all replications.
  public init(_ ensemble: Ensemble) {
    self.ensemble = ensemble
  }

  /// The scenario.
  public var scenario: Scenario { ensemble.scenario }

  /// Visits the rows of a table in the order of its file: by year, then by key.
  ///
  /// Rows whose figure is zero in every replication and year are left out.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - body: Receives each row.
  public func forEachRow(
    of table: TableLayout,
    _ body: (ProjectionRow) throws -> Void,
  ) rethrows {
    let rows = liveRows(of: table)
    var values: [Double] = []
    var sorted: [Double] = []
    for (number, year) in scenario.calendar.years.enumerated() {
      for (position, members) in rows {
        ensemble.values(table.offset + position, year: number, into: &values)
        try body(
          ProjectionRow(
            year: year,
            members: members,
            statistic: Statistic(values, sorted: &sorted),
          )
        )
      }
    }
  }

  /// The rows of a table in which something happens, as position in the record and members.
  private func liveRows(of table: TableLayout) -> [(position: Int, members: [Int])] {
    let rows = table.rows ?? Array(0..<table.count)
    return rows.enumerated().filter { position, _ in
      ensemble.isLive(table.offset + position)
    }.map { ($0.offset, table.members(ofRow: $0.element)) }
  }

  /// The figure of a measure of the whole in each replication.
  ///
  /// - Parameters:
  ///   - measure: The measure's code, such as `headcount`.
  ///   - year: The school year.
  /// - Returns: The figures in the order of the replications, or `nil` if there is no such measure.
  public func summary(_ measure: String, year: Int) -> [Double]? {
    let table = ensemble.layout.tables[0]
    guard
      let position = table.keys[0].members.firstIndex(where: { $0.code == measure }),
      scenario.calendar.years.contains(year)
    else { return nil }
    var values: [Double] = []
    ensemble.values(
      table.offset + position,
      year: year - scenario.calendar.firstYear,
      into: &values,
    )
    return values
  }

  /// The distribution of a measure of the whole.
  ///
  /// - Parameters:
  ///   - measure: The measure's code.
  ///   - year: The school year.
  /// - Returns: The distribution, or `nil` if there is no such measure or year.
  public func statistic(_ measure: String, year: Int) -> Statistic? {
    var sorted: [Double] = []
    return summary(measure, year: year).map { Statistic($0, sorted: &sorted) }
  }
}
