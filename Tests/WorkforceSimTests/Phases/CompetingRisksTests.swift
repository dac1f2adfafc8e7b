// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

/// What is drawn for all rows together is what the draw of each row brings about at its place.
@Suite struct CompetingRisksTests {
  @Test(arguments: [0, 1, 0.5 * 0x1p-32, 0x1p-32, 0.3, 1 - 0x1p-32])
  func `an occurrence is counted where the threshold includes the word`(probability: Double) {
    let threshold = ProbabilityThreshold(probability)
    let near = [0, 1, threshold.bound &- 1, threshold.bound, 0xFFFF_FFFE, 0xFFFF_FFFF]
    for word in near.map({ UInt32(truncatingIfNeeded: $0) }) {
      #expect(threshold.occurrences(for: word) == (threshold.includes(word) ? 1 : 0))
    }
  }

  @Test func `what happens to all rows is what happens to each`() {
    let dimensions = Dimensions.ofTwoCounties
    let sexes = dimensions.count(.sex)
    let ages = dimensions.count(.age)
    let byAge = ParameterValues(
      axes: [.age],
      shape: [ages],
      values: (0..<ages).map { Double($0) / Double(2 * ages) },
    )
    let bySex = ParameterValues(
      axes: [.sex],
      shape: [sexes],
      values: (0..<sexes).map { 0.1 * Double($0 + 1) },
    )
    let risks = CompetingRisks([[byAge], [bySex]], dimensions: dimensions)
    let month = Month(year: 2025, month: 9)
    var population = Population()
    for row in 0..<3000 {
      let birth = CompactMonth(month + -(22 * 12 + row % 500))
      var teacher = Teacher(
        id: UInt64(row) &* 7 &+ UInt64(row / 1200) << 36,
        cell: UInt32(row % dimensions.cellCount),
        birth: birth,
        serviceStart: CompactMonth(month + -12),
      )
      teacher.sex = UInt8(row % sexes)
      population.append(teacher)
    }
    let key = RandomKey(seed: 5, replication: 2)
    let stream = DecisionStream(key: key, decision: .exit, year: 2025)
    let clock = TeacherClock(month)
    let found = risks.happenings(in: population, stream, at: clock) { $0 }
    var expected: [[Int]] = []
    for row in 0..<population.count {
      let place = risks.place(of: row, in: population, at: clock)
      let first = risks.probability(of: 0, at: place)
      let word = stream.bits(for: population.id[row])
      if ProbabilityThreshold(first).includes(word) {
        expected.append([row, 0])
      } else if ProbabilityThreshold(risks.total(at: place)).includes(word) {
        expected.append([row, 1])
      }
    }
    #expect(found.map { [$0.row, $0.risk] } == expected)
    #expect(expected.count > 500 && Set(expected.map { $0[1] }).count == 2)
  }
}
