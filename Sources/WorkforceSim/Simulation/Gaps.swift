// SPDX-License-Identifier: GPL-3.0-or-later

/// Shortage and surplus by cell, and the shortage that is structural.
///
/// gap = need − available; shortage is its positive part and surplus the positive part of the
/// opposite. Structural is the shortage of cells whose region and stage as a whole is in surplus.
package struct Gaps: Sendable {
  /// The sum of the shortages of all cells.
  package let shortage: Double
  /// The sum of the surpluses of all cells.
  package let surplus: Double
  /// The sum of the shortages of cells whose region and stage is in surplus.
  package private(set) var structuralShortage = 0.0

  /// Works out the sums.
  ///
  /// - Parameters:
  ///   - need: The need by cell.
  ///   - available: The available full-time equivalents by cell.
  ///   - dimensions: The scenario's dimensions.
  package init(need: [Double], available: [Double], dimensions: Dimensions) {
    let gaps = need.combined(with: available) { $0.difference(from: $1) }
    let short = gaps.map { max(0, $0) }
    self.shortage = short.reduce(0, +)
    self.surplus = gaps.reduce(0) { $0 + max(0, -$1) }
    let totals = need.byGroup(dimensions).combined(with: available.byGroup(dimensions)) {
      $0.difference(from: $1)
    }
    for (total, short) in zip(totals, short.byGroup(dimensions)) where total < 0 {
      structuralShortage += short
    }
  }
}
