// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct ChoiceStreamTests {
  static let key = RandomKey(seed: 0x299f_31d0_a409_3822, replication: 9)
  static let ids: [UInt64] = [0, 1, 2, 3, 4, 0xFFFF_FFFF, 0x1_2345_6789, 1 << 62, (1 << 63) - 1]

  /// Equal weights: GSL's table then gives the class ⌊256 u⌋ for the uniform number u.
  static func equalWeights() throws -> DiscreteDistribution {
    try #require(DiscreteDistribution(weights: [Double](repeating: 1, count: 256)))
  }

  /// What many teachers draw from a table.
  static func draws(
    _ table: DiscreteDistribution,
    ids: [UInt64],
    key: RandomKey = key,
    decision: Decision = .retirementChoice,
    year: Int = 0,
  ) -> [(choice: Int, spare: Double)] {
    var stream = ChoiceStream(key: key, decision: decision, year: year)
    return ids.map { stream.draw(from: table, for: $0) }
  }

  @Test func `a teacher draws the two uniform numbers of one block`() throws {
    let draws = Self.draws(try Self.equalWeights(), ids: Self.ids, year: 2031)
    for (id, draw) in zip(Self.ids, draws) {
      let counter = SIMD4(
        UInt32(truncatingIfNeeded: id),
        0x8000_0000 + UInt32(id >> 32),
        10 << 16 | 2031,
        9,
      )
      let block = Philox.block(counter: counter, key: (0xa409_3822, 0x299f_31d0))
      #expect(draw.choice == Int(block.x >> 24))
      let bits = UInt64(block.z) << 20 | UInt64(block.w) >> 12
      #expect(draw.spare == (Double(bits) + 0.5) * 0x1p-52)
    }
  }

  @Test func `a teacher draws the same whoever else is asked`() throws {
    let table = try Self.equalWeights()
    let ids = (0..<500).map { UInt64($0) }
    let forwards = Self.draws(table, ids: ids).map(\.spare)
    let backwards = Self.draws(table, ids: ids.reversed()).map(\.spare)
    #expect(backwards.reversed() == forwards)
    #expect(Self.draws(table, ids: [7, 7, 7]).allSatisfy { $0.spare == forwards[7] })
    #expect(Set(forwards).count == 500)
  }

  @Test func `a draw depends on every part of its key`() throws {
    let table = try Self.equalWeights()
    let others: [(RandomKey, Decision, Int)] = [
      (Self.key, .retirementChoice, 0), (Self.key, .retirementChoice, 1), (Self.key, .exit, 0),
      (RandomKey(seed: Self.key.seed, replication: 8), .retirementChoice, 0),
      (RandomKey(seed: Self.key.seed + 1, replication: 9), .retirementChoice, 0),
      (RandomKey(seed: Self.key.seed + 1 << 32, replication: 9), .retirementChoice, 0),
    ]
    let spares = others.flatMap { key, decision, year in
      Self.draws(table, ids: [5, 5 | 1 << 32], key: key, decision: decision, year: year).map(
        \.spare
      )
    }
    #expect(Set(spares).count == 12)
  }

  @Test func `choices share no word with the events and counts of their decision`() throws {
    let ids = (0..<2000).map { UInt64($0) }
    let choices = Self.draws(try Self.equalWeights(), ids: ids, decision: .exit, year: 2031)
    let words = Set(choices.map { UInt32($0.spare * 0x1p32) })
    let events = DecisionStream(key: Self.key, decision: .exit, year: 2031)
    #expect(words.isDisjoint(with: ids.map { events.bits(for: $0) }))
    var counts = CountStream(key: Self.key, decision: .exit, year: 2031)
    #expect(words.isDisjoint(with: ids.map { _ in UInt32(counts.uniform() * 0x1p32) }))
  }

  @Test(arguments: [[0.15, 0.1, 0.72, 0.02, 0.01], [1, 1], [3, 0, 1]])
  func `choices fit their weights and the spare numbers are uniform`(weights: [Double]) throws {
    let table = try #require(DiscreteDistribution(weights: weights))
    let draws = Self.draws(table, ids: (0..<20_000).map { UInt64($0) })
    let sum = weights.reduce(0, +)
    let possible = weights.indices.filter { weights[$0] > 0 }
    let observed = possible.map { option in draws.count { $0.choice == option } }
    #expect(observed.reduce(0, +) == 20_000)
    let expected = possible.map { 20_000 * weights[$0] / sum }
    #expect(chiSquareTail(observed: observed, expected: expected) > believable)
    for option in possible {
      let spares = draws.filter { $0.choice == option }.map(\.spare)
      #expect(kolmogorovTail(spares) { $0 } > believable)
    }
  }

  @Test func `an identity of 64 bits is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomKey(seed: 1, replication: 0)
        .counter(decision: .exit, year: 2026, choiceOf: 1 << 63)
    }
  }
}
