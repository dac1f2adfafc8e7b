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
    tally.add(teachers.span) { $0 }
    tally.add(teachers.span.extracting(1..<2)) { $0 }
    #expect(tally.kinds == [SIMD2(5, 6), SIMD2(5, 7)])
    #expect(Self.kinds(of: 0, in: tally) == [1: 2])
    #expect(Self.kinds(of: 1, in: tally) == [0: 1])
    #expect(Self.kinds(of: 2, in: tally) == [0: 2])
  }

  @Test func `a tally makes room for as many kinds as there are`() {
    var tally = PayTally(groups: 2)
    let teachers = (0..<5_000).map { (keys: SIMD2($0, 7), group: Int32($0 % 2)) }
    for batch in stride(from: 0, to: 5_000, by: 250) {
      tally.add(teachers.span.extracting(batch..<(batch + 250))) { $0 }
    }
    #expect(tally.kinds.count == 5_000)
    for group in 0..<2 {
      let expected = stride(from: group, to: 5_000, by: 2).map { ($0, 1) }
      #expect(Self.kinds(of: group, in: tally) == Dictionary(uniqueKeysWithValues: expected))
    }
  }

  private static func kinds(of group: Int, in tally: PayTally) -> [Int: Int] {
    var present: [(kind: Int, teachers: Double)] = []
    tally.list(group, among: tally.occurring, into: &present)
    return Dictionary(uniqueKeysWithValues: present.map { ($0.kind, Int($0.teachers)) })
  }

  @Test func `a tally that is emptied counts from nothing`() {
    var tally = PayTally(groups: 2)
    let teachers = [(keys: SIMD2(1, 1), group: Int32(1)), (keys: SIMD2(1, 1), group: Int32(0))]
    tally.add(teachers.span.extracting(0..<1)) { $0 }
    tally.removeAll()
    tally.add(teachers.span.extracting(1..<2)) { $0 }
    #expect(Self.kinds(of: 0, in: tally) == [0: 1])
    #expect(Self.kinds(of: 1, in: tally).isEmpty)
  }
}
