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
    let parameters = channel.parameters
    let applicantsPerPlace = parameters.applicantsPerPlace.map { byCell($0) }
    let dispersion = parameters.applicantsDispersion.map { year.number($0) } ?? 1
    let qualifiedShare = byCell(parameters.qualifiedShare)
    let acceptance = byCell(parameters.acceptance)
    let fillsVacancies = fillsVacancies(channel.rule)
    for cell in places.indices where places[cell] > 0 {
      let index = UInt32(position * year.dimensions.cellCount + cell)
      var applicants = places[cell]
      var offers = places[cell]
      if let applicantsPerPlace {
        let mean = places[cell] * applicantsPerPlace[cell]
        applicants = draw(.applicants, index) {
          // Beyond this shape the number is a Poisson number for all purposes.
          Double($0.negativeBinomial(mean: mean, dispersion: min(places[cell] * dispersion, 1e8)))
        } otherwise: {
          mean
        }
        let share = qualifiedShare[cell]
        let qualified = draw(.qualified, index) { stream in
          Double(stream.binomial(trials: Int(applicants), probability: share))
        } otherwise: {
          applicants * share
        }
        offers = min(places[cell], qualified)
      }
      let share = acceptance[cell]
      let hired = draw(.acceptance, index) { stream in
        Double(stream.binomial(trials: Int(offers), probability: share))
      } otherwise: {
        offers * share
      }
      note(
        ChannelCounts(planned: places[cell], applicants: applicants, offers: offers, hired: hired),
        channel: position,
        cell: cell,
      )
      enter(hired, cell: cell, channel: position, sex: nil, profile, flows: &flows)
      if fillsVacancies { open[cell] -= hired }
    }
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
    var places = zip(available, byCell(parameters.share)).map { available, share in
      // No channel hires more people into one cell and year than identities can tell apart.
      min(max(0, available) * share, Double(TeacherIdentity.hiresPerSex - 1))
    }
    if year.method == .individuals {
      // Shares of few places are rounded within a region, so that small cells are not starved.
      let width = year.dimensions.fields.count
      for region in 0..<year.dimensions.regionCount {
        let cells = (region * width)..<((region + 1) * width)
        let total = (places[cells].reduce(0, +) + 0.5).rounded(.down)
        places.replaceSubrange(cells, with: apportionment.spread(total, by: Array(places[cells])))
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
      let whole = year.method == .individuals ? largest.rounded(.down) : largest
      guard places[cells].reduce(0, +) > whole else { continue }
      result.replaceSubrange(cells, with: apportionment.spread(whole, by: Array(places[cells])))
    }
    return result
  }
}
