// SPDX-License-Identifier: GPL-3.0-or-later

/// People by cell and by title, and who holds an authorised post.
package struct HeadCounts: Sendable {
  /// People by cell.
  package private(set) var byCell: [Double]
  /// People by group and title.
  package private(set) var byTitle: [Double]
  /// People who hold an authorised post, by group.
  package private(set) var established: [Double]
  /// People on early retirement, by group.
  package private(set) var earlyRetired: [Double]

  /// Counts the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - dimensions: The scenario's dimensions.
  package init(_ population: borrowing Population, _ dimensions: Dimensions) {
    if let people = PeopleCounts(population, dimensions) {
      self.init(people)
    } else {
      self.init(rowsOf: population, dimensions)
    }
  }

  /// Counts the population, whatever its rows stand for.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - dimensions: The scenario's dimensions.
  package init(rowsOf population: borrowing Population, _ dimensions: Dimensions) {
    let groups = dimensions.groupCount
    self.byCell = [Double](repeating: 0, count: dimensions.cellCount)
    self.byTitle = [Double](repeating: 0, count: groups * dimensions.count(.title))
    self.established = [Double](repeating: 0, count: groups)
    self.earlyRetired = established
    add(0..<population.count, of: population, dimensions)
  }

  /// Takes the heads of people who were counted.
  ///
  /// - Parameter people: The people.
  package init(_ people: PeopleCounts) {
    self.byCell = people.byCell
    (self.byTitle, self.established) = people.byTitle
    self.earlyRetired = people.earlyRetired.map { Double($0) }
  }

  /// Counts further rows.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - population: The teachers.
  ///   - dimensions: The scenario's dimensions.
  package mutating func add(
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ dimensions: Dimensions,
  ) {
    // New arrays, as the compiler (6.3) may write through spans of two arrays that are shared.
    var byCell = byCell.map { $0 }
    var byTitle = byTitle.map { $0 }
    var established = established.map { $0 }
    var earlyRetired = earlyRetired.map { $0 }
    Self.count(
      rows,
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
    _ rows: Range<Int>,
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
    let hasLeft = population.hasLeft.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let weights = population.weight
    let status = population.status.span.extracting(rows)
    let titles = population.title.span.extracting(rows)
    let contracts = population.contract.span.extracting(rows)
    for index in cells.indices where !hasLeft[index] {
      let cell = Int(cells[index])
      let group = groupOfCell[cell]
      let weight = weights[rows.lowerBound &+ index]
      guard status[index] == .inPost else {
        earlyRetired[group] += weight
        continue
      }
      byCell[cell] += weight
      byTitle[group &* titleCount &+ Int(titles[index])] += weight
      if isEstablished[Int(contracts[index])] { established[group] += weight }
    }
  }
}
