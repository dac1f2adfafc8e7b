// SPDX-License-Identifier: GPL-3.0-or-later

/// Pupils go to schools: cohorts move up in their own school, those who enter choose by places.
///
/// The pupils of a region, location class and grade are those of enrolment; schools only share them
/// out. A unit's part of a grade is proportional to the pupils that it had in the grade before, or,
/// in the first grade of a stage and where nobody was in the grade before, to its places. Pupils of
/// a location class without a school of the stage go to the nearest class before it in the declared
/// order, else after it; pupils of a region without a school of the stage stay outside schools. Of
/// a stage that the modelled workforce covers in part, schools have the covered share of the pupils.
package struct SchoolEnrolmentPhase {
  private let year: SimulatedYear
  private let coveredShare: ParameterValues

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - need: The parameters of need, which hold the covered share; `nil` covers everything.
  ///   - year: The year.
  package init(_ need: NeedRules?, in year: SimulatedYear) {
    self.year = year
    self.coveredShare =
      need?.values("need.covered_share", otherwise: 1, in: year, at: year.countMonth)
      ?? ParameterValues(1)
  }

  /// Fills the schools at the opening: by the list's pupils where it gives them, else by places.
  ///
  /// Schools whose pupils are known keep them and the others share the rest by places; if all are
  /// known, or the known pupils are more than all, they are scaled to the pupils of the region.
  ///
  /// - Parameters:
  ///   - state: The schools.
  ///   - stock: The pupils at the opening.
  package func fill(_ state: inout SchoolState, from stock: PupilStock) {
    let network = state.network
    share(stock, over: &state) { total, units, position, state in
      func known(_ unit: Int) -> Double? {
        let grade = network.gradesOfStage[network.unitStage[unit]][position]
        return network.schools[network.unitSchool[unit]].openingPupils[grade]
      }
      let others = units.filter { known($0) == nil }
      let sum = units.reduce(0) { $0 + (known($1) ?? 0) }
      let keepsKnown = others.isEmpty ? abs(sum - total) <= 1e-9 * total : sum <= total
      if keepsKnown {
        for unit in units {
          state.pupils[network.firstGrade[unit] + position] = known(unit) ?? 0
        }
        spread(total - sum, over: others, at: position, of: &state) { $0.places[$1] }
      } else {
        spread(total, over: units, at: position, of: &state) { known($1) ?? 0 }
      }
    }
  }

  /// Moves the pupils of schools to the counting day of the year.
  ///
  /// - Parameters:
  ///   - state: The schools, with the pupils of a year before.
  ///   - stock: The pupils of the year.
  package func apply(to state: inout SchoolState, stock: PupilStock) {
    let before = state.pupils
    share(stock, over: &state) { total, units, position, state in
      spread(total, over: units, at: position, of: &state) { state, unit in
        position == 0
          ? state.places[unit] : before[state.network.firstGrade[unit] + position - 1]
      }
    }
  }

  private func share(
    _ stock: PupilStock,
    over state: inout SchoolState,
    by spreadGrade: (Double, [Int], Int, inout SchoolState) -> Void,
  ) {
    let dimensions = year.dimensions
    for unit in 0..<state.network.unitCount where !state.isOpen(unit: unit) {
      for position in state.network.grades(of: unit) { state.pupils[position] = 0 }
    }
    for region in 0..<dimensions.regionCount {
      for stage in 0..<dimensions.stageCount {
        let group = dimensions.group(region: region, stage: stage)
        let units = state.network.unitsOfGroup[group].filter { state.isOpen(unit: $0) }
        guard !units.isEmpty else { continue }
        let serving = servingLocations(units, network: state.network)
        let covered = coveredShare[(.region, region), (.stage, stage)]
        for location in serving.indices where serving.contains(location) {
          let sharing = units.filter { state.network.unitLocation[$0] == location }
          for (position, grade) in state.network.gradesOfStage[stage].enumerated() {
            var total = 0.0
            for (source, target) in serving.enumerated() where target == location {
              total += stock[region, source, grade] * covered
            }
            spreadGrade(total, sharing, position, &state)
          }
        }
      }
    }
  }

  /// For each location class, the class whose schools its pupils go to.
  private func servingLocations(_ units: [Int], network: SchoolNetwork) -> [Int] {
    let count = year.dimensions.count(.location)
    var isServed = [Bool](repeating: false, count: count)
    for unit in units { isServed[network.unitLocation[unit]] = true }
    return (0..<count).map { location in
      (0...location).last { isServed[$0] } ?? (location..<count).first { isServed[$0] } ?? location
    }
  }

  private func spread(
    _ total: Double,
    over units: [Int],
    at position: Int,
    of state: inout SchoolState,
    by weight: (borrowing SchoolState, Int) -> Double,
  ) {
    var sum = 0.0
    for unit in units { sum += weight(state, unit) }
    let byPlaces = sum <= 0
    if byPlaces { for unit in units { sum += state.places[unit] } }
    for unit in units {
      let part = byPlaces ? state.places[unit] : weight(state, unit)
      state.pupils[state.network.firstGrade[unit] + position] =
        sum > 0 ? total * part / sum : total / Double(units.count)
    }
  }
}
