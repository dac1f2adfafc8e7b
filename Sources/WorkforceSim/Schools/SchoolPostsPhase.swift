// SPDX-License-Identifier: GPL-3.0-or-later

/// The norm posts of schools, and the whole posts that each school and subject is given.
///
/// A school's norm is that of posts taken at the school: in each grade the larger of pupils ÷ ratio
/// and classes × staff a class, times the teaching share. The authorised posts of a region and
/// stage, less those held by people who do not teach and the reserve, go to schools by their norms
/// and within a school to subjects by their need, in whole posts by largest remainder; ties go to
/// the school and subject that come first.
package struct SchoolPostsPhase {
  private let rules: PostRules
  private let year: SimulatedYear

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of posts.
  ///   - year: The year.
  package init(_ rules: PostRules, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
  }

  /// Works out the norm posts of schools and adds them up by region and stage.
  ///
  /// - Parameters:
  ///   - state: The schools.
  ///   - byLocation: The norm posts without regard to schools, kept where a group has none.
  /// - Returns: The norm posts by group.
  package func normPosts(of state: inout SchoolState, otherwise byLocation: [Double]) -> [Double] {
    guard let reference = rules.pupilsPerStaff else { return byLocation }
    let network = state.network
    let ratio = year.values(reference)
    let perClass = rules.staffPerClass.map { year.values($0) } ?? ParameterValues(0)
    let nonTeaching = rules.nonTeachingShare.map { year.values($0) } ?? ParameterValues(0)
    var result = byLocation
    for (group, units) in network.unitsOfGroup.enumerated() where !units.isEmpty {
      result[group] = 0
    }
    for unit in 0..<network.unitCount {
      let region = network.regionOfSchool[network.unitSchool[unit]]
      let stage = network.unitStage[unit]
      let location = network.unitLocation[unit]
      let pupilsPerStaff = ratio[(.region, region), (.stage, stage), (.location, location)]
      let staffPerClass = perClass[(.region, region), (.stage, stage), (.location, location)]
      var staff = 0.0
      for place in network.grades(of: unit) {
        staff += max(state.pupils[place] / pupilsPerStaff, state.classes[place] * staffPerClass)
      }
      state.normPosts[unit] = staff * (1 - nonTeaching[(.stage, stage)])
      result[network.unitGroup[unit]] += state.normPosts[unit]
    }
    return result
  }

  /// Gives schools and subjects their whole posts.
  ///
  /// - Parameters:
  ///   - state: The schools, whose norms and need are those of the year.
  ///   - posts: The authorised posts by group.
  ///   - occupied: The posts held by people who do not teach, by group.
  ///   - reserveShare: The share of the posts that a region and stage holds back.
  ///   - apportionment: Working space.
  package func sharePosts(
    over state: inout SchoolState,
    posts: [Double],
    occupied: [Double],
    reserveShare: ParameterValues,
    apportionment: inout LargestRemainder,
  ) {
    let network = state.network
    var shares: [Int] = []
    for (group, units) in network.unitsOfGroup.enumerated() where !units.isEmpty {
      let place = (
        region: group / year.dimensions.stageCount, stage: group % year.dimensions.stageCount,
      )
      let total = Int(max(0, posts[group] - occupied[group]).roundedDown())
      let held = reserveShare[(.region, place.region), (.stage, place.stage)] * Double(total)
      state.reserve[group] = Int(held.roundedDown())
      let weights = unitWeights(units, state)
      let spread = weights.contains { $0 > 0 } ? total - state.reserve[group] : 0
      apportionment.apportion(total: spread, weights: weights, into: &shares)
      for (unit, share) in zip(units, shares) { state.unitPosts[unit] = share }
    }
    shareWithinUnits(of: &state, apportionment: &apportionment)
  }

  /// Gives the slots of each unit their posts by need.
  private func shareWithinUnits(
    of state: inout SchoolState,
    apportionment: inout LargestRemainder,
  ) {
    let network = state.network
    var weights: [Double] = []
    var shares: [Int] = []
    for unit in 0..<network.unitCount {
      let slots = network.slots(of: unit)
      weights.removeAll(keepingCapacity: true)
      for slot in slots { weights.append(state.need[slot]) }
      let total = weights.contains { $0 > 0 } ? state.unitPosts[unit] : 0
      apportionment.apportion(total: total, weights: weights, into: &shares)
      Self.copy(shares, to: &state.slotPosts, from: slots.lowerBound)
    }
  }

  private static func copy(_ shares: [Int], to posts: inout [Int], from first: Int) {
    var posts = posts.mutableSpan
    for position in shares.indices { posts[first &+ position] = shares[position] }
  }

  /// What posts are shared out by: norms, else need.
  private func unitWeights(_ units: [Int], _ state: borrowing SchoolState) -> [Double] {
    let norms = units.map { state.isOpen(unit: $0) ? state.normPosts[$0] : 0 }
    guard !norms.contains(where: { $0 > 0 }) else { return norms }
    return units.map { unit in
      state.isOpen(unit: unit)
        ? state.network.slots(of: unit).reduce(0) { $0 + state.need[$1] } : 0
    }
  }
}
