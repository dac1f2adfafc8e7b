// SPDX-License-Identifier: GPL-3.0-or-later

/// Puts the teachers of the opening into schools.
///
/// Teachers whose school a roster gives stay there. The others of a cell go to its schools in
/// proportion to need × staffing affinity × the school's own factor, in whole heads by largest
/// remainder; who goes where is drawn with a fixed seed. Where nothing is needed the pupils of the
/// schools weigh instead. Cells without a school leave their teachers without one.
package struct OpeningPlacement {
  private let rules: SchoolRules
  private let year: SimulatedYear

  /// Prepares the placement.
  ///
  /// - Parameters:
  ///   - rules: The parameters of schools.
  ///   - opening: The opening day, as the year before the first.
  package init(_ rules: SchoolRules, opening: SimulatedYear) {
    self.rules = rules
    self.year = opening
  }

  /// Gives every teacher without a school one.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - state: The schools at the opening, with their need.
  package func place(_ population: inout Population, in state: SchoolState) {
    let network = state.network
    var rowsOfCell = [[Int]](repeating: [], count: year.dimensions.cellCount)
    for row in 0..<population.count where population.school[row] == Population.noSchool {
      rowsOfCell[Int(population.cell[row])].append(row)
    }
    let order = year.stream(.openingSchool)
    let spread = schoolFactors(network)
    for (cell, rows) in rowsOfCell.enumerated() where !rows.isEmpty {
      let units = network.unitsOfGroup[year.dimensions.group(ofCell: cell)]
        .filter { state.isOpen(unit: $0) }
      guard !units.isEmpty else { continue }
      let shares = apportionByLargestRemainder(
        total: rows.count,
        weights: weights(of: units, cell: cell, state: state, factors: spread),
      )
      let drawn = rows.map { (order.bits(for: population.id[$0]), population.id[$0], $0) }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      var next = 0
      for (unit, share) in zip(units, shares) {
        for place in next..<(next + share) {
          population.school[drawn[place].2] = UInt32(network.unitSchool[unit])
        }
        next += share
      }
    }
  }

  private func weights(
    of units: [Int],
    cell: Int,
    state: SchoolState,
    factors: [Double],
  ) -> [Double] {
    let network = state.network
    let affinity = year.values(rules.staffingAffinity)
    let subject = year.dimensions.field(ofCell: cell).subject
    let byNeed = units.map { unit in
      state.need[network.slot(unit: unit, cell: cell)] * factors[network.unitSchool[unit]]
        * affinity[(.location, network.unitLocation[unit]), (.subject, subject)]
    }
    if byNeed.contains(where: { $0 > 0 }) { return byNeed }
    return units.map { state.pupils(ofUnit: $0) + state.places[$0] * 1e-6 + 1e-12 }
  }

  /// How well each school is staffed: lognormal of mean 1, drawn by the school's code.
  private func schoolFactors(_ network: SchoolNetwork) -> [Double] {
    let spread = year.values(rules.staffingSpread)
    return network.schools.map { school in
      var stream = CountStream(
        key: year.key,
        decision: .schoolStaffing,
        year: 0,
        index: stableHash(school.code),
      )
      let deviation = school.stages.first.map { spread[(.stage, $0)] } ?? 0
      return stream.lognormal(mean: 1, standardDeviation: deviation)
    }
  }
}
