// SPDX-License-Identifier: GPL-3.0-or-later

/// Schools open, are extended, close and are merged.
///
/// Schools with a year of opening begin to teach in it and take entrants by their places. Then as
/// many schools as the year extends are drawn, and their places grow. After pupils have moved up,
/// schools with a year of closing close, and of those below the merger threshold the smallest
/// merge, at most as many as the limit allows; protected schools stay. The pupils of a closed school
/// go to its named receiver if that teaches their stage, else to the school of its region and stage
/// with the fewest pupils for its places, of the nearest location class before its own in the
/// declared order, else its own, else after it. A school for which no receiver can be found stays.
package struct SchoolNetworkPhase {
  private let rules: SchoolRules
  private let year: SimulatedYear

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of schools.
  ///   - year: The year.
  package init(_ rules: SchoolRules, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
  }

  /// Opens and extends schools, before pupils enter.
  ///
  /// - Parameter state: The schools.
  package func openAndExtend(_ state: inout SchoolState) {
    for number in state.changes.indices { state.changes[number] = .none }
    for (number, school) in state.network.schools.enumerated() where school.opened == year.year {
      state.isOpen[number] = true
      state.changes[number] = .opened
    }
    let gain = year.number(rules.extensionGain)
    forEachQuota(year.values(rules.extensions), network: state.network) { schools, quota in
      let candidates = drawnOrder(
        schools.filter { state.isOpen[$0] && state.changes[$0] == .none },
        network: state.network,
      )
      for school in candidates.prefix(quota) {
        state.changes[school] = .extended
        for unit in state.network.units(of: school) { state.places[unit] *= 1 + gain }
      }
    }
  }

  /// Closes and merges schools, after pupils have moved up.
  ///
  /// - Parameters:
  ///   - state: The schools.
  ///   - stock: The pupils, who may change their location class with the school.
  package func merge(_ state: inout SchoolState, stock: inout PupilStock) {
    for unit in state.receiverOfClosed.indices { state.receiverOfClosed[unit] = -1 }
    for number in 0..<state.network.count
    where state.network.schools[number].closed == year.year {
      close(number, in: &state, stock: &stock)
    }
    let threshold = year.values(rules.mergerThreshold)
    forEachQuota(year.values(rules.mergerLimit), network: state.network) { schools, quota in
      var left = quota
      for school in mergeable(schools, state, threshold: threshold) where left > 0 {
        // The pupils of another merger may have made it large enough.
        guard isMergeable(school, state, threshold: threshold) else { continue }
        if close(school, in: &state, stock: &stock) { left -= 1 }
      }
    }
  }

  /// Those of the given schools that may be merged, the smallest first.
  private func mergeable(
    _ schools: [Int],
    _ state: borrowing SchoolState,
    threshold: ParameterValues,
  ) -> [Int] {
    var small: [(school: Int, millionths: Double)] = []
    for school in schools where isMergeable(school, state, threshold: threshold) {
      // Pupils shared out alike are as many but for rounding; the first school of such comes first.
      small.append((school, (state.pupils(ofSchool: school) * 1e6).rounded()))
    }
    return small.sorted { ($0.millionths, $0.school) < ($1.millionths, $1.school) }.map(\.school)
  }

  /// The schools to which a yearly number applies: those of a region, or all.
  private func forEachQuota(
    _ values: ParameterValues,
    network: SchoolNetwork,
    _ body: ([Int], Int) -> Void,
  ) {
    let isByRegion = values.stride(of: .region) != 0
    for region in 0..<(isByRegion ? year.dimensions.regionCount : 1) {
      let quota = Int(values[(.region, region)].rounded())
      guard quota > 0 else { continue }
      body(
        (0..<network.count).filter {
          !isByRegion || network.regionOfSchool[$0] == region
        },
        quota,
      )
    }
  }

  /// Schools in an order drawn for the year, each by its own code.
  private func drawnOrder(_ schools: [Int], network: SchoolNetwork) -> [Int] {
    let stream = year.stream(.schoolExtension)
    return schools.map { school in
      (school, stream.bits(for: UInt64(network.codeNumber[school])))
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  private func isMergeable(
    _ number: Int,
    _ state: borrowing SchoolState,
    threshold: ParameterValues,
  ) -> Bool {
    // Nobody closes what was opened or built in the year.
    guard state.isOpen[number], state.changes[number] == .none,
      !state.network.schools[number].isProtected
    else { return false }
    var limit = 0.0
    for unit in state.network.units(of: number) {
      let stage = state.network.unitStage[unit]
      let location = state.network.unitLocation[unit]
      limit = max(limit, threshold[(.stage, stage), (.location, location)])
    }
    return state.pupils(ofSchool: number).difference(from: limit) < 0
  }

  @discardableResult
  private func close(
    _ number: Int,
    in state: inout SchoolState,
    stock: inout PupilStock,
  ) -> Bool {
    let units = Array(state.network.units(of: number))
    guard state.isOpen[number], !units.isEmpty else { return false }
    let receivers = units.map { receiver(of: $0, in: state) }
    guard receivers.allSatisfy({ $0 != nil }) else { return false }
    state.isOpen[number] = false
    state.changes[number] = .merged
    for case (let unit, let receiver?) in zip(units, receivers) {
      state.receiverOfClosed[unit] = receiver
      movePupils(from: unit, to: receiver, in: &state, stock: &stock)
    }
    return true
  }

  private func movePupils(
    from unit: Int,
    to receiver: Int,
    in state: inout SchoolState,
    stock: inout PupilStock,
  ) {
    let network = state.network
    let region = network.regionOfSchool[network.unitSchool[unit]]
    let source = network.unitLocation[unit]
    let target = network.unitLocation[receiver]
    for (position, grade) in network.gradesOfStage[network.unitStage[unit]].enumerated() {
      let moving = state.pupils[network.firstGrade[unit] + position]
      state.pupils[network.firstGrade[unit] + position] = 0
      state.pupils[network.firstGrade[receiver] + position] += moving
      // Pupils who had come from another location class are not in this one's count.
      let counted = min(moving, stock[region, source, grade])
      stock[region, source, grade] -= counted
      stock[region, target, grade] += counted
    }
  }

  private func receiver(of unit: Int, in state: borrowing SchoolState) -> Int? {
    let network = state.network
    let school = network.unitSchool[unit]
    let named = network.namedReceiver[school]
    if named >= 0, state.isOpen[named], named != school,
      let receiver = network.unit(school: named, stage: network.unitStage[unit])
    {
      return receiver
    }
    let own = network.unitLocation[unit]
    // Upwards first, the nearest class before the farther ones; then the own class; then downwards.
    func distance(_ candidate: Int) -> Int {
      let location = network.unitLocation[candidate]
      if location < own { return own - location }
      return location == own ? 1 << 16 : (1 << 16) + location
    }
    var best: (unit: Int, distance: Int, crowding: Double)?
    for candidate in network.unitsOfGroup[network.unitGroup[unit]]
    where state.isOpen(unit: candidate) && network.unitSchool[candidate] != school {
      let distance = distance(candidate)
      let crowding = state.pupils(ofUnit: candidate) / max(state.places[candidate], 1e-9)
      if let best, distance > best.distance { continue }
      // The first of equal ones; pupils shared out by places are equal but for rounding.
      if let best, distance == best.distance, crowding.difference(from: best.crowding) >= 0 {
        continue
      }
      best = (candidate, distance, crowding)
    }
    return best?.unit
  }
}
