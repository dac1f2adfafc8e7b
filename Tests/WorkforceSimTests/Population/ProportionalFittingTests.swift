// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Whether two tables agree cell by cell to an absolute error.
private func agree(_ left: [Double], _ right: [Double], within error: Double) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= error }
}

struct ProportionalFittingTests {
  @Test func `the published four by four example is reproduced`() throws {
    // Wikipedia, "Iterative proportional fitting", section Example. It stops when the columns are met
    // and the first row is at 150.14 of 150, hence the tolerance of 1 in 1,000.
    let fitted = try ProportionalFitting.fit(
      seed: [40, 30, 20, 10, 35, 50, 100, 75, 30, 80, 70, 120, 20, 30, 40, 50],
      rowTotals: [150, 300, 400, 150],
      columnTotals: [200, 300, 400, 100],
      tolerance: 1e-3,
    )
    let published = [
      64.61, 46.28, 35.42, 3.83, 49.95, 68.15, 156.49, 25.37,
      56.70, 144.40, 145.06, 53.76, 28.74, 41.18, 63.03, 17.03,
    ]
    #expect(agree(fitted.cells, published, within: 0.005))
  }

  @Test func `a table without three-factor interaction has the published values`() throws {
    // M. S. Bartlett, Contingency table interactions, Supplement to the Journal of the Royal
    // Statistical Society 2 (1935), 248-252: plum root cuttings by length, time of planting and
    // survival. Every cell moves by 5.1, the root of a cubic equation.
    let observed: [Double] = [156, 84, 84, 156, 107, 133, 31, 209]
    func sum(_ pairs: [(Int, Int)]) -> [Double] { pairs.map { observed[$0.0] + observed[$0.1] } }
    let fitted = try ProportionalFitting.fit(
      seed: Array(repeating: 1, count: 8),
      shape: [2, 2, 2],
      margins: [
        FittingMargin(axes: [0, 1], totals: sum([(0, 1), (2, 3), (4, 5), (6, 7)])),
        FittingMargin(axes: [0, 2], totals: sum([(0, 2), (1, 3), (4, 6), (5, 7)])),
        FittingMargin(axes: [2, 1], totals: sum([(0, 4), (2, 6), (1, 5), (3, 7)])),
      ],
    )
    let published = [161.1, 78.9, 78.9, 161.1, 101.9, 138.1, 36.1, 203.9]
    #expect(agree(fitted.cells, published, within: 0.05))
  }

  @Test func `a seed of ones gives the product of the margins`() throws {
    let (rows, columns) = ([10.0, 20, 70], [25.0, 75])
    let fitted = try ProportionalFitting.fit(
      seed: Array(repeating: 1, count: 6),
      rowTotals: rows,
      columnTotals: columns,
    )
    let product = rows.flatMap { row in columns.map { row * $0 / 100 } }
    #expect(agree(fitted.cells, product, within: 1e-9))
    #expect(fitted.iterations == 1)
  }

  @Test func `three single margins give the product of the margins`() throws {
    let (first, second, third) = ([40.0, 60], [10.0, 20, 70], [55.0, 45])
    let fitted = try ProportionalFitting.fit(
      seed: Array(repeating: 2, count: 12),
      shape: [2, 3, 2],
      margins: [
        FittingMargin(axes: [0], totals: first),
        FittingMargin(axes: [1], totals: second),
        FittingMargin(axes: [2], totals: third),
      ],
    )
    let product = first.flatMap { a in second.flatMap { b in third.map { a * b * $0 / 10_000 } } }
    #expect(agree(fitted.cells, product, within: 1e-9))
  }

  @Test func `overlapping margins give independence given what they share`() throws {
    // Fit = n(a,b) n(b,c) / n(b): Bishop, Fienberg and Holland, section 3.4, a direct model.
    let fitted = try ProportionalFitting.fit(
      seed: Array(repeating: 1, count: 8),
      shape: [2, 2, 2],
      margins: [
        FittingMargin(axes: [0, 1], totals: [10, 20, 30, 40]),
        FittingMargin(axes: [1, 2], totals: [4, 36, 45, 15]),
      ],
    )
    let direct = [1.0, 9, 15, 5, 3, 27, 30, 10]
    #expect(agree(fitted.cells, direct, within: 1e-9))
  }

