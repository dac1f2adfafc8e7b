// SPDX-License-Identifier: GPL-3.0-or-later

/// A holder of a title by seniority.
struct TitleHolder: Comparable {
  let row: Int
  private let titleStart: Int16
  private let id: UInt64

  init(_ row: Int, of population: borrowing Population) {
    self.row = row
    self.titleStart = population.titleStart[row].months
    self.id = population.id[row]
  }

  /// The senior holder first.
  static func < (left: TitleHolder, right: TitleHolder) -> Bool {
    left.titleStart != right.titleStart
      ? left.titleStart < right.titleStart : left.id < right.id
  }
}
