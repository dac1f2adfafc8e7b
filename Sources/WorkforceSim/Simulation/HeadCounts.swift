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
    let groups = dimensions.groupCount
    self.byCell = [Double](repeating: 0, count: dimensions.cellCount)
    self.byTitle = [Double](repeating: 0, count: groups * dimensions.count(.title))
    self.established = [Double](repeating: 0, count: groups)
    self.earlyRetired = established
    if population.weight.shared == 1 {
      addPeople(population, dimensions)
    } else {
      add(0..<population.count, of: population, dimensions)
    }
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

  /// Counts rows that stand for one person each.
  private mutating func addPeople(
    _ population: borrowing Population,
    _ dimensions: Dimensions,
  ) {
    let people = PeopleCounts(population, dimensions)
    let titles = dimensions.count(.title)
    var byTitle = byTitle.map { $0 }
    var peopleOfTitle = byTitle.mutableSpan
    for (cell, group) in dimensions.groupOfCell.enumerated() {
      var inCell: Int32 = 0
      var holdersInCell: Int32 = 0
      for title in 0..<titles {
        let (all, holders) = people.inPost(cell: cell, title: title)
        peopleOfTitle[group &* titles &+ title] += Double(all)
        inCell &+= all
        holdersInCell &+= holders
      }
      byCell[cell] = Double(inCell)
      established[group] += Double(holdersInCell)
    }
    for (cell, people) in people.earlyRetired.enumerated() {
      earlyRetired[dimensions.groupOfCell[cell]] += Double(people)
    }
    self.byTitle = byTitle
  }
}
