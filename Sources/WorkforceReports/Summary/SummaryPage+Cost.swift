// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension SummaryPage {
  /// Cost in the first, the middle and the last year, by payer; none where pay was not modelled.
  var costSection: [String] {
    guard let cost = summary.cost else { return [] }
    let largest = cost.years.map { cost.figures.amount($0).magnitude }.max() ?? 0
    let scale = MoneyScale(cost.currency, largest: largest, language: language)
    var table = YearTable(scale.name, years: cost.years)
    table.addRow(text(Phrase.total), cost.years.map { scale.text(cost.figures.amount($0)) })
    if cost.total.contains(where: { $0.p05 != $0.p95 }) {
      table.addRow(
        text(Phrase.band(of: Phrase.total, dash: figures.dash)),
        cost.total.map { "\(scale.text($0.p05))\(figures.dash)\(scale.text($0.p95))" },
      )
    }
    for payer in cost.figures.payers {
      table.addRow(
        text(Phrase.paidBy(payer.label)),
        cost.years.map { scale.text(cost.figures.amount($0, payer: payer.code)) },
      )
    }
    if cost.payPerHead.count == cost.years.count {
      let currency = text(Phrase.unit(ofMoney: cost.currency, isLarge: false))
      table.addRow(
        text(Phrase.amounts(Phrase.payPerHead, in: currency)),
        cost.payPerHead.map { grouped($0.mean, decimals: 0) },
      )
    }
    // A command that is broken over lines cannot be copied.
    let pointer = folder.map { [text(Phrase.moreCost(in: $0))] } ?? []
    return heading(Phrase.costMeans) + table.lines(width: width, style: style) + pointer
  }
}
