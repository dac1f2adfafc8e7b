// SPDX-License-Identifier: GPL-3.0-or-later

/// What a teacher counts towards at a school, by stage, degree, contract and whether he is a
/// backbone teacher.
package struct StaffKinds: Sendable {
  /// Teachers, those of them with an authorised post, those above the required degree and the
  /// backbone teachers.
  package typealias Counts = SIMD4<Int32>

  /// How many parts each stage has, stage after stage.
  private let partsOfStage: Int
  private let contractCount: Int
  private let parts: [Counts]

  /// Prepares the kinds of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of the balance; `nil` requires no degree.
  ///   - year: The year.
  package init(_ rules: BalanceRules?, in year: SimulatedYear) {
    let dimensions = year.dimensions
    let degrees = rules.map { year.values($0.requiredDegree) } ?? ParameterValues(0)
    var parts: [Counts] = []
    for stage in 0..<dimensions.stageCount {
      for degree in 0..<dimensions.count(.degree) {
        let isAboveRequired = degrees[(.stage, stage), (.degree, degree)] > 0
        for isEstablished in dimensions.contractIsEstablished {
          for backbone: Int32 in [0, 1] {
            parts.append([1, isEstablished ? 1 : 0, isAboveRequired ? 1 : 0, backbone])
          }
        }
      }
    }
    self.parts = parts
    self.contractCount = dimensions.contractIsEstablished.count
    self.partsOfStage = parts.count / dimensions.stageCount
  }

  /// What the teacher of a row counts towards in a stage.
  @inline(__always)
  func counts(of row: Int, in population: borrowing Population, stage: Int) -> Counts {
    counts(
      stage: stage,
      degree: population.degree[row],
      contract: population.contract[row],
      isBackbone: population.isBackbone[row],
    )
  }

  /// What one teacher counts towards.
  @inline(__always)
  func counts(stage: Int, degree: UInt8, contract: UInt8, isBackbone: Bool) -> Counts {
    let kind = Int(degree) &* contractCount &+ Int(contract)
    return parts[stage &* partsOfStage &+ kind &* 2 &+ (isBackbone ? 1 : 0)]
  }
}
