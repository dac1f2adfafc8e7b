// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct DiscreteDistributionTests {
  @Test(arguments: [[1, 2, 3, 4], [0.5, 0, 0.25, 0, 0.25], [7, 1e-3, 7], [1, 1]])
  func `classes are drawn by their weights`(weights: [Double]) throws {
    let table = try #require(DiscreteDistribution(weights: weights))
    let classes = sample(10_000) { table.sample(using: &$0) }
    let observed = weights.indices.map { index in classes.count { $0 == index } }
    let expected = weights.map { 10_000 * $0 / weights.reduce(0, +) }
    #expect(zip(observed, weights).allSatisfy { $0.1 > 0 || $0.0 == 0 })
    let possible = weights.indices.filter { weights[$0] > 0 }
    let tail = chiSquareTail(
      observed: possible.map { observed[$0] },
      expected: possible.map { expected[$0] },
    )
    #expect(tail > believable)
  }

  @Test func `many classes of random weights are drawn by their weights`() throws {
    let weights = (0..<200).map { Double(($0 * 37) % 100 + 50) }
    let table = try #require(DiscreteDistribution(weights: weights))
    #expect(table.count == 200)
    let classes = sample(20_000) { table.sample(using: &$0) }
    var observed = [Int](repeating: 0, count: 200)
    for drawn in classes { observed[drawn] += 1 }
    let sum = weights.reduce(0, +)
    #expect(
      chiSquareTail(observed: observed, expected: weights.map { 20_000 * $0 / sum }) > believable
    )
  }

  @Test func `a single class is always drawn`() throws {
    let table = try #require(DiscreteDistribution(weights: [0, 2, 0]))
    #expect(Set(sample(200) { table.sample(using: &$0) }) == [1])
  }

  @Test(arguments: [[], [0, 0], [1, -1], [1, .nan], [.infinity], [1e308, 1e308]])
  func `impossible weights give no table`(weights: [Double]) {
    #expect(DiscreteDistribution(weights: weights) == nil)
  }

  @Test func `one table serves concurrent replications`() async throws {
    let table = try #require(DiscreteDistribution(weights: (1...50).map(Double.init)))
    let draw: @Sendable (UInt64) -> [Int] = { seed in
      sample(500, seed: seed) { table.sample(using: &$0) }
    }
    let alone = (0..<4).map { draw(UInt64($0)) }
    let together = await withTaskGroup(of: (Int, [Int]).self) { group in
      for number in 0..<4 { group.addTask { (number, draw(UInt64(number))) } }
      return await group.reduce(into: [Int: [Int]]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<4).map { together[$0] } == alone)
  }
}
