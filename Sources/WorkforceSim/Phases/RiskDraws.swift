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
  private var places = [Int32](repeating: 0, count: RowBlocks.size)
  private var list = [Happening](
    repeating: Happening(row: 0, risk: 0),
    count: RowBlocks.size,
  )

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
  ) -> ArraySlice<Happening> {
    stream.find(risks.highestTotal, among: population.id.span.extracting(rows), into: &draws)
    risks.findPlaces(of: draws, from: rows.lowerBound, in: population, at: clock, into: &places)
    return list[..<find(from: rows.lowerBound)]
  }

  /// Writes what the draws bring about at their places to the start of the list.
  ///
  /// - Returns: How much happened.
  private mutating func find(from first: Int) -> Int {
    let block = 0..<draws.count
    let (risks, lowDraws, placeOfDraw) = (risks, draws, places)
    let words = lowDraws.words.span.extracting(block)
    let positions = lowDraws.positions.span.extracting(block)
    let places = placeOfDraw.span.extracting(block)
    var list = list.mutableSpan
    var count = 0
    for index in block {
      guard let risk = risks.happening(at: Int(places[index]), bits: words[index]) else { continue }
      list[count] = Happening(row: first &+ Int(positions[index]), risk: risk)
      count &+= 1
    }
    return count
  }
}
