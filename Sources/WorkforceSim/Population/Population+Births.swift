// SPDX-License-Identifier: GPL-3.0-or-later

import CColumns

extension Population {
  /// The rows of those born by a month, in their order.
  ///
  /// - Parameter latest: The month, as months since January 1900.
  /// - Returns: The rows, those who have left among them.
  func rows(bornBy latest: Int16) -> [Int] {
    var rows: [Int] = []
    var positions = [UInt32](repeating: 0, count: RowBlocks.size)
    for block in RowBlocks(0..<count) {
      let births = birth.span.extracting(block)
      let found = unsafe births.withUnsafeBufferPointer { births in
        // A month is a number and nothing else.
        unsafe births.withMemoryRebound(to: Int16.self) { months in
          unsafe positions.withUnsafeMutableBufferPointer { positions in
            guard let month = months.baseAddress, let first = positions.baseAddress else {
              return 0
            }
            return unsafe columns_not_above(columns_fastest(), month, months.count, latest, first)
          }
        }
      }
      let places = positions.span.extracting(0..<found)
      rows.append(addingCapacity: found) { rows in
        for place in places.indices { rows.append(block.lowerBound &+ Int(places[place])) }
      }
    }
    return rows
  }
}
