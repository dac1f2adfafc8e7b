// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

extension SmallScenario {
  /// Two counties with every phase at work: about 300 teachers, some of each kind.
  static func everythingOn(years: Int = 4) -> SmallScenario {
    var small = SmallScenario(years: years, dimensions: .ofTwoCounties)
    small.addTeachersOfEveryKind()
    small.setPupilsAndNeed()
    small.setLeaving()
    small.setTitlesAndParticipation()
    small.setRequalification()
    small.setRecruitment()
    return small
  }

  private mutating func addTeachersOfEveryKind() {
    let opening = calendar.openingMonth
    for cell in 0..<dimensions.cellCount {
      for age in stride(from: 24, to: 60, by: 3) {
        add(3, age: age, cell: cell) { teacher, number in
          teacher.sex = UInt8(number % 2)
          teacher.title = UInt8(age < 33 ? 0 : age < 45 ? 1 : number == 1 ? 2 : 1)
          teacher.degree = UInt8(age < 30 ? 1 : 0)
          if number == 2 { teacher.secondSubject = cell % 5 % 2 == 0 ? 1 : 0 }
          teacher.titleStart = CompactMonth(opening + -(age % 7 * 12))
          if age == 24 && number == 0 {
            teacher.contract = 1
            teacher.contractEnd = CompactMonth(opening + 12 * (cell % 3 + 1))
            teacher.obligationEnd = teacher.contractEnd
          }
        }
      }
    }
  }

  private mutating func setPupilsAndNeed() {
    enrolment = (.cohort, [EntryGrade(grade: 0, age: 6)])
    need = [.timetable, .perSchool]
    posts = .norm
    set("enrolment.births", by: [.region], 700, 500)
    set("enrolment.births_volatility", 0.05)
    set("enrolment.progression", by: [.grade, .nextGrade]) { $0[1] == $0[0] + 1 ? 0.98 : 0 }
    set("enrolment.location_share", by: [.location], 0.4, 0.6)
    set("enrolment.relocation", by: [.location, .nextLocation]) { $0 == [0, 1] ? 0.05 : 0 }
    set("enrolment.migration", -0.01)
    set("need.class_size", by: [.stage], 40, 45)
    set("need.weekly_periods", by: [.grade, .subject], 8, 4, 0, 8, 4, 0, 6, 3, 4, 6, 3, 5)
    set("need.weekly_load", 14)
    set("need.head_teacher_load", 0.5)
    set("need.schools", 3)
    set("need.teachers_per_school", by: [.stage, .subject], 0, 1, 0, 0, 1, 0)
    set("need.relief", 1.1)
    set("posts.pupils_per_staff", by: [.stage], 19, 13.5)
    set("posts.staff_per_class", by: [.location], 1.5, 0)
    set("posts.non_teaching_share", by: [.stage], 0.09, 0.15)
    set("posts.adjustment", 0.3)
    set("posts.opening_vacancy_share", 0.03)
  }

  private mutating func setLeaving() {
    retirement = [
      RetirementAssignment(category: 0, sexes: [0]),
      RetirementAssignment(category: 2, sexes: [1], titles: [2], mayLeaveAs: 1),
      RetirementAssignment(category: 1, sexes: [1]),
    ]
    set("retirement.original_age", by: [.category], 60, 55, 60)
    let starts = [1965, 1970, 1965].map { Double(Month(year: $0, month: 1).index) }
    set("retirement.first_birth_month", by: [.category]) { starts[$0[0]] }
    set("retirement.birth_months_per_step", 4)
    set("retirement.maximum_delay", 36)
    set("retirement.flexible_early_limit", 36)
    set("retirement.flexible_late_limit", 36)
    setRetirementChoice([(-24, 0.2), (-6, 0.1), (0, 0.6), (18, 0.1)])
    set("retirement.minimum_contribution_years", 15)
    hasEarlyRetirement = true
    set("early_retirement.years_before", 5)
    set("early_retirement.service_years", 30)
    set("early_retirement.take_up", 0.1)
    contracts = [nil, 0]
    set("contracts.years", by: [.contract], 0, 3)
    set("contracts.retention", by: [.contract], 1, 0.8)
    hasExits = true
    set("exits.resigned.probability", by: [.age]) { $0[0] < 35 ? 0.04 : 0.01 }
    set("exits.resigned.factor.bound", by: [.obligation], 1, 0.3)
    set("exits.died.probability", by: [.sex], 0.002, 0.001)
    hasLeave = true
    set("leave.maternity.probability", by: [.sex, .age]) { $0[0] == 1 && $0[1] < 40 ? 0.1 : 0 }
    set("leave.maternity.months", 6)
    set("leave.sickness.probability", by: [.title], 0.02, 0.03, 0.05)
    set("leave.sickness.months", 14)
  }

