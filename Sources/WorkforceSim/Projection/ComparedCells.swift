// SPDX-License-Identifier: GPL-3.0-or-later

/// The cells of the shortage table of two runs, with what follows from need and availability.
package struct ComparedCells: Sendable {
  /// A region, stage and subject, and where its figures lie in each run.
  struct Cell: Sendable {
    let members: [Int]
    fileprivate var need: ComparedTable.Row?
    fileprivate var available: ComparedTable.Row?

    /// Need and availability in each replication of both runs.
    func figures(_ reader: inout PairReader) -> PairedCell {
      reader.read(base: need?.base, other: need?.other)
      let needed = (reader.base, reader.other)
      reader.read(base: available?.base, other: available?.other)
      return PairedCell(
        base: CellRun(need: needed.0, available: reader.base),
        other: CellRun(need: needed.1, available: reader.other),
      )
    }
  }

  /// The measures of a cell, in their order; gap = need − available, shortage its positive part.
  package static let measures = ["need", "available", "gap", "shortage"]

  /// The cells in the order of the table.
  let cells: [Cell]

  /// Finds the cells.
  ///
  /// - Parameter table: The shortage table of both runs.
  init(_ table: ComparedTable) {
    let measures = table.keys[table.keys.count - 1].members.map(\.code)
    var cells: [Cell] = []
    for row in table.rows {
      let members = Array(row.members.dropLast())
      if cells.last?.members != members { cells.append(Cell(members: members)) }
      switch measures[row.members[row.members.count - 1]] {
      case "need": cells[cells.count - 1].need = row
      case "available": cells[cells.count - 1].available = row
      default: break
      }
    }
    self.cells = cells
  }
}

extension Comparison {
  /// Visits need, availability, gap and shortage of each region, stage and subject by year.
  ///
  /// The last member of a row is the position among the measures of `ComparedCells`. Cells in which
  /// nothing is needed or available in a year of either run are left out of that year.
  ///
  /// - Parameters:
  ///   - table: The shortage table of both runs.
  ///   - body: Receives each row.
  package func forEachShortageRow(
    of table: ComparedTable,
    _ body: (ComparedRow) throws -> Void,
  ) rethrows {
    let cells = ComparedCells(table)
    var sorted: [Double] = []
    try forEachYear { reader, year in
      for cell in cells.cells {
        let figures = cell.figures(&reader)
        guard figures.size > 0 else { continue }
        let (base, other) = (figures.base.measures, figures.other.measures)
        let differences = figures.differences
        for measure in ComparedCells.measures.indices {
          try body(
            ComparedRow(
              year: year,
              members: cell.members + [measure],
              base: base[measure],
              other: other[measure],
              differences: differences[measure],
              sorted: &sorted,
            )
          )
        }
      }
    }
  }
}
