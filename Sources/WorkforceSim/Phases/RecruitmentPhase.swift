// SPDX-License-Identifier: GPL-3.0-or-later

/// New teachers enter through the channels, in their declared order.
///
/// Pipelines first: of the intake of *y* − study years, a binomial number completes and a binomial
/// number of those arrives. A competition opens places in what vacancies remain, or in what remains
/// of the gaps if it does not fill vacancies, draws applicants (negative binomial) and how many of
/// them qualify (binomial), offers the smaller of places and qualified, and hires a binomial number
/// of the offers. Every hire's sex, age, degree, title and second subject are drawn by the
/// hire's own identity.
package struct RecruitmentPhase: ~Copyable {
  private let rules: RecruitmentRules
  private let contracts: ContractRules?
  private let year: SimulatedYear
  private var stream: CountStream
  private var apportionment: PlaceApportionment
  /// The places not filled yet, by cell.
  private var open: [Double] = []
  private let need: [Double]
  /// (need − available) × fill share × (1 − freeze) × multiplier, less the hires so far, by cell.
  private var gaps: [Double]
  /// What each channel did, by region, channel and stage.
  package private(set) var counts: [ChannelCounts]

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of recruitment.
  ///   - contracts: The rules of contracts; `nil` if contracts have no term.
  ///   - workforce: The workforce after exits.
  ///   - year: The year.
  package init(
    _ rules: RecruitmentRules,
    contracts: ContractRules?,
    workforce: WorkforceBeforeRecruitment,
    in year: SimulatedYear,
  ) {
    self.rules = rules
    self.contracts = contracts
    self.year = year
    self.apportionment = PlaceApportionment(year.method)
    self.stream = CountStream(key: year.key, decision: .applicants, year: year.year)
    self.need = workforce.need
    let gaps = zip(workforce.need, workforce.available).map { $0 - $1 }
    self.counts = [ChannelCounts](
      repeating: ChannelCounts(),
      count: year.dimensions.groupCount * rules.channels.count,
    )
    var vacancies = Vacancies(rules, in: year)
    self.open = vacancies.places(for: workforce)
    let opened = vacancies.openedShares()
    self.gaps = gaps.enumerated().map { $1 * opened[year.dimensions.group(ofCell: $0)] }
  }

  /// Hires through every channel and adds the hires to the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  package mutating func apply(to population: inout Population, flows: inout YearFlows) {
    for kind in [ChannelKind.pipeline, .competition] {
      for (position, channel) in rules.channels.enumerated() where channel.rule.kind == kind {
        let profile = HireProfile(
          channel.rule,
          channel.parameters,
          channel: position,
          secondSubject: rules.secondSubject,
          contracts: contracts,
          in: year,
        )
        switch kind {
        case .pipeline:
          graduate(position, channel, profile, to: &population, flows: &flows)
        case .competition:
          compete(position, channel, profile, to: &population, flows: &flows)
        }
      }
    }
  }

  // MARK: - Competition

  private mutating func compete(
    _ position: Int,
    _ channel: (rule: ChannelRule, parameters: ChannelParameters),
    _ profile: HireProfile,
    to population: inout Population,
    flows: inout YearFlows,
  ) {
    let places = plannedPlaces(channel)
    let parameters = channel.parameters
    let applicantsPerPlace = parameters.applicantsPerPlace.map { year.values($0) }
    let dispersion = parameters.applicantsDispersion.map { year.number($0) } ?? 1
    let qualifiedShare = parameters.qualifiedShare.map { year.values($0) } ?? ParameterValues(1)
    let acceptance = parameters.acceptance.map { year.values($0) } ?? ParameterValues(1)
    for cell in places.indices where places[cell] > 0 {
      let place = self.place(of: cell)
      let index = UInt32(position * year.dimensions.cellCount + cell)
      var applicants = places[cell]
      var offers = places[cell]
      if let applicantsPerPlace {
        let mean = places[cell] * applicantsPerPlace.value(at: place)
        applicants = draw(.applicants, index) {
          // Beyond this shape the number is a Poisson number for all purposes.
          Double($0.negativeBinomial(mean: mean, dispersion: min(places[cell] * dispersion, 1e8)))
        } otherwise: {
          mean
        }
        let share = qualifiedShare.value(at: place)
        let qualified = draw(.qualified, index) { stream in
          Double(stream.binomial(trials: Int(applicants), probability: share))
        } otherwise: {
          applicants * share
        }
        offers = min(places[cell], qualified)
      }
      let share = acceptance.value(at: place)
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
      enter(
        hired,
        cell: cell,
        channel: position,
        sex: nil,
        profile,
        to: &population,
        flows: &flows,
      )
      if fillsVacancies(channel.rule) { open[cell] -= hired }
    }
  }

  /// Whether the hires of a competition fill the vacancies that were opened.
  ///
  /// Only where posts are filled does the contract matter: need and plan are open to any contract.
  private func fillsVacancies(_ rule: ChannelRule) -> Bool {
    rule.isLimitedToVacancies && holdsPosts(rule)
  }

  /// Whether the hires of a channel use up what recruitment fills.
  private func holdsPosts(_ rule: ChannelRule) -> Bool {
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
    let share = parameters.share.map { year.values($0) } ?? ParameterValues(1)
    let available = fillsVacancies(channel.rule) ? open : gaps
    var places = available.indices.map { cell in
      // No channel hires more people into one cell and year than identities can tell apart.
      min(
        max(0, available[cell]) * share.value(at: self.place(of: cell)),
        Double(TeacherIdentity.hiresPerSex - 1),
      )
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

  // MARK: - Pipelines

  private mutating func graduate(
    _ position: Int,
    _ channel: (rule: ChannelRule, parameters: ChannelParameters),
    _ profile: HireProfile,
    to population: inout Population,
    flows: inout YearFlows,
  ) {
    let parameters = channel.parameters
    guard let intakeReference = parameters.intake else { return }
    let studyYears = parameters.studyYears.map { Int(year.number($0).rounded()) } ?? 0
    let entry = year.countMonth + -(studyYears * 12)
    let intake = year.parameters.values(of: intakeReference, at: entry)
    let completion = parameters.completion.map { year.values($0) } ?? ParameterValues(1)
    let arrival = parameters.arrival.map { year.values($0) } ?? ParameterValues(1)
    for cohort in IntakeCohort.all(of: intake, in: year.dimensions) {
      let students = min(
        intake.values[cohort.position],
        Double(TeacherIdentity.hiresPerSex - 1),
      )
      guard students > 0 else { continue }
      let index = UInt32(position * 1 << 20 + cohort.position)
      let completing = completion.value(at: cohort.place)
      let arriving = arrival.value(at: cohort.place)
      let graduates = draw(.pipelineCompletion, index) { stream in
        Double(stream.binomial(trials: Int(students.rounded()), probability: completing))
      } otherwise: {
        students * completing
      }
      let arrivals = draw(.pipelineArrival, index) { stream in
        Double(stream.binomial(trials: Int(graduates), probability: arriving))
      } otherwise: {
        graduates * arriving
      }
      var posted = arrivals
      if channel.rule.isLimitedToVacancies {
        let room = cohort.cells.reduce(0) { $0 + max(0, open[$1]) }
        posted = min(arrivals, year.method == .expected ? room : room.rounded(.down))
      }
      post(
        posted,
        of: ChannelCounts(planned: arrivals, applicants: graduates, offers: graduates, hired: 0),
        cohort: cohort,
        channel: position,
        profile,
        to: &population,
        flows: &flows,
      )
    }
  }

  /// Spreads the arrivals of an intake over its cells, vacancies first.
  private mutating func post(
    _ arrivals: Double,
    of counts: ChannelCounts,
    cohort: IntakeCohort,
    channel: Int,
    _ profile: HireProfile,
    to population: inout Population,
    flows: inout YearFlows,
  ) {
    let vacant = cohort.cells.map { max(0, open[$0]) }
    let weights = vacant.contains { $0 > 0 } ? vacant : cohort.cells.map { max(need[$0], 1e-9) }
    let posts = apportionment.spread(arrivals, by: weights)
    for (cell, hired) in zip(cohort.cells, posts) where hired > 0 {
      enter(
        hired,
        cell: cell,
        channel: channel,
        sex: cohort.sex,
        profile,
        to: &population,
        flows: &flows,
      )
      if holdsPosts(rules.channels[channel].rule) { open[cell] -= hired }
    }
    // What an intake brought is counted where it went; what could not be posted, in its first cell.
    let shares = arrivals > 0 ? posts.map { $0 / arrivals } : posts.indices.map { $0 == 0 ? 1 : 0 }
    for (position, cell) in cohort.cells.enumerated() where shares[position] > 0 {
      note(
        ChannelCounts(
          planned: counts.planned * shares[position],
          applicants: counts.applicants * shares[position],
          offers: counts.offers * shares[position],
          hired: posts[position],
        ),
        channel: channel,
        cell: cell,
      )
    }
  }

  // MARK: - Entry

  private mutating func enter(
    _ hired: Double,
    cell: Int,
    channel: Int,
    sex: Int?,
    _ profile: HireProfile,
    to population: inout Population,
    flows: inout YearFlows,
  ) {
    guard hired > 0 else { return }
    gaps[cell] -= hired
    flows.enter(flows.kinds.recruited, into: UInt32(cell), weight: hired)
    // Two intakes of one channel may reach the same cell; their ordinals must not meet.
    let first = (sex ?? 0) * TeacherIdentity.hiresPerSex
    if year.method == .expected {
      for row in profile.expectedHires(into: cell, weight: hired, sex: sex, firstOrdinal: first) {
        population.append(row)
      }
    } else {
      for ordinal in 0..<Int(hired) {
        let id = TeacherIdentity.hire(
          year: year.year,
          channel: channel,
          cell: cell,
          ordinal: first + ordinal,
        )
        population.append(profile.hire(into: cell, id: id, sex: sex))
      }
    }
  }

  private mutating func note(_ counts: ChannelCounts, channel: Int, cell: Int) {
    let region = year.dimensions.region(ofCell: cell)
    let stage = year.dimensions.field(ofCell: cell).stage
    let position = (region * rules.channels.count + channel) * year.dimensions.stageCount + stage
    self.counts[position].planned += counts.planned
    self.counts[position].applicants += counts.applicants
    self.counts[position].offers += counts.offers
    self.counts[position].hired += counts.hired
  }

  private func place(of cell: Int) -> [(axis: Axis, member: Int)] {
    let field = year.dimensions.field(ofCell: cell)
    return [
      (.region, year.dimensions.region(ofCell: cell)), (.stage, field.stage),
      (.subject, field.subject),
    ]
  }

  private mutating func draw(
    _ decision: Decision,
    _ index: UInt32,
    _ random: (inout CountStream) -> Double,
    otherwise expected: () -> Double,
  ) -> Double {
    guard year.method == .individuals else { return expected() }
    stream.use(key: year.key, decision: decision, year: year.year, index: index)
    return random(&stream)
  }
}
