// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that items of pay, which multiply several values, stay within what can be counted exactly.
struct PaySizeChecks {
  let scenario: Scenario
  let store: ParameterStore
  let problems: ProblemCollector

  /// The largest single payment, in the currency: a thousand times the largest amount that can be written.
  private static let largestPayment = 1e12

  /// Reports the first item that can be more in some year, at the place of its amount or rate.
  ///
  /// The largest values of all members are taken together, so the bound may be one that nobody reaches.
  func check() {
    guard let rules = scenario.rules.pay else { return }
    let draw = ParameterDraw(scenario.parameters, key: nil)
    for year in scenario.calendar.years {
      let date = scenario.calendar.countMonth(of: year)
      func most(_ reference: ParameterReference) -> Double {
        draw.values(of: reference, at: date).values.max() ?? 0
      }
      var payments: [Double] = []
      for (position, (rule, parameters)) in zip(rules.settings.items, rules.items).enumerated() {
        var base = rule.base.isEmpty ? 1 : rule.base.reduce(0) { $0 + payments[$1] }
        if let floor = parameters.baseFloor { base = max(base, most(floor)) }
        if let ceiling = parameters.baseCeiling { base = min(base, most(ceiling)) }
        let payment = ([parameters.value] + parameters.factors).reduce(base) { $0 * most($1) }
        guard payment <= Self.largestPayment else {
          report(payment, ofItem: position, parameters.value, in: year)
          return
        }
        payments.append(payment)
      }
    }
  }

  private func report(
    _ payment: Double,
    ofItem position: Int,
    _ value: ParameterReference,
    in year: Int,
  ) {
    let name = scenario.parameters[value].name
    let item = scenario.dimensions[.item].codes[position]
    problems.report(
      "the item '\(item)' can come to \(payment.rounded().exactText) a payment in "
        + "\(year), but at most \(Self.largestPayment.exactText) can be reckoned. Look "
        + "at \(name), its factors and what it is reckoned from.",
      at: store.place(of: name),
    )
  }
}
