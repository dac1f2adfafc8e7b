// SPDX-License-Identifier: GPL-3.0-or-later

/// The people in post by cell, and by group and kind, and those on early retirement by group, where
/// each row stands for one person.
///
/// People are counted as whole numbers, which add up to the same in whatever order, and all that is
/// counted of a row is counted when it is visited.
package struct PeopleCounts: Sendable {
  /// The people on early retirement, by group.
  private(set) var earlyRetired: [Int32]
  /// What people are told apart by within their group.
  let kinds: PeopleKinds
  private var cells: [CellCount]
  private var byKind: [Int32]
  /// The most places of all groups for which there is room: 64 megabytes.
  private static let mostPlaces = 1 << 24
  private var kindOfRow = [UInt16](repeating: 0, count: RowBlocks.size)

  /// The people of a cell, and the place of the first kind of its group.
  private struct CellCount {
    var people: Int32 = 0
    let firstKind: Int32
  }

  /// Counts the population; those who left do not count.
  ///
  /// There are no counts if rows do not stand for one person each, or there are more kinds of people
  /// than can be told apart.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - dimensions: The scenario's dimensions.
  ///   - clock: The day of the ages; `nil` if ages are not told apart.
  package init?(
    _ population: borrowing Population,
    _ dimensions: Dimensions,
    ages clock: TeacherClock? = nil,
  ) {
    guard population.weight.shared == 1, let kinds = PeopleKinds(dimensions, ages: clock),
      dimensions.groupCount * kinds.count <= Self.mostPlaces
    else { return nil }
    self.kinds = kinds
    self.earlyRetired = [Int32](repeating: 0, count: dimensions.groupCount)
    self.cells = dimensions.groupOfCell.map { CellCount(firstKind: Int32($0 * kinds.count)) }
    self.byKind = [Int32](repeating: 0, count: dimensions.groupCount * kinds.count)
    add(0..<population.count, of: population)
  }

  /// Counts further rows.
  ///
  /// - Parameters:
  ///   - rows: The rows, which stand for one person each.
  ///   - population: The teachers.
  package mutating func add(_ rows: Range<Int>, of population: borrowing Population) {
    for rows in RowBlocks(rows) {
      kinds.find(of: rows, in: population, into: &kindOfRow)
      Self.add(rows, kindOfRow, of: population, to: &cells, &byKind)
      takeOut(rows, of: population)
    }
  }

  /// Counts rows as if all were in post, which takes no branch.
  ///
  /// The arrays of the counts are never shared: one that is counted on is taken from where it was.
  private static func add(
    _ rows: Range<Int>,
    _ kinds: [UInt16],
    of population: borrowing Population,
    to counts: inout [CellCount],
    _ byKind: inout [Int32],
  ) {
    let block = 0..<rows.count
    let cells = population.cell.span.extracting(rows).extracting(block)
    let kinds = kinds.span.extracting(block)
    var counts = counts.mutableSpan
    var byKind = byKind.mutableSpan
    for index in block {
      let cell = Int(cells[index])
      counts[cell].people &+= 1
      byKind[Int(counts[cell].firstKind) &+ Int(kinds[index])] &+= 1
    }
  }

  /// Takes those out again who are not in post.
  private mutating func takeOut(_ rows: Range<Int>, of population: borrowing Population) {
    population.forEachAway(rows) { row in
      let cell = Int(population.cell[row])
      let firstKind = Int(cells[cell].firstKind)
      cells[cell].people &-= 1
      byKind[firstKind &+ Int(kindOfRow[row &- rows.lowerBound])] &-= 1
      if !population.hasLeft[row] { earlyRetired[firstKind / kinds.count] &+= 1 }
    }
  }
}

/// What is read off the counts.
extension PeopleCounts {
  /// The people in post, by cell.
  var byCell: [Double] {
    let cells = cells.span
    return [Double](capacity: cells.count) { byCell in
      for cell in cells.indices { byCell.append(Double(cells[cell].people)) }
    }
  }

  /// The people in post by group and title, and those of them who hold an authorised post by group.
  var byTitle: (all: [Double], established: [Double]) {
    var all: [Double] = []
    var established: [Double] = []
    all.reserveCapacity(earlyRetired.count * kinds.titles)
    established.reserveCapacity(earlyRetired.count)
    var parts = byPart.makeIterator()
    for _ in earlyRetired.indices {
      var holders: Int32 = 0
      for _ in 0..<kinds.titles {
        var (people, last): (Int32, Int32) = (0, 0)
        for _ in 0..<kinds.contracts {
          last = parts.next() ?? 0
          people &+= last
        }
        all.append(Double(people))
        if kinds.lastHolds { holders &+= last }
      }
      established.append(Double(holders))
    }
    return (all, established)
  }

  /// The people by group, title and kind of contract, of all ages and both sexes.
  private var byPart: [Int32] {
    let ages = 0..<kinds.ages
    let byKind = byKind.span
    return [Int32](capacity: byKind.count / ages.count) { byPart in
      for first in stride(from: 0, to: byKind.count, by: ages.count) {
        let people = byKind.extracting(first..<first &+ ages.count).extracting(ages)
        var sum: Int32 = 0
        for age in ages { sum &+= people[age] }
        byPart.append(sum)
      }
    }
  }

  /// The people in post by group, age band and sex.
  var byAge: [Double] {
    var byAge: [Double] = []
    byAge.reserveCapacity(earlyRetired.count * kinds.ages)
    var people = [Int32](repeating: 0, count: kinds.ages)
    for group in earlyRetired.indices {
      sum(ofGroup: group, into: &people)
      for age in people { byAge.append(Double(age)) }
    }
    return byAge
  }

  /// The people of a group by age band and sex, with any title.
  private func sum(ofGroup group: Int, into people: inout [Int32]) {
    var people = people.mutableSpan
    let ages = people.indices
    for age in ages { people[age] = 0 }
    let parts = kinds.titles &* kinds.contracts
    for part in group &* parts..<(group &+ 1) &* parts {
      let first = part &* ages.count
      let part = byKind.span.extracting(first..<first &+ ages.count).extracting(ages)
      for age in ages { people[age] &+= part[age] }
    }
  }
}

extension Population {
  /// Visits the rows of a block that have left or are not in post: first those that have left.
  ///
  /// Few have, and most blocks have nobody on early retirement, so that all are counted first and
  /// these are taken out again.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - visit: Is given each row that is not in the workforce, once.
  @inline(__always)
  fileprivate func forEachAway(_ rows: Range<Int>, _ visit: (_ row: Int) -> Void) {
    let block = 0..<rows.count
    let hasLeft = hasLeft.span.extracting(rows).extracting(block)
    if hasLeft.containsTrue { hasLeft.forEachTrue { visit(rows.lowerBound &+ $0) } }
    let status = status.span.extracting(rows).extracting(block)
    guard !status.areAllInPost else { return }
    for index in block where status[index] != .inPost && !hasLeft[index] {
      visit(rows.lowerBound &+ index)
    }
  }
}
