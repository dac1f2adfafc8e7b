// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Cost by item and by payer, and the level of pay, of a kept run in a handful of fiscal years.
package struct CostPage {
  private let run: KeptRun
  private let cost: CostFigures
  let pay: PayFigures
  let years: [Int]
  let region: Member?
  let page: PageSetting

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - run: The run, with the tables of `KeptTableRequest.costTables`.
  ///   - years: The fiscal years to show; `nil` takes the first, the last and round ones between.
  ///   - region: The only region that counts, of which the tables were read; `nil` for all.
  ///   - page: How it is set.
  package init(
    _ run: KeptRun,
    years: [Int]? = nil,
    region: Member? = nil,
    page: PageSetting,
  ) {
    self.run = run
    self.years = years ?? selectedYears(run.identity.years)
    self.region = region
    self.page = page
    cost = CostFigures(run)
    pay = PayFigures(run, region: region?.code)
  }

  /// The page: sections with an empty line between them; a run without pay says so.
  package var lines: [String] {
    guard run.identity.currency != nil else {
      return page.joined([head, page.sentence(Phrase.noPay)])
    }
    guard !cost.isEmpty else {
      return page.joined([head, page.sentence(Phrase.noCost)])
    }
    let sections = [head, note, chart, payerTable, itemTable] + levelSections
    return page.joined(sections)
  }

  /// The currency, as single amounts are followed by it.
  var currency: String {
    page.text(Phrase.unit(ofMoney: run.identity.currency ?? "", isLarge: false))
  }

  private var head: [String] {
    page.heading(run.identity.title)
      + page.wrapped(run.identity.facts(page))
      + page.sentence(Phrase.costTitle)
  }

  private var note: [String] { page.sentence(Phrase.costNote(region: region?.label)) }

  private var scale: MoneyScale {
    MoneyScale(
      run.identity.currency ?? "",
      largest: run.identity.years.map { cost.amount($0).magnitude }.max() ?? 0,
      language: page.language,
    )
  }

  /// The two payers who pay most in the last year, of several.
  private var largestPayers: [Member] {
    guard cost.payers.count > 1 else { return [] }
    let year = run.identity.years.upperBound
    return Array(
      cost.payers.enumerated().sorted { first, second in
        let amounts = [first, second].map { cost.amount(year, payer: $0.element.code) }
        return amounts[0] == amounts[1] ? first.offset < second.offset : amounts[0] > amounts[1]
      }.map(\.element).prefix(2)
    )
  }

  /// The total and the largest payers over all years; with the total's range where it has one.
  private var chart: [String] {
    let all = Array(run.identity.years)
    guard all.count > 1 else { return [] }
    let statistics = region == nil ? all.compactMap { run.statistic("cost", year: $0) } : []
    let band =
      statistics.count == all.count
      ? LineChart.Band(
        page.text(Phrase.band(of: Phrase.totalCost, dash: page.signs.dash)),
        of: statistics,
      ) : nil
    return LineChart(
      page.text(Phrase.amounts(Phrase.totalCost, in: scale.name)),
      years: all,
      series: [.init(page.text(Phrase.totalCost), scale.numbers(all.map { cost.amount($0) }))]
        + largestPayers.map { payer in
          let amounts = all.map { cost.amount($0, payer: payer.code) }
          return .init(page.text(payer.label), scale.numbers(amounts))
        },
      band: band.map {
        .init($0.name, lower: scale.numbers($0.lower), upper: scale.numbers($0.upper))
      },
    ).lines(on: page, height: 7)
  }

  private var payerTable: [String] {
    costTable(Phrase.payer, cost.payers) { cost.amount($0, payer: $1) }
  }

  private var itemTable: [String] {
    costTable(Phrase.item, cost.items) { cost.amount($0, item: $1) }
  }

  private func costTable(
    _ title: LocalizedText,
    _ members: [Member],
    _ amount: (Int, String) -> Double,
  ) -> [String] {
    var table = YearTable(page.text(Phrase.amounts(title, in: scale.name)), years: years)
    for member in members {
      table.addRow(page.text(member.label), years.map { scale.text(amount($0, member.code)) })
    }
    table.addRow(
      page.text(Phrase.total),
      years.map { TextTable.Cell(scale.text(cost.amount($0)), ink: .bold) },
    )
    return table.lines(on: page)
  }
}
