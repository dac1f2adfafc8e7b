// SPDX-License-Identifier: GPL-3.0-or-later

/// How titles change.
public enum TitleMethod: String, Hashable, Sendable, CaseIterable {
  /// Eligible teachers apply for the next title; places are limited by the structure caps.
  case review
  /// Teachers move between titles with the probabilities of a table, without limits.
  case transitions
}

/// What the structure caps are a share of.
public enum TitlePlacesBase: String, Hashable, Sendable, CaseIterable {
  /// The authorised posts of the region and stage.
  case posts
  /// The workforce of the region and stage after exits.
  case headcount
  /// The workforce and the holders of each title at the end of the year before.
  case previousHeadcount = "previous_headcount"
}

/// The parameters of titles.
package struct TitleRules: Sendable {
  package let method: TitleMethod
  package let base: TitlePlacesBase
  package let yearsRequired: ParameterReference?
  package let applicationProbability: ParameterReference?
  package let structureCap: ParameterReference?
  package let transitions: ParameterReference?
  package let backboneShare: ParameterReference?

  /// The parameters that titles read.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "titles.years_required",
      .years,
      axes: [.title, .degree, .stage],
      standard: 0,
      "Years in the title before a teacher may apply for the next one; 99 never",
      chinese: "申报高一级职称所需任职年限；99 表示不可申报",
    ),
    ParameterDefinition(
      "titles.application_probability",
      .probabilityPerYear,
      axes: Axis.ofTeacher,
      standard: 1,
      "Probability that an eligible teacher applies and is found fit",
      chinese: "符合条件的教师当年申报且合格的概率",
    ),
    ParameterDefinition(
      "titles.structure_cap",
      .share,
      axes: [.region, .stage, .title],
      standard: 1,
      "Largest share of teachers who may hold the title",
      chinese: "岗位结构比例上限",
    ),
    ParameterDefinition(
      "titles.transitions",
      .probabilityPerYear,
      axes: [.title, .nextTitle] + Axis.ofTeacher,
      isOptional: true,
      "Probability that a teacher moves from one title to another during the year",
      chinese: "当年由一职称转到另一职称的概率",
    ),
    ParameterDefinition(
      "titles.backbone_share",
      .share,
      axes: [.region, .stage, .title],
      isOptional: true,
      "Share of the teachers of a title who are kept backbone teachers by naming new ones",
      chinese: "通过逐年认定保持的各职称骨干教师比例",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet, method: TitleMethod, base: TitlePlacesBase) {
    self.method = method
    self.base = base
    self.yearsRequired = parameters.reference(to: "titles.years_required")
    self.applicationProbability = parameters.reference(to: "titles.application_probability")
    self.structureCap = parameters.reference(to: "titles.structure_cap")
    self.transitions = parameters.reference(to: "titles.transitions")
    self.backboneShare = parameters.reference(to: "titles.backbone_share")
  }
}

