// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters that turn people into full-time equivalents.
package struct ParticipationRules: Sendable {
  package let employedShare: ParameterReference
  package let fullTimeShare: ParameterReference

  /// The parameters that participation reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "participation.employed_share",
      .share,
      axes: Axis.ofTeacher,
      standard: 1,
      "Share of the people of a cell who are employed as teachers",
      chinese: "实际从教比例",
    ),
    ParameterDefinition(
      "participation.full_time_share",
      .factor,
      axes: Axis.ofTeacher,
      standard: 1,
      "Mean full-time equivalent of those who are employed",
      chinese: "从教者平均全时当量",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet) {
    self.employedShare = parameters.required("participation.employed_share")
    self.fullTimeShare = parameters.required("participation.full_time_share")
  }
}

/// The full-time equivalents that a person of each kind contributes.
///
/// fte = weight × contract share × employed share × mean full-time equivalent; available is what
/// leave and training do not take in the coming school year.
package struct Participation {
  private let lookup: TeacherLookup
  private let factors: [Double]
  private let clock: TeacherClock
  private let isNeutral: Bool
  private let absenceInTraining: Double

  /// Prepares the factors of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters; `nil` where everybody counts as the contract says.
  ///   - training: The parameters of training for another subject; `nil` where nobody trains.
  ///   - year: The year.
  package init(
    _ rules: ParticipationRules?,
    training: RequalificationRules? = nil,
    in year: SimulatedYear,
  ) {
    let product =
      rules.map { year.values($0.employedShare).multiplied(by: year.values($0.fullTimeShare)) }
      ?? ParameterValues(1)
    self.lookup = TeacherLookup(product, dimensions: year.dimensions)
    self.factors = product.values
    self.clock = year.clock
    self.isNeutral = rules == nil
    self.absenceInTraining = training.map { year.number($0.absence) } ?? 0
  }

  /// The full-time equivalents of a row, leave not deducted.
  @inline(__always)
  package func fullTimeEquivalents(of row: Int, in population: borrowing Population) -> Double {
    let contract = population.weight[row] * Double(population.fullTimeShare[row])
    return isNeutral
      ? contract : contract * factors[lookup.index(of: row, in: population, at: clock)]
  }

  /// What leave and training leave of the full-time equivalents of a row.
  ///
  /// available = fte × (1 − leave share) × (1 − absence × months of training in the year ÷ 12).
  ///
  /// - Parameters:
  ///   - equivalents: The full-time equivalents of the row.
  ///   - row: The row.
  ///   - population: The teachers.
  /// - Returns: The full-time equivalents available in the coming school year.
  @inline(__always)
  package func available(
    _ equivalents: Double,
    of row: Int,
    in population: borrowing Population,
  ) -> Double {
    let present = equivalents * (1 - Double(population.leaveShare[row]))
    let months = Int(population.trainingEnd[row].months) - clock.now
    return months <= 0 ? present : present * (1 - absenceInTraining * Double(min(months, 12)) / 12)
  }
}
