// SPDX-License-Identifier: GPL-3.0-or-later

extension DecisionStream {
  /// The random words of rows, which are worked out together.
  ///
  /// - Parameters:
  ///   - rows: The rows, in any order.
  ///   - ids: The identities of all rows.
  /// - Returns: The word of each of the rows, as ``bits(for:)`` gives it.
  func words(of rows: some Collection<Int>, ids: [UInt64]) -> [UInt32] {
    let idOfRow = ids.span
    let idsOfRows = rows.map { idOfRow[$0] }
    var words = [UInt32](repeating: 0, count: rows.count)
    fill(ids: idsOfRows.span, into: &words)
    return words
  }
}
