// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What a random number is drawn for, and the counter it gets.
private struct Subject: Hashable {
  var key: RandomKey
  var decision: Decision
  var year: Int
  /// A block of four teachers, or the index of a count stream.
  var place: UInt64
  var isTeacher: Bool

  var counter: SIMD4<UInt32> {
    isTeacher
      ? key.counter(decision: decision, year: year, teacher: place << 2)
      : key.counter(decision: decision, year: year, stream: UInt32(place))
  }

  static func random() -> Subject {
    let isTeacher = Bool.random()
    // Small ranges, so that neighbours and near misses are frequent.
    let width = UInt64.random(in: 1...(isTeacher ? 62 : 32))
    return Subject(
      key: RandomKey(seed: .random(in: 0...3) << 31, replication: .random(in: 0...3) << 30),
      decision: Decision.allCases.randomElement() ?? .parameters,
      year: [0, 1, 2026, 65_535].randomElement() ?? 0,
      place: .random(in: 0..<(1 << width)),
      isTeacher: isTeacher,
    )
  }

  /// Reads the subject back from key and counter.
  init?(philoxKey: (UInt32, UInt32), counter: SIMD4<UInt32>) {
    guard let decision = Decision(rawValue: UInt16(counter.z >> 16 & 0x7FFF)) else { return nil }
    isTeacher = counter.z >> 31 == 0
    if !isTeacher && counter.x != 0 { return nil }
    self.decision = decision
    year = Int(counter.z & 0xFFFF)
    place = isTeacher ? UInt64(counter.y) << 32 | UInt64(counter.x) : UInt64(counter.y)
    let seed = UInt64(philoxKey.1) << 32 | UInt64(philoxKey.0)
    key = RandomKey(seed: seed, replication: counter.w)
  }

  init(key: RandomKey, decision: Decision, year: Int, place: UInt64, isTeacher: Bool) {
    (self.key, self.decision, self.year) = (key, decision, year)
    (self.place, self.isTeacher) = (place, isTeacher)
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

  @Test(arguments: [-1, 65_536])
  func `a year outside the counter is refused`(year: Int) async {
    await #expect(processExitsWith: .failure) { [year = year as Int] in
      _ = DecisionStream(key: RandomKey(seed: 1, replication: 0), decision: .exit, year: year)
    }
  }
}
