// SPDX-License-Identifier: GPL-3.0-or-later

/// Teachers of cells with a surplus train for cells of their region that are short (转岗).
///
/// First, those whose training has ended by the counting day qualify with the success share and
/// change their cell; the others stay where they are. Then others begin to train. With *a* the
/// available full-time equivalents of those who do not train, a cell has the surplus
/// max(0, *a* − need) and the shortage max(0, need − *a* − success share × those training for it).
/// An origin gives at most the surplus share of its surplus and no more than its candidates;
/// `TrainingPlaces` says how the places are found and `TraineeChoice` who takes them. A trainee
/// counts as one full-time equivalent.
package struct RequalificationPhase {
  private let year: SimulatedYear
  private let network: SchoolNetwork?
  private let routes: [TrainingRoute]
  private let success: [Double]
  private let trainingMonths: [Int]
  private let surplusShare: ParameterValues
  private let quota: ParameterValues
  private let maximumMonths: [Int]
  private let successDraws: DecisionStream
  private let choice: TraineeChoice

  /// Prepares the parameters of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of requalification.
  ///   - network: The schools; `nil` if schools are not modelled.
  ///   - year: The year.
  package init(
    _ rules: RequalificationRules,
    network: SchoolNetwork? = nil,
    in year: SimulatedYear,
  ) {
    let dimensions = year.dimensions
    func byTarget(_ reference: ParameterReference) -> [Double] {
      let values = year.values(reference)
      return dimensions.fields.map { values[(.nextStage, $0.stage), (.nextSubject, $0.subject)] }
    }
    let maximumAge = year.values(rules.maximumAge)
    self.year = year
    self.network = network
    self.routes = Self.routes(year.values(rules.route), dimensions)
    self.success = byTarget(rules.success)
    self.trainingMonths = byTarget(rules.trainingMonths).map { Int($0.rounded()) }
    self.surplusShare = year.values(rules.surplusShare)
    self.quota = year.values(rules.quota)
    self.maximumMonths = (0..<dimensions.count(.sex)).map {
      Int((maximumAge[(.sex, $0)] * 12).rounded())
    }
    self.successDraws = year.stream(.requalificationSuccess)
    self.choice = TraineeChoice(draws: year.stream(.requalification))
  }

  /// Whether any way to another field is open, so that people may begin to train.
  package var isOpen: Bool { !routes.isEmpty }

  /// The ways that are open; a way to the own field or to a pair that is not taught is none.
  private static func routes(
    _ weights: ParameterValues,
    _ dimensions: Dimensions,
  ) -> [TrainingRoute] {
    guard weights.values.contains(where: { $0 > 0 }) else { return [] }
    var routes: [TrainingRoute] = []
    for (origin, from) in dimensions.fields.enumerated() {
      for (target, to) in dimensions.fields.enumerated() where origin != target {
        let weight = weights[
          (.stage, from.stage),
          (.subject, from.subject),
          (.nextStage, to.stage),
          (.nextSubject, to.subject),
        ]
        guard weight > 0 else { continue }
        routes.append(TrainingRoute(origin: origin, target: target, weight: weight))
      }
    }
    return routes
  }

  // MARK: - The end of training

  /// Lets those whose training has ended take up their new subject, if they pass.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  /// - Returns: The people whose training has ended.
  package func finish(_ population: inout Population, flows: inout YearFlows) -> Double {
    let now = year.clock.now
    var ended = 0.0
    let due = population.trainingEnd.rows(0..<population.count) {
      $0 != .past && Int($0.months) <= now
    }
    for row in due where population.isInWorkforce(row) {
      ended += population.weight[row]
      examine(row, of: &population, flows: &flows)
    }
    return ended
  }

  private func examine(_ row: Int, of population: inout Population, flows: inout YearFlows) {
    let target = Int(population.trainingCell[row])
    let share = success[target % year.dimensions.fields.count]
    let passing =
      year.method == .expected
      ? share : successDraws.happens(ProbabilityThreshold(share), for: population.id[row]) ? 1 : 0
    if passing < 1 {
      if passing > 0 {
        population.split(row, share: passing) {
          changeCell(of: $1, in: &$0, flows: &flows)
        }
      }
      population.endTraining(row)
    } else {
      changeCell(of: row, in: &population, flows: &flows)
    }
  }

  private func changeCell(
    of row: Int,
    in population: inout Population,
    flows: inout YearFlows,
  ) {
    let target = population.trainingCell[row]
    let old = year.dimensions.field(ofCell: Int(population.cell[row]))
    let new = year.dimensions.field(ofCell: Int(target))
    flows.change(
      flows.kinds.requalified,
      from: population.cell[row],
      to: target,
      weight: population.weight[row],
    )
    population.cell[row] = target
    population.endTraining(row)
    if old.stage == new.stage {
      population.secondSubject[row] = UInt8(old.subject)
      return
    }
    if Int(population.secondSubject[row]) == new.subject {
      population.secondSubject[row] = Teacher.noSubject
    }
    let school = population.school[row]
    if let network, school != Population.noSchool,
      network.unit(school: Int(school), stage: new.stage) == nil
    {
      population.school[row] = Population.noSchool
    }
  }

  // MARK: - The beginning of training

  /// Lets teachers of cells with a surplus begin to train for cells that are short.
  ///
  /// - Parameters:
  ///   - population: The teachers, of whom none has a training that has ended.
  ///   - flows: The movements of the year; training of no months ends at once.
  ///   - need: The need by cell.
  ///   - time: The full-time equivalents as they stand.
  /// - Returns: Those who began to train.
  package func begin(
    _ population: inout Population,
    flows: inout YearFlows,
    need: [Double],
    time: WorkingTime,
  ) -> RequalificationCounts {
    var counts = RequalificationCounts(groupCount: year.dimensions.groupCount)
    guard !routes.isEmpty else { return counts }
    let balance = TrainingBalance(need: need, time: time, success: success)
    let candidates = candidates(of: population, balance)
    for region in 0..<year.dimensions.regionCount {
      for (cell, offers) in offers(in: region, balance, candidates) {
        let trainees =
          year.method == .individuals
          ? choice.persons(candidates.rows[cell], offers, of: population)
          : choice.shares(candidates.rows[cell], offers, of: population)
        for trainee in trainees {
          start(trainee, of: &population, flows: &flows)
          counts.start(trainee.people, in: year.dimensions.group(ofCell: cell))
        }
      }
    }
    return counts
  }

  /// The candidates of each cell that can spare some for a cell that is short.
  private func candidates(
    of population: borrowing Population,
    _ balance: TrainingBalance,
  ) -> TrainingCandidates {
    let fields = year.dimensions.fields.count
    var canGive = [Bool](repeating: false, count: balance.surplus.count)
    for start in stride(from: 0, to: canGive.count, by: fields) {
      for route in routes where balance.shortage[start + route.target] > 0 {
        canGive[start + route.origin] = balance.surplus[start + route.origin] > 0
      }
    }
    return TrainingCandidates(
      rowsOfCells(canGive, in: population),
      of: population,
      cellCount: canGive.count,
    )
  }

  /// The rows of some cells who may train.
  private func rowsOfCells(_ canGive: [Bool], in population: borrowing Population) -> [Int] {
    let now = year.clock.now
    let rows = 0..<population.count
    let cells = population.cell.span.extracting(rows)
    let isOpen = canGive.span
    var found: [Int] = []
    for row in rows where isOpen[Int(cells[row])] {
      let age = now - Int(population.birth[row].months)
      guard age < maximumMonths[Int(population.sex[row])], population.isInWorkforce(row),
        !population.isTraining(row)
      else { continue }
      found.append(row)
    }
    return found
  }

  /// The places of a region, by the cell from which they are taken.
  private func offers(
    in region: Int,
    _ balance: TrainingBalance,
    _ candidates: TrainingCandidates,
  ) -> [(cell: Int, offers: [TrainingOffer])] {
    let fields = year.dimensions.fields
    let start = region * fields.count
    let share = surplusShare[(.region, region)]
    let places = TrainingPlaces(
      routes: routes,
      supply: fields.indices.map {
        min(share * balance.surplus[start + $0], candidates.people[start + $0])
      },
      demand: Array(balance.shortage[start..<(start + fields.count)]),
      quota: quota[(.region, region)],
    ).places(year.method)
    var result: [(cell: Int, offers: [TrainingOffer])] = []
    // Routes come by origin, so those of one origin follow each other.
    for (route, places) in zip(routes, places) where places > 0 {
      let cell = start + route.origin
      let offer = TrainingOffer(
        target: UInt32(start + route.target),
        subject: UInt8(fields[route.target].subject),
        places: places,
      )
      if result.last?.cell == cell {
        result[result.count - 1].offers.append(offer)
      } else {
        result.append((cell, [offer]))
      }
    }
    return result
  }

  private func start(
    _ trainees: Trainees,
    of population: inout Population,
    flows: inout YearFlows,
  ) {
    var row = trainees.row
    let share = trainees.people / population.weight[row]
    if share < 1 {
      population.split(row, share: share) { _, _ in }
      row = population.count - 1
    }
    let target = Int(trainees.target)
    let months = trainingMonths[target % year.dimensions.fields.count]
    population.trainingCell[row] = trainees.target
    population.trainingEnd[row] = CompactMonth(year.countMonth + months)
    if months == 0 { examine(row, of: &population, flows: &flows) }
  }
}

/// The teachers of each cell who may train.
private struct TrainingCandidates {
  /// The rows by cell.
  let rows: GroupedRows
  /// The people of these rows by cell.
  let people: [Double]

  init(_ rows: [Int], of population: borrowing Population, cellCount: Int) {
    let cells = population.cell.span
    self.rows = GroupedRows(rows, count: cellCount) { Int(cells[$0]) }
    var people = [Double](repeating: 0, count: cellCount)
    for row in rows { people[Int(cells[row])] += population.weight[row] }
    self.people = people
  }
}
