// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The summary of a run as lines for a terminal.
struct SummaryPage {
  private static let shownParameters = 8

  let summary: RunSummary
  let place: RunPlace?
  let page: PageSetting

  init(
    _ summary: RunSummary,
    place: RunPlace?,
    page: PageSetting,
  ) {
    self.summary = summary
    self.place = place
    self.page = page
  }

  var years: ClosedRange<Int> { summary.identity.years }

  /// The page: sections with an empty line between them; one without content is left out.
  var lines: [String] {
    let sections =
      [head, measureTable, chart, thresholdTable] + cellTables
      + [channelTable, costSection, placementSection, targetTable, closing]
    return page.joined(sections)
  }

  private var head: [String] {
    let identity = summary.identity
    return page.heading(identity.title)
      + page.wrapped(identity.facts(page))
      + page.sentence(identity.method == .expected ? Phrase.expectedNote : Phrase.bandNote)
  }

  /// Need and availability over all years, or the headcount where need was not modelled.
  private var chart: [String] {
    guard years.count > 1, !summary.stock.isEmpty else { return [] }
    let (need, stock) = (summary.need, summary.stock)
    let hasNeed = summary.hasNeed
    let name = hasNeed ? Phrase.available : Phrase.headcount
    var series = [LineChart.Series(page.text(name), stock.map(\.p50))]
    if hasNeed { series.insert(.init(page.text(Phrase.need), need.map(\.p50)), at: 0) }
    return LineChart(
      page.text(hasNeed ? Phrase.needAndAvailable : Phrase.headcount),
      years: Array(years),
      series: series,
      band: .init(page.text(Phrase.band(of: name, dash: page.signs.dash)), of: stock),
    ).lines(on: page, height: 10)
  }

  private var closing: [String] {
    var sentences = summary.variance.map {
      Phrase.variance(
        of: $0.member.label,
        year: years.upperBound,
        share: $0.shareOfParameters,
      )
    }
    if summary.identity.method != .expected, let uncertain = summary.uncertainParameters {
      let shown = Array(uncertain.prefix(Self.shownParameters))
      if !uncertain.isEmpty {
        sentences.append(Phrase.uncertainParameters(shown, of: uncertain.count))
      } else if summary.identity.fork == nil {
        // The years before a fork have the uncertain parameters of another run.
        sentences.append(Phrase.certainParameters)
      }
    }
    sentences.append(Phrase.overrides(summary.overrides))
    switch place {
    case .folder(let path): sentences.append(Phrase.files(in: path))
    case .store(let run, _): sentences.append(Phrase.runOfStore(run))
    case nil: break
    }
    return sentences.flatMap(page.sentence)
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
      place: information.folder.map { .folder($0) },
      page: PageSetting(
        width: width,
        style: style,
        language: language ?? information.language,
      ),
    ).lines
  }
}

extension KeptRun {
  /// The summary for a terminal, as far as the run's place holds it.
  ///
  /// - Parameter page: How it is set; below 80 columns tables may be wider, since no number is cut.
  /// - Returns: The lines.
  package func summaryLines(_ page: PageSetting) -> [String] {
    SummaryPage(RunSummary(self), place: place, page: page).lines
  }
}