  private mutating func setTitlesAndParticipation() {
    titles = (.review, .posts)
    set("titles.years_required", by: [.title, .degree], 3, 2, 5, 5, 99, 99)
    set("titles.application_probability", by: [.age]) { $0[0] < 50 ? 0.6 : 0.3 }
    set("titles.structure_cap", by: [.title], 1, 0.5, 0.2)
    hasParticipation = true
    set("participation.employed_share", by: [.sex], 1, 0.98)
    set("participation.full_time_share", 0.99)
  }

  private mutating func setRequalification() {
    hasRequalification = true
    // Within a stage, so that people of a group stay in it.
    set("requalification.route", by: [.stage, .subject, .nextStage, .nextSubject]) { place in
      place[0] == place[2] && place[1] != place[3] ? 1 : 0
    }
    set("requalification.surplus_share", 0.1)
    set("requalification.success", 0.8)
    set("requalification.absence", 0.3)
    set("recruitment.second_subject", by: [.subject, .nextSubject], 0, 0.3, 0, 0, 0, 0, 0.5, 0, 0)
  }

  private mutating func setRecruitment() {
    recruitment = (
      .posts,
      [
        ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true),
        ChannelRule(kind: .pipeline, contract: 1, isLimitedToVacancies: false),
      ],
    )
    set("recruitment.targeting", 0.7)
    set("recruitment.open.applicants_per_place", 3)
    set("recruitment.open.qualified_share", 0.6)
    set("recruitment.open.acceptance", 0.9)
    set("recruitment.funded.intake", by: [.region], 6, 4)
    set("recruitment.funded.completion", 0.95)
    set("recruitment.funded.arrival", 0.9)
    set("recruitment.funded.obligation_years", 6)
    for channel in ["open", "funded"] {
      set("recruitment.\(channel).sex", by: [.sex], 0.3, 0.7)
      set("recruitment.\(channel).age", by: [.age]) { (22...26).contains($0[0]) ? 0.2 : 0 }
      set("recruitment.\(channel).degree", by: [.degree], 0.7, 0.3)
    }
  }
}

extension Dimensions {
  /// Two counties, two stages with subjects of their own, and two or three members of other axes.
  static let ofTwoCounties = Dimensions(
    [
      list(.region, "hills", "town"), list(.stage, "primary", "junior"),
      list(.subject, "chinese", "pe", "physics"), list(.grade, "p1", "p2", "j1", "j2"),
      list(.location, "rural", "urban"), list(.sex, "male", "female"),
      list(.title, "third", "second", "first"), list(.degree, "bachelor", "master"),
      list(.contract, "established", "special_post"), list(.channel, "open", "funded"),
      list(.exit, "resigned", "died"), list(.leave, "maternity", "sickness"),
      list(.category, "men", "women", "senior_women"),
    ],
    subjectsOfStage: [[0, 1], [0, 1, 2]],
    stageOfGrade: [0, 0, 1, 1],
    contractIsEstablished: [true, false],
  )

  private static func list(_ axis: Axis, _ codes: String...) -> Dimension {
    Dimension(axis, codes.map { Member($0) })
  }
}
