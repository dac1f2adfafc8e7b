// SPDX-License-Identifier: GPL-3.0-or-later

/// Who would like to move to another school.
///
/// A teacher without an obligation applies with the probability of his attributes times the factor of
/// the location of his school.
package struct MoveApplications: Sendable {
  /// The rows that apply, by group; nobody does who has no school.
  package let rowsOfGroup: GroupedRows

  /// Draws the applications of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - population: The teachers.
  ///   - network: The schools.
  ///   - year: The year.
  package init(
    _ rules: PlacementRules,
    _ population: borrowing Population,
    network: SchoolNetwork,
    in year: SimulatedYear,
  ) {
    let values = year.values(rules.application)
    let lookup = TeacherLookup(values, dimensions: year.dimensions)
    let probability = values.values.map { Double(ProbabilityThreshold($0).bound) * 0x1p-32 }
    let factors = year.values(rules.applicationFactor)
    let factor = (0..<year.dimensions.count(.location)).map { factors[(.location, $0)] }
    // Whoever draws this word or a higher one applies nowhere.
    let highest = (probability.max() ?? 0) * (factor.max() ?? 0)
    let bound = UInt64((min(highest, 1) * 0x1p32).rounded(.up))
    let stream = year.stream(.placementApplication)
    var words = [UInt32](repeating: 0, count: RowBlocks.size)
    var applying: [Int] = []
    for rows in RowBlocks(0..<population.count) {
      stream.fill(ids: population.id.span.extracting(rows), into: &words)
      let drawn = words.span.extracting(0..<rows.count)
      for index in 0..<rows.count where UInt64(drawn[index]) < bound {
        let row = rows.lowerBound + index
        guard population.school[row] != Population.noSchool,
          Int(population.obligationEnd[row].months) <= year.clock.now
        else { continue }
        let location = network.locationOfSchool[Int(population.school[row])]
        let place = lookup.index(of: row, in: population, at: year.clock)
        let uniform = DecisionStream.uniform(of: drawn[index])
        if uniform < probability[place] * factor[location] { applying.append(row) }
      }
    }
    self.rowsOfGroup = GroupedRows(applying, count: year.dimensions.groupCount) {
      year.dimensions.group(ofCell: Int(population.cell[$0]))
    }
  }
}
