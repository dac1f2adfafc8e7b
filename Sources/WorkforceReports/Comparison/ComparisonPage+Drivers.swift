// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension ComparisonPage {
  /// How many parts of a difference the page names; the rest stand together.
  private static let shownDrivers = 5

  // MARK: - Charts

  /// The difference of the measure asked for, or of shortage and of cost, over the years.
  func charts(_ other: ComparedScenario) -> [[String]] {
    let known = other.measures.map(\.code)
    let stock = known.contains("shortage") ? "shortage" : "headcount"
    let wanted = report.question.map { [$0.measure] } ?? [stock, "cost"]
    return wanted.filter(known.contains).map { chart($0, other) }
  }

  private func chart(_ measure: String, _ other: ComparedScenario) -> [String] {
    let years = Array(other.comparison.years)
    let statistics = years.map { other.comparison.difference(measure, year: $0).statistic }
    guard years.count > 1, statistics.contains(where: { $0.mean != 0 || $0.p05 != $0.p95 }) else {
      return []
    }
    let largest = statistics.flatMap { [$0.p05.magnitude, $0.p95.magnitude] }.max() ?? 0
    let money = other.currency.flatMap { currency in
      Money.measures.contains(measure)
        ? MoneyScale(currency, largest: largest, language: page.language) : nil
    }
    func numbers(_ values: [Double]) -> [Double] { money?.numbers(values) ?? values }
    let name = report.measureLabel(measure)
    let title = page.text(Phrase.differenceOf(name))
    return LineChart(
      money.map { page.text(Phrase.amounts(LocalizedText(title), in: $0.name)) } ?? title,
      years: years,
      series: [
        .init(page.text(Phrase.meanDifference), numbers(statistics.map(\.mean))),
        .init(page.text(Phrase.zero), years.map { _ in 0 }),
      ],
      band: LineChart.Band("5\(page.signs.dash)95 %", of: statistics).map {
        .init($0.name, lower: numbers($0.lower), upper: numbers($0.upper))
      },
    ).lines(on: page, height: 7)
  }

  // MARK: - Drivers

  /// The largest parts of the differences of the last year.
  func driverTables(_ other: ComparedScenario) -> [[String]] {
    let asked = other.drivers.filter { $0.measure == report.question?.measure }
    return (asked.isEmpty ? other.drivers : asked).map { driverTable($0, other) }
  }

  private func driverTable(_ set: DriverSet, _ other: ComparedScenario) -> [String] {
    let years = other.comparison.years
    let last = years.count - 1
    let drivers = set.kind == .change ? set.drivers.filter { !$0.isIdle } : set.largest(last)
    guard !drivers.isEmpty else { return [] }
    let title = Phrase.drivers(
      of: report.measureLabel(set.measure),
      by: set.kind,
      years,
      dash: page.signs.dash,
    )
    // Groups of changes stay in their order, and all are shown.
    let isShort = set.kind == .change || drivers.count <= Self.shownDrivers + 1
    let shown = isShort ? drivers.count : Self.shownDrivers
    let rest = Array(drivers.dropFirst(shown))
    let rows =
      Array(drivers.prefix(shown))
      + (rest.isEmpty
        ? []
        : [DriverSet.sum(rest, as: Member("others", label: Phrase.others(rest.count)))])
    let largest = (rows + [set.total]).map { $0.difference(last).statistic.mean.magnitude }.max()
    let scale = scale(of: set.measure, other, largest: largest ?? 0)
    var table = TextTable([
      .init(scale.named(page.text(title), page.language)),
      .init(page.text(Phrase.difference), .trailing),
    ])
    for driver in rows { table.addRow(row(driver, last, scale)) }
    table.addRow(row(set.total, last, scale, ink: .bold))
    return table.lines(on: page)
  }

  // MARK: - What changed

  /// The measures of which the page says what changed them.
  private static let dividedMeasures = ["headcount", "shortage", "cost"]

  /// What each group of changes adds in the last year.
  func changeTables(_ other: ComparedScenario) -> [[String]] {
    guard let changes = other.whatChanged else { return [] }
    let wanted = report.question.map { [$0.measure] } ?? Self.dividedMeasures
    let tables = changes.sets.filter { wanted.contains($0.measure) }.map {
      driverTable($0, other)
    }
    let order = ChangeGroup.allCases.map(\.label)
    let joined = changes.joined.flatMap { joined in
      page.sentence(Phrase.joinedChanges(joined.groups.map(\.label), reason: joined.reason))
    }
    return [page.heading(Phrase.whatChanged) + page.sentence(Phrase.orderOfChanges(order)) + joined]
      + tables
  }

  private func row(
    _ driver: Driver,
    _ year: Int,
    _ scale: DifferenceScale,
    ink: Style.Ink? = nil,
  ) -> [TextTable.Cell] {
    [
      .init(page.text(driver.member.label), ink: ink),
      .init(scale.range(driver.difference(year).statistic, page.signs), ink: ink),
    ]
  }
}
