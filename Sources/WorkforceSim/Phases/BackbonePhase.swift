// SPDX-License-Identifier: GPL-3.0-or-later

/// Teachers become backbone teachers (骨干教师) so that each title keeps its share of them.
///
/// In a region and stage with *n* teachers of a title, *b* of them backbone teachers, and a share *q*,
/// each of the others is named with probability max(0, *q n* − *b*) ÷ (*n* − *b*). Whoever has been
/// named stays so.
package struct BackbonePhase {
  private let share: ParameterValues
  private let year: SimulatedYear

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - share: The share of backbone teachers.
  ///   - year: The year.
  package init(_ share: ParameterReference, in year: SimulatedYear) {
    self.share = year.values(share)
    self.year = year
  }

  /// Names backbone teachers.
  ///
  /// - Parameter population: The teachers.
  package func apply(to population: inout Population) {
    let titles = year.dimensions.count(.title)
    let firstOfCell = year.dimensions.groupOfCell.map { $0 * titles }
    let counts = count(population, firstOfCell, places: year.dimensions.groupCount * titles)
    let thresholds = counts.indices.map { threshold($0, titles: titles, counts[$0]) }
    guard thresholds.contains(where: { $0.bound > 0 }) else { return }
    let draws = year.stream(.backbone)
    var words = [UInt32](repeating: 0, count: RowBlocks.size)
    var named: [Int] = []
    for rows in RowBlocks(0..<population.count) {
      draws.fill(ids: population.id.span.extracting(rows), into: &words)
      named.removeAll(keepingCapacity: true)
      find(rows, of: population, firstOfCell, thresholds, words, into: &named)
      for row in named where population.isInWorkforce(row) { population.isBackbone[row] = true }
    }
  }

  /// Finds those whose word lies below the threshold of their place.
  private func find(
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ firstOfCell: [Int],
    _ thresholds: [ProbabilityThreshold],
    _ words: [UInt32],
    into found: inout [Int],
  ) {
    let block = 0..<rows.count
    let cells = population.cell.span.extracting(rows).extracting(block)
    let titleOfRow = population.title.span.extracting(rows).extracting(block)
    let words = words.span.extracting(block)
    let (firsts, thresholds) = (firstOfCell.span, thresholds.span)
    for index in block {
      let place = firsts[Int(cells[index])] &+ Int(titleOfRow[index])
      if thresholds[place].includes(words[index]) { found.append(rows.lowerBound &+ index) }
    }
  }

  /// The teachers of a place.
  private struct Count {
    /// Those who have been named backbone teachers.
    var backbone = 0
    /// The others.
    var others = 0
  }

  /// Counts the teachers in post by group and title.
  private func count(
    _ population: borrowing Population,
    _ firstOfCell: [Int],
    places: Int,
  ) -> [Count] {
    // Backbone teachers and others stand next to each other, so that counting needs no branch.
    var counts = [Int](repeating: 0, count: 2 * places)
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let titleOfRow = population.title.span.extracting(rows)
    let backbone = population.isBackbone.byRow
    let isBackbone = backbone.span.extracting(rows)
    let firsts = firstOfCell.span
    var list = counts.mutableSpan
    for row in rows where !hasLeft[row] && status[row] == .inPost {
      let place = firsts[Int(cells[row])] &+ Int(titleOfRow[row])
      list[2 &* place &+ (isBackbone[row] ? 1 : 0)] &+= 1
    }
    return (0..<places).map { Count(backbone: counts[2 * $0 + 1], others: counts[2 * $0]) }
  }

  private func threshold(
    _ place: Int,
    titles: Int,
    _ count: Count,
  ) -> ProbabilityThreshold {
    let group = place / titles
    let wanted = share[
      (.region, group / year.dimensions.stageCount),
      (.stage, group % year.dimensions.stageCount),
      (.title, place % titles),
    ]
    let lacking = wanted * Double(count.backbone + count.others) - Double(count.backbone)
    return ProbabilityThreshold(
      count.others > 0 ? min(1, max(0, lacking / Double(count.others))) : 0
    )
  }
}
