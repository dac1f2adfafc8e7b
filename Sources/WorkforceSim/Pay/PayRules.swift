// SPDX-License-Identifier: GPL-3.0-or-later

/// What a scenario says of pay beside its parameters.
public struct PaySettings: Hashable, Sendable {
  /// The currency as tables name it, such as CNY.
  public var currency: String
  /// The month in which a fiscal year begins, 1 to 12.
  public var firstMonthOfFiscalYear: Int
  /// The items, in the order of their dimension.
  public var items: [PayItem]
  /// The roles, in the order of their dimension; empty if none is declared.
  public var roles: [RoleRule]
  /// The title to which each grade of posts belongs.
  public var titleOfGrade: [Int]

  /// Creates settings.
  ///
  /// - Parameters:
  ///   - currency: The currency as tables name it.
  ///   - firstMonthOfFiscalYear: The month in which a fiscal year begins.
  ///   - items: The items, in the order of their dimension.
  ///   - roles: The roles, in the order of their dimension.
  ///   - titleOfGrade: The title to which each grade of posts belongs.
  public init(
    currency: String,
    firstMonthOfFiscalYear: Int = 1,
    items: [PayItem],
    roles: [RoleRule] = [],
    titleOfGrade: [Int],
  ) {
    self.currency = currency
    self.firstMonthOfFiscalYear = firstMonthOfFiscalYear
    self.items = items
    self.roles = roles
    self.titleOfGrade = titleOfGrade
  }
}

/// The settings and the parameters of pay.
package final class PayRules: Sendable {
  package let settings: PaySettings
  /// The grades of posts of each title, the highest first.
  let gradesOfTitle: [[Int]]
  /// The months of the year in which items that others are reckoned from begin or end.
  let monthsOfBaseChanges: Set<Int>
  /// The parameters of each item.
  package let items: [ItemParameters]
  /// The number of holders of each role for each class or school.
  package let roleNumbers: [ParameterReference]
  package let postGradeShare: ParameterReference?
  package let startStep: ParameterReference?
  package let entryStep: ParameterReference
  package let stepRise: ParameterReference
  package let stepMonth: ParameterReference
  package let promotionMonth: ParameterReference
  package let exitMonth: ParameterReference?
  package let earlyRetirementMonth: ParameterReference?
  package let entryDelay: ParameterReference
  package let retirementMonthIsPaid: ParameterReference
  package let averageWage: ParameterReference?
  package let civilServantPay: ParameterReference?
  package let levelRule: ParameterReference

  /// The parameters of one item.
  package struct ItemParameters: Sendable {
    /// The amount, or the rate on the base.
    package let value: ParameterReference
    /// Factors on the amount or the rate.
    package let factors: [ParameterReference]
    /// The shares of payers; `nil` if there is one payer.
    package let payerShare: ParameterReference?
    /// The least base of a rate.
    package let baseFloor: ParameterReference?
    /// The largest base of a rate.
    package let baseCeiling: ParameterReference?

    /// The parameters that decide how much the item is.
    package var ofAmount: [ParameterReference] {
      [value] + factors + [baseFloor, baseCeiling].compactMap { $0 }
    }
  }

  /// Finds the parameters.
  ///
  /// - Parameters:
  ///   - parameters: The complete parameter set.
  ///   - settings: The items, the roles and the grades.
  ///   - dimensions: The scenario's dimensions.
  package init(_ parameters: ParameterSet, settings: PaySettings, dimensions: Dimensions) {
    self.settings = settings
    let titleOfGrade = settings.titleOfGrade
    self.gradesOfTitle = (0..<dimensions.count(.title)).map { title in
      titleOfGrade.indices.filter { titleOfGrade[$0] == title }
    }
    self.monthsOfBaseChanges = settings.monthsOfBaseChanges
    self.items = zip(dimensions[.item].codes, settings.items).map { code, item in
      let name = "pay.\(code)"
      let factors = parameters.parameters.filter { $0.name.hasPrefix("\(name).factor.") }
      return ItemParameters(
        value: parameters.required(item.base.isEmpty ? "\(name).amount" : "\(name).rate"),
        factors: factors.map { parameters.required($0.name) },
        payerShare: parameters.reference(to: "\(name).payer_share")
          ?? parameters.reference(to: "pay.payer_share"),
        baseFloor: parameters.reference(to: "\(name).base_floor"),
        baseCeiling: parameters.reference(to: "\(name).base_ceiling"),
      )
    }
    self.roleNumbers =
      settings.roles.isEmpty
      ? [] : dimensions[.role].codes.map { parameters.required("pay.role.\($0).number") }
    self.postGradeShare = parameters.reference(to: "pay.post_grade_share")
    self.startStep = parameters.reference(to: "pay.start_step")
    self.entryStep = parameters.required("pay.entry_step")
    self.stepRise = parameters.required("pay.step_rise")
    self.stepMonth = parameters.required("pay.step_month")
    self.promotionMonth = parameters.required("pay.promotion_month")
    self.exitMonth = parameters.reference(to: "pay.exit_month")
    self.earlyRetirementMonth = parameters.reference(to: "pay.early_retirement_month")
    self.entryDelay = parameters.required("pay.entry_delay")
    self.retirementMonthIsPaid = parameters.required("pay.retirement_month_is_paid")
    self.averageWage = parameters.reference(to: "pay.average_wage")
    self.civilServantPay = parameters.reference(to: "pay.civil_servant_pay")
    self.levelRule = parameters.required("pay.level_rule")
  }
}
