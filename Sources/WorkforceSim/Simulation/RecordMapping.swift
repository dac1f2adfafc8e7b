// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the figures of one layout lie in another one with the same tables and keys.
///
/// Only the rows that can occur may differ: those of cost follow from who ever pays for what.
struct RecordMapping: Sendable {
  /// A row of the first layout that the second one does not have.
  struct MissingRow: Error {
    /// The table.
    let table: String
    /// The codes of the row's members.
    let members: [String]
  }

  /// The row of cost in the second layout for each row of cost in the first one.
  private(set) var costRows: [Int] = []
  private let width: Int
  private let targetWidth: Int
  /// The position in the second layout for each position in the first one.
  private let positions: [Int]

  /// Finds the places of all figures.
  ///
  /// - Parameters:
  ///   - layout: The first layout.
  ///   - target: The second layout; its tables have the same keys.
  /// - Throws: The first row that the second layout does not have.
  init(from layout: RecordLayout, to target: RecordLayout) throws(MissingRow) {
    var positions: [Int] = []
    positions.reserveCapacity(layout.width)
    for table in layout.tables {
      let rows = try Self.rows(of: table, in: target.required(table.name))
      if table.name == "cost" { costRows = rows }
      let first = target.required(table.name).offset
      positions += rows.map { first + $0 }
    }
    self.width = layout.width
    self.targetWidth = target.width
    self.positions = positions
  }

  /// The position of each row of a table among the rows of another one.
  private static func rows(
    of table: TableLayout,
    in target: TableLayout,
  ) throws(MissingRow) -> [Int] {
    if table.rows == target.rows { return Array(0..<(table.rows?.count ?? table.count)) }
    let places = Dictionary(
      uniqueKeysWithValues: (target.rows ?? Array(0..<target.count)).enumerated().map { ($1, $0) }
    )
    var rows: [Int] = []
    for row in table.rows ?? Array(0..<table.count) {
      guard let place = places[row] else {
        let members = zip(table.keys, table.members(ofRow: row)).map { $0.members[$1].code }
        throw MissingRow(table: table.name, members: members)
      }
      rows.append(place)
    }
    return rows
  }

  /// Copies the figures of the first years.
  ///
  /// - Parameters:
  ///   - figures: The numbers in the first layout, one year after another.
  ///   - years: The number of years.
  ///   - record: The numbers in the second layout.
  func copy(_ figures: [Double], years: Int, into record: inout [Double]) {
    for year in 0..<years {
      let start = year * width
      let target = year * targetWidth
      for (position, place) in positions.enumerated() {
        record[target + place] = figures[start + position]
      }
    }
  }
}