/// Teachers rise to the next title as far as the structure caps leave places.
///
/// A teacher may apply for title *g* + 1 after the required years in *g*, and does so with the
/// application probability. Places in a region and stage are ⌊cap(*g* + 1) × base⌋ less the holders
/// of *g* + 1, rounded down with a slack of 1e-12; a cap of one is no limit. If more apply than
/// there are places, those with the highest merit draw rise. Titles are filled from the highest
/// down, so a place that a promotion frees is used in the same year, unless the caps refer to the
/// year before, and nobody rises twice.
package struct TitlePhase {
  private let rules: TitleRules
  private let lookup: TeacherLookup
  private let application: [ProbabilityThreshold]
  private let probability: [Double]
  private let yearsLookup: TeacherLookup
  /// The months in the title that are required, by the place of the lookup.
  private let requiredMonths: [Int]
  private let cap: ParameterValues

  /// Prepares the probabilities of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of titles.
  ///   - year: The year.
  package init(_ rules: TitleRules, in year: SimulatedYear) {
    let application = rules.applicationProbability.map { year.values($0) } ?? ParameterValues(1)
    self.rules = rules
    self.lookup = TeacherLookup(application, dimensions: year.dimensions)
    self.application = application.values.map { ProbabilityThreshold($0) }
    self.probability = application.values
    let years = rules.yearsRequired.map { year.values($0) } ?? ParameterValues(0)
    self.yearsLookup = TeacherLookup(years, dimensions: year.dimensions)
    self.requiredMonths = years.values.map { Int(($0 * 12).rounded(.up)) }
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
    let firstOfCell = year.dimensions.groupOfCell.map { $0 * titles }
    let applicants = applicants(from: population, in: year)
    let byPlace = GroupedRows(applicants, count: year.dimensions.groupCount * titles) {
      firstOfCell[Int(population.cell[$0])] + Int(population.title[$0])
    }
    var held = places.held
    for group in 0..<year.dimensions.groupCount {
      for title in (1..<max(1, titles)).reversed() {
        let applicants = byPlace[group * titles + title - 1]
        guard !applicants.isEmpty else { continue }
        let limit = cap[
          (.region, group / year.dimensions.stageCount),
          (.stage, group % year.dimensions.stageCount),
          (.title, title),
        ]
        let free =
          limit >= 1
          ? .infinity
          : max(0, Self.whole(limit * places.base[group]) - held[group * titles + title])
        let risen = promote(
          applicants,
          to: title,
          free: free,
          population: &population,
          flows: &flows,
          in: year,
        )
        guard rules.base != .previousHeadcount else { continue }
        held[group * titles + title] += risen
        held[group * titles + title - 1] -= risen
      }
    }
  }

  /// The whole places of a share; 29 % of 100 is 28.999… in binary, and 29 places.
  private static func whole(_ places: Double) -> Double {
    (places * (1 + 1e-12)).rounded(.down)
  }

  /// The rows of those who apply, in their order.
  private func applicants(
    from population: borrowing Population,
    in year: SimulatedYear,
  ) -> [Int] {
    let titles = year.dimensions.count(.title)
    let areIndividuals = year.method == .individuals
    let mustHaveServed = requiredMonths.contains { $0 > 0 }
    let draws = year.stream(.titleApplication)
    var applicants: [Int] = []
    applicants.reserveCapacity(population.count / 2)
    var places = [Int32](repeating: 0, count: RowBlocks.size)
    var words = [UInt32](repeating: 0, count: RowBlocks.size)
    for rows in RowBlocks(0..<population.count) {
      lookup.findPlaces(of: rows, in: population, at: year.clock, into: &places)
      draws.fill(ids: population.id.span.extracting(rows), into: &words)
      for index in 0..<rows.count {
        guard !areIndividuals || application[Int(places[index])].includes(words[index]) else {
          continue
        }
        let row = rows.lowerBound &+ index
        guard Int(population.title[row]) + 1 < titles, population.isInWorkforce(row),
          !mustHaveServed || hasServed(row, in: population, at: year.clock)
        else { continue }
        applicants.append(row)
      }
    }
    return applicants
  }

  /// Whether a teacher has held the title as long as the next one requires.
  @inline(__always)
  private func hasServed(
    _ row: Int,
    in population: borrowing Population,
    at clock: TeacherClock,
  ) -> Bool {
    let months = clock.now - Int(population.titleStart[row].months)
    return months >= requiredMonths[yearsLookup.index(of: row, in: population, at: clock)]
  }

  /// Promotes the best applicants and says how many rose.
  private func promote(
    _ applicants: ArraySlice<Int>,
    to title: Int,
    free: Double,
    population: inout Population,
    flows: inout YearFlows,
    in year: SimulatedYear,
  ) -> Double {
    let date = CompactMonth(year.countMonth)
    guard year.method == .individuals else {
      let weights = applicants.map { row in
        population.weight[row] * probability[lookup.index(of: row, in: population, at: year.clock)]
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
    let chosen = best(applicants, places: free, ids: population.id, in: year)
    for row in chosen {
      population.title[row] = UInt8(title)
      population.titleStart[row] = date
      flows.note(flows.kinds.promoted, in: population.cell[row], weight: 1)
    }
    return Double(chosen.count)
  }

  /// The rows of the applicants of highest merit; equal merit goes to the lower identity, not to the
  /// earlier row.
  private func best(
    _ applicants: ArraySlice<Int>,
    places: Double,
    ids: [UInt64],
    in year: SimulatedYear,
  ) -> ArraySlice<Int> {
    guard Double(applicants.count) > places else { return applicants }
    guard places >= 1 else { return [] }
    let merit = year.stream(.titleMerit).words(of: applicants, ids: ids)
    var order = LotOrder(capacity: applicants.count)
    for (row, merit) in zip(applicants, merit) { order.add(row, lot: ~merit) }
    return order.rows(ids: ids, first: Int(places))[...]
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
