// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension CostPage {
  /// Pay per head over the years, and beside average wage and civil servants' pay by region.
  var levelSections: [[String]] {
    let regions = pay.regions(paidIn: years)
    guard !regions.isEmpty else { return [] }
    if region != nil { return [regionOverYears(regions[0])] }
    return [allOverYears(regions), regionsInLastYear(regions)]
  }

  private func allOverYears(_ regions: [Int]) -> [String] {
    var table = YearTable(page.text(Phrase.payPerHead), years: years)
    addTeachersAndPay(to: &table, region: nil)
    let kept = years.map { year in
      let chances = regions.compactMap { pay.chanceOfRule(year, region: $0) }
      return chances.isEmpty
        ? page.signs.dash
        : page.text(Phrase.count(of: chances.count { $0 >= 0.5 }, outOf: chances.count))
    }
    if kept.contains(where: { $0 != page.signs.dash }) {
      table.addRow(page.text(Phrase.ruleKept), kept)
    }
    return table.lines(on: page)
  }

  private func regionOverYears(_ region: Int) -> [String] {
    var table = YearTable(page.text(Phrase.payPerHead), years: years)
    addTeachersAndPay(to: &table, region: region)
    table.addRow(
      page.text(Phrase.label(ofMeasure: "ratio_to_average_wage")),
      years.map { percent(pay.ratioToAverageWage($0, region: region)) },
    )
    table.addRow(
      page.text(Phrase.amounts(Phrase.payUnderRule, in: currency)),
      years.map { amount(pay.payUnderRule($0, region: region)) },
    )
    table.addRow(
      page.text(Phrase.amounts(Phrase.label(ofMeasure: "civil_servant_pay"), in: currency)),
      years.map { amount(pay.civilServantPay($0, region: region)) },
    )
    table.addRow(page.text(Phrase.chanceOfRule), years.map { chance($0, region) })
    return table.lines(on: page) + page.sentence(Phrase.levelNote)
  }

  private func addTeachersAndPay(to table: inout YearTable, region: Int?) {
    table.addRow(
      page.text(Phrase.label(ofMeasure: "paid_teachers")),
      years.map { grouped(pay.teachers($0, region: region), decimals: 0) },
    )
    table.addRow(
      page.text(Phrase.amounts(Phrase.payPerHead, in: currency)),
      years.map { amount(pay.payPerHead($0, region: region)) },
    )
  }

  private func regionsInLastYear(_ regions: [Int]) -> [String] {
    let year = years[years.count - 1]
    var table = TextTable([
      .init(page.text(Phrase.region)), .init(page.text(Phrase.perHead), .trailing),
      .init(page.text(Phrase.ofAverageWage), .trailing),
      .init(page.text(Phrase.payUnderRule), .trailing),
      .init(page.text(Phrase.civilServants), .trailing),
      .init(page.text(Phrase.noLower), .trailing),
    ])
    for region in regions {
      table.addRow([
        .init(page.text(pay.member(ofRegion: region).label)),
        .init(amount(pay.payPerHead(year, region: region))),
        .init(percent(pay.ratioToAverageWage(year, region: region))),
        .init(amount(pay.payUnderRule(year, region: region))),
        .init(amount(pay.civilServantPay(year, region: region))), chance(year, region),
      ])
    }
    return page.heading(Phrase.levels(in: year, currency: currency))
      + table.lines(on: page) + page.sentence(Phrase.levelNote)
  }

  private func amount(_ amount: Double?) -> String {
    amount.map { grouped($0, decimals: 0) } ?? page.signs.dash
  }

  private func percent(_ share: Double?) -> String {
    share.map { "\(format($0 * 100, decimals: 0)) %" } ?? page.signs.dash
  }

  private func chance(_ year: Int, _ region: Int) -> TextTable.Cell {
    guard let chance = pay.chanceOfRule(year, region: region) else { return .init(page.signs.dash) }
    return .init(Phrase.percent(chance), ink: chance < 0.5 ? .red : .green)
  }
}
