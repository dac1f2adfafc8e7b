// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps of a year that need more of the replication than the population.
extension Replication {
  /// Works out the classes, the need and the authorised posts of the year.
  mutating func setPostsAndNeed(_ figures: inout YearFigures, in year: SimulatedYear) {
    let dimensions = scenario.dimensions
    figures.need = [Double](repeating: 0, count: dimensions.cellCount)
    figures.normPosts = [Double](repeating: 0, count: dimensions.groupCount)
    let schoolYear = scenario.rules.schools.map { SchoolYear($0, scenario.rules, in: year) }
    if let schoolYear, var schools = schools.take() {
      let found = schoolYear.classesAndNeed(
        of: &schools,
        pupils: pupils,
        openingStock: openingStock,
      )
      (figures.classes, figures.need) = (found.classes.classes.pupils, found.need)
      self.schools = schools
    } else if let rules = scenario.rules.need {
      let phase = NeedPhase(rules, in: year)
      let classes = phase.classes(of: pupils)
      figures.need = phase.need(pupils: pupils, classes: classes, openingStock: openingStock)
      figures.classes = classes.classes.pupils
    }
    if let rules = scenario.rules.posts {
      let phase = PostsPhase(rules, in: year)
      figures.normPosts = phase.normPosts(pupils: pupils, classes: figures.classes)
      if let schoolYear, var schools = schools.take() {
        figures.normPosts = schoolYear.normPosts(of: &schools, otherwise: figures.normPosts)
        self.schools = schools
      }
      posts = phase.posts(after: posts, normPosts: figures.normPosts, need: figures.need)
    }
    figures.posts = posts
  }

  /// Gives duties such as head teacher for the coming school year.
  mutating func assignRoles(classes: [Double], in year: SimulatedYear) {
    guard let rules = scenario.rules.pay, !rules.settings.roles.isEmpty else { return }
    var classes = classes
    if classes.isEmpty, schools == nil, let need = scenario.rules.need {
      classes = NeedPhase(need, in: year).classes(of: pupils).classes.pupils
    }
    var stock = PupilStock(scenario.dimensions)
    if !classes.isEmpty { stock.pupils = classes }
    RoleAssignment(rules, in: year).apply(
      to: &population,
      schools: schools,
      classes: stock.byGroup(scenario.dimensions),
    )
  }

  /// Reviews titles and names backbone teachers.
  mutating func reviewTitles(in year: SimulatedYear) {
    guard let rules = scenario.rules.titles else { return }
    defer {
      if let share = rules.backboneShare {
        BackbonePhase(share, in: year).apply(to: &population)
      }
    }
    switch rules.method {
    case .transitions:
      guard let table = rules.transitions else { return }
      TitleTransitionPhase(table, in: year).apply(to: &population, flows: &flows, in: year)
    case .review:
      let places = titlePlaces(rules.base, in: year)
      TitlePhase(rules, in: year, reusing: &tables.applications).apply(
        to: &population,
        flows: &flows,
        places: places,
        in: year,
      )
    }
  }

  /// Ends and begins training for another subject or stage.
  mutating func requalify(_ figures: inout YearFigures, in year: SimulatedYear) {
    guard let rules = scenario.rules.requalification else { return }
    let phase = RequalificationPhase(rules, network: simulation.network, in: year)
    if phase.finish(&population, flows: &flows) > 0 { countsBeforeTitles = nil }
    guard phase.isOpen else { return }
    figures.requalification = phase.begin(
      &population,
      flows: &flows,
      need: figures.need,
      time: countsBeforeTitles?.time ?? workingTime(in: year),
    )
    if figures.requalification.allStarted > 0 { countsBeforeTitles = nil }
  }

  private mutating func titlePlaces(_ base: TitlePlacesBase, in year: SimulatedYear) -> TitlePlaces
  {
    guard base != .previousHeadcount else { return previousTitles }
    let heads = HeadCounts(population, scenario.dimensions)
    // Where full-time equivalents depend on titles, those after them count.
    let areKept = scenario.method == .expected && scenario.rules.participation == nil
    countsBeforeTitles =
      areKept ? WorkforceTotals(heads: heads, time: workingTime(in: year)) : nil
    return TitlePlaces(
      base: base == .posts ? posts : heads.byCell.byGroup(scenario.dimensions),
      held: heads.byTitle,
    )
  }

  private func participation(in year: SimulatedYear) -> Participation {
    Participation(
      scenario.rules.participation,
      training: scenario.rules.requalification,
      in: year,
    )
  }

  private func totals(in year: SimulatedYear) -> WorkforceTotals {
    WorkforceTotals(
      population,
      participation: participation(in: year),
      dimensions: scenario.dimensions,
      clock: year.clock,
    )
  }

  private func workingTime(in year: SimulatedYear) -> WorkingTime {
    WorkingTime(
      population,
      participation: participation(in: year),
      dimensions: scenario.dimensions,
    )
  }

  /// Counts the workforce for the tables of the year; nobody who left is among the teachers.
  mutating func workforce(_ staff: SlotStaff?, in year: SimulatedYear) -> WorkforceCounts {
    let counts = countsOnCountingDay.take() ?? totals(in: year)
    return WorkforceCounts(
      population,
      heads: counts.heads,
      time: counts.time,
      ages: counts.ages
        ?? AgeCounts(population, scenario.dimensions, clock: year.clock),
      teachersOfSchool: staff?.bySchool ?? [],
      coveredSchools: coveredSchools(in: year),
    )
  }

  /// Hires through the channels and posts the hires to schools.
  mutating func recruit(_ figures: inout YearFigures, in year: SimulatedYear) {
    let dimensions = scenario.dimensions
    guard let rules = scenario.rules.recruitment else {
      figures.recruitment = [ChannelCounts](
        repeating: ChannelCounts(),
        count: dimensions.groupCount * dimensions.count(.channel),
      )
      return
    }
    var counts = countsBeforeTitles ?? totals(in: year)
    var phase = RecruitmentPhase(
      rules,
      contracts: scenario.rules.contracts,
      workforce: WorkforceBeforeRecruitment(
        posts: posts,
        established: holdersOfPosts(counts.heads, in: year),
        need: figures.need,
        available: counts.time.available,
        left: flows.left,
      ),
      in: year,
    )
    let firstHire = population.count
    phase.apply(to: &population, flows: &flows, reusing: &tables.hires)
    figures.recruitment = phase.counts
    postHires(from: firstHire, &figures, in: year)
    // Only hires are added between here and the counting day. In expected values equal rows are
    // joined on that day, so sums would have other roundings.
    guard scenario.method == .individuals else { return }
    let participation = participation(in: year)
    counts.add(
      firstHire..<population.count,
      of: population,
      participation: participation,
      dimensions,
    )
    countsOnCountingDay = counts
  }

  /// Whether people on early retirement still fill their posts.
  func keepsPostsOfEarlyRetired(in year: SimulatedYear) -> Bool {
    scenario.rules.earlyRetirement.map { year.number($0.keepsPost) > 0 } ?? false
  }

  /// Those who fill an authorised post, by group; people on early retirement where the rule says so.
  func holdersOfPosts(_ heads: HeadCounts, in year: SimulatedYear) -> [Double] {
    guard keepsPostsOfEarlyRetired(in: year) else { return heads.established }
    return zip(heads.established, heads.earlyRetired).map { $0 + $1 }
  }
}
