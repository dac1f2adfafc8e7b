// SPDX-License-Identifier: GPL-3.0-or-later

/// Chooses those of highest merit where there are fewer places than applicants.
struct MeritContest {
  /// The rows of all applicants.
  private let rows: [Int]
  /// What they drew; the highest win.
  private let merit: [UInt32]
  /// Working space: the merit of those who compete.
  private var competing: [Double] = []

  /// Draws the merit of all applicants in one go.
  ///
  /// - Parameters:
  ///   - rows: Their rows.
  ///   - ids: The identities of all rows.
  ///   - draws: The draws of merit.
  init(_ rows: [Int], ids: [UInt64], _ draws: DecisionStream) {
    self.rows = rows
    self.merit = draws.words(of: rows, ids: ids)
  }

  /// The rows of the applicants of highest merit; equal merit goes to the lower identity, not to the
  /// earlier row.
  ///
  /// - Parameters:
  ///   - applicants: Positions of applicants who compete for the same places.
  ///   - places: How many places there are; a part of one is none.
  ///   - ids: The identities of all rows.
  /// - Returns: The rows of those who win, in no order.
  mutating func winners(
    among applicants: ArraySlice<Int>,
    places: Double,
    ids: [UInt64],
  ) -> [Int] {
    guard Double(applicants.count) > places else { return applicants.map { rows[$0] } }
    guard places >= 1 else { return [] }
    let number = Int(places)
    let least = merit(among: applicants, inOrder: applicants.count - number)
    var winners: [Int] = []
    winners.reserveCapacity(number)
    for applicant in applicants where merit[applicant] >= least { winners.append(rows[applicant]) }
    return winners.count == number ? winners : ordered(applicants, ids: ids, first: number)
  }

  /// The merit that stands at a place once all are sorted, the lowest first.
  private mutating func merit(among applicants: ArraySlice<Int>, inOrder place: Int) -> UInt32 {
    competing.removeAll(keepingCapacity: true)
    for applicant in applicants { competing.append(Double(merit[applicant])) }
    OrderStatistics.arrange(&competing) { $0.contains(place) }
    return UInt32(competing[place])
  }

  /// The rows of highest merit in their order, where the last of them ties with others.
  private func ordered(_ applicants: ArraySlice<Int>, ids: [UInt64], first number: Int) -> [Int] {
    var order = LotOrder(capacity: applicants.count)
    for applicant in applicants { order.add(rows[applicant], lot: ~merit[applicant]) }
    return order.rows(ids: ids, first: number)
  }
}
