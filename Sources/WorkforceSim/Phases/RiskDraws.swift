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
  private var words = [UInt32](repeating: 0, count: RowBlocks.size)
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
    stream.fill(ids: population.id.span.extracting(rows), into: &words)
    let block = 0..<rows.count
    let wordOfRow = words
    let words = wordOfRow.span.extracting(block)
    let highestTotal = risks.highestTotal
    for index in block where highestTotal.includes(words[index]) {
      let row = rows.lowerBound &+ index
      let place = risks.place(of: row, in: population, at: clock)
      guard let risk = risks.happening(at: place, bits: words[index]) else { continue }
      happenings.append(Happening(row: row, risk: risk))
    }
    return happenings
  }
}
