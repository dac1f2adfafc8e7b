// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters of early retirement (退养).
package struct EarlyRetirementRules: Sendable {
  package let yearsBefore: ParameterReference
  package let serviceYears: ParameterReference
  package let takeUp: ParameterReference
  package let keepsPost: ParameterReference

  /// The parameters that early retirement reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "early_retirement.years_before",
      .years,
      axes: [.sex],
      "Years before the statutory month from which a teacher is eligible",
      chinese: "距法定退休不足若干年即可申请退养",
    ),
    ParameterDefinition(
      "early_retirement.service_years",
      .years,
      axes: [.sex],
      "Years of service from which a teacher is eligible whatever the age",
      chinese: "教龄满若干年即可申请退养",
    ),
    ParameterDefinition(
      "early_retirement.take_up",
      .probabilityPerYear,
      axes: Axis.ofTeacher,
      "Probability that an eligible teacher takes early retirement during the year",
      chinese: "符合条件教师当年退养的概率",
    ),
    ParameterDefinition(
      "early_retirement.keeps_post",
      .onOff,
      standard: 0,
      "Whether a teacher on early retirement goes on filling an authorised post",
      chinese: "退养人员在正式退休前是否继续占用编制",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet) {
    self.yearsBefore = parameters.required("early_retirement.years_before")
    self.serviceYears = parameters.required("early_retirement.service_years")
    self.takeUp = parameters.required("early_retirement.take_up")
    self.keepsPost = parameters.required("early_retirement.keeps_post")
  }
}

/// Teachers near the statutory month, or with long service, may leave teaching on part of the pay.
///
/// Eligible is who is within the given years of the statutory month or has served the given years;
/// an eligible teacher goes with the take-up probability. The row stays on the rolls, outside the
/// workforce, until the retirement month.
package struct EarlyRetirementPhase {
  private let calendar: RetirementCalendar
  private let lookup: TeacherLookup
  private let takeUp: [Double]
  private let monthsBefore: [Int]
  private let serviceMonths: [Int]

  /// Prepares the probabilities of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of early retirement.
  ///   - calendar: The retirement months.
  ///   - year: The year.
  package init(
    _ rules: EarlyRetirementRules,
    calendar: RetirementCalendar,
    in year: SimulatedYear,
  ) {
    let takeUp = year.values(rules.takeUp)
    let before = year.values(rules.yearsBefore)
    let service = year.values(rules.serviceYears)
    let sexes = 0..<year.dimensions.count(.sex)
    self.calendar = calendar
    self.lookup = TeacherLookup(takeUp, dimensions: year.dimensions)
    self.takeUp = takeUp.values
    self.monthsBefore = sexes.map { Int((before[(.sex, $0)] * 12).rounded()) }
    self.serviceMonths = sexes.map { Int((service[(.sex, $0)] * 12).rounded()) }
  }

  /// Moves teachers into early retirement and counts them.
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
    let eligible = eligibleRows(in: population, at: year)
    switch year.method {
    case .individuals:
      for row in takers(among: eligible, of: population, in: year) {
        population.status[row] = .earlyRetired
        flows.record(.earlyRetired, of: row)
        flows.leave(
          flows.kinds.earlyRetired,
          from: population.cell[row],
          weight: population.weight[row],
        )
      }
    case .expected:
      for row in eligible {
        let probability = takeUp[lookup.index(of: row, in: population, at: year.clock)]
        guard probability > 0 else { continue }
        let weight = population.weight[row]
        population.split(row, share: probability) { $0.status[$1] = .earlyRetired }
        flows.leave(
          flows.kinds.earlyRetired,
          from: population.cell[row],
          weight: weight * probability,
        )
      }
    }
  }

  /// Draws who of those eligible goes.
  private func takers(
    among eligible: [Int],
    of population: borrowing Population,
    in year: SimulatedYear,
  ) -> [Int] {
    let thresholds = takeUp.map { ProbabilityThreshold($0) }
    let words = year.stream(.earlyRetirement).words(of: eligible, ids: population.id)
    return eligible.indices.filter {
      let place = lookup.index(of: eligible[$0], in: population, at: year.clock)
      return thresholds[place].includes(words[$0])
    }.map { eligible[$0] }
  }

  /// The rows that may retire early; found first, as nobody's right depends on who goes.
  private func eligibleRows(
    in population: borrowing Population,
    at year: SimulatedYear,
  ) -> [Int] {
    let clock = year.clock
    let latestBirths = calendar.latestBirths(monthsBefore, before: year.countMonth)
    let latestStarts = serviceMonths.map { clock.now - $0 }
    let rows = 0..<population.count
    let births = population.birth.span.extracting(rows)
    let starts = population.serviceStart.span.extracting(rows)
    // Most have neither served long enough nor are near their statutory month, whoever they are.
    let latestBirth = latestBirths.max() ?? .min
    let latestStart = Int16(clamping: latestStarts.max() ?? 0)
    var eligible: [Int] = []
    for row in rows where births[row].months <= latestBirth || starts[row].months <= latestStart {
      let sex = population.sex[row]
      let position = calendar.position(
        sex: sex,
        title: population.title[row],
        contract: population.contract[row],
      )
      guard
        births[row].months <= latestBirths[position]
          || Int(starts[row].months) <= latestStarts[Int(sex)],
        population.isInWorkforce(row), isEligible(row, in: population, clock: clock)
      else { continue }
      eligible.append(row)
    }
    return eligible
  }

  private func isEligible(
    _ row: Int,
    in population: borrowing Population,
    clock: TeacherClock,
  ) -> Bool {
    let sex = Int(population.sex[row])
    if clock.now - Int(population.serviceStart[row].months) >= serviceMonths[sex] { return true }
    let now = Month(index: clock.now + CompactMonth.origin)
    guard let statutory = calendar.statutoryMonth(of: row, in: population, byLawOf: now)
    else { return false }
    return statutory.index - CompactMonth.origin - clock.now <= monthsBefore[sex]
  }
}
