// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters of exits other than retirement.
package struct ExitRules: Sendable {
  /// For each exit reason, its probability and the factors on it.
  package let reasons: [(probability: ParameterReference, factors: [ParameterReference])]
  /// The factor on all probabilities, by reason: the lever of a planner.
  package let multiplier: ParameterReference

  /// The parameters that exits read.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "exits.<exit>.probability",
      .probabilityPerYear,
      axes: Axis.ofTeacher,
      "Probability that a teacher in post leaves for this reason during the year",
      chinese: "在岗教师当年因该原因离开的概率",
    ),
    ParameterDefinition(
      "exits.<exit>.factor.<factor>",
      .factor,
      axes: Axis.ofTeacher,
      isOptional: true,
      "Factor on the probability of this exit, for some teachers",
      chinese: "对部分教师离开概率的乘数",
    ),
    ParameterDefinition(
      "exits.multiplier",
      .factor,
      axes: [.exit, .region, .stage],
      standard: 1,
      "Factor on the probabilities of all exits other than retirement",
      chinese: "退休以外各类离开概率的总乘数",
    ),
  ]

  /// Finds the parameters.
  ///
  /// - Parameters:
  ///   - parameters: The complete parameter set.
  ///   - dimensions: The scenario's dimensions.
  package init(_ parameters: ParameterSet, dimensions: Dimensions) {
    self.reasons = dimensions[.exit].codes.map { code in
      let prefix = "exits.\(code).factor."
      let factors = parameters.parameters.filter { $0.name.hasPrefix(prefix) }
      return (
        parameters.required("exits.\(code).probability"),
        factors.map { parameters.required($0.name) },
      )
    }
    self.multiplier = parameters.required("exits.multiplier")
  }
}

/// Teachers leave for one of several competing reasons: resignation, transfer, death, dismissal.
///
/// A teacher in post leaves for reason *j* with probability
/// *p_j* = base_j × factors_j × multiplier_j, read at the teacher's attributes. One draw decides
/// among all reasons, see `CompetingRisks`. A higher probability of all reasons therefore keeps
/// every leaver of the lower one.
package struct ExitPhase: Sendable {
  private let risks: CompetingRisks

  /// Prepares the probabilities of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of exits.
  ///   - year: The year.
  ///   - workedOut: The risks of earlier years.
  package init(
    _ rules: ExitRules,
    in year: SimulatedYear,
    reusing workedOut: inout CompetingRisks.OfYears,
  ) {
    let multiplier = year.values(rules.multiplier)
    let factors = rules.reasons.enumerated().map { position, reason in
      [year.values(reason.probability)] + reason.factors.map { year.values($0) }
        + [multiplier.member(position, of: .exit)]
    }
    self.risks = workedOut.result(of: factors) { CompetingRisks($0, dimensions: year.dimensions) }
  }

  /// Marks the teachers who leave and counts them by reason.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - year: The year.
  package func apply(
    to population: inout Population,
    flows: inout YearFlows,
    in year: SimulatedYear,
  ) {
    guard year.method == .individuals else {
      for row in 0..<population.count where population.isInWorkforce(row) {
        leaveInExpectation(row, of: &population, flows: &flows, at: year.clock)
      }
      return
    }
    let leavers = leavers(of: population, in: year)
    population.markAsLeft(leavers)
    flows.record(leavers)
    flows.leave(leavers, from: population.cell)
  }

  /// Those who leave, in the order of rows.
  private func leavers(
    of population: borrowing Population,
    in year: SimulatedYear,
  ) -> [TeacherEvent] {
    risks.happenings(in: population, year.stream(.exit), at: year.clock) { happening in
      guard population.isInWorkforce(happening.row) else { return nil }
      let exit = UInt8(truncatingIfNeeded: happening.risk)
      return TeacherEvent(row: happening.row, kind: .left(exit: exit))
    }
  }

  private func leaveInExpectation(
    _ row: Int,
    of population: inout Population,
    flows: inout YearFlows,
    at clock: TeacherClock,
  ) {
    let place = risks.place(of: row, in: population, at: clock)
    let weight = population.weight[row]
    for reason in 0..<risks.count {
      let probability = risks.probability(of: reason, at: place)
      guard probability > 0 else { continue }
      flows.leave(
        flows.kinds.firstExit + reason,
        from: population.cell[row],
        weight: weight * probability,
      )
    }
    population.reduceWeight(of: row, toShare: 1 - risks.total(at: place))
  }
}
