// SPDX-License-Identifier: GPL-3.0-or-later

/// Draws competing risks for block after block of teachers.
package struct RiskDraws {
  /// What happened to a teacher.
  package struct Happening {
    /// The teacher's row.
    package let row: Int
    /// The risk.
    package let risk: Int
  }

  private let risks: CompetingRisks
  private let stream: DecisionStream
  private let clock: TeacherClock
  private var draws = LowDraws()
  private var happenings: [Happening] = []

  /// Prepares the draws of a year.
  ///
  /// - Parameters:
  ///   - risks: The risks.
  ///   - stream: The draws of the decision.
  ///   - clock: The date.
  package init(_ risks: CompetingRisks, _ stream: DecisionStream, at clock: TeacherClock) {
    self.risks = risks
    self.stream = stream
    self.clock = clock
  }

  /// What the draws of a block bring about, whether or not the teachers are at risk.
  ///
  /// - Parameters:
  ///   - rows: The rows of the block.
  ///   - population: The teachers.
  /// - Returns: What happened, in the order of the rows.
  package mutating func happenings(
    to rows: Range<Int>,
    in population: borrowing Population,
  ) -> [Happening] {
    happenings.removeAll(keepingCapacity: true)
    stream.find(risks.highestTotal, among: population.id.span.extracting(rows), into: &draws)
    for index in 0..<draws.count {
      let (position, word) = draws[index]
      let row = rows.lowerBound &+ position
      let place = risks.place(of: row, in: population, at: clock)
      guard let risk = risks.happening(at: place, bits: word) else { continue }
      happenings.append(Happening(row: row, risk: risk))
    }
    return happenings
  }
}
