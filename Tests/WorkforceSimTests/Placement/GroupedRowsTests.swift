// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Rows are shared out to groups without changing their order.
@Suite struct GroupedRowsTests {
  @Test func `each group has its rows in the order given`() {
    let groups: [Int: Int] = [9: 1, 4: 0, 7: 1, 2: 3, 1: 1]
    let rows = GroupedRows([9, 4, 7, 3, 2, 1], count: 4) { groups[$0] }
    #expect(rows.count == 4)
    #expect((0..<4).map { Array(rows[$0]) } == [[4], [9, 7, 1], [], [2]])
  }

  @Test func `no rows leave all groups empty`() {
    let rows = GroupedRows(0..<0, count: 2) { _ in 0 }
    #expect(rows[0].isEmpty && rows[1].isEmpty)
  }
}
