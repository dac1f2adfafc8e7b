// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension SummaryPage {
  /// Cost in the first, the middle and the last year, by payer; none where pay was not modelled.
  var costSection: [String] {
    guard let cost = summary.cost else { return [] }
    let largest = cost.years.map { cost.figures.amount($0).magnitude }.max() ?? 0
    let scale = MoneyScale(cost.currency, largest: largest, language: page.language)
    var table = YearTable(scale.name, years: cost.years)
    table.addRow(page.text(Phrase.total), cost.years.map { scale.text(cost.figures.amount($0)) })
    if cost.total.contains(where: { $0.p05 != $0.p95 }) {
      table.addRow(
        page.text(Phrase.band(of: Phrase.total, dash: page.signs.dash)),
        cost.total.map { "\(scale.text($0.p05))\(page.signs.dash)\(scale.text($0.p95))" },
      )
    }
    for payer in cost.figures.payers {
      table.addRow(
        page.text(Phrase.paidBy(payer.label)),
        cost.years.map { scale.text(cost.figures.amount($0, payer: payer.code)) },
      )
    }
    if cost.payPerHead.count == cost.years.count {
      let currency = page.text(Phrase.unit(ofMoney: cost.currency, isLarge: false))
      table.addRow(
        page.text(Phrase.amounts(Phrase.payPerHead, in: currency)),
        cost.payPerHead.map { grouped($0.mean, decimals: 0) },
      )
    }
    // A command that is broken over lines cannot be copied.
    let pointer = place.map { [page.text(Phrase.more("\($0.show) --cost"))] } ?? []
    return page.heading(Phrase.costMeans) + table.lines(on: page) + pointer
  }
}
