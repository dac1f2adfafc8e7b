// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The naming of backbone teachers.
struct BackbonePhaseTests {
  private static let size = 10_000

  /// The backbone teachers after one year, out of those who are already and others.
  private func named(share: Double, before: Int) -> Int {
    let parameters = ParameterSet([
      Parameter(
        name: "titles.backbone_share",
        unit: .share,
        axes: [],
        shape: [],
        dated: [DatedValues(from: Month(year: 1900, month: 1), leaves: [.number(share)])],
      )
    ])
    let month = Month(year: 2025, month: 9)
    let year = SimulatedYear(
      dimensions: Dimensions([]),
      year: 2025,
      countMonth: month,
      openingMonth: month + -12,
      parameters: ParameterDraw(parameters, key: nil),
      key: RandomKey(seed: 7, replication: 0),
    )
    var population = Population()
    for id in 0..<Self.size {
      var teacher = Teacher(
        id: UInt64(id),
        cell: 0,
        birth: CompactMonth(month + -480),
        serviceStart: CompactMonth(month + -200),
      )
      teacher.isBackbone = id < before
      population.append(teacher)
    }
    BackbonePhase(parameters.required("titles.backbone_share"), in: year).apply(to: &population)
    #expect(population.isBackbone[..<before].allSatisfy { $0 }, "whoever was named stays so")
    return population.isBackbone.count { $0 }
  }

  @Test func `nobody is named at a share of 0, everybody at 1`() {
    #expect(named(share: 0, before: 0) == 0)
    #expect(named(share: 1, before: 0) == Self.size)
  }

  @Test func `nobody is named while there are enough, and nobody loses the standing`() {
    #expect(named(share: 0.05, before: 900) == 900)
  }

  @Test func `the share is reached within four standard deviations`() {
    // Of 9,500 others each is named with probability 700 / 9,500.
    let probability = 700.0 / 9_500
    let deviation = (9_500 * probability * (1 - probability)).squareRoot()
    #expect(abs(Double(named(share: 0.12, before: 500)) - 1_200) < 4 * deviation)
  }
}
