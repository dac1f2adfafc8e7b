// SPDX-License-Identifier: GPL-3.0-or-later

/// Channels that advertise places.
extension RecruitmentPhase {
  mutating func compete(
    _ position: Int,
    _ channel: (rule: ChannelRule, parameters: ChannelParameters),
    _ profile: HireProfile,
    flows: inout YearFlows,
  ) {
    let places = plannedPlaces(channel)
    let first = UInt32(position * year.dimensions.cellCount)
    let (applicants, offers) = offers(places, channel.parameters, first)
    let hired = successes(.acceptance, offers, byCell(channel.parameters.acceptance), first)
    hires.reserveCapacity(places.count)
    var counts = [ChannelCounts](repeating: ChannelCounts(), count: year.dimensions.groupCount)
    for cell in places.indices where places[cell] > 0 {
      counts[year.dimensions.group(ofCell: cell)].add(
        ChannelCounts(
          planned: places[cell],
          applicants: applicants[cell],
          offers: offers[cell],
          hired: hired[cell],
        )
      )
      enter(hired[cell], cell: cell, channel: position, sex: nil, profile, flows: &flows)
    }
    for (group, counts) in counts.enumerated() { note(counts, channel: position, group: group) }
    if fillsVacancies(channel.rule) { open = open.combined(with: hired, -) }
  }

  /// The people of each cell who apply, and those to whom a place is offered.
  ///
  /// - Parameters:
  ///   - places: The places by cell.
  ///   - parameters: The parameters of the channel.
  ///   - first: The index of the channel's first cell among the streams.
  /// - Returns: The applicants and the offers by cell.
  private mutating func offers(
    _ places: [Double],
    _ parameters: ChannelParameters,
    _ first: UInt32,
  ) -> (applicants: [Double], offers: [Double]) {
    guard let reference = parameters.applicantsPerPlace else { return (places, places) }
    let perPlace = byCell(reference)
    let dispersion = parameters.applicantsDispersion.map { year.number($0) } ?? 1
    var applicants = places
    for cell in places.indices where places[cell] > 0 {
      let mean = places[cell] * perPlace[cell]
      applicants[cell] = draw(.applicants, first + UInt32(cell)) {
        // Beyond this shape the number is a Poisson number for all purposes.
        Double($0.negativeBinomial(mean: mean, dispersion: min(places[cell] * dispersion, 1e8)))
      } otherwise: {
        mean
      }
    }
    let qualified = successes(.qualified, applicants, byCell(parameters.qualifiedShare), first)
    return (applicants, places.indices.map { min(places[$0], qualified[$0]) })
  }

  /// Draws how many of the people of each cell something happens to; their part in expected values.
  ///
  /// - Parameters:
  ///   - decision: What happens.
  ///   - people: The people by cell.
  ///   - shares: The probability by cell.
  ///   - first: The index of the channel's first cell among the streams.
  /// - Returns: To how many it happens, by cell.
  private mutating func successes(
    _ decision: Decision,
    _ people: [Double],
    _ shares: [Double],
    _ first: UInt32,
  ) -> [Double] {
    guard year.method == .individuals else { return people.indices.map { people[$0] * shares[$0] } }
    let cells = people.places { $0 > 0 }
    let key = year.key
    var counter = key.counter(decision: decision, year: year.year, stream: first)
    // The first blocks of all streams together; most counts need no other.
    blocks.compute(count: cells.count, key: key.philoxKey) {
      SIMD4(counter.x, first &+ UInt32(cells[$0]), counter.z, counter.w)
    }
    var successes = [Double](repeating: 0, count: people.count)
    for (number, cell) in cells.enumerated() {
      counter.y = first &+ UInt32(cell)
      stream.start(at: counter, key: key.philoxKey, block: blocks[number])
      let count = stream.binomial(trials: Int(people[cell]), probability: shares[cell])
      successes[cell] = Double(count)
    }
    return successes
  }

  /// The value that a parameter has for each cell; 1 without the parameter.
  private func byCell(_ reference: ParameterReference?) -> [Double] {
    (reference.map { year.values($0) } ?? ParameterValues(1)).byCell(year.dimensions)
  }

  /// Whether the hires of a competition fill the vacancies that were opened.
  ///
  /// Only where posts are filled does the contract matter: need and plan are open to any contract.
  private func fillsVacancies(_ rule: ChannelRule) -> Bool {
    rule.isLimitedToVacancies && holdsPosts(rule)
  }

  /// Whether the hires of a channel use up what recruitment fills.
  func holdsPosts(_ rule: ChannelRule) -> Bool {
    rules.fill != .posts || year.dimensions.contractIsEstablished[rule.contract]
  }

  /// The places that a competition opens, by cell.
  ///
  /// places = what remains of vacancies or gaps × share. A channel without the limit to vacancies,
  /// and under `fill: posts` one whose contract fills no authorised post, answers gaps.
  private mutating func plannedPlaces(
    _ channel: (rule: ChannelRule, parameters: ChannelParameters)
  ) -> [Double] {
    let parameters = channel.parameters
    let available = fillsVacancies(channel.rule) ? open : gaps
    // No channel hires more people into one cell and year than identities can tell apart.
    let most = Double(TeacherIdentity.ordinalLimit - 1)
    var places = available.combined(with: byCell(parameters.share)) { min(max(0, $0) * $1, most) }
    if year.method == .individuals {
      // Shares of few places are rounded within a region, so that small cells are not starved.
      let width = year.dimensions.fields.count
      for region in 0..<year.dimensions.regionCount {
        apportionment.round(&places, in: (region * width)..<((region + 1) * width))
      }
    }
    guard let reference = parameters.placesLimit else { return places }
    return limited(places, by: year.values(reference))
  }

  private mutating func limited(_ places: [Double], by limit: ParameterValues) -> [Double] {
    let width = year.dimensions.fields.count
    let isByRegion = limit.stride(of: .region) != 0
    let blocks =
      isByRegion
      ? (0..<year.dimensions.regionCount).map { ($0 * width)..<(($0 + 1) * width) }
      : [0..<places.count]
    var result = places
    for (position, cells) in blocks.enumerated() {
      let largest = limit.values[isByRegion ? position : 0]
      let whole = year.method == .individuals ? largest.roundedDown() : largest
      guard places[cells].reduce(0, +) > whole else { continue }
      result.replaceSubrange(cells, with: apportionment.spread(whole, by: Array(places[cells])))
    }
    return result
  }
}
