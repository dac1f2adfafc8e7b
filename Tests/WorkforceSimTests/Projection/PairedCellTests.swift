// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

/// Gaps of figures that records hold in seven digits.
struct PairedCellTests {
  /// A number as records of cells hold it.
  private func held(_ number: Double) -> Double { Double(Float(number)) }

  private func run(_ need: Double, _ available: Double) -> CellRun {
    CellRun(need: [held(need)], available: [held(available)])
  }

  /// Need and availability half a post apart.
  static let halves = [
    (64.3, 63.8), (128.5, 128.0), (1_000.6, 1_000.1), (7.7, 7.2), (12_345.9, 12_345.4),
  ]

  @Test(arguments: halves)
  func `half a post is no shortage, as with a threshold`(need: Double, available: Double) {
    func chance(_ need: Double) -> Double {
      Projection.shortageFigures([held(need)], [held(available)], [0], [0])[5][0]
    }
    #expect(chance(need) == 0)
    #expect(chance(need + 0.01) == 1)
    #expect(chance(need - 0.01) == 0)
  }

  @Test(arguments: halves)
  func `what is covered leaves nothing`(need: Double, available: Double) {
    func figures(_ covered: Double) -> [Double] {
      Projection.shortageFigures([held(need)], [held(available)], [covered], [0]).map { $0[0] }
    }
    #expect(figures(0.5)[9] == 0)
    #expect(abs(figures(0.25)[9] - 0.25) < 1e-3)
    #expect(abs(figures(0)[9] - figures(0)[2]) < 1e-12)
    #expect(Projection.shortageFigures([held(need)], [held(need)], [0], [0])[2] == [0])
  }

  @Test(arguments: halves, halves)
  func `gaps that are the same do not differ`(
    _ first: (Double, Double),
    _ second: (Double, Double),
  ) {
    let cell = PairedCell(base: run(first.0, first.1), other: run(second.0, second.1))
    #expect(cell.differences[2] == [0])
    #expect(cell.differences[3] == [0])
    #expect((cell.differences[0] == [0]) == (first.0 == second.0))
  }

  @Test func `differences are those of the figures, and a surplus is no shortage`() {
    let cells: [(PairedCell, [Double])] = [
      (PairedCell(base: run(10, 8), other: run(10, 7)), [0, -1, 1, 1]),
      (PairedCell(base: run(10, 12), other: run(10, 7)), [0, -5, 5, 3]),
      (PairedCell(base: run(10, 7), other: run(9, 12)), [-1, 5, -6, -3]),
      (PairedCell(base: run(10, 12), other: run(10, 11)), [0, -1, 1, 0]),
    ]
    for (cell, expected) in cells {
      #expect(cell.differences.map { $0[0] } == expected)
    }
  }
}
