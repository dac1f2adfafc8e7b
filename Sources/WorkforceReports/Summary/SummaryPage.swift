// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The summary of a run as lines for a terminal.
struct SummaryPage {
  private static let shownFingerprint = 12
  private static let shownParameters = 8

  let summary: RunSummary
  let information: RunInformation
  let width: Int
  let style: Style
  let language: Language
  let figures: FigureText

  init(
    _ summary: RunSummary,
    information: RunInformation,
    width: Int,
    style: Style,
    language: Language,
  ) {
    self.summary = summary
    self.information = information
    self.width = max(width, 60)
    self.style = style
    self.language = language
    figures = FigureText(style)
  }

  var scenario: Scenario { summary.projection.scenario }

  /// The page: sections with an empty line between them; one without content is left out.
  var lines: [String] {
    let sections =
      [head, measureTable, chart, thresholdTable] + cellTables
      + [channelTable, targetTable, closing]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  func text(_ phrase: LocalizedText) -> String { phrase.text(in: language) }

  func heading(_ phrase: LocalizedText) -> [String] {
    wrap(text(phrase), columns: width).map { style.paint($0, .bold) }
  }

  private func sentence(_ phrase: LocalizedText) -> [String] {
    wrap(text(phrase), columns: width)
  }

  private var head: [String] {
    let calendar = scenario.calendar
    let isExpected = scenario.method == .expected
    let fingerprint = String(scenario.fingerprint.prefix(Self.shownFingerprint))
    var facts = [
      scenario.name,
      text(Phrase.years(calendar.firstYear, calendar.lastYear, dash: figures.dash)),
    ]
    if !isExpected {
      facts.append(text(Phrase.replications(summary.projection.ensemble.replications)))
      facts.append(text(Phrase.seed(scenario.seed)))
    }
    if !fingerprint.isEmpty { facts.append(text(Phrase.fingerprint(fingerprint))) }
    return heading(scenario.title)
      + wrap(facts.joined(separator: figures.separator), columns: width)
      + sentence(isExpected ? Phrase.expectedNote : Phrase.bandNote)
  }

  /// Need and availability over all years, or the headcount where need was not modelled.
  private var chart: [String] {
    let years = Array(scenario.calendar.years)
    guard years.count > 1 else { return [] }
    func statistics(_ code: String) -> [Statistic] {
      years.compactMap { summary.projection.statistic(code, year: $0) }
    }
    let hasNeed = scenario.rules.need != nil
    let stock = statistics(hasNeed ? "available" : "headcount")
    let name = hasNeed ? Phrase.available : Phrase.headcount
    var series = [LineChart.Series(text(name), stock.map(\.p50))]
    if hasNeed { series.insert(.init(text(Phrase.need), statistics("need").map(\.p50)), at: 0) }
    let varies = stock.contains { $0.p05 != $0.p95 }
    return LineChart(
      text(hasNeed ? Phrase.needAndAvailable : Phrase.headcount),
      years: years,
      series: series,
      band: varies
        ? .init(
          text(Phrase.band(of: name, dash: figures.dash)),
          lower: stock.map(\.p05),
          upper: stock.map(\.p95),
        ) : nil,
    ).lines(width: min(width, 100), height: 10, style: style)
  }

  private var closing: [String] {
    var sentences = summary.variance.map {
      Phrase.variance(
        of: $0.member.label,
        year: scenario.calendar.lastYear,
        share: $0.shareOfParameters,
      )
    }
    let uncertain = summary.uncertainParameters
    if scenario.method != .expected {
      let shown = Array(uncertain.prefix(Self.shownParameters))
      sentences.append(
        uncertain.isEmpty
          ? Phrase.certainParameters : Phrase.uncertainParameters(shown, of: uncertain.count)
      )
    }
    sentences.append(Phrase.overrides(scenario.overrides))
    if let folder = information.folder { sentences.append(Phrase.files(in: folder)) }
    return sentences.flatMap(sentence)
  }
}

extension RunReport {
  /// The summary for a terminal.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; below 80 tables may be wider, since no number is cut.
  ///   - style: What the terminal can show.
  ///   - language: The language; `nil` takes the run's.
  /// - Returns: The lines.
  package func summaryLines(
    width: Int,
    style: Style = .plain,
    language: Language? = nil,
  ) -> [String] {
    SummaryPage(
      RunSummary(projection),
      information: information,
      width: width,
      style: style,
      language: language ?? information.language,
    ).lines
  }
}
