// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The uniform number in (0, 1) of a key, by the SplitMix64 finaliser of Steele, Lea and Flood (2014).
private func uniform(seed: Int, key: Int) -> Double {
  var bits = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(key) &* 0xD1B5_4A32_D192_ED03
  for _ in 0..<2 {
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
  }
  return (Double(bits >> 11) + 0.5) / 9_007_199_254_740_992
}

/// Rounds a table with the uniform numbers of a seed.
private func rounded(_ cells: [Double], columns: Int, seed: Int) -> [Int] {
  ControlledRounding.round(cells, columnCount: columns) { uniform(seed: seed, key: $0) }
}

/// The sums over each row and over each column.
private func totals<Value: AdditiveArithmetic>(
  _ cells: [Value],
  columns: Int,
) -> (rows: [Value], columns: [Value]) {
  var rowTotals = [Value](repeating: .zero, count: cells.count / columns)
  var columnTotals = [Value](repeating: .zero, count: columns)
  for (cell, value) in cells.enumerated() {
    rowTotals[cell / columns] += value
    columnTotals[cell % columns] += value
  }
  return (rowTotals, columnTotals)
}

/// A table with whole totals in which about a third of the cells are zero.
///
/// It starts from whole numbers; each step moves a fraction around a rectangle, which keeps totals.
private func tableWithWholeTotals(rows: Int, columns: Int) -> [Double] {
  var cells = (0..<rows * columns).map { uniform(seed: 1, key: $0) < 0.3 ? 0.0 : 2.0 }
  for key in 0..<2 * rows * columns {
    let (row, column) = (key % rows, key % columns)
    let other = (row + 1 + key / rows) % rows
    let next = (column + 1 + key / columns) % columns
    let corners = [
      row * columns + column, row * columns + next,
      other * columns + next, other * columns + column,
    ]
    guard Set(corners).count == 4, corners.allSatisfy({ cells[$0] > 0.4 }) else { continue }
    let step = 0.4 * uniform(seed: 2, key: key)
    for (corner, sign) in zip(corners, [1.0, -1, 1, -1]) { cells[corner] += sign * step }
  }
  return cells
}

struct ControlledRoundingTests {
  @Test(arguments: [(2, 2), (7, 3), (3, 7), (40, 20), (200, 5)])
  func `whole totals are met and cells go down or up`(rows: Int, columns: Int) {
    let cells = tableWithWholeTotals(rows: rows, columns: columns)
    let expected = totals(cells, columns: columns)
    for seed in 0..<20 {
      let heads = rounded(cells, columns: columns, seed: seed)
      let found = totals(heads, columns: columns)
      #expect(zip(found.rows, expected.rows).allSatisfy { abs(Double($0) - $1) < 1e-6 })
      #expect(zip(found.columns, expected.columns).allSatisfy { abs(Double($0) - $1) < 1e-6 })
      #expect(zip(heads, cells).allSatisfy { abs(Double($0) - $1) < 1 })
    }
  }

  @Test(arguments: [
    // The only two roundings of the first are its two diagonals.
    [0.25, 0.75, 0.75, 0.25],
    [1.5, 0.2, 0.3, 0.9, 1.4, 0.7, 0.6, 0.4, 3],
    // Totals with fractions, which are rounded too.
    [0.3, 1.7, 2.45, 0.05, 4.2, 0.6],
  ])
  func `the mean over many seeds is the value`(cells: [Double]) {
    let columns = cells.count == 9 ? 3 : 2
    let repetitions = 20_000
    var sums = [Int](repeating: 0, count: cells.count)
    for seed in 0..<repetitions {
      for (cell, heads) in rounded(cells, columns: columns, seed: seed).enumerated() {
        sums[cell] += heads
      }
    }
    for (sum, value) in zip(sums, cells) {
      let fraction = value - value.rounded(.down)
      let standardError = (fraction * (1 - fraction) / Double(repetitions)).squareRoot()
      #expect(abs(Double(sum) / Double(repetitions) - value) <= 5 * standardError + 1e-12)
    }
  }

