// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct ColumnTests {
  @Test func `a column takes one place until two rows differ`() {
    var column = Column<UInt8>()
    for _ in 0..<100 { column.append(7) }
    #expect(column.count == 100 && column.shared == 7)
    column[50] = 7
    #expect(column.shared == 7)
    column[50] = 8
    #expect(column.shared == nil)
    #expect(Array(column) == (0..<100).map { $0 == 50 ? 8 : 7 })
    column.append(9)
    #expect(column.count == 101 && column[100] == 9)
  }

  @Test func `a row that differs from the first ones is added at the end`() {
    var column = Column<UInt32>()
    for element in [3, 3, 3, 4, 3] as [UInt32] { column.append(element) }
    #expect(column == [3, 3, 3, 4, 3])
  }

  @Test func `a copy stays as it was`() {
    let column: Column<Int16> = [1, 1, 1]
    var changed = column
    changed[0] = 2
    #expect(column == [1, 1, 1] && column.shared == 1)
    #expect(changed == [2, 1, 1])
  }

  @Test(arguments: [
    [true, false, true, true], [true, true, true, true], [false, false, true, false],
  ])
  func `removed rows are those that left`(hasLeft: [Bool]) {
    let kept = KeptRows(hasLeft, first: hasLeft.firstIndex(of: true) ?? 0)
    let stay = hasLeft.indices.filter { !hasLeft[$0] }.map { UInt8($0) }
    var different = Column<UInt8>([0, 1, 2, 3])
    different.compact(kept)
    #expect(Array(different) == stay)
    var alike = Column<UInt8>([5, 5, 5, 5])
    alike.compact(kept)
    #expect(Array(alike) == stay.map { _ in 5 })
  }

  @Test func `rows that come after all have left begin anew`() {
    var column: Column<UInt8> = [5, 5]
    column.compact(KeptRows([true, true], first: 0))
    #expect(column.isEmpty && column.shared == nil)
    column.append(6)
    #expect(column == [6])
  }

  /// Ways of adding two rows with 7, then one with 8.
  private static let additions: [@Sendable (inout Column<UInt8>) -> Void] = [
    { column in for element: UInt8 in [7, 7, 8] { column.append(element) } },
    { $0.append(contentsOf: [7, 7, 8]) },
    { column in
      column.append(7, count: 2)
      column.append(8, count: 1)
    },
  ]

  @Test(arguments: additions.indices)
  func `rows come in the same way after rows that differed have all left`(addition: Int) {
    var column: Column<UInt8> = [5, 6, 5]
    column.compact(KeptRows([true, true, true], first: 0))
    #expect(column.isEmpty && column.own == nil)
    Self.additions[addition](&column)
    #expect(Array(column) == [7, 7, 8])
    #expect(column.count == 3)
    column.compact(KeptRows([true, false, false], first: 0))
    #expect(Array(column) == [7, 8])
  }
}
