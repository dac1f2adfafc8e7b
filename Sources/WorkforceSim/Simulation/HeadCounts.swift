// SPDX-License-Identifier: GPL-3.0-or-later

/// People by cell and by title, and who holds an authorised post.
package struct HeadCounts: Sendable {
  /// People by cell.
  package let byCell: [Double]
  /// People by group and title.
  package let byTitle: [Double]
  /// People who hold an authorised post, by group.
  package let established: [Double]
  /// People on early retirement, by group.
  package let earlyRetired: [Double]

  /// Counts the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - dimensions: The scenario's dimensions.
  package init(_ population: borrowing Population, _ dimensions: Dimensions) {
    var byCell = [Double](repeating: 0, count: dimensions.cellCount)
    let titles = dimensions.count(.title)
    var byTitle = [Double](repeating: 0, count: dimensions.groupCount * titles)
    var established = [Double](repeating: 0, count: dimensions.groupCount)
    var earlyRetired = [Double](repeating: 0, count: dimensions.groupCount)
    Self.count(
      population,
      dimensions,
      byCell: byCell.mutableSpan,
      byTitle: byTitle.mutableSpan,
      established: established.mutableSpan,
      earlyRetired: earlyRetired.mutableSpan,
    )
    self.byCell = byCell
    self.byTitle = byTitle
    self.established = established
    self.earlyRetired = earlyRetired
  }

  private static func count(
    _ population: borrowing Population,
    _ dimensions: Dimensions,
    byCell: consuming MutableSpan<Double>,
    byTitle: consuming MutableSpan<Double>,
    established: consuming MutableSpan<Double>,
    earlyRetired: consuming MutableSpan<Double>,
  ) {
    let titleCount = dimensions.count(.title)
    let groupOfCell = dimensions.groupOfCell
    let isEstablished = dimensions.contractIsEstablished
    let hasLeft = population.hasLeft.span
    let cells = population.cell.span
    let weights = population.weight.span
    let status = population.status.span
    let titles = population.title.span
    let contracts = population.contract.span
    for row in hasLeft.indices where !hasLeft[row] {
      let cell = Int(cells[row])
      let group = groupOfCell[cell]
      let weight = weights[row]
      guard status[row] == .inPost else {
        earlyRetired[group] += weight
        continue
      }
      byCell[cell] += weight
      byTitle[group * titleCount + Int(titles[row])] += weight
      if isEstablished[Int(contracts[row])] { established[group] += weight }
    }
  }
}
