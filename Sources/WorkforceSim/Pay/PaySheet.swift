// SPDX-License-Identifier: GPL-3.0-or-later

/// What a replication has worked out about pay.
struct PaySheets {
  /// The key of its parameters.
  let key: RandomKey?
  /// The sheets of each table.
  let sheets: [[PaySheet]]
}

/// The figures of each kind of teacher as long as no parameter of pay changes.
///
/// They hold for all segments with the same values, which may lie in two windows.
struct PaySheet {
  /// The month since which the values hold.
  let start: Month
  /// The keys and full-time shares of the kinds whose figures are known.
  private var kinds = KeyNumbers()
  /// The figures by kind and lane.
  private(set) var figures: [PayTable.Lanes] = []

  /// Creates an empty sheet.
  ///
  /// - Parameter start: The month since which the values hold.
  init(start: Month) {
    self.start = start
  }

  /// The place of the first lane of a kind.
  ///
  /// Shares of a full load are in millionths; each makes a kind of its own.
  @inline(__always)
  mutating func place(of key: Int, millionths: Int, laneCount: Int) -> Int {
    kinds.number(of: SIMD2(key, millionths)) &* laneCount
  }

  /// The keys and full-time shares of the kinds that are not known yet.
  func unknown(laneCount: Int) -> ArraySlice<SIMD2<Int>> {
    kinds.keys[(figures.count / laneCount)...]
  }

  /// Adds the figures of kinds that were not known, in their order.
  mutating func append(_ lanes: [PayTable.Lanes]) { figures += lanes }
}
