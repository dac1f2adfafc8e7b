// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of a year that concern the network of schools, in their order.
package struct SchoolYear {
  private let rules: SchoolRules
  private let need: NeedRules?
  private let posts: PostRules?
  private let year: SimulatedYear

  /// Prepares the steps.
  ///
  /// - Parameters:
  ///   - schools: The parameters of schools.
  ///   - rules: The rules of all phases.
  ///   - year: The year.
  package init(_ schools: SchoolRules, _ rules: ScenarioRules, in year: SimulatedYear) {
    self.rules = schools
    self.need = rules.need
    self.posts = rules.posts
    self.year = year
  }

  /// Fills the schools at the opening and works out what they need.
  package func open(_ state: inout SchoolState, pupils: PupilStock, openingStock: [Double]) {
    SchoolEnrolmentPhase(need, in: year).fill(&state, from: pupils)
    _ = classesAndNeed(of: &state, pupils: pupils, openingStock: openingStock)
  }

  /// Opens and extends schools, moves pupils up, closes and merges schools.
  package func changeNetwork(_ state: inout SchoolState, pupils: inout PupilStock) {
    let network = SchoolNetworkPhase(rules, in: year)
    network.openAndExtend(&state)
    SchoolEnrolmentPhase(need, in: year).apply(to: &state, stock: pupils)
    network.merge(&state, stock: &pupils)
  }

  /// The classes of schools, the need of cells, and its shares by school.
  package func classesAndNeed(
    of state: inout SchoolState,
    pupils: PupilStock,
    openingStock: [Double],
  ) -> (classes: ClassCounts, need: [Double]) {
    guard let need else {
      return (
        ClassCounts(year.dimensions), [Double](repeating: 0, count: year.dimensions.cellCount),
      )
    }
    let phase = NeedPhase(need, in: year)
    let schools = SchoolNeedPhase(rules, need, in: year)
    let classes = schools.classes(of: &state, otherwise: phase.classes(of: pupils))
    let cellNeed = phase.need(pupils: pupils, classes: classes, openingStock: openingStock)
    schools.shareNeed(cellNeed, over: &state)
    return (classes, cellNeed)
  }

  /// The norm posts of groups, taken at their schools.
  package func normPosts(of state: inout SchoolState, otherwise byLocation: [Double]) -> [Double] {
    posts.map { SchoolPostsPhase($0, in: year).normPosts(of: &state, otherwise: byLocation) }
      ?? byLocation
  }
}
