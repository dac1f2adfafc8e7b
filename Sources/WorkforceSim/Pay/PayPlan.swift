// SPDX-License-Identifier: GPL-3.0-or-later

/// What pay goes by in all years of a run.
package final class PayPlan: Sendable {
  package let rules: PayRules
  let blocks: [PayBlock]
  let keys: PayKeys
  let keysOfEntry: PayKeys
  /// The kinds by what depends on careers and by the rest; `nil` where they are many.
  let kindsOfCareers: PossibleKinds?
  let kindsOfOthers: PossibleKinds?
  /// Where teachers are counted, if that follows from their attributes.
  package let places: PayPlaces?
  let entitlement: PayEntitlement
  /// The months in which a parameter of pay may change.
  let changes: Set<Month>
  /// The fiscal years that are booked.
  let fiscalYears: ClosedRange<Int>

  /// Prepares the pay of a scenario.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - scenario: The scenario.
  ///   - network: The schools; `nil` if they are not modelled.
  init(_ rules: PayRules, _ scenario: Scenario, network: SchoolNetwork?) {
    let calendar = scenario.calendar
    let blocks = PayBlock.blocks(rules, scenario.parameters, scenario.dimensions)
    let months = calendar.openingMonth..<(calendar.countMonth(of: calendar.lastYear) + 24)
    self.rules = rules
    self.blocks = blocks
    self.fiscalYears = calendar.years
    self.entitlement = PayEntitlement(rules.settings.items, scenario.dimensions)
    let paidMonthly = Array(blocks.dropLast())
    let keys = PayKeys(paidMonthly, scenario.dimensions, network: network)
    func possibleKinds(of block: PayBlock, change: Bool) -> PossibleKinds? {
      let groups = scenario.dimensions.groupCount
      return PossibleKinds(keys: block.classes.keyCount, groups: groups, change: change)
    }
    let careers = possibleKinds(of: blocks[0], change: true)
    let others = possibleKinds(of: blocks[1], change: false)
    self.keys = keys
    self.kindsOfCareers = careers
    self.kindsOfOthers = others
    self.places = PayPlaces(
      paidMonthly,
      keys,
      careers: careers,
      others: others,
      scenario.dimensions,
      network: network,
    )
    self.keysOfEntry = PayKeys(blocks.suffix(1), scenario.dimensions, network: network)
    self.changes = Set(
      rules.items.flatMap { $0.ofAmount + [$0.payerShare].compactMap { $0 } }
        .flatMap { scenario.parameters.changes(of: $0, in: months) }
    )
  }
}
