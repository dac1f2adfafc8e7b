// SPDX-License-Identifier: GPL-3.0-or-later

/// Known totals of a table over some of its axes.
package struct FittingMargin: Hashable, Sendable {
  /// The axes of the table that the totals keep, each once; the others are summed over.
  package var axes: [Int]
  /// The totals, with the last of the axes running fastest; finite and not negative.
  package var totals: [Double]

  /// Creates a margin.
  ///
  /// - Parameters:
  ///   - axes: The axes of the table that the totals keep, each once.
  ///   - totals: The totals, with the last of the axes running fastest.
  package init(axes: [Int], totals: [Double]) {
    self.axes = axes
    self.totals = totals
  }
}

/// A table fitted to its margins.
package struct FittedTable: Hashable, Sendable {
  /// The fitted values, with the last axis running fastest.
  package var cells: [Double]
  /// The number of passes over the margins.
  package var iterations: Int
}

/// Why no table has the totals asked for, or why none was found.
///
/// Margins are numbered in the order given; for a two-way table the rows are 0, the columns 1. An index
/// is the place of a total in its margin.
package enum ProportionalFittingError: Error, Hashable, Sendable {
  /// Two margins do not describe the same number of heads.
  case unequalSums(margin: Int, sum: Double, firstSum: Double)
  /// A total is positive but all its cells are zero, in the seed or by totals of zero.
  case noCells(margin: Int, index: Int, total: Double)
  /// Some totals of a margin ask for more than the totals of another that share a cell with them hold.
  case unreachable(
    margin: Int,
    indices: [Int],
    wanted: Double,
    otherMargin: Int,
    otherIndices: [Int],
    available: Double,
  )
  /// The iterations ran out with this as the total that is furthest off.
  case notConverged(margin: Int, index: Int, total: Double, sum: Double, iterations: Int)
}

/// Fits a seed table to known totals by iterative proportional fitting.
///
/// Each step multiplies the cells of every total of one margin by `total / sum of the cells`; the
/// margins are taken in turn until all agree. Of all tables with these totals the limit is the one
/// that keeps the interactions (odds ratios) of the seed: `cell = seed · Π factor of its totals`.
/// Zeros of the seed stay zero. A seed of ones means independence given the margins.
///
/// Sources: W. E. Deming and F. F. Stephan, On a least squares adjustment of a sampled frequency
/// table when the expected marginal totals are known, Annals of Mathematical Statistics 11 (1940),
/// 427-444, doi:10.1214/aoms/1177731829; Y. M. M. Bishop, S. E. Fienberg and P. W. Holland, Discrete
/// Multivariate Analysis, 1975, section 3.5.
package enum ProportionalFitting {
  /// Fits a two-way table to its row and column totals.
  ///
  /// - Parameters:
  ///   - seed: The table to start from, row after row; finite and not negative.
  ///   - rowTotals: The total of each row; finite and not negative.
  ///   - columnTotals: The total of each column; finite and not negative.
  ///   - tolerance: The largest relative deviation from a total that is accepted.
  ///   - maximumIterations: The number of passes over both margins after which to give up.
  /// - Returns: The fitted table.
  /// - Throws: The reason why there is no such table, or that it was not found in time.
  /// - Complexity: O(rows · columns) a pass.
  package static func fit(
    seed: [Double],
    rowTotals: [Double],
    columnTotals: [Double],
    tolerance: Double = 1e-10,
    maximumIterations: Int = 1_000,
  ) throws(ProportionalFittingError) -> FittedTable {
    try fit(
      seed: seed,
      shape: [rowTotals.count, columnTotals.count],
      margins: [
        FittingMargin(axes: [0], totals: rowTotals),
        FittingMargin(axes: [1], totals: columnTotals),
      ],
      tolerance: tolerance,
      maximumIterations: maximumIterations,
    )
  }

  /// Fits a table of any number of axes to margins over any of them.
  ///
  /// - Parameters:
  ///   - seed: The table to start from, with the last axis running fastest; finite and not negative.
  ///   - shape: The length of each axis.
  ///   - margins: The totals to meet, at least one margin.
  ///   - tolerance: The largest relative deviation from a total that is accepted, and the largest
  ///     relative difference between the sums of two margins.
  ///   - maximumIterations: The number of passes over all margins after which to give up.
  /// - Returns: The fitted table.
  /// - Throws: The reason why there is no such table, or that it was not found in time. With more
  ///   than two margins not every impossible set of totals is told apart from slow convergence.
  /// - Complexity: O(cells · margins) a pass, and as many numbers of working space.
  package static func fit(
    seed: [Double],
    shape: [Int],
    margins: [FittingMargin],
    tolerance: Double = 1e-10,
    maximumIterations: Int = 1_000,
  ) throws(ProportionalFittingError) -> FittedTable {
    precondition(!margins.isEmpty, "There is no margin to fit to.")
    precondition(seed.count == shape.reduce(1, *), "\(seed.count) cells do not fill \(shape).")
    precondition(
      seed.allSatisfy { $0 >= 0 && $0.isFinite },
      "The seed has a value that is no count.",
    )
    precondition(maximumIterations > 0, "\(maximumIterations) iterations were asked for.")
    try requireEqualSums(margins, tolerance: tolerance)
    let indexed = margins.map { IndexedMargin($0, shape: shape) }
    var cells = seed
    for iteration in 1...maximumIterations {
      for (number, margin) in indexed.enumerated() {
        try margin.scale(&cells, number: number)
      }
      let deviations = indexed.map { $0.largestDeviation(of: cells) }
      let largest = deviations.map(\.relative).max() ?? 0
      if largest <= tolerance {
        return FittedTable(cells: cells, iterations: iteration)
      }
    }
    throw failure(
      cells: cells,
      seed: seed,
      margins: indexed,
      tolerance: tolerance,
      iterations: maximumIterations,
    )
  }

  /// Refuses margins that do not describe the same number of heads.
  private static func requireEqualSums(
    _ margins: [FittingMargin],
    tolerance: Double,
  ) throws(ProportionalFittingError) {
    let firstSum = margins[0].totals.reduce(0, +)
    for (number, margin) in margins.enumerated() {
      let sum = margin.totals.reduce(0, +)
      guard abs(sum - firstSum) <= tolerance * firstSum else {
        throw .unequalSums(margin: number, sum: sum, firstSum: firstSum)
      }
    }
  }

  /// Finds the reason why the totals were not met.
  ///
  /// Where no table has the totals, the cells of the totals that fall short come to fill the totals of
  /// the other margins they share cells with, so these hold less than those ask for: a proof that
  /// can be checked by adding up, whatever led to it (F. Pukelsheim, Biproportional scaling of
  /// matrices and the iterative proportional fitting procedure, Annals of Operations Research 215
  /// (2014), 269-283).
  private static func failure(
    cells: [Double],
    seed: [Double],
    margins: [IndexedMargin],
    tolerance: Double,
    iterations: Int,
  ) -> ProportionalFittingError {
    var worst = (margin: 0, index: 0, relative: -1.0, sum: 0.0)
    for (number, margin) in margins.enumerated() {
      let short = margin.shortTotals(of: cells)
      for (otherNumber, other) in margins.enumerated() where otherNumber != number {
        let reached = margin.places(in: other, sharing: short, of: seed)
        let wanted = short.reduce(0) { $0 + margin.totals[$1] }
        let available = reached.reduce(0) { $0 + other.totals[$1] }
        guard wanted <= available * (1 + tolerance) else {
          return .unreachable(
            margin: number,
            indices: short,
            wanted: wanted,
            otherMargin: otherNumber,
            otherIndices: reached,
            available: available,
          )
        }
      }
      let deviation = margin.largestDeviation(of: cells)
      if deviation.relative > worst.relative {
        worst = (number, deviation.index, deviation.relative, deviation.sum)
      }
    }
    return .notConverged(
      margin: worst.margin,
      index: worst.index,
      total: margins[worst.margin].totals[worst.index],
      sum: worst.sum,
      iterations: iterations,
    )
  }
}

