// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Schools, placement, rotation and balance of a kept run in a handful of years.
package struct PlacementPage {
  private let run: KeptRun
  private let figures: PlacementFigures
  private let network: RegionStageMeans
  private let years: [Int]
  private let region: Member?
  private let page: PageSetting

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - run: The run, with the tables of `KeptTableRequest.placementTables`.
  ///   - years: The years to show; `nil` takes the first, the last and round ones between.
  ///   - region: The only region that counts; `nil` for all.
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
      return page.joined([head, page.sentence(Phrase.noSchools)])
    }
    let sections = [
      head, networkTable, stageTable, chart, roundTable, rotationTable, balanceTable, limitTable,
    ]
    return page.joined(sections)
  }

  private func yearTable(_ title: LocalizedText) -> YearTable {
    YearTable(page.text(title), years: years)
  }

  private var allYears: [Int] { Array(run.identity.years) }

  private var head: [String] {
    page.heading(run.identity.title)
      + page.wrapped(run.identity.facts(page))
      + page.sentence(Phrase.placementTitle)
      + page.sentence(Phrase.placementNote(region: region?.label))
  }

  // MARK: - The network

  private var networkTable: [String] {
    var table = yearTable(Phrase.network)
    for measure in SchoolTables.networkMeasures {
      guard allYears.contains(where: { network.sum(measure, $0) > 0 }) else { continue }
      table.addRow(
        page.text(Phrase.label(ofMeasure: measure)),
        counts(years.map { network.sum(measure, $0) }),
      )
    }
    guard !table.isEmpty else { return [] }
    let totals = ["opened", "extended", "merged"].map { measure in
      grouped(allYears.reduce(0) { $0 + network.sum(measure, $1) }, decimals: 0)
    }
    return table.lines(on: page)
      + page.sentence(
        Phrase.networkChanges(
          run.identity.years.lowerBound,
          run.identity.years.upperBound,
          opened: totals[0],
          extended: totals[1],
          merged: totals[2],
          dash: page.signs.dash,
        )
      )
  }

  private var stageTable: [String] {
    var table = yearTable(Phrase.schoolsByStage)
    for (stage, member) in network.stages.enumerated() {
      let schools = years.map { network.sum("schools", $0, stage: stage) }
      guard schools.contains(where: { $0 > 0 }) else { continue }
      table.addRow(page.text(member.label), counts(schools))
    }
    return table.isEmpty ? [] : table.lines(on: page)
  }

  private var chart: [String] {
    guard allYears.count > 1 else { return [] }
    return LineChart(
      page.text(Phrase.openSchools),
      years: allYears,
      series: [
        .init(page.text(Phrase.openSchools), allYears.map { network.sum("schools", $0) })
      ],
    ).lines(on: page, height: 7)
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
      return page.sentence(Phrase.noPlacement)
    }
    var table = yearTable(Phrase.rounds)
    for measure in measures {
      let label =
        Phrase.label(ofMeasure: measure, in: "placement") ?? Phrase.label(ofMeasure: measure)
      let cells =
        measure == "preference_rank"
        ? years.map {
          figures.preferenceRank($0).map { grouped($0, decimals: 1) } ?? page.signs.dash
        }
        : counts(years.map { figures.means.sum(measure, $0) })
      table.addRow(page.text(label), cells)
    }
    return table.lines(on: page)
  }

  private var rotationTable: [String] {
    let shares = allYears.map { figures.rotationShare($0) }
    let known = shares.compactMap(\.self)
    guard !known.isEmpty else { return page.sentence(Phrase.noRotation) }
    var table = yearTable(Phrase.rotationHeading)
    func addCount(_ measure: String) {
      table.addRow(
        page.text(Phrase.label(ofMeasure: measure)),
        counts(years.map { figures.means.sum(measure, $0) }),
      )
    }
    func addShare(_ measure: String, _ share: (Int) -> Double?) {
      table.addRow(
        page.text(Phrase.label(ofMeasure: measure)),
        years.map { share($0).map(Phrase.percent) ?? page.signs.dash },
      )
    }
    addCount("due_to_rotate")
    addCount("rotated")
    addShare("rotation_share") { figures.rotationShare($0) }
    addCount("rotated_by_exchange")
    addCount("rotated_backbone")
    addShare("backbone_share") { figures.backboneShare($0) }
    table.addRow(
      page.text(Phrase.dutyMet),
      years.map { page.text(Phrase.count(figures.dutyMet($0))) },
    )
    let course = Phrase.course(
      Phrase.label(ofMeasure: "rotation_share"),
      sparkline(shares.map { $0 ?? .nan }, style: page.style),
      known,
      dash: page.signs.dash,
    )
    return table.lines(on: page) + page.sentence(course) + page.sentence(Phrase.dutyNote)
  }

  // MARK: - Balance

  private var balanceTable: [String] {
    let arrow = page.style.usesUnicode ? "→" : "->"
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
          page.text(Phrase.balanceRow(member.label, figure)),
          pairs.map { pair in
            pair.map { $0.map { grouped($0, decimals: 2) } ?? page.signs.dash }.joined(
              separator: arrow
            )
          },
        )
      }
    }
    guard !table.isEmpty else { return page.sentence(Phrase.noBalance) }
    return page.heading(Phrase.balanceHeading) + table.lines(on: page)
      + page.sentence(Phrase.balanceNote)
  }

  private var limitTable: [String] {
    var table = yearTable(Phrase.overLimitHeading)
    for (stage, member) in figures.means.stages.enumerated() {
      let limits = years.compactMap { figures.limit($0, stage: stage) }
      guard let limit = limits.last else { continue }
      let shares = years.map { figures.overLimit($0, stage: stage) }
      guard shares.contains(where: { $0.total > 0 }) else { continue }
      table.addRow(
        page.text(Phrase.stageWithLimit(member.label, limit)),
        zip(years, shares).map { year, share in
          figures.limit(year, stage: stage) == nil
            ? .init(page.signs.dash)
            : .init(page.text(Phrase.count(share)), ink: share.count > 0 ? .red : .green)
        },
      )
    }
    return table.isEmpty ? [] : table.lines(on: page)
  }

  /// Sums of means: whole numbers, or one decimal where all are small.
  private func counts(_ values: [Double]) -> [String] {
    let decimals = min(1, FigureText.decimals(for: values))
    return values.map { grouped($0, decimals: decimals) }
  }
}
