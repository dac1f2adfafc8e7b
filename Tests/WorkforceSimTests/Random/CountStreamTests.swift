// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct CountStreamTests {
  static let key = RandomKey(seed: 77, replication: 1)

  /// A sequence that mixes distributions, so that it uses up odd numbers of words.
  static func sequence(_ stream: inout CountStream) -> [Double] {
    (0..<50).flatMap { _ in
      [
        stream.uniform(), Double(stream.binomial(trials: 100, probability: 0.3)),
        stream.normal(mean: 0, standardDeviation: 1),
        Double(stream.negativeBinomial(mean: 4, dispersion: 2)),
      ]
    }
  }

  @Test func `a stream that is used again gives the same sequence`() {
    var stream = CountStream(key: Self.key, decision: .births, year: 2026, index: 4)
    let first = Self.sequence(&stream)
    _ = stream.uniform()
    stream.use(key: Self.key, decision: .births, year: 2026, index: 4)
    #expect(Self.sequence(&stream) == first)
  }

  @Test func `a stream depends on every part of its key`() {
    var stream = CountStream(key: Self.key, decision: .births, year: 2026, index: 4)
    var numbers = [stream.uniform()]
    stream.use(key: Self.key, decision: .births, year: 2026, index: 5)
    numbers.append(stream.uniform())
    stream.use(key: Self.key, decision: .births, year: 2027, index: 4)
    numbers.append(stream.uniform())
    stream.use(key: Self.key, decision: .applicants, year: 2026, index: 4)
    numbers.append(stream.uniform())
    stream.use(key: RandomKey(seed: 77, replication: 2), decision: .births, year: 2026, index: 4)
    numbers.append(stream.uniform())
    stream.use(key: RandomKey(seed: 78, replication: 1), decision: .births, year: 2026, index: 4)
    numbers.append(stream.uniform())
    #expect(Set(numbers).count == 6)
  }

  @Test func `a count stream shares no block with the teachers of its decision`() {
    var stream = CountStream(key: Self.key, decision: .exit, year: 2026, index: 0)
    let teachers = DecisionStream(key: Self.key, decision: .exit, year: 2026)
    let words = Set((0..<400).map { teachers.bits(for: $0) })
    let drawn = (0..<100).map { _ in UInt32(stream.uniform() * 0x1p32) }
    #expect(words.isDisjoint(with: drawn))
  }

  @Test func `concurrent replications draw what they draw alone`() async {
    let alone = (0..<8).map { Self.replication($0) }
    let together = await withTaskGroup(of: (Int, [Double]).self) { group in
      for number in 0..<8 { group.addTask { (number, Self.replication(UInt32(number))) } }
      return await group.reduce(into: [Int: [Double]]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<8).map { together[$0] } == alone)
  }

  static func replication(_ number: UInt32) -> [Double] {
    let key = RandomKey(seed: 77, replication: number)
    var stream = CountStream(key: key, decision: .births, year: 2026)
    return sequence(&stream)
  }
}
