// SPDX-License-Identifier: GPL-3.0-or-later

/// The rows that stay when others are removed.
package struct KeptRows {
  /// The first row that is removed; those before it stay where they are.
  let first: Int
  /// The rows after it that stay.
  let runs: [Range<Int>]
  /// The number of rows that are removed.
  let removedCount: Int
  /// The number of all rows.
  private let count: Int

  /// Finds the rows that stay.
  ///
  /// - Parameters:
  ///   - hasLeft: Whether each row is removed.
  ///   - first: The first row that is.
  package init(_ hasLeft: [Bool], first: Int) {
    var runs: [Range<Int>] = []
    var start = first
    hasLeft.span.forEachTrue { row in
      if row > start { runs.append(start..<row) }
      start = row &+ 1
    }
    if start < hasLeft.count { runs.append(start..<hasLeft.count) }
    self.first = first
    self.count = hasLeft.count
    self.runs = runs
    self.removedCount = hasLeft.count - first - runs.reduce(0) { $0 + $1.count }
  }

  /// Moves the rows that stay together and cuts the rest off.
  func compact<Element: BitwiseCopyable>(_ column: inout [Element]) {
    precondition(column.count == count, "The column has \(column.count) rows, not \(count).")
    var target = first
    unsafe column.withUnsafeMutableBufferPointer { rows in
      guard let start = rows.baseAddress else { return }
      for run in runs {
        // A whole run at a time, which may overlap the place it moves to.
        unsafe (start + target).update(from: start + run.lowerBound, count: run.count)
        target += run.count
      }
    }
    column.removeLast(removedCount)
  }
}
