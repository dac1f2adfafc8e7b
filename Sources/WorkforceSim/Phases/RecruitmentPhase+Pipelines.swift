// SPDX-License-Identifier: GPL-3.0-or-later

/// Channels through which students of past years arrive.
extension RecruitmentPhase {
  mutating func graduate(
    _ position: Int,
    _ channel: (rule: ChannelRule, parameters: ChannelParameters),
    _ profile: HireProfile,
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
      // What is written is less; a drawn intake ends where identities tell no more hires apart.
      let most =
        cohort.sex == nil ? TeacherIdentity.ordinalLimit : TeacherIdentity.hiresPerSex
      let students = min(intake.values[cohort.position], Double(most - 1))
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
        posted = min(arrivals, year.method == .expected ? room : room.roundedDown())
      }
      post(
        posted,
        of: ChannelCounts(planned: arrivals, applicants: graduates, offers: graduates, hired: 0),
        cohort: cohort,
        channel: position,
        profile,
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
        group: year.dimensions.group(ofCell: cell),
      )
    }
  }
}
