// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Schools, placement, rotation and balance of a kept run in a handful of years.
package struct PlacementPage {
  private let run: KeptRun
  private let figures: PlacementFigures
  private let network: RegionStageMeans
  private let years: [Int]
  private let region: Member?
  private let width: Int
  private let style: Style
  private let language: Language
  private let signs: FigureText

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - run: The run, with the tables of `KeptTableRequest.placementTables`.
  ///   - years: The years to show; `nil` takes the first, the last and round ones between.
  ///   - region: The only region that counts; `nil` for all.
  ///   - width: The columns of the terminal.
  ///   - style: What the terminal can show.
  ///   - language: The language.
  package init(
    _ run: KeptRun,
    years: [Int]? = nil,
    region: Member? = nil,
    width: Int,
    style: Style,
    language: Language,
  ) {
    self.run = run
    self.years = years ?? selectedYears(run.identity.years)
    self.region = region
    self.width = max(width, 60)
    self.style = style
    self.language = language
    signs = FigureText(style)
    figures = PlacementFigures(run, region: region?.code)
    network = RegionStageMeans(
      "network",
      measures: SchoolTables.networkMeasures,
      of: run,
      region: region?.code,
    )
  }

  /// The page: sections with an empty line between them; what did not run is said in a sentence.
  package var lines: [String] {
    guard !run.rows("network").isEmpty else {
      return Array([head, sentence(Phrase.noSchools)].joined(separator: [""]))
    }
    let sections = [
      head, networkTable, stageTable, chart, roundTable, rotationTable, balanceTable, limitTable,
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private func text(_ phrase: LocalizedText) -> String { phrase.text(in: language) }

  private func sentence(_ phrase: LocalizedText) -> [String] { wrap(text(phrase), columns: width) }

  private func heading(_ phrase: LocalizedText) -> [String] {
    sentence(phrase).map { style.paint($0, .bold) }
  }

  private func yearTable(_ title: LocalizedText) -> YearTable {
    YearTable(text(title), years: years)
  }

  private var allYears: [Int] { Array(run.identity.years) }

  private var head: [String] {
    heading(run.identity.title)
      + wrap(run.identity.facts(signs, language: language), columns: width)
      + sentence(Phrase.placementTitle)
      + sentence(Phrase.placementNote(region: region?.label))
  }

  // MARK: - The network

  private var networkTable: [String] {
    var table = yearTable(Phrase.network)
    for measure in SchoolTables.networkMeasures {
      guard allYears.contains(where: { network.sum(measure, $0) > 0 }) else { continue }
      table.addRow(
        text(Phrase.label(ofMeasure: measure)),
        counts(years.map { network.sum(measure, $0) }),
      )
    }
    guard !table.isEmpty else { return [] }
    let totals = ["opened", "extended", "merged"].map { measure in
      grouped(allYears.reduce(0) { $0 + network.sum(measure, $1) }, decimals: 0)
    }
    return table.lines(width: width, style: style)
      + sentence(
        Phrase.networkChanges(
          run.identity.years.lowerBound,
          run.identity.years.upperBound,
          opened: totals[0],
          extended: totals[1],
          merged: totals[2],
          dash: signs.dash,
        )
      )
  }

  private var stageTable: [String] {
    var table = yearTable(Phrase.schoolsByStage)
    for (stage, member) in network.stages.enumerated() {
      let schools = years.map { network.sum("schools", $0, stage: stage) }
      guard schools.contains(where: { $0 > 0 }) else { continue }
      table.addRow(text(member.label), counts(schools))
    }
    return table.isEmpty ? [] : table.lines(width: width, style: style)
  }

  private var chart: [String] {
    guard allYears.count > 1 else { return [] }
    return LineChart(
      text(Phrase.openSchools),
      years: allYears,
      series: [
        .init(text(Phrase.openSchools), allYears.map { network.sum("schools", $0) })
      ],
    ).lines(width: min(width, 100), height: 7, style: style)
  }

  // MARK: - Placement and rotation

  private var roundTable: [String] {
    let measures = [
      "covered", "competing", "placed_in_school", "displaced", "applicants",
      "placed_cross_school", "preference_rank", "blocking_pairs", "county_assigned",
      "post_conversions", "reserve_posts_used", "refused", "standby", "standby_ended",
      "hires_posted",
    ]
    guard allYears.contains(where: { figures.means.sum("covered", $0) > 0 }) else {
      return sentence(Phrase.noPlacement)
    }
    var table = yearTable(Phrase.rounds)
    for measure in measures {
      let label =
        measure == "applicants"
        ? Phrase.applicantsElsewhere : Phrase.label(ofMeasure: measure)
      let cells =
        measure == "preference_rank"
        ? years.map { figures.preferenceRank($0).map { grouped($0, decimals: 1) } ?? signs.dash }
        : counts(years.map { figures.means.sum(measure, $0) })
      table.addRow(text(label), cells)
    }
    return table.lines(width: width, style: style)
  }

  private var rotationTable: [String] {
    let shares = allYears.map { figures.rotationShare($0) }
    let known = shares.compactMap(\.self)
    guard !known.isEmpty else { return sentence(Phrase.noRotation) }
    var table = yearTable(Phrase.rotationHeading)
    func addCount(_ measure: String) {
      table.addRow(
        text(Phrase.label(ofMeasure: measure)),
        counts(years.map { figures.means.sum(measure, $0) }),
      )
    }
    func addShare(_ measure: String, _ share: (Int) -> Double?) {
      table.addRow(
        text(Phrase.label(ofMeasure: measure)),
        years.map { share($0).map(Phrase.percent) ?? signs.dash },
      )
    }
    addCount("due_to_rotate")
    addCount("rotated")
    addShare("rotation_share") { figures.rotationShare($0) }
    addCount("rotated_by_exchange")
    addCount("rotated_backbone")
    addShare("backbone_share") { figures.backboneShare($0) }
    table.addRow(text(Phrase.dutyMet), years.map { text(Phrase.count(figures.dutyMet($0))) })
    let course = Phrase.course(
      Phrase.label(ofMeasure: "rotation_share"),
      sparkline(shares.map { $0 ?? .nan }, style: style),
      known,
      dash: signs.dash,
    )
    return table.lines(width: width, style: style) + sentence(course) + sentence(Phrase.dutyNote)
  }

  // MARK: - Balance

  private var balanceTable: [String] {
    let arrow = style.usesUnicode ? "→" : "->"
    var table = yearTable(Phrase.figure)
    for (stage, member) in figures.means.stages.enumerated() {
      for figure in SchoolBalance.figures {
        let pairs = years.map { year in
          ["before", "after"].map {
            figures.medianRegion("\(figure)_cv_\($0)", year, stage: stage)
          }
        }
        guard pairs.joined().contains(where: { $0 != nil }) else { continue }
        table.addRow(
          text(Phrase.balanceRow(member.label, figure)),
          pairs.map { pair in
            pair.map { $0.map { grouped($0, decimals: 2) } ?? signs.dash }.joined(separator: arrow)
          },
        )
      }
    }
    guard !table.isEmpty else { return sentence(Phrase.noBalance) }
    return heading(Phrase.balanceHeading) + table.lines(width: width, style: style)
      + sentence(Phrase.balanceNote)
  }

  private var limitTable: [String] {
    var table = yearTable(Phrase.overLimitHeading)
    for (stage, member) in figures.means.stages.enumerated() {
      let limits = years.compactMap { figures.limit($0, stage: stage) }
      guard let limit = limits.last else { continue }
      let shares = years.map { figures.overLimit($0, stage: stage) }
      guard shares.contains(where: { $0.total > 0 }) else { continue }
      table.addRow(
        text(Phrase.stageWithLimit(member.label, limit)),
        zip(years, shares).map { year, share in
          figures.limit(year, stage: stage) == nil
            ? .init(signs.dash)
            : .init(text(Phrase.count(share)), ink: share.count > 0 ? .red : .green)
        },
      )
    }
    return table.isEmpty ? [] : table.lines(width: width, style: style)
  }

  /// Sums of means: whole numbers, or one decimal where all are small.
  private func counts(_ values: [Double]) -> [String] {
    let decimals = min(1, FigureText.decimals(for: values))
    return values.map { grouped($0, decimals: decimals) }
  }
}
