// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows by group, within each group in the order in which they were given.
package struct GroupedRows: Sendable {
  /// All rows, group after group.
  package let rows: [Int]
  /// Where the rows of each group begin, and the end of the last ones.
  private let start: [Int]

  /// Shares rows out to groups.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - count: The number of groups.
  ///   - group: The group of a row; `nil` if it belongs to none. Asked twice for each row.
  @inline(__always)
  package init(_ rows: some Sequence<Int>, count: Int, group: (Int) -> Int?) {
    let start = Self.starts(rows, count: count, group: group)
    self.start = start
    self.rows = Self.sorted(rows, starts: start, group: group)
  }

  /// Where the rows of each group begin, and the end of the last ones.
  @inline(__always)
  private static func starts(
    _ rows: some Sequence<Int>,
    count: Int,
    group: (Int) -> Int?,
  ) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    var ends = starts.mutableSpan
    for row in rows {
      if let group = group(row) { ends[group + 1] += 1 }
    }
    for group in 0..<count { ends[group + 1] += ends[group] }
    return starts
  }

  /// The rows group after group.
  @inline(__always)
  private static func sorted(
    _ rows: some Sequence<Int>,
    starts: [Int],
    group: (Int) -> Int?,
  ) -> [Int] {
    var sortedRows = [Int](repeating: 0, count: starts[starts.count - 1])
    var nextOfGroup = starts.map { $0 }
    var sorted = sortedRows.mutableSpan
    var next = nextOfGroup.mutableSpan
    for row in rows {
      guard let group = group(row) else { continue }
      sorted[next[group]] = row
      next[group] += 1
    }
    return sortedRows
  }

  /// The number of groups.
  package var count: Int { start.count - 1 }

  /// Where the rows of a group stand among all rows.
  package func positions(ofGroup group: Int) -> Range<Int> { start[group]..<start[group + 1] }

  /// The rows of a group.
  package subscript(group: Int) -> ArraySlice<Int> { rows[positions(ofGroup: group)] }
}
