// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension SheetWords {
  static let total = LocalizedText("Total", chinese: "合计")

  /// What the sheet of cost by a key is called.
  static func name(ofCostBy key: String) -> LocalizedText {
    key == "item"
      ? LocalizedText("Cost by item", chinese: "分项目支出")
      : LocalizedText("Cost by payer", chinese: "分出资方支出")
  }

  /// What the sheet of cost by a key holds.
  static func meaning(ofCostBy key: String) -> LocalizedText {
    key == "item"
      ? LocalizedText(
        "Cost by item and fiscal year, means, added up from the sheet of cost by formulas; with a chart.",
        chinese: "各财政年度分项目支出均值，以公式由支出明细表汇总，附图。",
      )
      : LocalizedText(
        "Cost by payer and fiscal year, means, added up from the sheet of cost by formulas; with a chart.",
        chinese: "各财政年度分出资方支出均值，以公式由支出明细表汇总，附图。",
      )
  }
}
