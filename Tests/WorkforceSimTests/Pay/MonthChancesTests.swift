// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

/// The month of a draw is the first one whose chances, with those before it, exceed the draw.
@Suite struct MonthChancesTests {
  /// Weights of calendar months: alike, uneven, months without any, one month only, none at all.
  private static let weights: [[Double]] = [
    [Double](repeating: 1, count: 12),
    [5, 1, 1, 1, 1, 1, 30, 30, 1, 1, 1, 1],
    [0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
    [0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0],
    [Double](repeating: 0, count: 12),
  ]

  private static func expected(_ weights: [Double], from start: Month, draw: Double) -> Int {
    let ordered = (0..<12).map { weights[(start + $0).month - 1] }
    let total = ordered.reduce(0, +)
    var sum = 0.0
    for month in 0..<11 {
      sum += total > 0 ? ordered[month] / total : 1 / 12
      if draw < sum { return month }
    }
    return 11
  }

  @Test(arguments: [Month(year: 2024, month: 1), Month(year: 2024, month: 9)])
  func `a draw falls into the first month whose chances exceed it`(start: Month) {
    let chances = MonthChances(
      Self.weights.map { ParameterValues(axes: [.month], shape: [12], values: $0) } + [nil],
      from: start,
    )
    for (reason, weights) in (Self.weights + [[Double](repeating: 1, count: 12)]).enumerated() {
      let edges = (0...12).map { Double($0) / 12 } + (0...72).map { Double($0) / 72 }
      for edge in edges {
        let near = Int64((edge * 0x1p32).rounded())
        for word in (near - 2...near + 2).compactMap({ UInt32(exactly: $0) }) {
          let draw = DecisionStream.uniform(of: word)
          let expected = Self.expected(weights, from: start, draw: draw)
          #expect(chances.month(of: word, reason: reason) == expected, "\(weights) \(draw)")
        }
      }
    }
  }
}
