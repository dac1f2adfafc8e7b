// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// A kind of draw, each with a form of the counter of its own.
private enum Kind: CaseIterable {
  case event, choice, count
}

/// What a random number is drawn for, and the counter it gets.
private struct Subject: Hashable {
  var key: RandomKey
  var decision: Decision
  var year: Int
  /// A block of four teachers, a teacher, or the index of a count stream.
  var place: UInt64
  var kind: Kind

  var counter: SIMD4<UInt32> {
    switch kind {
    case .event: key.counter(decision: decision, year: year, teacher: place << 2)
    case .choice: key.counter(decision: decision, year: year, choiceOf: place)
    case .count: key.counter(decision: decision, year: year, stream: UInt32(place))
    }
  }

  static func random() -> Subject {
    let kind = Kind.allCases.randomElement() ?? .event
    let widest: UInt64 =
      switch kind {
      case .event: 62
      case .choice: 63
      case .count: 32
      }
    // Small ranges, so that neighbours and near misses are frequent.
    let width = UInt64.random(in: 1...widest)
    return Subject(
      key: RandomKey(seed: .random(in: 0...3) << 31, replication: .random(in: 0...3) << 30),
      decision: Decision.allCases.randomElement() ?? .parameters,
      year: [0, 1, 2026, 65_535].randomElement() ?? 0,
      place: .random(in: 0..<(1 << width)),
      kind: kind,
    )
  }

  /// Reads the subject back from key and counter.
  init?(philoxKey: (UInt32, UInt32), counter: SIMD4<UInt32>) {
    guard let decision = Decision(rawValue: UInt16(counter.z >> 16 & 0x7FFF)) else { return nil }
    kind = counter.z >> 31 == 1 ? .count : counter.y >> 31 == 1 ? .choice : .event
    if kind == .count && counter.x != 0 { return nil }
    self.decision = decision
    year = Int(counter.z & 0xFFFF)
    let identity = UInt64(counter.y & 0x7FFF_FFFF) << 32 | UInt64(counter.x)
    place = kind == .count ? UInt64(counter.y) : identity
    let seed = UInt64(philoxKey.1) << 32 | UInt64(philoxKey.0)
    key = RandomKey(seed: seed, replication: counter.w)
  }

  init(key: RandomKey, decision: Decision, year: Int, place: UInt64, kind: Kind) {
    (self.key, self.decision, self.year) = (key, decision, year)
    (self.place, self.kind) = (place, kind)
  }
}

struct RandomKeyTests {
  @Test func `what is drawn can be read back from key and counter`() {
    for _ in 0..<5000 {
      let subject = Subject.random()
      let read = Subject(philoxKey: subject.key.philoxKey, counter: subject.counter)
      #expect(read == subject)
    }
  }

  @Test func `the four teachers of a block share its counter and the next has another`() {
    let key = RandomKey(seed: 1, replication: 2)
    let counters = (4...8).map {
      key.counter(decision: .exit, year: 2026, teacher: UInt64($0))
    }
    #expect(Set(counters.prefix(4)).count == 1)
    #expect(counters[4] != counters[0])
  }

  @Test func `a teacher's choice has a counter to itself`() {
    let key = RandomKey(seed: 1, replication: 2)
    let ids = (0..<8).map { UInt64($0) } + [1 << 32, 1 << 62]
    let choices = ids.map { key.counter(decision: .exit, year: 2026, choiceOf: $0) }
    #expect(Set(choices).count == ids.count)
    // Events ask for any identity of 64 bits.
    let events = (ids + [.max]).map { key.counter(decision: .exit, year: 2026, teacher: $0) }
    #expect(Set(choices).isDisjoint(with: events))
  }

  @Test(arguments: [-1, 65_536])
  func `a year outside the counter is refused`(year: Int) async {
    await #expect(processExitsWith: .failure) { [year = year as Int] in
      _ = DecisionStream(key: RandomKey(seed: 1, replication: 0), decision: .exit, year: year)
    }
  }
}
