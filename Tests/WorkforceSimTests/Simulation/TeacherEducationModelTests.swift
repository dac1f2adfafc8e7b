// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// A model of the kind of Statistics Norway's LÆRERMOD, small enough to be worked by hand.
///
/// Three education groups of both sexes in single ages; employment shares and mean full-time
/// equivalents by cell; students who complete at the ages of graduation; two services whose need
/// follows the users of each age group.
///
/// | 1 January 2024          | age | people | 2025                  | 2026                  |
/// |-------------------------|-----|--------|-----------------------|-----------------------|
/// | preschool, women        | 30  | 40     | 40                    | 40                    |
/// | preschool, men          | 66  | 10     | 0: all leave at 67    |                       |
/// | general, women          | 40  | 60     | 60                    | 60                    |
/// | general, men            | 50  | 20     | 20                    | 20                    |
/// | subject, women          | 40  | 30     | 30                    | 30                    |
/// | subject, men            | 60  | 20     | 16: a fifth leaves    | 12.8                  |
///
/// Graduates of 2025: preschool 100 · 0.8 = 80 women and 10 · 0.5 = 5 men; general 40 · 0.75 = 30
/// and 20 · 0.6 = 12; subject 20 · 0.5 = 10 and 10 · 0.4 = 4; together 141. In 2026 the subject
/// teachers' intake has doubled: 20 and 8; together 155.
struct TeacherEducationModelTests {
  private static let groups = ["preschool", "general", "subject"]

  private func model(_ method: ProjectionMethod) -> SmallScenario {
    var small = SmallScenario(
      dimensions: Dimensions(
        [
          Dimension(.subject, Self.groups.map { Member($0) }),
          Dimension(.sex, [Member("men"), Member("women")]),
          Dimension(.grade, [Member("1_5"), Member("6_15")]),
          Dimension(.service, [Member("kindergarten"), Member("school")]),
        ],
        stageOfGrade: [0, 0],
      )
    )
    small.calendar = SchoolCalendar(firstMonthOfYear: 1, firstYear: 2025, lastYear: 2026)
    small.method = method
    let opening: [(group: Int, sex: UInt8, age: Int, people: Int)] = [
      (0, 1, 30, 40), (0, 0, 66, 10), (1, 1, 40, 60), (1, 0, 50, 20), (2, 1, 40, 30),
      (2, 0, 60, 20),
    ]
    for kind in opening {
      small.add(kind.people, age: kind.age, cell: kind.group) { teacher, _ in
        teacher.sex = kind.sex
      }
    }
    small.hasExits = true
    small.set("exits.all.probability", by: [.age]) { $0[0] < 60 ? 0 : $0[0] < 67 ? 0.2 : 1 }
    small.hasParticipation = true
    small.set(
      "participation.employed_share",
      by: [.subject, .sex],
      0.8,
      0.9,
      0.7,
      0.8,
      0.5,
      0.6,
    )
    small.set("participation.full_time_share", by: [.sex, .age]) { place in
      place[0] == 0 ? 1 : place[1] < 30 ? 0.9 : 0.8
    }
    setEducation(in: &small)
    setServices(in: &small)
    return small
  }

  private func setEducation(in small: inout SmallScenario) {
    small.recruitment = (
      .plan, [ChannelRule(kind: .pipeline, contract: 0, isLimitedToVacancies: false)],
    )
    small.set(
      "recruitment.all.intake",
      by: [.subject, .sex],
      dated: [
        (Month(year: 2022, month: 1), [10, 100, 20, 40, 10, 20]),
        (Month(year: 2023, month: 1), [10, 100, 20, 40, 20, 40]),
      ],
    )
    small.set("recruitment.all.study_years", 3)
    small.set(
      "recruitment.all.completion",
      by: [.subject, .sex],
      0.5,
      0.8,
      0.6,
      0.75,
      0.4,
      0.5,
    )
    small.set("recruitment.all.age", by: [.sex, .age]) { place in
      switch (place[0], place[1]) {
      case (0, 26): 1
      case (1, 24): 0.75
      case (1, 25): 0.25
      default: 0
      }
    }
  }

