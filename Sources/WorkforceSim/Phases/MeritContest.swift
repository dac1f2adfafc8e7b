// SPDX-License-Identifier: GPL-3.0-or-later

/// Chooses those of highest merit where there are fewer places than applicants.
struct MeritContest {
  /// The rows of all applicants.
  private let rows: [Int]
  /// What they drew; the highest win.
  private let merit: [UInt32]

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
  ///   - applicants: The positions of those who compete for the same places.
  ///   - places: How many places there are; a part of one is none.
  ///   - ids: The identities of all rows.
  /// - Returns: The rows of those who win, in no order.
  func winners(among applicants: Range<Int>, places: Double, ids: [UInt64]) -> [Int] {
    guard Double(applicants.count) > places else { return Array(rows[applicants]) }
    guard places >= 1 else { return [] }
    let number = Int(places)
    let least = Self.leastMerit(of: merit.span.extracting(applicants), places: number)
    var winners: [Int] = []
    winners.reserveCapacity(number)
    for applicant in applicants where merit[applicant] >= least { winners.append(rows[applicant]) }
    return winners.count == number ? winners : ordered(applicants, ids: ids, first: number)
  }

  /// The highest merit that at least as many applicants reach as there are places.
  ///
  /// It is found bit by bit from the highest on. That asks for all merits several times, but without
  /// a branch that cannot be foreseen, and a few bits mostly tell the winners from the others.
  ///
  /// - Returns: A merit that no fewer reach, and no more than there are places unless some tie.
  private static func leastMerit(of merit: Span<UInt32>, places: Int) -> UInt32 {
    var least: UInt32 = 0
    for bit in (0..<32 as Range<UInt32>).reversed() {
      let higher = least | 1 << bit
      let reaching = merit.count &- Self.count(of: merit, below: higher)
      if reaching >= places { least = higher }
      if reaching == places { break }
    }
    return least
  }

  /// How many merits lie below a limit.
  private static func count(of merit: Span<UInt32>, below limit: UInt32) -> Int {
    // The sign of each difference: a comparison would become a branch that cannot be foreseen.
    var sum = 0
    for applicant in merit.indices { sum &-= (Int(merit[applicant]) &- Int(limit)) >> 63 }
    return sum
  }

  /// The rows of highest merit in their order, where the last of them ties with others.
  private func ordered(_ applicants: Range<Int>, ids: [UInt64], first number: Int) -> [Int] {
    var order = LotOrder(capacity: applicants.count)
    for applicant in applicants { order.add(rows[applicant], lot: ~merit[applicant]) }
    return order.rows(ids: ids, first: number)
  }
}
