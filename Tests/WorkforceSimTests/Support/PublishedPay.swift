// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

/// The pay of professional posts in public institutions from July 2006, in CNY a month.
///
/// Source: tables of post pay and salary steps of the pay reform of public institutions of 2006
/// (事业单位工作人员收入分配制度改革方案); grades 2 to 13 are teachers' posts.
enum PublishedPay {
  /// The grades of posts from the highest down, with their title, start step and pay.
  static let grades: [(code: String, title: Int, startStep: Double, pay: Double)] = [
    ("g2", 4, 25, 1900), ("g3", 4, 25, 1630), ("g4", 4, 25, 1420), ("g5", 3, 16, 1180),
    ("g6", 3, 16, 1040), ("g7", 3, 16, 930), ("g8", 2, 9, 780), ("g9", 2, 9, 730),
    ("g10", 2, 9, 680), ("g11", 1, 5, 620), ("g12", 1, 5, 590), ("g13", 0, 1, 550),
  ]

  /// The pay of the steps from 1 to 65.
  static let steps: [Double] = [
    80, 91, 102, 113, 125, 137, 151, 165, 181, 197, 215, 233, 253, 273, 295, 317, 341, 365, 391,
    417, 443, 471, 499, 527, 555, 583, 613, 643, 673, 703, 735, 767, 799, 834, 869, 904, 944, 984,
    1024,
    1064, 1109, 1154, 1199, 1244, 1289, 1334, 1384, 1434, 1484, 1534, 1590, 1655, 1720, 1785, 1850,
    1920, 1990, 2060, 2130, 2200, 2280, 2360, 2440, 2520, 2600,
  ]

  /// The position of a grade by its number.
  static func grade(_ number: Int) -> UInt8 { UInt8(number - 2) }
}

extension SmallScenario {
  /// Titles from the third grade (三级) to the senior one with rank of professor (正高级).
  static func withPublishedPay(years: Int = 1) -> SmallScenario {
    var small = SmallScenario(years: years)
    small.addPublishedPay()
    return small
  }

  /// Declares post pay, step pay, the ten per cent for teachers and the years-of-teaching allowance.
  mutating func addPublishedPay(who conditions: [PayCondition] = []) {
    declare(.title, "third", "second", "first", "senior", "professor")
    declare(Dimension(.postGrade, PublishedPay.grades.map { Member($0.code) }))
    addItem("post_pay", who: conditions, 0)
    addItem("step_pay", who: conditions, 0)
    addItem("teacher_uplift", of: ["post_pay", "step_pay"], who: conditions, 0.1)
    addItem("teaching_years", who: conditions, 0)
    pay?.titleOfGrade = PublishedPay.grades.map(\.title)
    set("pay.post_pay.amount", by: [.postGrade]) { PublishedPay.grades[$0[0]].pay }
    set("pay.step_pay.amount", by: [.step]) { PublishedPay.steps[min($0[0], 64)] }
    // 3, 5, 7 and 10 CNY a month from 5, 10, 15 and 20 years on.
    set("pay.teaching_years.amount", by: [.experience]) { place in
      place[0] < 5 ? 0 : place[0] < 10 ? 3 : place[0] < 15 ? 5 : place[0] < 20 ? 7 : 10
    }
    set("pay.start_step", by: [.postGrade]) { PublishedPay.grades[$0[0]].startStep }
  }

  /// Adds a teacher with a grade of posts and a salary step, and names the identity.
  mutating func addPaid(
    grade: Int,
    step: UInt8,
    age: Int = 40,
    cell: Int = 0,
    _ body: (inout Teacher) -> Void = { _ in },
  ) -> UInt64 {
    add(1, age: age, cell: cell) { teacher, _ in
      teacher.postGrade = PublishedPay.grade(grade)
      teacher.title = UInt8(PublishedPay.grades[grade - 2].title)
      teacher.salaryStep = step
      body(&teacher)
    }
    return teachers[teachers.count - 1].id
  }
}

extension SmallScenario {
  /// Hires one teacher of 23 on 1 September 2025, and nobody else, and names the identity.
  ///
  /// The place is in the first cell of the region and is filled through the first channel.
  mutating func hireOne(region: Int = 0) -> UInt64 {
    recruitment = (
      .plan, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
    )
    let places = (0..<dimensions.regionCount).map { $0 == region ? 1.0 : 0 }
    set(
      "recruitment.plan",
      by: [.region],
      dated: [
        (Month(year: 1900, month: 1), places.map { _ in 0 }),
        (Month(year: 2025, month: 9), places),
        (Month(year: 2026, month: 9), places.map { _ in 0 }),
      ],
    )
    for channel in dimensions[.channel].codes {
      set("recruitment.\(channel).age", by: [.age]) { $0[0] == 23 ? 1 : 0 }
    }
    let cell = region * dimensions.cellCount / dimensions.regionCount
    return TeacherIdentity.hire(year: 2025, channel: 0, cell: cell, ordinal: 0)
  }
}