  @Test func `a whole table stays as it is and asks for no random number`() {
    let cells: [Double] = [3, 0, 7, 0, 0, 12]
    let heads = ControlledRounding.round(cells, columnCount: 3) { key in
      Issue.record("The number of key \(key) was asked for.")
      return 0.5
    }
    #expect(heads == [3, 0, 7, 0, 0, 12])
  }

  @Test func `values a rounding error away from whole ones are rounded to those`() {
    let cells = [2.999_999_999_999_9, 1e-14, 0.1 + 0.2 - 0.3, 5.000_000_000_000_1]
    for seed in 0..<100 { #expect(rounded(cells, columns: 2, seed: seed) == [3, 0, 0, 5]) }
  }

  @Test func `a zero cell stays zero`() {
    let cells = [0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0]
    for seed in 0..<200 {
      let heads = rounded(cells, columns: 3, seed: seed)
      #expect(heads[0] == 0 && heads[4] == 0 && heads[8] == 0)
    }
  }

  @Test(arguments: [1, 4])
  func `a single row or column keeps its whole total`(columns: Int) {
    var seen: Set<[Int]> = []
    for seed in 0..<200 {
      let heads = rounded([0.5, 0.5, 1.25, 0.75], columns: columns, seed: seed)
      #expect(heads.reduce(0, +) == 3)
      seen.insert(heads)
    }
    #expect(seen.count > 1)
  }

  @Test func `totals with a fraction go down or up, the grand total too`() {
    // Rows 0.9 and 1.7, columns 1.1 and 1.5, all together 2.6.
    for seed in 0..<200 {
      let heads = rounded([0.4, 0.5, 0.7, 1.0], columns: 2, seed: seed)
      let found = totals(heads, columns: 2)
      #expect((0...1).contains(found.rows[0]) && (1...2).contains(found.rows[1]))
      #expect((1...2).contains(found.columns[0]) && (1...2).contains(found.columns[1]))
      #expect((2...3).contains(heads.reduce(0, +)))
    }
  }

  @Test func `the same uniform numbers give the same table`() {
    let cells = tableWithWholeTotals(rows: 50, columns: 8)
    let first = rounded(cells, columns: 8, seed: 11)
    #expect(first == rounded(cells, columns: 8, seed: 11))
    #expect(first != rounded(cells, columns: 8, seed: 12))
  }

  @Test func `each random number is asked for at most once and by a key of the table`() {
    let cells = tableWithWholeTotals(rows: 30, columns: 6).map { $0 * 0.7 }
    var keys: [Int] = []
    _ = ControlledRounding.round(cells, columnCount: 6) { key in
      keys.append(key)
      return 0.3
    }
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { (0..<cells.count + 30 + 6 + 1).contains($0) })
  }

  @Test(.timeLimit(.minutes(1)))
  func `six thousand rows by twenty columns keep their totals`() {
    let cells = tableWithWholeTotals(rows: 6_000, columns: 20)
    let expected = totals(cells, columns: 20)
    let heads = rounded(cells, columns: 20, seed: 3)
    let found = totals(heads, columns: 20)
    #expect(zip(found.rows, expected.rows).allSatisfy { abs(Double($0) - $1) < 1e-6 })
    #expect(zip(found.columns, expected.columns).allSatisfy { abs(Double($0) - $1) < 1e-6 })
  }

  // The values go by name, because an exit test cannot carry a NaN to its process.
  @Test(arguments: ["-0.5", "nan", "inf"])
  func `a value that is no count is refused`(value: String) async {
    await #expect(processExitsWith: .failure) { [value] in
      guard let number = Double(value) else { return }
      _ = ControlledRounding.round([number], columnCount: 1) { _ in 0.5 }
    }
  }
}
