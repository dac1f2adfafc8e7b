// SPDX-License-Identifier: GPL-3.0-or-later

/// Chooses those of highest merit where there are fewer places than applicants.
struct MeritContest {
  /// The rows of all applicants.
  private let rows: [Int]
  /// What they drew; the highest win.
  private let merit: [UInt32]
  /// The rows of those who were chosen last, and room for more.
  private var winners: [Int]
  /// How many were chosen last.
  private var count = 0

  /// Draws the merit of all applicants in one go.
  ///
  /// - Parameters:
  ///   - rows: Their rows.
  ///   - ids: The identities of all rows.
  ///   - draws: The draws of merit.
  init(_ rows: [Int], ids: [UInt64], _ draws: DecisionStream) {
    self.init(rows, merit: draws.words(of: rows, ids: ids))
  }

  /// Takes a merit for each applicant.
  init(_ rows: [Int], merit: [UInt32]) {
    self.rows = rows
    self.merit = merit
    self.winners = [Int](repeating: 0, count: rows.count)
  }

  /// The rows of those who were chosen last, in no order.
  var chosen: ArraySlice<Int> { winners[..<count] }

  /// Chooses the applicants of highest merit; equal merit goes to the lower identity, not to the
  /// earlier row.
  ///
  /// - Parameters:
  ///   - applicants: The positions of those who compete for the same places.
  ///   - places: How many places there are; a part of one is none.
  ///   - ids: The identities of all rows.
  mutating func choose(among applicants: Range<Int>, places: Double, ids: [UInt64]) {
    let number = Int(min(places, Double(applicants.count)))
    if number == applicants.count {
      count = Self.list(rows, applicants, merit, reaching: 0, in: &winners)
    } else if number == 0 {
      count = 0
    } else if let least = Self.leastMerit(of: merit.span.extracting(applicants), places: number) {
      count = Self.list(rows, applicants, merit, reaching: least, in: &winners)
    } else {
      winners.replaceSubrange(..<number, with: ordered(applicants, ids: ids, first: number))
      count = number
    }
  }

  /// Lists the rows of applicants whose merit reaches the least one, and says how many they are.
  ///
  /// Each is written to the end of the list, and the next one over it if the merit is too low: who
  /// wins cannot be foreseen, so that a branch would cost more.
  private static func list(
    _ rows: [Int],
    _ applicants: Range<Int>,
    _ merit: [UInt32],
    reaching least: UInt32,
    in winners: inout [Int],
  ) -> Int {
    let (rows, merit) = (rows.span.extracting(applicants), merit.span.extracting(applicants))
    var winners = winners.mutableSpan
    var count = 0
    for applicant in rows.indices {
      winners[count] = rows[applicant]
      count &+= 1 &- occurrences(of: merit[applicant], below: least)
    }
    return count
  }

  /// The merit that exactly as many applicants reach as there are places; `nil` where some tie.
  ///
  /// It is found bit by bit from the highest on. That asks for all merits several times, but without
  /// a branch that cannot be foreseen, and a few bits mostly tell the winners from the others.
  private static func leastMerit(of merit: Span<UInt32>, places: Int) -> UInt32? {
    var least: UInt32 = 0
    for bit in (0..<32 as Range<UInt32>).reversed() {
      let higher = least | 1 << bit
      let reaching = merit.count &- Self.count(of: merit, below: higher)
      if reaching == places { return higher }
      if reaching > places { least = higher }
    }
    return nil
  }

  /// How many merits lie below a limit.
  private static func count(of merit: Span<UInt32>, below limit: UInt32) -> Int {
    var sum = 0
    for applicant in merit.indices { sum &+= occurrences(of: merit[applicant], below: limit) }
    return sum
  }

  /// 1 if a merit lies below a limit, else 0.
  @inline(__always)
  private static func occurrences(of merit: UInt32, below limit: UInt32) -> Int {
    // The sign of the difference: a comparison would become a branch that cannot be foreseen.
    Int((UInt64(merit) &- UInt64(limit)) >> 63)
  }

  /// The rows of highest merit in their order, where the last of them ties with others.
  private func ordered(_ applicants: Range<Int>, ids: [UInt64], first number: Int) -> [Int] {
    var order = LotOrder(capacity: applicants.count)
    for applicant in applicants { order.add(rows[applicant], lot: ~merit[applicant]) }
    return order.rows(ids: ids, first: number)
  }
}
