// SPDX-License-Identifier: GPL-3.0-or-later

/// Births enter, grades progress, pupils move.
///
/// Children of age *a* on the counting day of year *y* were born in the last months of the calendar
/// year *y* − *a* − 1 and the first months of *y* − *a*; births within a calendar year are spread
/// evenly. Location shares of those who enter are scaled to one. The pupils of a grade move on by
/// the progression table: what it lacks to one has left.
/// Births are the stated path times a random walk: each uncertain year multiplies it by a lognormal
/// factor of mean 1 and the given standard deviation, so that the mean stays on the path.
package struct EnrolmentPhase {
  private let rules: EnrolmentRules
  private let birthFactors: BirthFactors

  /// Prepares the phase for a replication.
  ///
  /// - Parameters:
  ///   - rules: The parameters of enrolment.
  ///   - birthFactors: The random walk of births.
  package init(_ rules: EnrolmentRules, birthFactors: BirthFactors) {
    self.rules = rules
    self.birthFactors = birthFactors
  }

  /// The pupils on the opening day.
  ///
  /// Without a table of opening pupils, grades are filled by running the cohorts forward from an
  /// empty school for as many years as there are grades, with the shares of the opening day.
  ///
  /// - Parameter opening: The opening, as the year before the first.
  /// - Returns: The pupils.
  package func openingStock(in opening: SimulatedYear) -> PupilStock {
    var stock = PupilStock(opening.dimensions)
    if rules.method == .table {
      apply(to: &stock, in: opening)
    } else if let table = rules.openingPupils {
      fill(&stock, from: table, in: opening)
    } else {
      for back in (0..<opening.dimensions.count(.grade)).reversed() {
        advance(&stock, toYear: opening.year - back, in: opening)
      }
    }
    return stock
  }

  /// Moves the pupils to the counting day of a year.
  ///
  /// - Parameters:
  ///   - stock: The pupils a year before.
  ///   - year: The year.
  package func apply(to stock: inout PupilStock, in year: SimulatedYear) {
    switch rules.method {
    case .cohort:
      advance(&stock, toYear: year.year, in: year)
    case .table:
      if let table = rules.pupils { fill(&stock, from: table, in: year) }
    }
  }

  private func fill(
    _ stock: inout PupilStock,
    from table: ParameterReference,
    in year: SimulatedYear,
  ) {
    let values = year.values(table)
    forEachPlace(in: year.dimensions) { region, location, grade in
      stock[region, location, grade] =
        values[(.region, region), (.location, location), (.grade, grade)]
    }
  }

  private func forEachPlace(in dimensions: Dimensions, _ body: (Int, Int, Int) -> Void) {
    for region in 0..<dimensions.regionCount {
      for location in 0..<dimensions.count(.location) {
        for grade in 0..<dimensions.count(.grade) { body(region, location, grade) }
      }
    }
  }

  private func advance(_ stock: inout PupilStock, toYear target: Int, in year: SimulatedYear) {
    let before = stock
    stock = PupilStock(year.dimensions)
    progress(before, into: &stock, in: year)
    enter(&stock, year: target, in: year)
    relocate(&stock, in: year)
  }

  private func progress(
    _ before: PupilStock,
    into stock: inout PupilStock,
    in year: SimulatedYear,
  ) {
    guard let reference = rules.progression, let migrationReference = rules.migration else {
      return
    }
    let shares = year.values(reference)
    let migration = year.values(migrationReference)
    let stageOfGrade = year.dimensions.stageOfGrade
    forEachPlace(in: year.dimensions) { region, location, grade in
      let pupils = before[region, location, grade]
      guard pupils > 0 else { return }
      for next in stageOfGrade.indices {
        let share = shares[(.grade, grade), (.nextGrade, next), (.region, region)]
        guard share > 0 else { continue }
        let change = migration[(.region, region), (.stage, stageOfGrade[next])]
        stock[region, location, next] += pupils * share * (1 + change)
      }
    }
  }

  private func enter(_ stock: inout PupilStock, year target: Int, in year: SimulatedYear) {
    guard let births = rules.births, let intake = rules.intake, let places = rules.locationShare
    else { return }
    let intakeShare = year.values(intake)
    let locationShare = year.values(places)
    let stageOfGrade = year.dimensions.stageOfGrade
    let early = Double(year.countMonth.month - 1) / 12
    for entry in rules.entries {
      let recent = target - entry.age
      let recentBirths = year.parameters.values(of: births, at: Month(year: recent, month: 1))
      let olderBirths = year.parameters.values(of: births, at: Month(year: recent - 1, month: 1))
      for region in 0..<year.dimensions.regionCount {
        let children =
          early * recentBirths[(.region, region)] * birthFactors.factor(of: recent)
          + (1 - early) * olderBirths[(.region, region)] * birthFactors.factor(of: recent - 1)
        let entering = children * intakeShare[(.region, region), (.grade, entry.grade)]
        let stage = stageOfGrade[entry.grade]
        let shares = (0..<year.dimensions.count(.location)).map {
          locationShare[(.region, region), (.stage, stage), (.location, $0)]
        }
        let total = shares.reduce(0, +)
        for (location, share) in shares.enumerated() where share > 0 {
          stock[region, location, entry.grade] += entering * share / total
        }
      }
    }
  }

  private func relocate(_ stock: inout PupilStock, in year: SimulatedYear) {
    guard let reference = rules.relocation else { return }
    let shares = year.values(reference)
    let before = stock
    let locations = 0..<year.dimensions.count(.location)
    forEachPlace(in: year.dimensions) { region, location, grade in
      var total = 0.0
      for next in locations where next != location {
        total += shares[(.region, region), (.location, location), (.nextLocation, next)]
      }
      // Shares that are drawn can add up to more than one.
      let pupils = before[region, location, grade] / max(1, total)
      for next in locations where next != location {
        let moving =
          pupils * shares[(.region, region), (.location, location), (.nextLocation, next)]
        stock[region, location, grade] -= moving
        stock[region, next, grade] += moving
      }
    }
    // Where all move, their sum may differ from all in its last digit.
    for place in stock.pupils.indices { stock.pupils[place] = max(0, stock.pupils[place]) }
  }
}
