// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that the sections that run fit together and that their rules name whom they mean.
struct RuleChecks {
  let switches: SectionSwitches
  let method: ProjectionMethod
  let declared: DeclaredDimensions
  let problems: ProblemCollector

  /// Checks all sections.
  func check() {
    checkPupils()
    checkSchools()
    checkPosts()
    checkRetirement()
    checkRecruitment()
    checkPay()
  }

  private func report(_ message: String, at section: String) {
    problems.report(message, at: switches.location(of: section))
  }

  private func checkPupils() {
    let counting: [NeedComponent] = [.timetable, .perClass, .ratio, .users]
    if switches.enrolment == nil,
      let component = switches.need?.first(where: counting.contains)
    {
      report(
        "the part '\(component.rawValue)' of need counts pupils, but 'enrolment' is off. "
          + "Write 'enrolment: {method: cohort}' or {method: table}.",
        at: "need",
      )
    }
    if switches.enrolment == .cohort, declared.entries.isEmpty {
      report(
        "'enrolment.method' is cohort, but no grade has an 'entry_age', so nobody would enter. "
          + "Add it to the grades that births enter.",
        at: "enrolment",
      )
    }
  }

  /// A school holds single teachers, and those who move between schools need schools.
  private func checkSchools() {
    if switches.runs("schools"), method == .expected {
      report(
        "'schools' needs individual teachers, but 'method' is expected. "
          + "Write 'method: individuals' or 'schools: off'.",
        at: "schools",
      )
    }
    for section in ["placement", "rotation", "balance"]
    where switches.runs(section) && !switches.runs("schools") {
      report(
        "'\(section)' is on, but 'schools' is off. Write 'schools: {method: synthesis}', "
          + "'schools: {method: list, file: schools.csv}', or '\(section): off'.",
        at: section,
      )
    }
    if switches.runs("placement"), switches.posts == nil {
      report(
        "'placement' gives teachers the posts of schools, but 'posts' is off. "
          + "Write, for example, 'posts: {method: norm}', or 'placement: off'.",
        at: "placement",
      )
    }
    if switches.runs("rotation"), !switches.runs("placement") {
      report(
        "'rotation' moves teachers whom 'placement' covers, but 'placement' is off. "
          + "Write 'placement: on', or 'rotation: off'.",
        at: "rotation",
      )
    }
  }

  private func checkPosts() {
    if switches.posts == .norm, switches.enrolment == nil {
      report(
        "'posts.method' is norm, which counts pupils, but 'enrolment' is off. "
          + "Switch it on, or write another method.",
        at: "posts",
      )
    }
    if switches.posts == .need, switches.need == nil {
      report(
        "'posts.method' is need, but the section 'need' is off. "
          + "Switch it on, or write another method.",
        at: "posts",
      )
    }
    if switches.titles?.method == .review, switches.titles?.places == .posts,
      switches.posts == nil
    {
      report(
        "'titles.places' is posts, but the section 'posts' is off. "
          + "Switch it on, or write places: headcount.",
        at: "titles",
      )
    }
  }

  private func checkRetirement() {
    if switches.runs("early_retirement"), !switches.runs("retirement") {
      report(
        "'early_retirement' needs the statutory months of 'retirement', which is off. "
          + "Write 'retirement: on'.",
        at: "early_retirement",
      )
    }
    if switches.runs("retirement"), declared.assignments.isEmpty {
      report(
        "'retirement' is on, but no member of the dimension 'category' has 'who', so nobody "
          + "would retire. Write, for example, {code: men, who: {sex: [male]}}.",
        at: "retirement",
      )
    }
  }

  /// Pay is that of single teachers, and those who hold roles are counted by classes or schools.
  private func checkPay() {
    guard switches.runs("pay") else { return }
    if method == .expected {
      report(
        "'pay' needs individual teachers, but 'method' is expected. "
          + "Write 'method: individuals' or 'pay: off'.",
        at: "pay",
      )
    }
    if !declared.declared.contains(.item) {
      report(
        "'pay' is on, but the dimension 'item' is not declared, so nothing would be paid. "
          + "Write, for example, members: [{code: basic_pay}].",
        at: "pay",
      )
    }
    for (role, code) in zip(declared.roles, declared.dimensions[.role].codes) {
      let (section, isOn) =
        switch role.basis {
        case .perClass: ("need", switches.need != nil)
        case .perSchool: ("schools", switches.schools != nil)
        }
      if isOn { continue }
      report(
        "the role '\(code)' is counted for each \(role.basis.rawValue), but the section "
          + "'\(section)' is off. Switch it on, or leave the role out.",
        at: "pay",
      )
    }
  }

  private func opensByNeed(_ channel: ChannelRule) -> Bool {
    !channel.isLimitedToVacancies || !declared.dimensions.contractIsEstablished[channel.contract]
  }

  private func checkRecruitment() {
    guard let fill = switches.recruitment else { return }
    if !declared.declared.contains(.channel) {
      report(
        "'recruitment' is on, but the dimension 'channel' is not declared, so nobody could enter. "
          + "Write, for example, members: [{code: open, kind: competition}].",
        at: "recruitment",
      )
    }
    if fill == .need, switches.need == nil {
      report(
        "'recruitment.fill' is need, but the section 'need' is off. "
          + "Switch it on, or write another way to fill.",
        at: "recruitment",
      )
    }
    let codes = declared.dimensions[.channel].codes
    for (channel, code) in zip(declared.channels, codes)
    where channel.kind == .competition && opensByNeed(channel) && switches.need == nil {
      report(
        "the channel '\(code)' opens places by need, because it is not limited to vacancies or "
          + "its contract fills no authorised post, but the section 'need' is off. Switch it on.",
        at: "recruitment",
      )
    }
    if fill == .posts, switches.posts == nil {
      report(
        "'recruitment.fill' is posts, but the section 'posts' is off. "
          + "Switch it on, or write another way to fill.",
        at: "recruitment",
      )
    }
  }
}
