// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Two draws that differ in one respect by one step.
enum Neighbours: CaseIterable, Sendable {
  case teachersOfABlock, teachersOfTwoBlocks, years, decisions, replications, seeds,
    seedsAbove32Bits
  case hiresOfTwoCells

  func pair(_ index: Int) -> (UInt32, UInt32) {
    let id = UInt64(index) << 2
    let first = word(id: id)
    switch self {
    case .teachersOfABlock: return (first, word(id: id + 1))
    case .teachersOfTwoBlocks: return (first, word(id: id + 4))
    case .hiresOfTwoCells: return (first, word(id: id | 1 << 34))
    case .years: return (first, word(id: id, year: 2027))
    case .decisions: return (first, word(id: id, decision: .leave))
    case .replications: return (first, word(id: id, replication: 1))
    case .seeds: return (first, word(id: id, seed: 2))
    case .seedsAbove32Bits: return (first, word(id: id, seed: 1 | 1 << 32))
    }
  }

  private func word(
    id: UInt64,
    decision: Decision = .exit,
    year: Int = 2026,
    seed: UInt64 = 1,
    replication: UInt32 = 0,
  ) -> UInt32 {
    let key = RandomKey(seed: seed, replication: replication)
    return DecisionStream(key: key, decision: decision, year: year).bits(for: id)
  }
}

struct RandomIndependenceTests {
  @Test(arguments: Neighbours.allCases)
  func `the words of neighbours are independent`(neighbours: Neighbours) {
    let pairs = (0..<20_000).map(neighbours.pair)
    #expect(pairTail(pairs) > believable)
    #expect(abs(scaledCorrelation(pairs)) < 5)
  }

  @Test func `neighbouring and successive draws of count streams are independent`() {
    let draws = sample(20_001) { stream in
      (UInt32(stream.uniform() * 0x1p32), UInt32(stream.uniform() * 0x1p32))
    }
    let neighbours = zip(draws, draws.dropFirst()).map { ($0.0, $1.0) }
    #expect(pairTail(neighbours) > believable)
    #expect(abs(scaledCorrelation(neighbours)) < 5)
    #expect(pairTail(draws) > believable)
    #expect(abs(scaledCorrelation(draws)) < 5)
  }

  @Test(arguments: [1, 4, 1 << 22, 1 << 32] as [UInt64])
  func `the choices of neighbours are independent`(distance: UInt64) throws {
    let table = try ChoiceStreamTests.equalWeights()
    let ids = (0..<20_000).map { UInt64($0) }
    let first = ChoiceStreamTests.draws(table, ids: ids)
    let second = ChoiceStreamTests.draws(table, ids: ids.map { $0 + distance })
    // The spare number comes last in its block, before the next teacher's choice.
    let pairs = zip(first, second).map { (UInt32($0.spare * 0x1p32), UInt32($1.choice) << 24) }
    let choices = zip(first, second).map { (UInt32($0.choice) << 24, UInt32($1.choice) << 24) }
    for sample in [pairs, choices] {
      #expect(pairTail(sample) > believable)
      #expect(abs(scaledCorrelation(sample)) < 5)
    }
  }

  @Test func `dependent pairs are found out`() {
    let pairs = (0..<20_000).map { index in
      let (first, second) = Neighbours.years.pair(index)
      return (first, index % 10 == 0 ? first : second)
    }
    #expect(pairTail(pairs) < believable)
    #expect(abs(scaledCorrelation(pairs)) > 5)
  }
}
