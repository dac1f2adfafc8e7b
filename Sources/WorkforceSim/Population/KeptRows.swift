// SPDX-License-Identifier: GPL-3.0-or-later

import CColumns

/// The rows that stay when others are removed.
package struct KeptRows {
  /// A bit for each row from `first` on, set where the row stays; eight rows a byte.
  private let stays: [UInt8]
  /// A row before which all stay where they are.
  private let first: Int
  /// The number of all rows.
  private let count: Int
  /// The number of rows that are removed.
  let removedCount: Int

  /// Finds the rows that stay.
  ///
  /// - Parameters:
  ///   - hasLeft: Whether each row is removed.
  ///   - first: The first row that is.
  package init(_ hasLeft: [Bool], first: Int) {
    let hasLeft = hasLeft.span.extracting(first...)
    let stays = hasLeft.bitsOfFalse
    self.stays = stays
    self.first = first
    self.count = first + hasLeft.count
    self.removedCount = stays.reduce(hasLeft.count) { $0 - $1.nonzeroBitCount }
  }

  /// Moves the rows that stay together and cuts the rest off.
  func compact<Element: BitwiseCopyable>(_ column: inout [Element]) {
    let width = MemoryLayout<Element>.stride
    precondition(column.count == count, "The column has \(column.count) rows, not \(count).")
    precondition([1, 2, 4, 8].contains(width), "Elements of \(width) bytes cannot be moved.")
    unsafe column.withUnsafeMutableBufferPointer { rows in
      guard let start = rows.baseAddress else { return }
      unsafe columns_keep(columns_fastest(), start + first, width, count - first, stays)
    }
    column.removeLast(removedCount)
  }
}
