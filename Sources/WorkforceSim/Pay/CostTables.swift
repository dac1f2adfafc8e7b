// SPDX-License-Identifier: GPL-3.0-or-later

/// What the tables of pay run over; their years are fiscal years.
///
/// Fiscal year *y* is the one that holds the counting day of school year *y*.
package enum CostTables {
  /// The measures of average pay, by region and stage.
  package static let payMeasures = [
    "paid_teachers", "pay", "pay_per_head", "ratio_to_average_wage",
  ]
  /// The measures of the level of pay that a law asks for, by region.
  package static let levelMeasures = [
    "pay_per_head", "civil_servant_pay", "no_lower_than_civil_servants",
  ]

  /// The tables of a scenario that models pay.
  ///
  /// - Parameters:
  ///   - dimensions: The scenario's dimensions.
  ///   - costRows: The rows of cost that can hold money; `nil` for all.
  /// - Returns: The name, the keys and the rows of each table; cost comes first.
  package static func tables(
    _ dimensions: Dimensions,
    costRows: [Int]? = nil,
  ) -> [(name: String, keys: [TableKey], rows: [Int]?)] {
    let region = TableKey("region", dimensions[.region].members)
    let stage = TableKey("stage", dimensions[.stage].members)
    return [
      (
        "cost",
        [
          region, stage, TableKey("item", dimensions[.item].members),
          TableKey("payer", dimensions[.payer].members),
        ],
        costRows,
      ),
      ("pay", [region, stage, TableKey("measure", payMeasures.map { Member($0) })], nil),
      ("pay_level", [region, TableKey("measure", levelMeasures.map { Member($0) })], nil),
    ]
  }

  /// The rows that can hold money: items that are paid there, by payers that ever have a share.
  static func costRows(
    _ rules: PayRules,
    _ parameters: ParameterSet,
    _ dimensions: Dimensions,
  ) -> [Int] {
    let items = rules.items.count
    let payers = dimensions.count(.payer)
    return (0..<dimensions.groupCount * items * payers).filter { row in
      let item = row / payers % items
      let group = row / payers / items
      let region = group / dimensions.stageCount
      let stage = group % dimensions.stageCount
      let rule = rules.settings.items[item]
      guard rule.timing != .never else { return false }
      for condition in rule.conditions {
        if condition.axis == .region, !condition.members.contains(region) { return false }
        if condition.axis == .stage, !condition.members.contains(stage) { return false }
      }
      guard let share = rules.items[item].payerShare else { return row % payers == 0 }
      return parameters[share].canBeAboveZero(
        [(.region, region), (.stage, stage), (.payer, row % payers)]
      )
    }
  }
}

extension Parameter {
  /// Whether the value at a place is above zero at any date.
  fileprivate func canBeAboveZero(_ place: [ParameterValues.Place]) -> Bool {
    dated.contains { dated in
      let positions = ParameterValues(
        axes: axes,
        shape: shape,
        values: dated.leaves.indices.map(Double.init),
      )
      switch dated.leaves[Int(positions.value(at: place))] {
      case .number(let value): return value > 0
      case .drawn: return true
      }
    }
  }
}
