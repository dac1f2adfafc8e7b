// SPDX-License-Identifier: GPL-3.0-or-later

/// Teachers rise to the next title as far as the structure caps leave places.
///
/// A teacher may apply for title *g* + 1 after the required years in *g*, and does so with the
/// application probability. Places in a region and stage are ⌊cap(*g* + 1) × base⌋ less the holders
/// of *g* + 1, rounded down; a cap of one is no limit. If more apply than
/// there are places, those with the highest merit draw rise. Titles are filled from the highest
/// down, so a place that a promotion frees is used in the same year, unless the caps refer to the
/// year before, and nobody rises twice.
package struct TitlePhase {
  private let rules: TitleRules
  /// Application, the one thing that can happen.
  private let application: CompetingRisks
  private let yearsRequired: ParameterValues
  private let cap: ParameterValues

  /// Prepares the probabilities of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of titles.
  ///   - year: The year.
  ///   - workedOut: The probabilities of applications in earlier years.
  package init(
    _ rules: TitleRules,
    in year: SimulatedYear,
    reusing workedOut: inout CompetingRisks.OfYears,
  ) {
    let probability = rules.applicationProbability.map { year.values($0) } ?? ParameterValues(1)
    self.rules = rules
    self.application = workedOut.result(of: [[probability]]) {
      CompetingRisks($0, dimensions: year.dimensions)
    }
    self.yearsRequired = rules.yearsRequired.map { year.values($0) } ?? ParameterValues(0)
    self.cap = rules.structureCap.map { year.values($0) } ?? ParameterValues(1)
  }

  /// Promotes teachers and counts them.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - places: What the caps refer to.
  ///   - year: The year.
  package func apply(
    to population: inout Population,
    flows: inout YearFlows,
    places: TitlePlaces,
    in year: SimulatedYear,
  ) {
    let titles = year.dimensions.count(.title)
    let byPlace = GroupedRows(
      applicants(from: population, in: year),
      row: { $0.row },
      count: year.dimensions.groupCount * titles,
      group: { $0.place },
    )
    // In expected values nobody competes.
    let competitors = year.method == .individuals ? byPlace.rows : []
    var contest = MeritContest(competitors, ids: population.id, year.stream(.titleMerit))
    var held = places.held
    for group in 0..<year.dimensions.groupCount {
      for title in (1..<max(1, titles)).reversed() {
        let competing = byPlace.positions(ofGroup: group * titles + title - 1)
        guard !competing.isEmpty else { continue }
        let limit = cap[
          (.region, group / year.dimensions.stageCount),
          (.stage, group % year.dimensions.stageCount),
          (.title, title),
        ]
        let free =
          limit >= 1
          ? .infinity
          : max(0, (limit * places.base[group]).roundedDown() - held[group * titles + title])
        let risen: Double
        switch year.method {
        case .individuals:
          contest.choose(among: competing, places: free, ids: population.id)
          promote(contest.chosen, to: title, population: &population, flows: &flows, in: year)
          risen = Double(contest.chosen.count)
        case .expected:
          risen = promoteInExpectation(
            Array(byPlace.rows[competing]),
            to: title,
            free: free,
            population: &population,
            flows: &flows,
            in: year,
          )
        }
        guard rules.base != .previousHeadcount else { continue }
        held[group * titles + title] += risen
        held[group * titles + title - 1] -= risen
      }
    }
  }

  /// Those who apply, in the order of rows.
  private func applicants(
    from population: borrowing Population,
    in year: SimulatedYear,
  ) -> [Applicant] {
    let rules = ApplicationRules(latestStarts: latestStarts(at: year), year.dimensions)
    // Where everybody applies who may, nothing is drawn.
    guard year.method == .individuals, application.lowestTotal < .always else {
      return (0..<population.count).compactMap { rules.applicant($0, of: population) }
    }
    let draws = year.stream(.titleApplication)
    return application.happenings(in: population, draws, at: year.clock) {
      rules.applicant($0.row, of: population)
    }
  }

  /// The latest months since which a title can be held to apply for the next one, by stage, title
  /// and degree; the least number for the highest title.
  private func latestStarts(at year: SimulatedYear) -> [Int] {
    let (titles, degrees) = (year.dimensions.count(.title), year.dimensions.count(.degree))
    let mustHaveServed = yearsRequired.values.contains { $0 > 0 }
    return (0..<year.dimensions.stageCount * titles * degrees).map { place in
      let (title, degree) = (place / degrees % titles, place % degrees)
      guard title + 1 < titles else { return .min }
      guard mustHaveServed else { return .max }
      let stage = place / degrees / titles
      let years = yearsRequired[(.title, title), (.degree, degree), (.stage, stage)]
      return year.clock.now - Int((years * 12).rounded(.up))
    }
  }

  /// Promotes teachers of one group.
  private func promote(
    _ rows: ArraySlice<Int>,
    to title: Int,
    population: inout Population,
    flows: inout YearFlows,
    in year: SimulatedYear,
  ) {
    let date = CompactMonth(year.countMonth)
    for row in rows {
      population.title[row] = UInt8(title)
      population.titleStart[row] = date
    }
    guard let first = rows.first else { return }
    flows.note(flows.kinds.promoted, in: population.cell[first], weight: Double(rows.count))
  }

  /// Promotes the share of the applicants for which there are places and says how many rose.
  private func promoteInExpectation(
    _ applicants: [Int],
    to title: Int,
    free: Double,
    population: inout Population,
    flows: inout YearFlows,
    in year: SimulatedYear,
  ) -> Double {
    let date = CompactMonth(year.countMonth)
    let weights = applicants.map { row in
      let place = application.place(of: row, in: population, at: year.clock)
      return population.weight[row] * application.total(at: place)
    }
    let wanted = weights.reduce(0, +)
    let share = wanted <= free ? 1 : free / wanted
    guard share > 0 else { return 0 }
    for (row, weight) in zip(applicants, weights) where weight > 0 {
      let rising = weight * share
      flows.note(flows.kinds.promoted, in: population.cell[row], weight: rising)
      let part = min(1, rising / population.weight[row])
      population.split(row, share: part) {
        $0.title[$1] = UInt8(title)
        $0.titleStart[$1] = date
      }
    }
    return wanted * share
  }
}

