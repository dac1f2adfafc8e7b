// SPDX-License-Identifier: GPL-3.0-or-later

/// Rounds a table to whole numbers at random, without bias and with its row and column totals kept.
///
/// Each cell becomes its value rounded down or up and has its value as expectation. A row, column
/// or grand total that is whole is met exactly; another one is itself rounded down or up without
/// bias. Whole cells, zeros among them, stay as they are.
///
/// Method: the cells with a fraction are the edges of a bipartite graph of rows and columns. Adding
/// d to the cells of a cycle and subtracting it in turn leaves all totals as they were. With `a` the
/// largest such step and `b` the largest one the other way, step by `+a` with probability
/// `b / (a + b)`, else by `-b`: the expected step is 0 and at least one cell becomes whole. Totals
/// with a fraction are made whole beforehand by a slack row and a slack column.
/// Cells are entered one after another into a forest of edges; each that closes a cycle is settled at
/// once, with one uniform number that belongs to that cell.
///
/// Source: L. H. Cox, A constructive procedure for unbiased controlled rounding, Journal of the
/// American Statistical Association 82 (1987), 520-524, doi:10.1080/01621459.1987.10478456.
package enum ControlledRounding {
  /// Rounds a table.
  ///
  /// - Parameters:
  ///   - cells: The values in units of heads, row after row; finite and not negative.
  ///   - columnCount: The number of columns.
  ///   - totalTolerance: The distance from a whole number within which a total counts as whole. What
  ///     it hides is a bias of at most `2 · (rows + columns) · tolerance` in a cell.
  ///   - uniform: Gives the uniform number in (0, 1) of a key. Keys are below
  ///     `cells.count + rows + columns + 1`, the key of a cell being its place in `cells`; each is
  ///     asked at most once.
  /// - Returns: The whole numbers, row after row.
  /// - Precondition: `2 · (rows + columns) · totalTolerance` is below 1/2, so that the fractions left
  ///   without a cycle lie closest to the number their total asks for.
  /// - Complexity: O(rows · columns · min(rows, columns)) at worst.
  package static func round(
    _ cells: [Double],
    columnCount: Int,
    totalTolerance: Double = 1e-6,
    uniform: (Int) -> Double,
  ) -> [Int] {
    precondition(columnCount > 0, "The table has \(columnCount) columns.")
    precondition(cells.count.isMultiple(of: columnCount), "The last row is not full.")
    let rowCount = cells.count / columnCount
    precondition(
      2 * Double(rowCount + columnCount) * totalTolerance < 0.5,
      "A tolerance of \(totalTolerance) is too wide for \(rowCount) rows.",
    )
    let table = FractionalTable(cells, columnCount: columnCount, totalTolerance: totalTolerance)
    var forest = CycleForest(table: table)
    forest.settleCycles(uniform: uniform)
    return zip(cells, forest.fractions).map { value, fraction in
      Int(value) + (fraction < 0.5 ? 0 : 1)
    }
  }
}

/// The fractions of a table, with a slack row and column that make its totals whole.
///
/// The cells of the table come first, row after row; then the slack of each row, the slack of each
/// column and the corner, which takes up the fraction of the grand total.
private struct FractionalTable {
  let rowCount: Int
  let columnCount: Int
  let fractions: [Double]

  init(_ cells: [Double], columnCount: Int, totalTolerance: Double) {
    var rowTotals = [Double](repeating: 0, count: cells.count / columnCount)
    var columnTotals = [Double](repeating: 0, count: columnCount)
    for (cell, value) in cells.enumerated() {
      precondition(value >= 0 && value.isFinite, "Cell \(cell) is \(value).")
      rowTotals[cell / columnCount] += value
      columnTotals[cell % columnCount] += value
    }
    let grandTotal = rowTotals.reduce(0, +)
    rowCount = rowTotals.count
    self.columnCount = columnCount
    fractions =
      cells.map { fraction(of: $0, tolerance: cellTolerance) }
      + (rowTotals + columnTotals).map { 1 - fraction(of: $0, tolerance: totalTolerance) }
      + [fraction(of: grandTotal, tolerance: totalTolerance)]
  }

