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

  @Test(arguments: zip([2, 31, 500, 500, 20_000], [UInt32.max, 1 << 20, 3, 0, .max]))
  func `many rows go by lot, then by identity`(count: Int, highest: UInt32) {
    var generator = SystemRandomNumberGenerator()
    let lots = (0..<count).map { _ in UInt32.random(in: 0...highest, using: &generator) }
    let ids = (0..<UInt64(count)).shuffled(using: &generator)
    var order = LotOrder()
    for row in 0..<count { order.add(row, lot: lots[row]) }
    #expect(
      order.rows(ids: ids) == (0..<count).sorted { (lots[$0], ids[$0]) < (lots[$1], ids[$1]) }
    )
  }

  @Test(arguments: [0, 1, 40, 499, 500, 501], [UInt32.max, 90, 0])
  func `the first rows are those of the whole order`(number: Int, highest: UInt32) {
    var generator = SystemRandomNumberGenerator()
    var order = LotOrder()
    for row in 0..<500 {
      order.add(row, lot: UInt32.random(in: 0...highest, using: &generator))
    }
    let ids = (0..<UInt64(500)).shuffled(using: &generator)
    #expect(order.rows(ids: ids, first: number) == Array(order.rows(ids: ids).prefix(number)))
  }

  @Test func `lots far from the others do not matter`() {
    var order = LotOrder()
    let lots = [0, .max] + (0..<500).map { UInt32($0 * 7 % 500) + 1000 }
    for (row, lot) in lots.enumerated() { order.add(row, lot: lot) }
    let rows = order.rows(ids: lots.indices.map { UInt64($0) })
    #expect(rows.map { lots[$0] } == lots.sorted())
  }

  @Test func `nobody has no order`() {
    #expect(LotOrder().rows(ids: []) == [])
  }
}
