// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Figures are written in as few bytes as hold them, and come back as they were.
struct FigureBytesTests {
  /// Figures of single precision, and how many bytes each of them takes.
  private static let singles: [([Double], Int)] = [
    ([0, 0, 0], 0),
    ([0, 1, 255], 1),
    ([0, 256, 7], 2),
    ([65_535, 1, 0], 2),
    ([65_536, 1, 0], 4),
    ([0.5, 1, 2], 4),
    ([1, -1, 2], 4),
    ([1, -0.0, 2], 4),
    ([1, .nan, 2], 4),
    ([1, .infinity, 2], 4),
    ([0x1p23, 0, 0], 4),
    ([0x1p24, 0, 0], 4),
    ([0x1p32, 0, 0], 4),
    ([1e-40, 0, 0], 4),
    ([7], 1),
  ]

  @Test(arguments: singles)
  func `single precision takes no more bytes than its widest figure needs`(
    figures: [Double],
    width: Int,
  ) {
    let written = written(figures) { FigureBytes.single($0, isLive: &$1, from: 1) }
    #expect(written.bytes.count == width * figures.count)
    #expect(written.isLive == figures.map { Float($0) != 0 })
    #expect(
      read(written.bytes, heldIn: .single, count: figures.count)?.map(\.bitPattern)
        == figures.map { Double(Float($0)).bitPattern }
    )
  }

  @Test func `every whole number of two bytes comes back`() {
    let figures = (0...65_535).map(Double.init)
    let bytes = written(figures) { FigureBytes.single($0, isLive: &$1, from: 1) }.bytes
    #expect(bytes.count == 2 * figures.count)
    #expect(read(bytes, heldIn: .single, count: figures.count) == figures)
  }

  @Test func `double precision takes eight bytes or none`() {
    for figures in [[0.1, 0, 3], [0, 0, -0.0], [0, 0, .leastNonzeroMagnitude]] {
      let written = written(figures) { FigureBytes.double($0, isLive: &$1, from: 1) }
      #expect(written.bytes.count == 24)
      #expect(written.isLive == figures.map { $0 != 0 })
      #expect(
        read(written.bytes, heldIn: .double, count: 3)?.map(\.bitPattern)
          == figures.map(\.bitPattern)
      )
    }
    let zeros = written([0, 0]) { FigureBytes.double($0, isLive: &$1, from: 1) }
    #expect(zeros.bytes.isEmpty && zeros.isLive == [false, false])
    #expect(read([], heldIn: .double, count: 2) == [0, 0])
  }

  /// Figures of schools, how many bytes each of them takes, and their steps.
  private static let stepped: [([Double], Int, [Double])] = [
    ([0, 0.04, 0], 0, [0, 0, 0]),
    ([3, 1.26, 255], 1, [3, 13, 255]),
    ([3, 30, 255], 2, [3, 300, 255]),
    ([70_000, 30, 1], 2, [65_535, 300, 1]),
  ]

  @Test(arguments: stepped)
  func `steps are whole numbers of the measures that follow each other`(
    figures: [Double],
    width: Int,
    steps: [Double],
  ) {
    let written = written(figures) {
      FigureBytes.steps($0, [10, 1], ofMeasure: 1, isLive: &$1, from: 1)
    }
    #expect(written.bytes.count == width * figures.count)
    #expect(written.isLive == steps.map { $0 != 0 })
    #expect(read(written.bytes, heldIn: .steps, count: figures.count) == steps)
  }

  @Test func `as many bytes as no figures can have are refused`() {
    let bytes = { (count: Int) in [UInt8](repeating: 1, count: count) }
    #expect(read(bytes(3), heldIn: .single, count: 2) == nil)
    #expect(read(bytes(16), heldIn: .single, count: 2) == nil)
    #expect(read(bytes(4), heldIn: .double, count: 2) == nil)
    #expect(read(bytes(8), heldIn: .steps, count: 2) == nil)
  }

  /// The bytes that figures are written in, and which of the figures are not zero.
  private func written(
    _ figures: [Double],
    _ write: (Span<Double>, inout MutableSpan<Bool>) -> [UInt8],
  ) -> (bytes: [UInt8], isLive: [Bool]) {
    var isLive = [Bool](repeating: false, count: 1 + figures.count)
    var span = isLive.mutableSpan
    let bytes = write(figures.span, &span)
    #expect(!isLive[0])
    return (bytes, Array(isLive.dropFirst()))
  }

  private func read(_ bytes: [UInt8], heldIn precision: FigurePrecision, count: Int) -> [Double]? {
    var figures = [Double](repeating: .nan, count: count)
    let isWhole = FigureBytes.read(bytes, heldIn: precision, count: count) { figures[$0] = $1 }
    return isWhole ? figures : nil
  }
}
