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
    self.init(rows, row: { $0 }, count: count, group: group)
  }

  /// Shares out rows of which more is known to groups.
  ///
  /// - Parameters:
  ///   - members: What is known of the rows.
  ///   - row: The row of a member.
  ///   - count: The number of groups.
  ///   - group: The group of a member; `nil` if it belongs to none. Asked twice for each.
  @inline(__always)
  package init<Member>(
    _ members: some Sequence<Member>,
    row: (Member) -> Int,
    count: Int,
    group: (Member) -> Int?,
  ) {
    let start = Self.starts(members, count: count, group: group)
    self.start = start
    self.rows = Self.sorted(members, row: row, starts: start, group: group)
  }

  /// Where the rows of each group begin, and the end of the last ones.
  @inline(__always)
  private static func starts<Member>(
    _ members: some Sequence<Member>,
    count: Int,
    group: (Member) -> Int?,
  ) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    var ends = starts.mutableSpan
    for member in members {
      if let group = group(member) { ends[group + 1] += 1 }
    }
    for group in 0..<count { ends[group + 1] += ends[group] }
    return starts
  }

  /// The rows group after group.
  @inline(__always)
  private static func sorted<Member>(
    _ members: some Sequence<Member>,
    row: (Member) -> Int,
    starts: [Int],
    group: (Member) -> Int?,
  ) -> [Int] {
    var sortedRows = [Int](repeating: 0, count: starts[starts.count - 1])
    var nextOfGroup = starts.map { $0 }
    var sorted = sortedRows.mutableSpan
    var next = nextOfGroup.mutableSpan
    for member in members {
      guard let group = group(member) else { continue }
      sorted[next[group]] = row(member)
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
