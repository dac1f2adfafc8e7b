// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension SummaryPage {
  /// Measures by selected years.
  var measureTable: [String] {
    let cells = summary.measures.map { measure in
      let decimals = FigureText.decimals(
        for: measure.statistics.flatMap { [$0.p50, $0.p05, $0.p95] }
      )
      return measure.statistics.map { page.signs.median($0, decimals: decimals) }
    }
    let labels = summary.measures.map { page.text($0.member.label) }
    return yearTable(Phrase.measure, labels, years: summary.years, cells)
  }

  /// The chances that thresholds are passed; a dash stands in years that one does not look at.
  var thresholdTable: [String] {
    let years = summary.thresholdYears
    let cells = summary.thresholds.map { threshold in
      years.map { threshold.chance(in: $0).map(Phrase.percent) ?? page.signs.dash }
    }
    let labels = summary.thresholds.map { page.text($0.threshold.label) }
    let missing = summary.thresholdsOutside
    return (cells.isEmpty ? [] : yearTable(Phrase.chanceThat, labels, years: years, cells))
      + (missing > 0 ? page.sentence(Phrase.thresholdsOutside(missing)) : [])
  }

  private func yearTable(
    _ title: LocalizedText,
    _ labels: [String],
    years: [Int],
    _ cells: [[String]],
  ) -> [String] {
    var table = YearTable(page.text(title), years: years)
    for (label, row) in zip(labels, cells) { table.addRow(label, row) }
    return table.lines(on: page)
  }

  /// The cells with the largest shortages and those with the largest surpluses.
  var cellTables: [[String]] {
    guard summary.hasNeed else { return [] }
    let year = years.upperBound
    let short =
      summary.shortages.isEmpty
      ? page.sentence(Phrase.noShortage(in: year))
      : page.heading(Phrase.shortages(in: year))
        + cellTable(summary.shortages, gap: Phrase.shortColumn, sign: 1)
    let surplus =
      summary.surpluses.isEmpty
      ? []
      : page.heading(Phrase.surpluses(in: year))
        + cellTable(summary.surpluses, gap: Phrase.surplusColumn, sign: -1)
    return [short, surplus]
  }

  private func cellTable(_ cells: [CellFigures], gap: LocalizedText, sign: Double) -> [String] {
    var table = TextTable([
      .init(page.text(Phrase.region)), .init(page.text(Phrase.stage)),
      .init(page.text(Phrase.subject)),
      .init(page.text(Phrase.needColumn), .trailing),
      .init(page.text(Phrase.availableColumn), .trailing),
      .init(page.text(gap), .trailing), .init(page.text(Phrase.chance), .trailing),
    ])
    // Parts of a post beyond the first decimal say nothing to a planner.
    let decimals = min(
      1,
      FigureText.decimals(
        for: cells.flatMap { [$0.need.p50, $0.available.p50, $0.gap.p05, $0.gap.p50, $0.gap.p95] }
      ),
    )
    for cell in cells {
      let ends = [sign * cell.gap.p05, sign * cell.gap.p95].sorted()
      table.addRow([
        .init(page.text(cell.region.label)), .init(page.text(cell.stage.label)),
        .init(page.text(cell.subject.label)),
        .init(FigureText.text(cell.need.p50, decimals: decimals)),
        .init(FigureText.text(cell.available.p50, decimals: decimals)),
        .init(
          page.signs.range(sign * cell.gap.p50, ends[0], ends[1], decimals: decimals),
          ink: sign > 0 ? .red : .yellow,
        ),
        .init(Phrase.percent(cell.chance)),
      ])
    }
    return table.lines(on: page)
  }

  /// What each channel brought over all years.
  var channelTable: [String] {
    guard !summary.channels.isEmpty else { return [] }
    var table = TextTable([
      .init(page.text(Phrase.channel)), .init(page.text(Phrase.planned), .trailing),
      .init(page.text(Phrase.applicants), .trailing), .init(page.text(Phrase.hired), .trailing),
      .init(page.text(Phrase.unfilled), .trailing),
    ])
    for channel in summary.channels {
      let totals = channel.totals.map { total in
        (total, FigureText.decimals(for: [total.p50, total.p05, total.p95]))
      }
      // Only what came of the plan shows its range; the plan itself is what was decided.
      let cells = totals.enumerated().map { position, total in
        TextTable.Cell(
          position < 2
            ? FigureText.text(total.0.p50, decimals: total.1)
            : page.signs.median(total.0, decimals: total.1)
        )
      }
      table.addRow([.init(page.text(channel.channel.label))] + cells)
    }
    let title = Phrase.recruitment(years.lowerBound, years.upperBound, dash: page.signs.dash)
    return page.heading(summary.hasMeansOfChannels ? Phrase.meanOf(title) : title)
      + table.lines(on: page)
  }

  /// The targets and how near the model comes to them.
  var targetTable: [String] {
    let missing = summary.targetsOutside
    guard !summary.targets.isEmpty || missing > 0 else { return [] }
    var table = TextTable([
      .init(page.text(Phrase.target)), .init(page.text(Phrase.published), .trailing),
      .init(page.text(Phrase.model), .trailing), .init(page.text(Phrase.error), .trailing),
      .init(page.text(Phrase.use), maximumWidth: 10), .init(page.text(Phrase.met)),
    ])
    for result in summary.targets { table.addRow(targetRow(result)) }
    return page.heading(Phrase.targets)
      + (summary.targets.isEmpty ? [] : table.lines(on: page))
      + (missing > 0 ? page.sentence(Phrase.targetsOutside(missing)) : [])
  }

  private func targetRow(_ result: TargetFigures) -> [TextTable.Cell] {
    let statistic = result.statistic
    let published = result.published
    let decimals = FigureText.decimals(for: [statistic.mean, statistic.p05, statistic.p95])
    let signs =
      page.style.usesUnicode ? ("✓", "✗") : (page.text(Phrase.yes), page.text(Phrase.no))
    return [
      .init(page.text(result.label)),
      .init(grouped(published, decimals: FigureText.decimals(for: [published]))),
      .init(page.signs.range(statistic.mean, statistic.p05, statistic.p95, decimals: decimals)),
      .init(published == 0 ? "" : page.signs.error(result.relativeError)),
      .init(page.text(Phrase.name(of: result.kind))),
      .init(result.isMet ? signs.0 : signs.1, ink: result.isMet ? .green : .red),
    ]
  }
}
