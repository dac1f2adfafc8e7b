// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension RunSummary {
  /// Takes what a run folder holds of the figures.
  ///
  /// What adds several rows up is shown by its mean, since quantiles do not add up.
  ///
  /// - Parameter run: The run, with the tables of `KeptTableRequest.summaryTables`.
  init(_ run: KeptRun) {
    let years = run.identity.years
    let summary = KeptSummary(run)
    let selected = selectedYears(years)
    let need = summary.statistics(["need"], years: years)
    let cells = run.cellFigures
    self.init(
      identity: run.identity,
      years: selected,
      measures: summary.measures(years: selected, hasNeed: need != nil),
      need: need ?? [],
      stock: summary.statistics([need == nil ? "headcount" : "available"], years: years) ?? [],
      shortages: need == nil ? [] : CellFigures.largest(10, of: cells, by: \.gap.p50),
      surpluses: need == nil ? [] : CellFigures.largest(10, of: cells, by: { -$0.gap.p50 }),
      channels: run.channelFigures,
      hasMeansOfChannels: true,
      cost: CostSummary(run),
      placement: run.rows("network").isEmpty ? nil : PlacementFigures(run),
      thresholds: run.thresholdFigures,
      thresholdsOutside: 0,
      targets: run.targetFigures,
      targetsOutside: 0,
      variance: run.varianceLines,
      uncertainParameters: nil,
      overrides: run.overrides,
    )
  }
}

/// The table of the whole, by measure and year.
private struct KeptSummary {
  private let labels: KeptLabels
  private var figures: [String: [Int: Statistic]] = [:]

  init(_ run: KeptRun) {
    labels = run.labels
    for row in run.rows("summary") {
      figures[row.texts[0], default: [:]][row.year] = row.statistic
    }
  }

  /// The measures of the page; one that is zero in every year has no rows.
  func measures(years: [Int], hasNeed: Bool) -> [RunSummary.Measure] {
    // The declared reasons of exit stand between these two flows.
    let flows = labels.members("flow").map(\.code)
    let leavers = Array(
      flows.drop { $0 != "early_retired" }.dropFirst().prefix { $0 != "recruited" }
    )
    return RunSummary.groups(leavers: leavers).compactMap { codes in
      guard let first = codes.first, hasNeed || !RunSummary.measuresOfNeed.contains(first),
        let statistics = statistics(codes, years: years)
      else { return nil }
      let member =
        codes == leavers
        ? Member("other_leavers", label: Phrase.meanOf(Phrase.otherLeavers))
        : labels.member(first, of: "measure")
      return RunSummary.Measure(member: member, statistics: statistics)
    }
  }

  /// The distribution of a measure, or the mean of the sum of several; `nil` if there are no rows.
  func statistics(_ codes: [String], years: some Sequence<Int>) -> [Statistic]? {
    let known = codes.compactMap { figures[$0] }
    guard let first = known.first else { return nil }
    if codes.count == 1 { return years.compactMap { first[$0] } }
    return years.map { year in
      Statistic(mean: known.reduce(0) { $0 + ($1[year]?.mean ?? 0) })
    }
  }
}

extension Statistic {
  /// A mean of which nothing else is known, so that it is shown without a range.
  fileprivate init(mean: Double) {
    self.init(numbers: [mean, .nan, mean, mean, mean, mean, mean, .nan])
  }
}

extension KeptRun {
  /// The cells of the table of shortage, in its order.
  fileprivate var cellFigures: [CellFigures] {
    var cells: [CellFigures] = []
    var keys: [String] = []
    var figures: [String: Statistic] = [:]
    for row in rows("shortage") {
      if Array(row.texts.dropLast()) != keys {
        keys = Array(row.texts.dropLast())
        figures = [:]
      }
      let measure = row.texts[keys.count]
      figures[measure] = row.statistic
      // The chance comes after the figures that it is worked out from.
      guard measure == "chance_of_shortage", let need = figures["need"],
        let available = figures["available"], let gap = figures["gap"]
      else { continue }
      cells.append(
        CellFigures(
          region: labels.member(keys[0], of: "region"),
          stage: labels.member(keys[1], of: "stage"),
          subject: labels.member(keys[2], of: "subject"),
          need: need,
          available: available,
          gap: gap,
          chance: row.statistic.mean,
        )
      )
    }
    return cells
  }

  fileprivate var channelFigures: [ChannelFigures] {
    var totals: [String: [String: Double]] = [:]
    for row in rows("recruitment") {
      totals[row.texts[0], default: [:]][row.texts[1], default: 0] += row.numbers[1]
    }
    guard !totals.isEmpty else { return [] }
    return labels.members("channel").map { channel in
      ChannelFigures(
        channel: channel,
        totals: ChannelFigures.measures.map {
          Statistic(mean: totals[channel.code]?[$0] ?? 0)
        },
      )
    }
  }

  fileprivate var thresholdFigures: [ThresholdFigures] {
    var results: [String: [ThresholdResult]] = [:]
    for row in rows("thresholds") {
      let threshold = Threshold(
        name: row.texts[0],
        label: labels.member(row.texts[0], of: "threshold").label,
        measure: row.texts[1],
        divisor: row.texts[2].isEmpty ? nil : row.texts[2],
        direction: ThresholdDirection(rawValue: row.texts[3]) ?? .above,
        value: row.numbers[1],
      )
      results[threshold.name, default: []].append(
        ThresholdResult(
          threshold: threshold,
          year: row.year,
          chance: row.numbers[2],
          monteCarloStandardError: row.numbers[3],
        )
      )
    }
    return labels.members("threshold").compactMap { member in
      results[member.code].map { ThresholdFigures(threshold: $0[0].threshold, results: $0) }
    }
  }

  fileprivate var targetFigures: [TargetFigures] {
    rows("targets").map { row in
      let numbers = row.numbers
      return TargetFigures(
        name: row.texts[0],
        label: labels.member(row.texts[0], of: "target").label,
        published: numbers[0],
        kind: TargetKind(rawValue: row.texts[2]) ?? .check,
        // The table leaves out the quartiles and the error, which the page does not show.
        statistic: Statistic(
          numbers: [
            numbers[2], numbers[3], numbers[4], .nan, numbers[5], .nan, numbers[6], .nan,
          ]
        ),
        relativeError: numbers[1],
        isMet: row.texts[3] == ReportValue.flagWords.yes,
        isInBand: row.texts[4] == ReportValue.flagWords.yes,
      )
    }
  }

  fileprivate var varianceLines: [RunSummary.VarianceLine] {
    RunSummary.measuresOfVariance(replications: identity.replications).compactMap { code in
      rows("variance").first { $0.texts[0] == code && !$0.numbers[1].isNaN }.map { row in
        RunSummary.VarianceLine(
          member: labels.member(code, of: "measure"),
          shareOfParameters: row.numbers[1],
        )
      }
    }
  }
}
