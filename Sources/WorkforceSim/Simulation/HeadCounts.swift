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
    add(0..<population.count, of: population, dimensions)
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
    guard population.weight.shared != 1 else { return addPeople(rows, of: population, dimensions) }
    // New arrays, as the compiler (6.3) may write through spans of two arrays that are shared.
    var byCell = byCell.map(\.self)
    var byTitle = byTitle.map(\.self)
    var established = established.map(\.self)
    var earlyRetired = earlyRetired.map(\.self)
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

  /// Counts rows that stand for one person each: people of a kind are counted as whole numbers, which
  /// add up to the same in whatever order.
  private mutating func addPeople(
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ dimensions: Dimensions,
  ) {
    let kinds = PeopleKinds(dimensions)
    let counts = kinds.count(rows, of: population)
    let titles = 0..<kinds.titleCount
    for (cell, group) in dimensions.groupOfCell.enumerated() {
      var people: Int32 = 0
      var holders: Int32 = 0
      for title in titles {
        let place = kinds.place(cell: cell, title: title)
        let ofTitle = counts[place] &+ counts[place &+ 1]
        people &+= ofTitle
        holders &+= counts[place &+ 1]
        if ofTitle > 0 { byTitle[group &* titles.count &+ title] += Double(ofTitle) }
      }
      byCell[cell] += Double(people)
      established[group] += Double(holders)
      earlyRetired[group] += Double(counts[kinds.placeOfEarlyRetired(cell: cell)])
    }
  }
}

/// The kinds of people that head counts tell apart, each with its place in a list.
private struct PeopleKinds {
  let titleCount: Int
  private let cellCount: Int
  private let isEstablished: [Bool]

  init(_ dimensions: Dimensions) {
    self.titleCount = dimensions.count(.title)
    self.cellCount = dimensions.cellCount
    self.isEstablished = dimensions.contractIsEstablished
  }

  /// The kinds of a cell: those without and with a post by title, and those on early retirement.
  @inline(__always)
  private var width: Int { 2 &* titleCount &+ 1 }

  /// The place of those in post without an authorised post; those who hold one come next.
  @inline(__always)
  func place(cell: Int, title: Int) -> Int { cell &* width &+ 2 &* title }

  /// The place of those on early retirement.
  @inline(__always)
  func placeOfEarlyRetired(cell: Int) -> Int { place(cell: cell, title: titleCount) }

  /// Counts the people of each kind; those who left do not count.
  func count(_ rows: Range<Int>, of population: borrowing Population) -> [Int32] {
    var counts = [Int32](repeating: 0, count: cellCount * width)
    var countOfPlace = counts.mutableSpan
    let isEstablished = isEstablished.span
    let block = 0..<rows.count
    let hasLeft = population.hasLeft.span.extracting(rows).extracting(block)
    let cells = population.cell.span.extracting(rows).extracting(block)
    let status = population.status.span.extracting(rows).extracting(block)
    let titles = population.title.span.extracting(rows).extracting(block)
    let contracts = population.contract.span.extracting(rows).extracting(block)
    let (width, kindOfEarlyRetired) = (width, 2 &* titleCount)
    for index in block where !hasLeft[index] {
      let holdsPost = isEstablished[Int(contracts[index])] ? 1 : 0
      let isInPost = status[index] == .inPost
      let kind = isInPost ? 2 &* Int(titles[index]) &+ holdsPost : kindOfEarlyRetired
      countOfPlace[Int(cells[index]) &* width &+ kind] &+= 1
    }
    return counts
  }
}
