// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows by group, within each group in the order in which they were given.
package struct GroupedRows: Sendable {
  private var rows: [Int]
  /// Where the rows of each group begin, and the end of the last ones.
  private var start: [Int]

  /// Shares rows out to groups.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - count: The number of groups.
  ///   - group: The group of a row; `nil` if it belongs to none. Asked twice for each row.
  @inline(__always)
  package init(_ rows: some Sequence<Int>, count: Int, group: (Int) -> Int?) {
    var end = [Int](repeating: 0, count: count + 1)
    for row in rows {
      if let group = group(row) { end[group + 1] += 1 }
    }
    for group in 0..<count { end[group + 1] += end[group] }
    self.start = end
    var sorted = [Int](repeating: 0, count: end[count])
    for row in rows {
      guard let group = group(row) else { continue }
      sorted[end[group]] = row
      end[group] += 1
    }
    self.rows = sorted
  }

  /// The number of groups.
  package var count: Int { start.count - 1 }

  /// The rows of a group.
  package subscript(group: Int) -> ArraySlice<Int> { rows[start[group]..<start[group + 1]] }
}
