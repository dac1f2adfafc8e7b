// SPDX-License-Identifier: GPL-3.0-or-later

/// Shortage and surplus by cell, and the shortage that is structural.
///
/// gap = need − available; shortage is its positive part and surplus the positive part of the
/// opposite. Structural is the shortage of cells whose region and stage as a whole is in surplus.
package struct Gaps: Sendable {
  /// The sum of the shortages of all cells.
  package private(set) var shortage = 0.0
  /// The sum of the surpluses of all cells.
  package private(set) var surplus = 0.0
  /// The sum of the shortages of cells whose region and stage is in surplus.
  package private(set) var structuralShortage = 0.0

  /// Works out the sums.
  ///
  /// - Parameters:
  ///   - need: The need by cell.
  ///   - available: The available full-time equivalents by cell.
  ///   - dimensions: The scenario's dimensions.
  package init(need: [Double], available: [Double], dimensions: Dimensions) {
    var total = [Double](repeating: 0, count: dimensions.groupCount)
    var short = total
    for cell in need.indices {
      let gap = need[cell] - available[cell]
      let group = dimensions.group(ofCell: cell)
      total[group] += gap
      short[group] += max(0, gap)
      shortage += max(0, gap)
      surplus += max(0, -gap)
    }
    for group in total.indices where total[group] < 0 { structuralShortage += short[group] }
  }
}