/// A teacher who applies for the next title.
private struct Applicant {
  let row: Int
  /// The position of the group and the present title, the title running fastest.
  let place: Int
}

/// Who may apply for the next title.
private struct ApplicationRules {
  /// The latest months since which a title can be held, by group, title and degree.
  private let latestStarts: [Int]
  /// The place of the lowest title in the group of each cell.
  private let firstOfCell: [Int]
  private let degrees: Int

  /// Prepares the rules.
  ///
  /// - Parameters:
  ///   - latestStarts: The latest months since which a title can be held, by stage, title and degree.
  ///   - dimensions: The scenario's dimensions.
  init(latestStarts: [Int], _ dimensions: Dimensions) {
    let titles = dimensions.count(.title)
    self.latestStarts = Array(
      repeatElement(latestStarts, count: dimensions.count(.region)).joined()
    )
    self.firstOfCell = dimensions.groupOfCell.map { $0 * titles }
    self.degrees = dimensions.count(.degree)
  }

  /// A teacher as applicant; `nil` for whoever is not in the workforce or has not held the title for
  /// long enough.
  @inline(__always)
  func applicant(_ row: Int, of population: borrowing Population) -> Applicant? {
    let place = firstOfCell[Int(population.cell[row])] &+ Int(population.title[row])
    let latest = latestStarts[place &* degrees &+ Int(population.degree[row])]
    guard Int(population.titleStart[row].months) <= latest, population.isInWorkforce(row)
    else { return nil }
    return Applicant(row: row, place: place)
  }
}

/// What the structure caps refer to.
package struct TitlePlaces: Sendable {
  /// The number that caps are shares of, by group.
  package var base: [Double]
  /// The holders of each title, by group and title.
  package var held: [Double]

  /// Creates the figures.
  package init(base: [Double], held: [Double]) {
    self.base = base
    self.held = held
  }
}
