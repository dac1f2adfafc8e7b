// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters of leave.
package struct LeaveRules: Sendable {
  /// For each kind of leave, its probability and its length.
  package let kinds: [(probability: ParameterReference, months: ParameterReference)]

  /// The parameters that leave reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "leave.<leave>.probability",
      .probabilityPerYear,
      axes: Axis.ofTeacher,
      "Probability that a teacher begins such a leave during the coming school year",
      chinese: "教师在新学年内开始该类离岗的概率",
    ),
    ParameterDefinition(
      "leave.<leave>.months",
      .months,
      "Length of the leave",
      chinese: "离岗时长",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet, dimensions: Dimensions) {
    self.kinds = dimensions[.leave].codes.map {
      (
        parameters.required("leave.\($0).probability"),
        parameters.required("leave.\($0).months"),
      )
    }
  }
}

/// Maternity, long sickness and secondment reduce the available full-time equivalents.
///
/// One draw a teacher decides among the kinds of leave, see `CompetingRisks`; a second one sets the
/// month of the coming school year in which it begins, each of the twelve alike. What lies in the
/// school year counts as absent; the rest is carried into the next year, in which no other leave
/// begins. Headcount does not change.
package struct LeavePhase: Sendable {
  private let risks: CompetingRisks
  private let months: [Int]

  /// Prepares the probabilities of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of leave.
  ///   - year: The year.
  ///   - workedOut: The risks of earlier years.
  package init(
    _ rules: LeaveRules,
    in year: SimulatedYear,
    reusing workedOut: inout CompetingRisks.OfYears,
  ) {
    self.risks = workedOut.result(of: rules.kinds.map { [year.values($0.probability)] }) {
      CompetingRisks($0, dimensions: year.dimensions)
    }
    self.months = rules.kinds.map { Int(year.number($0.months).rounded()) }
  }

  /// Sets the share of the coming school year for which each teacher is absent.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - year: The year.
  package func apply(to population: inout Population, in year: SimulatedYear) {
    let clock = year.clock
    guard year.method == .individuals else {
      for row in 0..<population.count where population.isInWorkforce(row) {
        population.leaveShare[row] = expectedShare(row, in: population, at: clock)
      }
      return
    }
    carryLeave(in: &population, at: clock)
    let starts = year.stream(.leaveStart)
    for happening in risks.happenings(in: population, year.stream(.leave), at: clock, { $0 }) {
      let row = happening.row
      let isFree = Int(population.leaveEnd[row].months) <= clock.now
      guard isFree, population.isInWorkforce(row) else { continue }
      let start = Int(starts.uniform(for: population.id[row]) * 12)
      let end = start + months[happening.risk]
      population.leaveShare[row] = Float(min(end, 12) - start) / 12
      population.leaveEnd[row] = CompactMonth(year.countMonth + end)
    }
  }

  /// Sets the share of the coming year for which leave of earlier years goes on.
  private func carryLeave(in population: inout Population, at clock: TeacherClock) {
    // Also of those whose leave has ended since the year before, when it was counted.
    let onLeave = population.leaveEnd.rows(0..<population.count) {
      Int($0.months) > clock.now - 12
    }
    for row in onLeave where population.isInWorkforce(row) {
      let carried = max(0, Int(population.leaveEnd[row].months) - clock.now)
      population.leaveShare[row] = Float(min(carried, 12)) / 12
    }
  }

  /// The mean share of a year spent on leave, once carried leave has settled.
  ///
  /// With probabilities *p* and lengths *m*, and *c* the mean number of years into which a leave is
  /// carried, a share *f* = 1/(1 + Σ *p* *c*) of the teachers is free to begin a leave, and
  /// *f* Σ *p* *m*/12 of the year is lost: a renewal argument, as no leave begins while another is
  /// carried.
  private func expectedShare(
    _ row: Int,
    in population: borrowing Population,
    at clock: TeacherClock,
  ) -> Float {
    var lost = 0.0
    var carried = 0.0
    let place = risks.place(of: row, in: population, at: clock)
    for (kind, months) in months.enumerated() {
      let probability = risks.probability(of: kind, at: place)
      lost += probability * Double(months) / 12
      carried += probability * Self.yearsCarried(months: months)
    }
    return Float(min(lost / (1 + carried), 1))
  }

  /// The mean number of later years that a leave reaches into, its first month being any of twelve.
  private static func yearsCarried(months: Int) -> Double {
    let years = (0..<12).reduce(0) { $0 + max(0, ($1 + months - 1) / 12) }
    return Double(years) / 12
  }
}
