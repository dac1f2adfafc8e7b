// SPDX-License-Identifier: GPL-3.0-or-later

extension Population {
  /// Visits the rows that have left or are not in post: first those that have left.
  ///
  /// Few have, and mostly nobody is on early retirement, so that something is done for all first,
  /// and these are visited afterwards.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - visit: Is given each row that is not in the workforce, once.
  @inline(__always)
  func forEachAway(_ rows: Range<Int>, _ visit: (_ row: Int) -> Void) {
    let block = 0..<rows.count
    let hasLeft = hasLeft.span.extracting(rows).extracting(block)
    if hasLeft.containsTrue { hasLeft.forEachTrue { visit(rows.lowerBound &+ $0) } }
    let status = status.span.extracting(rows).extracting(block)
    guard !status.areAllInPost else { return }
    for index in block where status[index] != .inPost && !hasLeft[index] {
      visit(rows.lowerBound &+ index)
    }
  }
}
