// SPDX-License-Identifier: GPL-3.0-or-later

extension CompetingRisks {
  /// What happened to a teacher.
  package struct Happening {
    /// The teacher's row.
    package let row: Int
    /// The risk.
    package let risk: Int
  }

  /// What follows from what the draws of a decision bring about, whether or not the teachers are at
  /// risk.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - stream: The draws of the decision.
  ///   - clock: The date.
  ///   - element: What follows from a happening; `nil` for nothing.
  /// - Returns: What follows, in the order of the rows.
  @inline(__always)
  package func happenings<Element>(
    in population: borrowing Population,
    _ stream: DecisionStream,
    at clock: TeacherClock,
    _ element: (Happening) -> Element?,
  ) -> [Element] {
    var elements: [Element] = []
    var draws = LowDraws()
    var places = [Int32](repeating: 0, count: RowBlocks.size)
    var hits = [Int32](repeating: 0, count: RowBlocks.size)
    for rows in RowBlocks(0..<population.count) {
      stream.find(highestTotal, among: population.id.span.extracting(rows), into: &draws)
      lookup.findPlaces(
        of: draws,
        among: rows,
        in: population,
        at: clock,
        into: &places,
      )
      let count = findHits(draws, at: places, into: &hits)
      add(hits.span.extracting(first: count), of: draws, at: places, rows, element, to: &elements)
    }
    return elements
  }

  /// Adds what follows from the draws that are hit.
  @inline(__always)
  private func add<Element>(
    _ hits: Span<Int32>,
    of draws: borrowing LowDraws,
    at places: [Int32],
    _ rows: Range<Int>,
    _ element: (Happening) -> Element?,
    to elements: inout [Element],
  ) {
    let (positions, words, places) = (draws.positions.span, draws.words.span, places.span)
    let (thresholds, count) = (thresholds.span, count)
    elements.append(addingCapacity: hits.count) { list in
      for hit in hits.indices {
        let draw = Int(hits[hit])
        let risk = Self.risk(of: words[draw], at: Int(places[draw]) &* count, in: thresholds)
        let row = rows.lowerBound &+ Int(positions[draw])
        if let element = element(Happening(row: row, risk: risk)) { list.append(element) }
      }
    }
  }

  /// Lists the draws that bring something about at their places.
  ///
  /// Each is written to the end of the list, and the next one over it if nothing happens: who is hit
  /// cannot be foreseen, so that a branch would cost more.
  ///
  /// - Returns: How many they are.
  private func findHits(
    _ draws: borrowing LowDraws,
    at places: [Int32],
    into hits: inout [Int32],
  ) -> Int {
    let words = draws.words.span.extracting(0..<draws.count)
    let places = places.span.extracting(0..<draws.count)
    var hits = hits.mutableSpan
    var count = 0
    for draw in words.indices {
      hits[count] = Int32(truncatingIfNeeded: draw)
      count &+= occurrences(at: Int(places[draw]), for: words[draw])
    }
    return count
  }
}
