// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

/// Who wins is who stands first when all are sorted by merit, and by identity where merits are equal.
@Suite struct MeritContestTests {
  /// Merits of which many tie where `limit` is low.
  private static func merits(_ count: Int, limit: UInt32) -> [UInt32] {
    (0..<count).map { number in
      let mixed = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
      return UInt32(truncatingIfNeeded: mixed >> 31) % limit
    }
  }

  private static func check(_ merit: [UInt32], places: Double) {
    // Rows and identities run against each other, so that ties tell one from the other.
    let rows = merit.indices.map { 2 * $0 }
    let ids = (0..<2 * merit.count).map { UInt64(10_000 - $0) }
    var contest = MeritContest(rows, merit: merit)
    contest.choose(among: merit.indices, places: places, ids: ids)
    let sorted = merit.indices.sorted {
      (merit[$1], ids[rows[$0]]) < (merit[$0], ids[rows[$1]])
    }
    let number = Int(min(Double(merit.count), places))
    #expect(Set(contest.chosen) == Set(sorted.prefix(number).map { rows[$0] }), "\(places)")
    #expect(contest.chosen.count == number)
  }

  @Test(arguments: [UInt32.max, 1 << 20, 50, 3, 1])
  func `winners are the first in order of merit`(limit: UInt32) {
    for count in [1, 2, 3, 16, 33, 250] {
      let merit = Self.merits(count, limit: limit)
      for places in Set([0, 0.9, 1, 1.5, 2, Double(count) / 2, Double(count - 1), Double(count)]) {
        Self.check(merit, places: places)
      }
      Self.check(merit, places: .infinity)
    }
  }

  @Test func `the lowest and the highest merit win where they must`() {
    let ends: [UInt32] = [0, .max, 0, .max, 1, .max - 1]
    for places in 0...6 { Self.check(ends, places: Double(places)) }
  }

  @Test func `contests follow each other without a trace`() {
    let merit = Self.merits(60, limit: .max)
    var contest = MeritContest(Array(0..<60), merit: merit)
    let ids = (0..<60).map { UInt64($0) }
    contest.choose(among: 0..<30, places: 29, ids: ids)
    contest.choose(among: 30..<60, places: 2, ids: ids)
    #expect(contest.chosen.count == 2 && contest.chosen.allSatisfy { $0 >= 30 })
    contest.choose(among: 30..<60, places: 0, ids: ids)
    #expect(contest.chosen.isEmpty)
  }
}
