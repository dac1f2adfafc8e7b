// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The story of one school: a table over the years, two charts and a few sentences.
package struct SchoolPage {
  /// Half a teacher, from which on a gap is worth a word.
  private static let smallestGap = 0.5

  private let story: SchoolStory
  private let run: KeptRun
  private let page: PageSetting

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - story: The school.
  ///   - run: The run that it is from.
  ///   - page: How it is set.
  package init(
    _ story: SchoolStory,
    of run: KeptRun,
    page: PageSetting,
  ) {
    self.story = story
    self.run = run
    self.page = page
  }

  /// The page: sections with an empty line between them.
  package var lines: [String] {
    guard story.teaches else { return Array([head, page.sentence(Phrase.neverTeaches)].joined()) }
    let sections = [head, table, pupilChart, teacherChart, sentences]
    return page.joined(sections)
  }

  private var head: [String] {
    let place = [story.region, story.location].compactMap(\.self) + story.stages
    var facts = [story.school.code] + place.map { page.text($0.label) }
    if story.isKeySchool { facts.append(page.text(Phrase.keySchool)) }
    let title = page.text(run.identity.title)
    let runFacts = run.identity.facts(page)
    return [page.style.paint(page.text(story.school.label), .bold)]
      + page.wrapped(facts.joined(separator: page.signs.separator))
      + page.wrapped(title + page.signs.separator + runFacts)
  }

  private var table: [String] {
    let ranged = Set(["pupils", "teachers"])
    let measures =
      ["open", "pupils", "classes", "posts", "teachers", "need", "gap"]
      + ["joined", "left"]
    var table = TextTable(
      [.init(page.text(Phrase.year))]
        + measures.map { .init(page.text(Phrase.schoolColumn($0)), .trailing) }
    )
    // Years in which nothing is left of a school would be rows of zeros.
    let years = story.years.filter { year in
      measures.contains { story.mean($0, year) != 0 }
    }
    for year in years {
      let cells = measures.map { measure -> TextTable.Cell in
        switch measure {
        case "open": return .init(Phrase.percent(story.chanceOpen(year)))
        case "gap":
          let gap = story.gap(year)
          let ink: Style.Ink? =
            gap > Self.smallestGap ? .red : gap < -Self.smallestGap ? .yellow : nil
          return .init(grouped(gap, decimals: 1), ink: ink)
        default:
          let statistic = story.statistic(measure, year)
          guard ranged.contains(measure) else {
            return .init(grouped(statistic.mean, decimals: 1))
          }
          return .init(
            page.signs.range(statistic.mean, statistic.p05, statistic.p95, decimals: 0)
          )
        }
      }
      table.addRow([.init(String(year))] + cells)
    }
    return page.sentence(Phrase.schoolNote) + table.lines(on: page)
  }

  private var pupilChart: [String] {
    chart(Phrase.pupils, series: [(Phrase.pupils, "pupils")], band: "pupils")
  }

  private var teacherChart: [String] {
    chart(
      Phrase.teachersAndNeed,
      series: [(Phrase.need, "need"), (Phrase.teachers, "teachers")],
      band: "teachers",
    )
  }

  private func chart(
    _ title: LocalizedText,
    series: [(name: LocalizedText, measure: String)],
    band: String,
  ) -> [String] {
    guard story.years.count > 1 else { return [] }
    let statistics = story.years.map { story.statistic(band, $0) }
    let name = series.last?.name ?? title
    return LineChart(
      page.text(title),
      years: story.years,
      series: series.map { line in
        .init(page.text(line.name), story.years.map { story.mean(line.measure, $0) })
      },
      band: .init(page.text(Phrase.band(of: name, dash: page.signs.dash)), of: statistics),
    ).lines(on: page, height: 7)
  }

  // MARK: - Sentences

  private var sentences: [String] {
    (opening + closing + staffing + [pupils]).flatMap(page.sentence)
  }

  private var opening: [LocalizedText] {
    story.openingYear.map { [Phrase.opens(in: $0)] } ?? []
  }

  private var closing: [LocalizedText] {
    let closed = story.years.filter { story.chanceClosed($0) > 0 }
    guard let first = closed.first, let last = story.years.last else {
      return [Phrase.staysOpen]
    }
    if story.chanceClosed(first) == 1 { return [Phrase.closes(in: first)] }
    let certain = closed.first { story.chanceOpen($0) == 0 } ?? last
    let shown = selectedYears(first...certain).map { ($0, story.chanceClosed($0)) }
    return [Phrase.chanceClosed(shown), Phrase.zeroWhenClosed]
  }

  private var staffing: [LocalizedText] {
    let sides: [(isShort: Bool, sign: Double)] = [(true, 1), (false, -1)]
    let phrases = sides.compactMap { side -> LocalizedText? in
      let holds = { (year: Int) in
        story.mean("need", year) > 0 && side.sign * story.gap(year) > Self.smallestGap
      }
      let ranges = story.ranges(where: holds)
      guard
        let worst = story.years.filter(holds)
          .max(by: { side.sign * story.gap($0) < side.sign * story.gap($1) })
      else { return nil }
      return Phrase.staffing(
        isShort: side.isShort,
        ranges,
        worst: worst,
        by: grouped(abs(story.gap(worst)), decimals: 1),
        dash: page.signs.dash,
      )
    }
    return phrases.isEmpty ? [Phrase.staffedToNeed] : phrases
  }

  private var pupils: LocalizedText {
    let means = story.years.map { story.mean("pupils", $0) }
    let peak = means.indices.max { means[$0] < means[$1] } ?? 0
    return Phrase.peak(
      of: grouped(means[peak], decimals: 0),
      in: story.years[peak],
      last: story.years[story.years.count - 1],
      pupils: grouped(means[means.count - 1], decimals: 0),
    )
  }
}
