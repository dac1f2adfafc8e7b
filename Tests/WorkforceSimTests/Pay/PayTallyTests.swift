// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct PayTallyTests {
  @Test func `pairs are numbered in the order in which they first occur`() {
    var numbers = KeyNumbers()
    let keys = [SIMD2(7, 0), SIMD2(0, 7), SIMD2(7, 0), SIMD2(7, 7), SIMD2(0, 7)]
    #expect(keys.map { numbers.number(of: $0) } == [0, 1, 0, 2, 1])
    #expect(numbers.keys == [SIMD2(7, 0), SIMD2(0, 7), SIMD2(7, 7)])
  }

  @Test func `numbers outlast the growth of the table`() {
    var numbers = KeyNumbers()
    let keys = (0..<5_000).map { SIMD2($0 % 71, $0 / 71) }
    #expect(keys.map { numbers.number(of: $0) } == Array(0..<5_000))
    #expect(keys.map { numbers.number(of: $0) } == Array(0..<5_000))
  }

  @Test func `numbers begin anew once all are forgotten`() {
    var numbers = KeyNumbers()
    _ = numbers.number(of: SIMD2(1, 2))
    numbers.removeAll()
    #expect(numbers.keys.isEmpty)
    #expect(numbers.number(of: SIMD2(3, 4)) == 0)
  }

  @Test func `teachers are counted by kind and group`() {
    let teachers: [(keys: SIMD2<Int>, group: Int32)] = [
      (SIMD2(5, 6), 2), (SIMD2(5, 7), 0), (SIMD2(5, 6), 2), (SIMD2(5, 6), 1),
    ]
    var tally = PayTally(groups: 3)
    tally.add(teachers) { $0 }
    tally.add([(keys: SIMD2(5, 7), group: Int32(0))]) { $0 }
    var present: [(group: Int, teachers: Double)] = []
    #expect(tally.kinds == [SIMD2(5, 6), SIMD2(5, 7)])
    tally.list(0, into: &present)
    #expect(present.map(\.group) == [1, 2])
    #expect(present.map(\.teachers) == [1, 2])
    tally.list(1, into: &present)
    #expect(present.map(\.group) == [0])
    #expect(present.map(\.teachers) == [2])
  }

  @Test func `a tally that is emptied counts from nothing`() {
    var tally = PayTally(groups: 2)
    tally.add([(keys: SIMD2(1, 1), group: Int32(1))]) { $0 }
    tally.removeAll()
    tally.add([(keys: SIMD2(1, 1), group: Int32(0))]) { $0 }
    var present: [(group: Int, teachers: Double)] = []
    tally.list(0, into: &present)
    #expect(present.map(\.group) == [0])
  }
}