  /// The row and the column of a cell; the slack ones have the last numbers.
  func place(of cell: Int) -> (row: Int, column: Int) {
    let slack = cell - rowCount * columnCount
    if slack < 0 { return (cell / columnCount, cell % columnCount) }
    if slack < rowCount { return (slack, columnCount) }
    return (rowCount, slack - rowCount)
  }
}

/// A forest of the cells entered so far that still have a fraction.
///
/// The vertices are the rows, then the columns. A path alternates between the two, so none is longer
/// than twice the number of columns, or of rows if those are fewer.
private struct CycleForest {
  private let table: FractionalTable
  private(set) var fractions: [Double]
  /// The vertex above each vertex; `noParent` at the root of a tree.
  private var parents: [Int]
  /// The cell that joins each vertex to its parent.
  private var parentCells: [Int]
  /// The vertices below the root on the path looked at last, lowest first.
  private var path: [Int] = []

  private static let noParent = -1

  init(table: FractionalTable) {
    self.table = table
    fractions = table.fractions
    let vertexCount = table.rowCount + table.columnCount + 2
    parents = Array(repeating: Self.noParent, count: vertexCount)
    parentCells = Array(repeating: Self.noParent, count: vertexCount)
  }

  /// Enters all cells with a fraction and settles each cycle as it closes.
  mutating func settleCycles(uniform: (Int) -> Double) {
    for cell in fractions.indices where isFractional(fractions[cell]) {
      let (row, column) = table.place(of: cell)
      let columnVertex = table.rowCount + 1 + column
      makeRoot(row)
      if climb(from: columnVertex) == row { settlePath(closedBy: cell, uniform: uniform(cell)) }
      // Settling made some cell of the cycle whole: another one, or this one would not be left.
      guard isFractional(fractions[cell]) else { continue }
      parents[row] = columnVertex
      parentCells[row] = cell
    }
  }

  /// Turns round the parents on the way from a vertex to the root of its tree.
  private mutating func makeRoot(_ vertex: Int) {
    var current = vertex
    var (above, cellAbove) = (Self.noParent, Self.noParent)
    while current != Self.noParent {
      swap(&parents[current], &above)
      swap(&parentCells[current], &cellAbove)
      swap(&current, &above)
    }
  }

  /// Notes the path from a vertex up to the root of its tree, and returns that root.
  private mutating func climb(from vertex: Int) -> Int {
    path.removeAll(keepingCapacity: true)
    var current = vertex
    while parents[current] != Self.noParent {
      path.append(current)
      current = parents[current]
    }
    return current
  }

  /// Takes one step around the cycle of the path and the cell that closes it.
  private mutating func settlePath(closedBy cell: Int, uniform: Double) {
    var up = 1 - fractions[cell]
    var down = fractions[cell]
    for (position, vertex) in path.enumerated() {
      let fraction = fractions[parentCells[vertex]]
      let isRaised = !position.isMultiple(of: 2)
      up = min(up, isRaised ? 1 - fraction : fraction)
      down = min(down, isRaised ? fraction : 1 - fraction)
    }
    let step = uniform * (up + down) < down ? up : -down
    move(cell, by: step)
    for (position, vertex) in path.enumerated() {
      move(parentCells[vertex], by: position.isMultiple(of: 2) ? -step : step)
      if !isFractional(fractions[parentCells[vertex]]) { parents[vertex] = Self.noParent }
    }
  }

  /// Moves a fraction, onto the whole number when the step reaches one up to rounding error.
  private mutating func move(_ cell: Int, by step: Double) {
    fractions[cell] = snap(fractions[cell] + step, tolerance: cellTolerance)
  }
}

/// The distance from a whole number within which a cell counts as whole.
private let cellTolerance = 1e-10

/// Whether a fraction has not been settled yet.
private func isFractional(_ fraction: Double) -> Bool { fraction > 0 && fraction < 1 }

/// What a value exceeds its whole part by, as 0 or 1 when it lies within the tolerance of those.
private func fraction(of value: Double, tolerance: Double) -> Double {
  snap(value - Double(Int(value)), tolerance: tolerance)
}

/// A fraction, as 0 or 1 when it lies within the tolerance of those.
private func snap(_ fraction: Double, tolerance: Double) -> Double {
  if fraction <= tolerance { return 0 }
  return fraction >= 1 - tolerance ? 1 : fraction
}