/// A margin with the place in it of every cell of the table.
private struct IndexedMargin {
  let totals: [Double]
  private let places: [Int]

  init(_ margin: FittingMargin, shape: [Int]) {
    let lengths = margin.axes.map { shape[$0] }
    precondition(Set(margin.axes).count == margin.axes.count, "An axis of \(margin.axes) repeats.")
    precondition(
      margin.totals.count == lengths.reduce(1, *),
      "\(margin.totals.count) totals do not fill the axes \(margin.axes) of \(shape).",
    )
    precondition(
      margin.totals.allSatisfy { $0 >= 0 && $0.isFinite },
      "The margin over \(margin.axes) has a total that is no count.",
    )
    let strides = margin.axes.map { shape[($0 + 1)...].reduce(1, *) }
    totals = margin.totals
    places = (0..<shape.reduce(1, *)).map { cell in
      zip(strides, lengths).reduce(0) { $0 * $1.1 + cell / $1.0 % $1.1 }
    }
  }

  /// The sums of a table over the cells of each total.
  private func sums(of cells: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: totals.count)
    for cell in cells.indices { sums[places[cell]] += cells[cell] }
    return sums
  }

  /// Multiplies the cells of each total so that they sum to it.
  func scale(_ cells: inout [Double], number: Int) throws(ProportionalFittingError) {
    var factors = sums(of: cells)
    for index in factors.indices {
      guard factors[index] > 0 || totals[index] == 0 else {
        throw .noCells(margin: number, index: index, total: totals[index])
      }
      factors[index] = totals[index] > 0 ? totals[index] / factors[index] : 0
    }
    for cell in cells.indices { cells[cell] *= factors[places[cell]] }
  }

  /// The positive total that is furthest off, relative to itself.
  func largestDeviation(of cells: [Double]) -> (index: Int, relative: Double, sum: Double) {
    var largest = (index: 0, relative: 0.0, sum: 0.0)
    for (index, sum) in sums(of: cells).enumerated() where totals[index] > 0 {
      let relative = abs(sum - totals[index]) / totals[index]
      if relative > largest.relative { largest = (index, relative, sum) }
    }
    return largest
  }

  /// The totals whose relative shortfall is more than half of the largest one.
  func shortTotals(of cells: [Double]) -> [Int] {
    let shortfalls = zip(totals, sums(of: cells)).map { $0 > 0 ? 1 - $1 / $0 : 0 }
    let largest = shortfalls.max() ?? 0
    return shortfalls.indices.filter { largest > 0 && shortfalls[$0] > largest / 2 }
  }

  /// The places in another margin that share a positive cell with some of this one's.
  func places(in other: IndexedMargin, sharing indices: [Int], of seed: [Double]) -> [Int] {
    var isWanted = [Bool](repeating: false, count: totals.count)
    for index in indices { isWanted[index] = true }
    var isReached = [Bool](repeating: false, count: other.totals.count)
    for cell in seed.indices where seed[cell] > 0 && isWanted[places[cell]] {
      isReached[other.places[cell]] = true
    }
    return isReached.indices.filter { isReached[$0] }
  }
}
