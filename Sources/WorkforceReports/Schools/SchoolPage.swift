// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The story of one school: a table over the years, two charts and a few sentences.
package struct SchoolPage {
  /// Half a teacher, from which on a gap is worth a word.
  private static let smallestGap = 0.5

  private let story: SchoolStory
  private let run: KeptRun
  private let width: Int
  private let style: Style
  private let language: Language
  private let figures: FigureText

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - story: The school.
  ///   - run: The run that it is from.
  ///   - width: The columns of the terminal.
  ///   - style: What the terminal can show.
  ///   - language: The language.
  package init(
    _ story: SchoolStory,
    of run: KeptRun,
    width: Int,
    style: Style,
    language: Language,
  ) {
    self.story = story
    self.run = run
    self.width = max(width, 60)
    self.style = style
    self.language = language
    figures = FigureText(style)
  }

  /// The page: sections with an empty line between them.
  package var lines: [String] {
    guard story.teaches else { return Array([head, sentence(Phrase.neverTeaches)].joined()) }
    let sections = [head, table, pupilChart, teacherChart, sentences]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private func text(_ phrase: LocalizedText) -> String { phrase.text(in: language) }

  private func sentence(_ phrase: LocalizedText) -> [String] { wrap(text(phrase), columns: width) }

  private var head: [String] {
    let place = [story.region, story.location].compactMap(\.self) + story.stages
    var facts = [story.school.code] + place.map { text($0.label) }
    if story.isKeySchool { facts.append(text(Phrase.keySchool)) }
    let title = text(run.identity.title)
    let runFacts = run.identity.facts(figures, language: language)
    return [style.paint(text(story.school.label), .bold)]
      + wrap(facts.joined(separator: figures.separator), columns: width)
      + wrap(title + figures.separator + runFacts, columns: width)
  }

  private var table: [String] {
    let ranged = Set(["pupils", "teachers"])
    let measures =
      ["open", "pupils", "classes", "posts", "teachers", "need", "gap"]
      + ["joined", "left"]
    var table = TextTable(
      [.init(text(Phrase.year))]
        + measures.map { .init(text(Phrase.schoolColumn($0)), .trailing) }
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
            figures.range(statistic.mean, statistic.p05, statistic.p95, decimals: 0)
          )
        }
      }
      table.addRow([.init(String(year))] + cells)
    }
    return sentence(Phrase.schoolNote) + table.lines(width: width, style: style)
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
      text(title),
      years: story.years,
      series: series.map { line in
        .init(text(line.name), story.years.map { story.mean(line.measure, $0) })
      },
      band: .init(text(Phrase.band(of: name, dash: figures.dash)), of: statistics),
    ).lines(width: min(width, 100), height: 7, style: style)
  }

  // MARK: - Sentences

  private var sentences: [String] {
    (opening + closing + staffing + [pupils]).flatMap(sentence)
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
        dash: figures.dash,
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
