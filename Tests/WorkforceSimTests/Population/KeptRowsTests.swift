// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

/// Rows that stay are those that a filter keeps, however many bytes an element has and however the
/// rows that leave are scattered.
@Suite struct KeptRowsTests {
  /// A pattern of leavers: about one in `step` rows, never the same distance apart.
  private static func leavers(_ count: Int, oneIn step: UInt64) -> [Bool] {
    (0..<count).map { row in
      let mixed = (UInt64(row) &+ step) &* 0x9E37_79B9_7F4A_7C15
      return (mixed ^ mixed >> 29) >> 8 % step == 0
    }
  }

  /// Compares with a filter; the elements are the row numbers as far as they fit.
  private static func check<Element: FixedWidthInteger & BitwiseCopyable>(
    _: Element.Type,
    _ hasLeft: [Bool],
  ) {
    guard let first = hasLeft.firstIndex(of: true) else { return }
    var column = hasLeft.indices.map { Element(truncatingIfNeeded: $0 &* 0x0103_0507_0B0D_1113) }
    let expected = zip(column, hasLeft).filter { !$0.1 }.map { $0.0 }
    let kept = KeptRows(hasLeft, first: first)
    #expect(kept.removedCount == hasLeft.count - expected.count)
    kept.compact(&column)
    #expect(column == expected, "\(Element.self), \(hasLeft)")
  }

  @Test(arguments: [1, 2, 3, 5, 17, 90] as [UInt64])
  func `rows of any width that stay keep their order`(step: UInt64) {
    for count in 0...140 {
      let hasLeft = Self.leavers(count, oneIn: step)
      Self.check(UInt8.self, hasLeft)
      Self.check(Int16.self, hasLeft)
      Self.check(UInt32.self, hasLeft)
      Self.check(UInt64.self, hasLeft)
    }
  }

  @Test func `every choice of eight rows is kept`() {
    for choice in 0..<256 {
      let eight = (0..<8).map { choice >> $0 & 1 == 1 }
      // After a row that goes, so that the eight move, and before rows that stay.
      let hasLeft = [true] + eight + [Bool](repeating: false, count: 20)
      Self.check(UInt8.self, hasLeft)
      Self.check(Int16.self, hasLeft)
      Self.check(UInt32.self, hasLeft)
      Self.check(UInt64.self, hasLeft)
    }
  }

  @Test func `nobody stays where all leave`() {
    for count in [1, 7, 8, 9, 64] {
      Self.check(UInt64.self, [Bool](repeating: true, count: count))
      Self.check(UInt8.self, [Bool](repeating: true, count: count))
    }
  }
}
