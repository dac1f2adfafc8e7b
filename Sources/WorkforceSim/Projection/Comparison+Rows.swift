// SPDX-License-Identifier: GPL-3.0-or-later

extension Comparison {
  /// A table of both runs.
  ///
  /// - Parameter name: The table's name.
  /// - Returns: The table, or `nil` unless both runs have it.
  package func table(_ name: String) -> ComparedTable? {
    guard let base = base.layout[name], let other = other.layout[name] else { return nil }
    return ComparedTable(base, other, keptIn: self.base.layout.precision(of: base))
  }

  /// Visits the rows of a table by year, then by key.
  ///
  /// Rows whose figure is zero in every replication and year of both runs are left out.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - body: Receives each row.
  package func forEachRow(
    of table: ComparedTable,
    _ body: (ComparedRow) throws -> Void,
  ) rethrows {
    let live = table.rows.filter(isLive)
    var sorted: [Double] = []
    try forEachYear { reader, year in
      for row in live {
        reader.read(row)
        try body(
          ComparedRow(
            year: year,
            members: row.members,
            base: reader.base,
            other: reader.other,
            differences: reader.differences(keptIn: table.precision),
            sorted: &sorted,
          )
        )
      }
    }
  }

  /// Visits the years in common, each with a reader of its figures.
  ///
  /// - Parameter body: Receives the reader and the year.
  func forEachYear(_ body: (inout PairReader, Int) throws -> Void) rethrows {
    for year in years {
      var reader = PairReader(self, year: year)
      try body(&reader, year)
    }
  }

  /// Whether something happens in a row of either run.
  ///
  /// - Parameter row: The row.
  /// - Returns: Whether its figure differs from zero in some replication and year of either run.
  package func isLive(_ row: ComparedTable.Row) -> Bool {
    (row.base.map(base.isLive) ?? false) || (row.other.map(other.isLive) ?? false)
  }
}

/// Reads the figures of a year from both runs, row by row in the order of the record.
struct PairReader {
  /// The figure in each replication of the base.
  private(set) var base: [Double] = []
  /// The figure in each replication of the other run.
  private(set) var other: [Double] = []
  private let ensembles: (base: Ensemble, other: Ensemble)
  private let numbers: (base: Int, other: Int)

  /// Begins to read a year.
  init(_ comparison: Comparison, year: Int) {
    ensembles = (comparison.base, comparison.other)
    numbers = (
      year - comparison.base.scenario.calendar.firstYear,
      year - comparison.other.scenario.calendar.firstYear,
    )
  }

  /// Reads the figures of a row; zeros where a run does not have it.
  mutating func read(_ row: ComparedTable.Row) {
    read(base: row.base, other: row.other)
  }

  /// Reads the figures at two positions of the record.
  mutating func read(base basePosition: Int?, other otherPosition: Int?) {
    Self.read(basePosition, of: ensembles.base, year: numbers.base, into: &base)
    Self.read(otherPosition, of: ensembles.other, year: numbers.other, into: &other)
  }

  /// Other less base in each replication.
  func differences(keptIn precision: FigurePrecision) -> [Double] {
    zip(base, other).map { $1.difference(from: $0, keptIn: precision) }
  }

  /// The largest figure of either run, without its sign.
  var size: Double { max(base.size, other.size) }

  private static func read(
    _ position: Int?,
    of ensemble: Ensemble,
    year: Int,
    into values: inout [Double],
  ) {
    guard let position else {
      values = [Double](repeating: 0, count: ensemble.replications)
      return
    }
    ensemble.values(position, year: year, into: &values)
  }
}
