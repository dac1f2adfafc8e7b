// SPDX-License-Identifier: GPL-3.0-or-later

/// The rows that stay when others are removed.
package struct KeptRows {
  /// The first row that is removed; those before it stay where they are.
  let first: Int
  /// The rows after it that stay.
  let runs: [Range<Int>]
  /// The number of rows that are removed.
  let removedCount: Int

  /// Finds the rows that stay.
  ///
  /// - Parameters:
  ///   - hasLeft: Whether each row is removed.
  ///   - first: The first row that is.
  package init(_ hasLeft: [Bool], first: Int) {
    var runs: [Range<Int>] = []
    var start = first
    for row in first..<hasLeft.count where hasLeft[row] {
      if row > start { runs.append(start..<row) }
      start = row + 1
    }
    if start < hasLeft.count { runs.append(start..<hasLeft.count) }
    self.first = first
    self.runs = runs
    self.removedCount = hasLeft.count - first - runs.reduce(0) { $0 + $1.count }
  }

  /// Moves the rows that stay together and cuts the rest off.
  func compact<Element>(_ column: inout [Element]) {
    var target = first
    var rows = column.mutableSpan
    for run in runs {
      for row in run {
        rows[target] = rows[row]
        target += 1
      }
    }
    column.removeLast(column.count - target)
  }
}