  @Test func `odds ratios of the seed are kept`() throws {
    let fitted = try ProportionalFitting.fit(
      seed: [3, 1, 2, 5],
      rowTotals: [400, 100],
      columnTotals: [180, 320],
    )
    let cells = fitted.cells
    #expect(abs(cells[0] * cells[3] / (cells[1] * cells[2]) - 7.5) < 1e-7)
    #expect(abs(cells[0] + cells[1] - 400) < 1e-6)
    #expect(abs(cells[0] + cells[2] - 180) < 1e-6)
  }

  @Test func `zeros of the seed and totals of zero give zeros`() throws {
    let fitted = try ProportionalFitting.fit(
      seed: [0, 1, 1, 1, 1, 1, 1, 1, 1],
      rowTotals: [30, 0, 70],
      columnTotals: [40, 40, 20],
    )
    #expect(fitted.cells[0] == 0)
    #expect(fitted.cells[3...5].allSatisfy { $0 == 0 })
    #expect(agree(Array(fitted.cells[1...2]), [20, 10], within: 1e-7))
  }

  @Test func `a row without cells but with a total is refused`() {
    #expect(throws: ProportionalFittingError.noCells(margin: 0, index: 1, total: 5)) {
      try ProportionalFitting.fit(
        seed: [1, 1, 0, 0],
        rowTotals: [5, 5],
        columnTotals: [4, 6],
      )
    }
  }

  @Test func `a column whose cells all lie in rows of zero is refused`() {
    #expect(throws: ProportionalFittingError.noCells(margin: 1, index: 0, total: 4)) {
      try ProportionalFitting.fit(
        seed: [0, 1, 1, 1],
        rowTotals: [10, 0],
        columnTotals: [4, 6],
      )
    }
  }

  @Test func `margins of unequal sums are refused`() {
    #expect(throws: ProportionalFittingError.unequalSums(margin: 1, sum: 11, firstSum: 10)) {
      try ProportionalFitting.fit(
        seed: [1, 1, 1, 1],
        rowTotals: [5, 5],
        columnTotals: [5, 6],
      )
    }
  }

  @Test func `rows that ask for more than their columns hold are named`() {
    // Rows 0 and 2 have cells in column 1 only: 70 heads are wanted where 60 may stand.
    let expected = ProportionalFittingError.unreachable(
      margin: 0,
      indices: [0, 2],
      wanted: 70,
      otherMargin: 1,
      otherIndices: [1],
      available: 60,
    )
    #expect(throws: expected) {
      try ProportionalFitting.fit(
        seed: [0, 1, 0, 1, 1, 1, 0, 2, 0],
        rowTotals: [30, 30, 40],
        columnTotals: [20, 60, 20],
      )
    }
  }

  @Test func `totals that pull cells to zero run out of iterations`() {
    // Only the diagonal has these totals; the upper cell shrinks like 1 / iterations.
    let error = #expect(throws: ProportionalFittingError.self) {
      try ProportionalFitting.fit(
        seed: [1, 1, 0, 1],
        rowTotals: [1, 1],
        columnTotals: [1, 1],
        maximumIterations: 50,
      )
    }
    guard case .notConverged(_, _, let total, let sum, 50)? = error else {
      Issue.record("Found \(String(describing: error)) instead.")
      return
    }
    #expect(total == 1 && abs(sum - 1) < 0.05)
  }

  @Test func `a table that meets its totals is left alone`() throws {
    let seed: [Double] = [1, 2, 3, 4]
    let fitted = try ProportionalFitting.fit(seed: seed, rowTotals: [3, 7], columnTotals: [4, 6])
    #expect(fitted.cells == seed)
    #expect(fitted.iterations == 1)
  }
}
