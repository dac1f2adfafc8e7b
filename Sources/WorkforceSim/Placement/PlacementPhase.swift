// SPDX-License-Identifier: GPL-3.0-or-later

/// County-managed placement (县管校聘): three rounds, standby and rotation.
///
/// Covered are established teachers of the schools within the coverage. Teachers of closed schools
/// begin without a post. Where a term begins, all teachers first compete within their school; then
/// those without a post and volunteers propose to other schools; then the county assigns. Teachers
/// whom placement does not cover follow the pupils of a closed school to its receiver.
package struct PlacementPhase {
  private let rules: PlacementRules
  private let rotation: RotationRules?
  private let year: SimulatedYear

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - rotation: The parameters of rotation; `nil` without rotation.
  ///   - year: The year.
  package init(_ rules: PlacementRules, rotation: RotationRules?, in year: SimulatedYear) {
    self.rules = rules
    self.rotation = rotation
    self.year = year
  }

  /// Places the teachers.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - state: The schools, with the posts of the year.
  ///   - staff: Who teaches where; kept up to date.
  ///   - market: Working space.
  /// - Returns: What happened, by group.
  package func apply(
    to population: inout Population,
    flows: inout YearFlows,
    state: inout SchoolState,
    staff: inout SchoolStaff,
    market: inout TwoLevelMarket,
  ) -> [PlacementCounts] {
    let isCovered = PlacementGround.coverage(rules, state.network, in: year)
    let staying = followPupils(
      &population,
      flows: &flows,
      state: state,
      staff: &staff,
      isCovered: isCovered,
    )
    var ground = PlacementGround(
      population,
      staff: staff,
      state,
      isCovered: isCovered,
      in: year,
    )
    leaveClosedSchools(staying, of: &population, on: &ground)
    let score = CompetitionScore(rules, in: year)
    var rotating = rotation.map {
      RotationRound($0, placement: rules, network: state.network, score: score, in: year)
    }
    rotating?.findThoseDue(in: population, on: &ground)
    var inSchool = InSchoolRound(rules, network: state.network, in: year)
    var crossSchool = CrossSchoolRound(
      rules,
      population,
      network: state.network,
      score: score,
      in: year,
    )
    let county = CountyAssignment(rules, score: score, in: year)
    inSchool.findContests(on: ground)
    for group in ground.counts.indices where ground.counts[group].covered > 0 {
      inSchool.apply(
        to: group,
        of: &population,
        on: &ground,
        score: score,
        market: &market,
      )
      crossSchool.apply(
        to: group,
        of: &population,
        flows: &flows,
        on: &ground,
        market: &market,
      )
      county.apply(to: group, of: &population, flows: &flows, state: &state, on: &ground)
    }
    rotating?.apply(to: &population, flows: &flows, on: &ground)
    staff = ground.staff
    return ground.counts
  }

  /// Moves the teachers of closed schools whom county management does not cover with their pupils.
  ///
  /// - Returns: The rows of those whom it covers.
  private func followPupils(
    _ population: inout Population,
    flows: inout YearFlows,
    state: SchoolState,
    staff: inout SchoolStaff,
    isCovered: [Bool],
  ) -> [Int] {
    let isEstablished = year.dimensions.contractIsEstablished
    return ClosedSchools(state, in: year).moveStaff(&staff, of: &population, flows: &flows) {
      population,
      row in
      !population.isInWorkforce(row) || !isEstablished[Int(population.contract[row])]
        || !isCovered[Int(population.school[row])]
    }
  }

  /// Takes the posts of the others away, where the region has schools of their stage.
  private func leaveClosedSchools(
    _ rows: [Int],
    of population: inout Population,
    on ground: inout PlacementGround,
  ) {
    for row in rows where ground.group(of: row, in: population) != nil {
      ground.displace(row, in: &population)
    }
  }
}
