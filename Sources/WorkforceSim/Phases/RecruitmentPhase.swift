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
  let rules: RecruitmentRules
  private let contracts: ContractRules?
  let year: SimulatedYear
  var stream: CountStream
  /// The first blocks of the streams of a channel's competitions, which are computed together.
  var blocks = PhiloxBlocks()
  var apportionment: PlaceApportionment
  /// The places not filled yet, by cell.
  var open: [Double] = []
  let need: [Double]
  /// (need − available) × fill share × (1 − freeze) × multiplier, less the hires so far, by cell.
  var gaps: [Double]
  /// The hires of the present channel, and in expected values the rows that they are.
  var hires: [Hires] = []
  private var expectedHires: [Teacher] = []
  /// What each channel did, by region, channel and stage.
  package internal(set) var counts: [ChannelCounts]

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
    let (need, available) = (workforce.need, workforce.available)
    self.counts = [ChannelCounts](
      repeating: ChannelCounts(),
      count: year.dimensions.groupCount * rules.channels.count,
    )
    var vacancies = Vacancies(rules, in: year)
    self.open = vacancies.places(for: workforce)
    let opened = vacancies.openedShares()
    self.gaps = need.combined(with: available, -).combined(
      with: opened.byCell(year.dimensions),
      *,
    )
  }

  /// Hires through every channel and adds the hires to the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - shares: The shares of the hires of each channel in earlier years.
  mutating func apply(
    to population: inout Population,
    flows: inout YearFlows,
    reusing shares: inout [Int: HireShares.OfYears],
  ) {
    let secondSubjects = rules.secondSubject.map {
      SecondSubjects(year.values($0), dimensions: year.dimensions)
    }
    for kind in [ChannelKind.pipeline, .competition] {
      for (position, channel) in rules.channels.enumerated() where channel.rule.kind == kind {
        let profile = HireProfile(
          channel.rule,
          channel.parameters,
          channel: position,
          secondSubjects: secondSubjects,
          contracts: contracts,
          in: year,
          reusing: &shares[position, default: HireShares.OfYears()],
        )
        switch kind {
        case .pipeline:
          graduate(position, channel, profile, flows: &flows)
        case .competition:
          compete(position, channel, profile, flows: &flows)
        }
        // Together, so that their draws and their columns are made in one go.
        population.append(contentsOf: expectedHires)
        population.append(profile.teachers(of: hires))
        expectedHires.removeAll()
        hires.removeAll(keepingCapacity: true)
      }
    }
  }

  mutating func enter(
    _ hired: Double,
    cell: Int,
    channel: Int,
    sex: Int?,
    _ profile: HireProfile,
    flows: inout YearFlows,
  ) {
    guard hired > 0 else { return }
    gaps[cell] -= hired
    flows.enter(flows.kinds.recruited, into: UInt32(cell), weight: hired)
    // Two intakes of one channel may reach the same cell; their ordinals must not meet.
    let first = (sex ?? 0) * TeacherIdentity.hiresPerSex
    if year.method == .expected {
      expectedHires += profile.expectedHires(
        into: cell,
        weight: hired,
        sex: sex,
        firstOrdinal: first,
      )
    } else {
      let ids = TeacherIdentity.hires(
        year: year.year,
        channel: channel,
        cell: cell,
        ordinals: first..<first + Int(hired),
      )
      hires.append(Hires(ids: ids, cell: cell, sex: sex))
    }
  }

  mutating func note(_ counts: ChannelCounts, channel: Int, group: Int) {
    let stages = year.dimensions.stageCount
    let (region, stage) = group.quotientAndRemainder(dividingBy: stages)
    self.counts[(region * rules.channels.count + channel) * stages + stage].add(counts)
  }

  mutating func draw(
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
