// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Members picked by random words, as a uniform number would pick them.
struct ShareTableTests {
  private func table(_ blocks: [[Double]]) -> ShareTable {
    ShareTable(
      ParameterValues(
        axes: [.stage, .sex],
        shape: [blocks.count, blocks[0].count],
        values: blocks.flatMap { $0 },
      ),
      along: .sex,
    )
  }

  /// Words on both sides of where the shares meet, and some in between.
  private func words(_ shares: [Double]) -> [UInt32] {
    var random = SplitMix64(state: 7)
    var words: [UInt32] = [0, 1, .max - 1, .max]
    var sum = 0.0
    for share in shares {
      sum += share
      let edge = Int(sum / shares.reduce(0, +) * 0x1p32)
      words += (edge - 2...edge + 2).map { UInt32(clamping: $0) }
    }
    return words + (0..<500).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }
  }

  private static let shares: [[Double]] = [
    [0.4, 0.6, 0], [0, 0.1, 0.9], [1, 0, 0], [0, 0, 1], [0.2, 0.3, 0.5], [1e-12, 1, 1e-12],
    // A share between two numbers that words stand for, and one that is such a number.
    [0x1p-31, 1 - 0x1p-31, 0], [0x1.8p-32, 1 - 0x1.8p-32, 0], [0x1p-33, 1 - 0x1p-33, 0], [3, 4, 5],
  ]

  @Test func `words pick members as uniform numbers do, block by block and in the only block`() {
    for shares in Self.shares {
      let words = words(shares)
      let expected = words.map { UInt8(member(at: DecisionStream.uniform(of: $0), of: shares)) }
      #expect(table([shares]).pick(words) == expected)
      #expect(table([[1, 1, 1], shares]).pick(words) { _ in 1 } == expected)
    }
  }

  @Test func `each draw has its own block`() {
    let table = table(Self.shares)
    let words = words([0.2, 0.3, 0.5])
    let picked = table.pick(words) { $0 % Self.shares.count }
    for (draw, word) in words.enumerated() {
      let shares = Self.shares[draw % Self.shares.count]
      #expect(Int(picked[draw]) == member(at: DecisionStream.uniform(of: word), of: shares))
    }
  }

  @Test func `where no member has a share, the first is picked`() {
    #expect(table([[0, 0, 0]]).pick([0, .max]) == [0, 0])
    #expect(table([[0, 0, 0], [0, 1, 0]]).pick([0, .max, 5]) { $0 % 2 } == [0, 1, 0])
  }
}