  private func setServices(in small: inout SmallScenario) {
    small.enrolment = (.table, [])
    small.need = [.users]
    small.set(
      "enrolment.pupils",
      by: [.grade],
      dated: [
        (Month(year: 2024, month: 1), [1000, 2000]), (Month(year: 2026, month: 1), [1100, 1950]),
      ],
    )
    small.set("need.users_per_person", by: [.service, .grade], 0.9, 0, 0, 1)
    small.set("need.per_user", by: [.service, .subject], 0.1, 0.01, 0, 0.005, 0.04, 0.02)
  }

  /// People, full-time equivalents and need by year and education group.
  ///
  /// Full-time equivalents of 2025: preschool 40 · 0.9 · 0.8 + 80 · 0.9 · 0.9 + 5 · 0.8 = 28.8 +
  /// 64.8 + 4 = 97.6; general 60 · 0.8 · 0.8 + 30 · 0.8 · 0.9 + 32 · 0.7 = 38.4 + 21.6 + 22.4 = 82.4;
  /// subject 30 · 0.6 · 0.8 + 10 · 0.6 · 0.9 + 20 · 0.5 = 14.4 + 5.4 + 10 = 29.8.
  /// 2026: 28.8 + 160 · 0.81 + 10 · 0.8 = 166.4; 38.4 + 60 · 0.72 + 44 · 0.7 = 112.4;
  /// 14.4 + 30 · 0.54 + 24.8 · 0.5 = 43.
  ///
  /// Users of 2025: kindergartens 1000 · 0.9 = 900, schools 2000. Need: 900 · 0.1 + 2000 · 0.005 =
  /// 100; 900 · 0.01 + 2000 · 0.04 = 89; 2000 · 0.02 = 40. In 2026 with 990 and 1950 users:
  /// 99 + 9.75; 9.9 + 78; 39.
  static let worked: [(year: Int, people: [Double], equivalents: [Double], need: [Double])] = [
    (2025, [125, 122, 60], [97.6, 82.4, 29.8], [100, 89, 40]),
    (2026, [210, 164, 84.8], [166.4, 112.4, 43], [108.75, 87.9, 39]),
  ]

  @Test(arguments: worked)
  func `the expected projection is the one worked by hand`(
    year: Int,
    people: [Double],
    equivalents: [Double],
    need: [Double],
  ) throws {
    let runs = try model(.expected).run()
    for (number, group) in Self.groups.enumerated() {
      func found(_ table: String, _ measure: String) -> Double {
        runs.values(table, ["subject": group, "measure": measure], year)[0]
      }
      #expect(abs(found("teachers", "headcount") - people[number]) < 1e-9)
      #expect(abs(found("teachers", "fte") - equivalents[number]) < 1e-9)
      #expect(abs(found("shortage", "available") - equivalents[number]) < 1e-9)
      #expect(abs(found("shortage", "need") - need[number]) < 1e-9)
    }
  }

  @Test func `leavers, graduates and gaps are those worked by hand`() throws {
    let runs = try model(.expected).run()
    // 2025: 10 preschool men of 67 and a fifth of 20; 2026: a fifth of 16.
    for (year, left, hired) in [(2025, 14.0, 141.0), (2026, 3.2, 155)] {
      #expect(abs(runs.summary("all", year)[0] - left) < 1e-9)
      #expect(abs(runs.summary("hired", year)[0] - hired) < 1e-9)
    }
    // 2025: short of 2.4 + 6.6 + 10.2; 2026: over by 57.65 + 24.5 + 4.
    #expect(abs(runs.summary("shortage", 2025)[0] - 19.2) < 1e-9)
    #expect(abs(runs.summary("surplus", 2026)[0] - 86.15) < 1e-9)
    #expect(abs(runs.summary("gap", 2026)[0] + 86.15) < 1e-9)
  }

  @Test func `whole persons have the means worked by hand`() throws {
    let runs = try model(.individuals).run(replications: 150)
    for row in Self.worked {
      for (number, group) in Self.groups.enumerated() {
        for (measure, expected) in [("headcount", row.people), ("fte", row.equivalents)] {
          let values = runs.values("teachers", ["subject": group, "measure": measure], row.year)
          let error = standardErrors(
            ofMean: values,
            from: expected[number],
            variance: variance(values),
          )
          #expect(error < 5)
        }
      }
    }
  }
}
