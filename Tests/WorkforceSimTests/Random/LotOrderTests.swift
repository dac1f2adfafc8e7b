// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Rows are drawn by lot, and ties go to the lower identity.
@Suite struct LotOrderTests {
  @Test func `the lower lot comes first over the whole range`() {
    var order = LotOrder()
    for (row, lot) in [UInt32.max, 0, 1 << 31, 7].enumerated() { order.add(row, lot: lot) }
    #expect(order.rows(ids: [1, 2, 3, 4]) == [1, 3, 2, 0])
  }

  @Test func `equal lots go by identity, not by row`() {
    var order = LotOrder()
    for row in [0, 1, 2, 3, 4] { order.add(row, lot: row == 3 ? 1 : 5) }
    #expect(order.rows(ids: [40, 10, 30, 99, 20]) == [3, 1, 4, 2, 0])
  }

  @Test func `nobody has no order`() {
    #expect(LotOrder().rows(ids: []) == [])
  }
}
