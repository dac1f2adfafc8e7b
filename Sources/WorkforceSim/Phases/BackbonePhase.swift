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
    let groupOfCell = year.dimensions.groupOfCell
    var teachers = [Int](repeating: 0, count: year.dimensions.groupCount * titles)
    var backbone = teachers
    count(population, groupOfCell, titles, teachers: &teachers, backbone: &backbone)
    let thresholds = teachers.indices.map { place in
      threshold(place, titles: titles, teachers: teachers[place], backbone: backbone[place])
    }
    guard let highest = thresholds.max() else { return }
    let draws = year.stream(.backbone)
    var words = [UInt32](repeating: 0, count: RowBlocks.size)
    for rows in RowBlocks(0..<population.count) {
      draws.fill(ids: population.id.span.extracting(rows), into: &words)
      for (index, row) in rows.enumerated() where highest.includes(words[index]) {
        let place = groupOfCell[Int(population.cell[row])] * titles + Int(population.title[row])
        guard thresholds[place].includes(words[index]),
          population.isInWorkforce(row)
        else { continue }
        population.isBackbone[row] = true
      }
    }
  }

  /// Counts the teachers and the backbone teachers by group and title.
  private func count(
    _ population: borrowing Population,
    _ groupOfCell: [Int],
    _ titles: Int,
    teachers: inout [Int],
    backbone: inout [Int],
  ) {
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let titleOfRow = population.title.span.extracting(rows)
    let isBackbone = population.isBackbone
    for row in rows where !hasLeft[row] && status[row] == .inPost {
      let place = groupOfCell[Int(cells[row])] &* titles &+ Int(titleOfRow[row])
      teachers[place] += 1
      if isBackbone[row] { backbone[place] += 1 }
    }
  }

  private func threshold(
    _ place: Int,
    titles: Int,
    teachers: Int,
    backbone: Int,
  ) -> ProbabilityThreshold {
    let group = place / titles
    let wanted = share[
      (.region, group / year.dimensions.stageCount),
      (.stage, group % year.dimensions.stageCount),
      (.title, place % titles),
    ]
    let others = teachers - backbone
    let lacking = wanted * Double(teachers) - Double(backbone)
    return ProbabilityThreshold(others > 0 ? min(1, max(0, lacking / Double(others))) : 0)
  }
}
