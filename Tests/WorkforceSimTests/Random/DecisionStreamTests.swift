// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct DecisionStreamTests {
  static let key = RandomKey(seed: 0x299f_31d0_a409_3822, replication: 9)
  static let stream = DecisionStream(key: key, decision: .exit, year: 2031)
  static let ids = (0..<20_000).map { UInt64($0) }

  @Test func `a teacher's word is a word of the block of the identity`() {
    let ids: [UInt64] = [0, 1, 2, 3, 4, 0x1_2345_6789, .max]
    for id in ids {
      let block = id >> 2
      let counter = SIMD4(
        UInt32(truncatingIfNeeded: block),
        UInt32(block >> 32),
        12 << 16 | 2031,
        9,
      )
      let words = Philox.block(counter: counter, key: (0xa409_3822, 0x299f_31d0))
      #expect(Self.stream.bits(for: id) == words[Int(id & 3)])
    }
  }

  static let batches: [[UInt64]] = [
    [], [5], [0, 1, 2, 3, 4, 5, 6, 7, 8], [3, 2, 1, 0], [7, 7, 8, 7], [9, 1 << 40, 10, .max],
    (1000..<3000).map { UInt64($0) }, (0..<700).map { UInt64($0 * 6 / 5) },
    (0..<2000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 },
  ]

  @Test(arguments: batches)
  func `a batch has the words of its teachers`(ids: [UInt64]) {
    var words = [UInt32](repeating: 0, count: ids.count)
    Self.stream.fill(ids: ids.span, into: &words)
    #expect(words == ids.map { Self.stream.bits(for: $0) })
  }

  @Test(arguments: batches, [0, 0.3, 1])
  func `those below a bound are found in a batch`(ids: [UInt64], probability: Double) {
    let threshold = ProbabilityThreshold(probability)
    var draws = LowDraws()
    Self.stream.find(threshold, among: ids.span, into: &draws)
    let expected = ids.indices.filter { Self.stream.happens(threshold, for: ids[$0]) }
    #expect(draws.positions.prefix(draws.count).map { Int($0) } == expected)
    #expect(draws.words.prefix(draws.count) == expected.map { Self.stream.bits(for: ids[$0]) }[...])
  }

  @Test(arguments: batches)
  func `teachers asked one after another have the same words`(ids: [UInt64]) {
    var words = NeighbouringWords(Self.stream)
    for id in ids { #expect(words.bits(for: id) == Self.stream.bits(for: id)) }
  }

  @Test func `a batch without room for every teacher is refused`() async {
    await #expect(processExitsWith: .failure) {
      var words = [UInt32](repeating: 0, count: 2)
      DecisionStreamTests.stream.fill(ids: [1, 2, 3].span, into: &words)
    }
  }

  @Test func `a uniform number is the middle of its word`() {
    for id in Self.ids.prefix(100) {
      let word = Double(Self.stream.bits(for: id))
      let number = Self.stream.uniform(for: id)
      #expect(word * 0x1p-32 < number && number < (word + 1) * 0x1p-32)
    }
  }

  @Test func `probability 0 happens to nobody and probability 1 to everybody`() {
    let (never, always) = (ProbabilityThreshold(0), ProbabilityThreshold(1))
    #expect(!Self.ids.contains { Self.stream.happens(never, for: $0) })
    #expect(Self.ids.allSatisfy { Self.stream.happens(always, for: $0) })
  }

  @Test func `a higher probability keeps every leaver of the lower`() {
    var leavers = Set<UInt64>()
    for probability in [0, 0.01, 0.040, 0.045, 0.3, 0.9, 1] {
      let threshold = ProbabilityThreshold(probability)
      let more = Set(Self.ids.filter { Self.stream.happens(threshold, for: $0) })
      #expect(more.isSuperset(of: leavers))
      #expect(more.count > leavers.count || probability == 0)
      leavers = more
    }
  }

  @Test(arguments: [0.001, 0.04, 0.5, 0.97])
  func `an event happens as often as its probability says`(probability: Double) {
    let threshold = ProbabilityThreshold(probability)
    let count = Self.ids.count { Self.stream.happens(threshold, for: $0) }
    let expected = probability * Double(Self.ids.count)
    #expect(abs(Double(count) - expected) < 5 * (expected * (1 - probability)).squareRoot())
  }

  @Test func `the numbers of many teachers are uniform`() {
    let numbers = Self.ids.map { Self.stream.uniform(for: $0) }
    #expect(kolmogorovTail(numbers) { $0 } > believable)
    #expect(SampleMoments(numbers).agrees(mean: 0.5, variance: 1 / 12))
  }
}
