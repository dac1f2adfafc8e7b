// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Lessons that specialists, second subjects and spare teachers give, or nobody.
struct CoverTests {
  private static let subjects = Dimension(.subject, ["x", "y", "z", "w"].map { Member($0) })
  private static let oneStage = Dimensions([subjects])

  /// Of 16 teachers of x, 8 can teach y and 4 z; of 12 of w, 6 can teach y.
  private static let second: [Double] = [
    0, 8, 4, 0,
    0, 0, 0, 0,
    0, 0, 0, 0,
    0, 6, 0, 0,
  ]

  private func cover(_ need: [Double], _ available: [Double], _ second: [Double]) -> Cover {
    Cover(need: need, available: available, bySecondSubject: second, dimensions: Self.oneStage)
  }

  @Test func `second subjects come before spare teachers, and these before nobody`() {
    // Spare: x 6 of 16, w 2 of 12. Offered to y: 8 · 6/16 + 6 · 2/12 = 4, to z: 4 · 6/16 = 1.5.
    // Short: y 4, z 6. Still spare: x 1.5, w 1, all of which goes to z; 2 are not covered.
    let cover = cover([10, 10, 10, 10], [16, 6, 4, 12], Self.second)
    #expect(cover.bySecondSubject == [0, 4, 1.5, 0])
    #expect(cover.outOfField == [0, 0, 2.5, 0])
    #expect(cover.uncovered == [0, 0, 2, 0])
  }

  @Test func `offers beyond the shortage stay spare in proportion`() {
    // Short: y 2 of 4 offered. Still spare: x 6 − 1.5 − 1.5 = 3, w 2 − 0.5 = 1.5: enough for z.
    let cover = cover([10, 10, 10, 10], [16, 8, 4, 12], Self.second)
    #expect(cover.bySecondSubject == [0, 2, 1.5, 0])
    #expect(cover.outOfField == [0, 0, 4.5, 0])
    #expect(cover.uncovered == [0, 0, 0, 0])
  }

  @Test func `without second subjects spare teachers are shared in proportion`() {
    // 8 are spare for shortages of 4 and 12.
    let cover = cover([10, 10, 20, 10], [16, 6, 8, 12], [])
    #expect(cover.bySecondSubject == [0, 0, 0, 0])
    #expect(cover.outOfField == [0, 2, 6, 0])
    #expect(cover.uncovered == [0, 2, 6, 0])
  }

  @Test func `what rounding leaves of a need that is met is no shortage`() {
    // The need is 0.6 and 0.6000000000000001 teachers are there, or the other way round.
    let sums = [0.3 + 0.2 + 0.1, 0.1 + 0.2 + 0.3]
    #expect(sums[0] != sums[1])
    let even = cover(sums + [5, 5], [sums[1], sums[0], 5, 5], Self.second)
    #expect(even.uncovered == [0, 0, 0, 0])
    // What is spare is just enough out of field.
    let spare = cover([10, 10 + sums[0], 5, 5], [10 + sums[1], 10, 5, 5], [])
    #expect(spare.uncovered == [0, 0, 0, 0])
    let gaps = Gaps(
      need: [sums[0], 3, 0, 0],
      available: [0, 0, sums[1], 3],
      dimensions: Self.oneStage,
    )
    #expect(gaps.shortage > 3)
    #expect(gaps.structuralShortage == 0)
  }

  @Test func `nobody covers for another stage or region, nor for a subject that is not taught`() {
    let dimensions = Dimensions(
      [
        Dimension(.region, [Member("a"), Member("b")]),
        Dimension(.stage, [Member("primary"), Member("junior")]),
        Dimension(.subject, [Member("x"), Member("y")]),
      ],
      subjectsOfStage: [[0], [0, 1]],
    )
    // Cells: a primary x, a junior x, a junior y, b primary x, b junior x, b junior y.
    var second = [Double](repeating: 0, count: 12)
    second[0 * 2 + 1] = 20
    let cover = Cover(
      need: [10, 10, 10, 10, 10, 10],
      available: [20, 4, 10, 10, 20, 10],
      bySecondSubject: second,
      dimensions: dimensions,
    )
    #expect(cover.bySecondSubject.allSatisfy { $0 == 0 })
    #expect(cover.outOfField.allSatisfy { $0 == 0 })
    #expect(cover.uncovered == [0, 6, 0, 0, 0, 0])
  }

  @Test func `the parts add up to the need whatever the numbers`() {
    let dimensions = Dimensions.ofTwoCounties
    let subjects = dimensions.subjectCount
    var generator = KeyedNumbers(seed: 7)
    for _ in 0..<500 {
      let need = (0..<dimensions.cellCount).map { _ in generator.number(upTo: 20) }
      let available = need.map { _ in generator.number(upTo: 20) }
      // Each cell's teachers with a second subject are no more than its teachers.
      let second = available.flatMap { total in
        (0..<subjects).map { _ in total / Double(subjects) * generator.number(upTo: 1) }
      }
      let cover = Cover(
        need: need,
        available: available,
        bySecondSubject: second,
        dimensions: dimensions,
      )
      var used = [Double](repeating: 0, count: dimensions.groupCount)
      var spare = used
      var short = used
      for cell in need.indices {
        let parts = [cover.bySecondSubject[cell], cover.outOfField[cell], cover.uncovered[cell]]
        #expect(parts.allSatisfy { $0 >= 0 })
        #expect(abs(min(need[cell], available[cell]) + parts.reduce(0, +) - need[cell]) < 1e-9)
        used[dimensions.group(ofCell: cell)] += parts[0] + parts[1]
        spare[dimensions.group(ofCell: cell)] += max(0, available[cell] - need[cell])
        short[dimensions.group(ofCell: cell)] += max(0, need[cell] - available[cell])
      }
      // Whatever is spare covers what is short, and no more than that.
      for group in spare.indices {
        #expect(abs(used[group] - min(spare[group], short[group])) < 1e-9)
      }
    }
  }

  @Test func `the tables have the parts of each cell and of the whole`() throws {
    var small = SmallScenario.everythingOn()
    small.set("need.relief", 1.6)
    let runs = try small.run(replications: 2)
    let measures = ["covered_by_second_subject", "covered_out_of_field"]
    for replication in 0..<2 {
      let parts = (measures + ["uncovered"]).map { runs.summary($0, 2025)[replication] }
      #expect(parts.allSatisfy { $0 > 0 })
      #expect(abs(parts.reduce(0, +) - runs.summary("shortage", 2025)[replication]) < 1e-9)
      for (measure, whole) in zip(measures, parts) {
        let cells = runs.values("shortage", ["measure": measure], 2025)[replication]
        #expect(abs(cells - whole) < 1e-9)
      }
    }
  }
}

/// Numbers for random instances.
private struct KeyedNumbers: ~Copyable {
  private var stream: CountStream

  init(seed: UInt64) {
    stream = CountStream(
      key: RandomKey(seed: seed, replication: 0),
      decision: .population,
      year: 0,
    )
  }

  mutating func number(upTo limit: Double) -> Double { stream.uniform() * limit }
}
