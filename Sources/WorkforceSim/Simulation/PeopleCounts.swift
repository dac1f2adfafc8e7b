// SPDX-License-Identifier: GPL-3.0-or-later

/// The people in post of each cell by title and by whether they hold an authorised post, and those on
/// early retirement, where each row stands for one person.
///
/// People of a kind are counted as whole numbers, which add up to the same in whatever order.
struct PeopleCounts {
  /// The people on early retirement, by cell; empty if there are none.
  private(set) var earlyRetired: [Int32] = []
  /// For each cell and title the people without and with a post.
  private var inPost: [Int32]
  /// The places of a cell.
  private let width: Int
  /// Where in a pair of places the holders of a contract are counted.
  private let placeOfContract: [Int]

  /// Counts the population; those who left do not count.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - dimensions: The scenario's dimensions.
  init(_ population: borrowing Population, _ dimensions: Dimensions) {
    self.width = 2 * dimensions.count(.title)
    self.placeOfContract = dimensions.contractIsEstablished.map { $0 ? 1 : 0 }
    self.inPost = [Int32](repeating: 0, count: dimensions.cellCount * width)
    for rows in RowBlocks(0..<population.count) {
      add(rows, of: population)
      // Asked once a block, as most blocks have nobody who is away.
      if population.hasAnybodyAway(rows) { takeOut(rows, of: population, dimensions.cellCount) }
    }
  }

  /// The people in post of a cell and title, and those of them who hold an authorised post.
  @inline(__always)
  func inPost(cell: Int, title: Int) -> (all: Int32, holders: Int32) {
    let place = cell &* width &+ 2 &* title
    let holders = inPost[place &+ 1]
    return (inPost[place] &+ holders, holders)
  }

  /// Counts rows as if all were in post, which takes no branch.
  private mutating func add(_ rows: Range<Int>, of population: borrowing Population) {
    let block = 0..<rows.count
    let cells = population.cell.span.extracting(rows).extracting(block)
    let titles = population.title.span.extracting(rows).extracting(block)
    let (width, placeOfContract) = (width, placeOfContract)
    var people = inPost.mutableSpan
    guard placeOfContract.contains(0) else {
      for index in block {
        people[Int(cells[index]) &* width &+ 2 &* Int(titles[index]) &+ 1] &+= 1
      }
      return
    }
    let contracts = population.contract.span.extracting(rows).extracting(block)
    for index in block {
      let place = placeOfContract[Int(contracts[index])]
      people[Int(cells[index]) &* width &+ 2 &* Int(titles[index]) &+ place] &+= 1
    }
  }

  /// Takes those out again who are not in post.
  private mutating func takeOut(
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ cellCount: Int,
  ) {
    for row in rows where !population.isInWorkforce(row) {
      let cell = Int(population.cell[row])
      let place = placeOfContract[Int(population.contract[row])]
      inPost[cell &* width &+ 2 &* Int(population.title[row]) &+ place] &-= 1
      guard !population.hasLeft[row] else { continue }
      if earlyRetired.isEmpty { earlyRetired = [Int32](repeating: 0, count: cellCount) }
      earlyRetired[cell] &+= 1
    }
  }
}

extension Population {
  /// Whether some of the rows have left or are not in post.
  ///
  /// - Parameter rows: The rows.
  /// - Returns: Whether not all are in the workforce.
  func hasAnybodyAway(_ rows: Range<Int>) -> Bool {
    let block = 0..<rows.count
    let status = status.span.extracting(rows).extracting(block)
    var kinds: UInt8 = 0
    // Without a branch, so that several rows are looked at at a time.
    for index in block { kinds |= status[index].rawValue }
    return kinds != TeacherStatus.inPost.rawValue || hasLeft.span.extracting(rows).containsTrue
  }
}
