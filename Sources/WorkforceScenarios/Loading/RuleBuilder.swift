// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Builds the rules of the phases from parameters that were checked.
enum RuleBuilder {
  /// Builds the rules.
  ///
  /// - Parameters:
  ///   - switches: The phases that run.
  ///   - parameters: The complete parameters.
  ///   - declared: The dimensions and the rules of their members.
  ///   - schools: The schools that a list names.
  /// - Returns: The rules.
  static func rules(
    _ switches: SectionSwitches,
    _ parameters: ParameterSet,
    _ declared: DeclaredDimensions,
    schools: [School],
  ) -> ScenarioRules {
    let dimensions = declared.dimensions
    var rules = ScenarioRules()
    rules.enrolment = switches.enrolment.map {
      EnrolmentRules(parameters, method: $0, entries: declared.entries)
    }
    rules.schools = switches.schools.map { SchoolRules(parameters, method: $0, listed: schools) }
    rules.need = switches.need.map { NeedRules(parameters, components: $0) }
    rules.posts = switches.posts.map { PostRules(parameters, method: $0) }
    rules.titles = switches.titles.map {
      TitleRules(parameters, method: $0.method, base: $0.places)
    }
    rules.recruitment = switches.recruitment.map {
      RecruitmentRules(
        parameters,
        fill: $0,
        channels: declared.channels,
        dimensions: dimensions,
      )
    }
    if switches.runs("retirement") {
      rules.retirement = RetirementRules(parameters, assignments: declared.assignments)
    }
    if switches.runs("early_retirement") {
      rules.earlyRetirement = EarlyRetirementRules(parameters)
    }
    if switches.runs("contracts") {
      rules.contracts = ContractRules(parameters, next: declared.nextContracts)
    }
    if switches.runs("exits") { rules.exits = ExitRules(parameters, dimensions: dimensions) }
    if switches.runs("leave") { rules.leave = LeaveRules(parameters, dimensions: dimensions) }
    if switches.runs("requalification") {
      rules.requalification = RequalificationRules(parameters)
    }
    if switches.runs("placement") { rules.placement = PlacementRules(parameters) }
    if switches.runs("rotation") { rules.rotation = RotationRules(parameters) }
    if switches.runs("balance") { rules.balance = BalanceRules(parameters) }
    if switches.runs("participation") { rules.participation = ParticipationRules(parameters) }
    rules.pay = switches.pay.map {
      let settings = PaySettings(
        currency: $0.currency,
        firstMonthOfFiscalYear: $0.firstMonthOfFiscalYear,
        items: declared.items,
        roles: declared.roles,
        titleOfGrade: declared.titleOfGrade,
      )
      return PayRules(parameters, settings: settings, dimensions: dimensions)
    }
    return rules
  }
}
