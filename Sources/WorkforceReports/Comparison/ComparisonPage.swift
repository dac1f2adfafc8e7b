// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Scenarios beside a base on a page: headline measures, charts of differences and what drives them.
package struct ComparisonPage {
  /// The headline measures, in the order of the page.
  private static let headlines = [
    "headcount", "need", "available", "gap", "shortage", "surplus", "structural_shortage",
    "vacancies", "hired", "unfilled", "cost", "pay_per_head",
  ]

  let report: ComparisonReport
  let page: PageSetting

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - report: What is compared.
  ///   - page: How it is set.
  package init(_ report: ComparisonReport, page: PageSetting) {
    self.report = report
    self.page = page
  }

  /// The page: sections with an empty line between them.
  package var lines: [String] {
    let sections = [head] + report.others.flatMap(sections) + [closing]
    return page.joined(sections)
  }

  private var head: [String] {
    let identity = RunIdentity(Projection(report.base))
    let isShared = report.others.allSatisfy(\.comparison.sharesDraws)
    return page.heading(Phrase.besideBase(identity.title))
      + page.wrapped(identity.facts(page))
      + (isShared && identity.method != .expected ? page.sentence(Phrase.sharedDraws) : [])
      + page.sentence(Phrase.differenceNote)
  }

  private func sections(_ other: ComparedScenario) -> [[String]] {
    let name = LocalizedText(
      "\(other.title.english) (\(other.name))",
      chinese: "\(other.title.chinese)（\(other.name)）",
    )
    let title = page.heading(name) + other.comparison.notes.flatMap { page.sentence(self.note($0)) }
    guard differs(other) else { return [title + page.sentence(Phrase.noDifference)] }
    return [title] + measureTables(other) + charts(other) + driverTables(other)
      + changeTables(other)
  }

  private var closing: [String] {
    let overrides = report.base.scenario.overrides
    return (overrides.isEmpty ? [] : page.sentence(Phrase.overrides(overrides)))
      + (report.information.folder.map { page.sentence(Phrase.files(in: $0)) } ?? [])
  }

  private func note(_ note: ComparisonNote) -> LocalizedText {
    switch note {
    case .sameScenario: Phrase.sameScenarioNote
    case .differentSeeds: Phrase.differentSeedsNote
    case .fewerYears(let years):
      Phrase.fewerYears(years.lowerBound, years.upperBound, dash: page.signs.dash)
    case .membersOnly(let side, let key, let members):
      Phrase.membersOnly(in: side, key: key, members: members.map(\.label))
    case .sectionsOnly(let side, let sections): Phrase.sectionsOnly(in: side, sections: sections)
    case .differentCurrencies(let base, let other): Phrase.differentCurrencies(base, other)
    }
  }

  // MARK: - Measures

  /// The headline measures that are compared, and the one that was asked for.
  private func measures(_ other: ComparedScenario) -> [Member] {
    let known = other.measures
    let asked = report.question.map { [$0.measure] } ?? []
    let codes = asked.filter { !Self.headlines.contains($0) } + Self.headlines
    return codes.compactMap { code in known.first { $0.code == code } }
  }

  private func differs(_ other: ComparedScenario) -> Bool {
    other.measures.contains { member in
      other.comparison.years.contains {
        other.comparison.difference(member.code, year: $0).chanceLess != 0.5
          || other.comparison.difference(member.code, year: $0).statistic.standardDeviation != 0
      }
    }
  }

  /// A table of the measures that differ for the first, the middle and the last year.
  private func measureTables(_ other: ComparedScenario) -> [[String]] {
    let measures = measures(other)
    return CostSummary.years(of: other.comparison.years).map { year in
      let rows = measures.map { (member: $0, row: measureRow($0, other, year: year)) }
      let same = rows.filter { !$0.row.differs }.map(\.member.label)
      guard same.count < rows.count else { return page.sentence(Phrase.noDifference(in: year)) }
      var table = TextTable([
        .init(String(year)), .init(page.text(Phrase.base), .trailing),
        .init(page.text(Phrase.scenario), .trailing),
        .init(page.text(Phrase.difference), .trailing),
        .init(page.text(Phrase.better), .trailing),
      ])
      for (_, row) in rows where row.differs { table.addRow(row.cells) }
      return table.lines(on: page)
        + (same.isEmpty ? [] : page.sentence(Phrase.unchanged(same)))
    }
  }

  private func measureRow(
    _ member: Member,
    _ other: ComparedScenario,
    year: Int,
  ) -> (cells: [TextTable.Cell], differs: Bool) {
    let figures = other.comparison.figures(member.code, year: year)
    var sorted: [Double] = []
    let means = [figures.base, figures.other].map { Statistic($0, sorted: &sorted).mean }
    let difference = other.comparison.difference(member.code, year: year)
    let chance = report.aim(of: member.code).chanceBetter(difference)
    let scale = scale(of: member.code, other, largest: means.map(\.magnitude).max() ?? 0)
    let texts = scale.texts(means)
    return (
      [
        .init(scale.named(page.text(member.label), page.language)),
        .init(texts[0]), .init(texts[1]),
        .init(scale.range(difference.statistic, page.signs)),
        .init(chance.map(Phrase.percent) ?? page.signs.dash, ink: ink(of: chance)),
      ],
      difference.statistic.p05 != 0 || difference.statistic.p95 != 0
        || difference.statistic.mean != 0,
    )
  }

  private func ink(of chance: Double?) -> Style.Ink? {
    guard let chance else { return nil }
    return chance >= 0.95 ? .green : chance <= 0.05 ? .red : nil
  }

  func scale(of measure: String, _ other: ComparedScenario, largest: Double) -> DifferenceScale {
    DifferenceScale(
      currency: Money.measures.contains(measure) ? other.currency : nil,
      largest: largest,
      language: page.language,
    )
  }
}

extension ComparisonReport {
  /// The page for a terminal.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal.
  ///   - style: What the terminal can show.
  /// - Returns: The lines.
  package func pageLines(width: Int, style: Style = .plain) -> [String] {
    let page = PageSetting(width: width, style: style, language: information.language)
    return ComparisonPage(self, page: page).lines
  }
}
