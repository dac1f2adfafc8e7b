// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The need of the workforce in full-time equivalents, by hand-worked examples.
struct NeedPhaseTests {
  /// One school of three stages with one full class in each of twelve grades.
  ///
  /// Weekly periods compose a table inside the bounds of the national programmes of 2022 (grades
  /// 1-9) and 2020 (grades 10-12); weekly loads are a widely copied local standard: primary Chinese
  /// and mathematics 14, else 18; junior 12 for Chinese, mathematics and English, 14 for sciences,
  /// humanities and PE, else 16; senior 10, 12, 14.
  private func school() -> SmallScenario {
    let subjects = Self.periods.map { Member($0.code) }
    let stages = Dimension(.stage, ["primary", "junior", "senior"].map { Member($0) })
    let grades = Dimension(.grade, (1...12).map { Member("g\($0)") })
    let stageOfGrade = (0..<12).map { $0 < 6 ? 0 : $0 < 9 ? 1 : 2 }
    var small = SmallScenario(
      dimensions: Dimensions(
        [stages, Dimension(.subject, subjects), grades],
        stageOfGrade: stageOfGrade,
      )
    )
    small.enrolment = (.table, [])
    small.need = [.timetable]
    small.set("enrolment.pupils", by: [.grade]) { $0[0] < 6 ? 45 : 50 }
    small.set("need.class_size", by: [.stage], 45, 50, 50)
    small.set("need.weekly_periods", by: [.grade, .subject]) { Self.periods[$0[1]].weekly[$0[0]] }
    small.set("need.take_up", by: [.grade, .subject]) { place in
      place[0] < 10 ? 1 : Self.choice[Self.periods[place[1]].code] ?? 1
    }
    small.set("need.weekly_load", by: [.stage, .subject]) { place in
      let subject = Self.periods[place[1]]
      let isPrimaryEnglish = place[0] == 0 && subject.code == "english"
      return Self.loads[place[0]][isPrimaryEnglish ? 3 : subject.kind]
    }
    return small
  }

  /// Loads by stage for languages and mathematics, sciences and humanities, PE, and the rest.
  private static let loads: [[Double]] = [[14, 18, 18, 18], [12, 14, 14, 16], [10, 12, 14, 14]]

  /// Shares of pupils who take a subject in grades 11 and 12.
  private static let choice = [
    "physics": 0.6, "history": 0.4, "chemistry": 0.6, "biology": 0.55, "geography": 0.5,
    "moral": 0.35,
  ]

  /// Weekly periods by grade; the kinds are those of the loads.
  private static let periods: [(code: String, kind: Int, weekly: [Double])] = [
    ("chinese", 0, [8, 8, 7, 6, 6, 6, 5, 5, 5, 5, 6, 6]),
    ("maths", 0, [4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6, 6]),
    ("english", 0, [0, 0, 2, 2, 3, 3, 4, 4, 4, 5, 6, 6]),
    ("moral", 1, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4.5, 4.5]),
    ("history", 1, [0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 5, 5]),
    ("geography", 1, [0, 0, 0, 0, 0, 0, 2, 2, 0, 2, 4.5, 4.5]),
    ("science", 1, [1, 1, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0]),
    ("physics", 1, [0, 0, 0, 0, 0, 0, 0, 2, 3, 3, 5, 5]),
    ("chemistry", 1, [0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 4.5, 4.5]),
    ("biology", 1, [0, 0, 0, 0, 0, 0, 3, 2, 0, 2, 4.5, 4.5]),
    ("pe", 2, [4, 4, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2]),
    ("it", 3, [0, 0, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0]),
    ("technology", 3, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]),
    ("music", 3, [2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 0.5, 0.5]),
    ("art", 3, [2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 0.5, 0.5]),
    ("other", 3, [3, 3, 5, 6, 4, 4, 5, 4, 5, 0, 0, 0]),
  ]

  /// Teachers for each class: mean weekly periods over the weekly load.
  ///
  /// Chinese in primary schools: (8 + 8 + 7 + 6 + 6 + 6)/6 = 6.833; 6.833/14 = 0.488.
  static let teachersPerClass: [(code: String, byStage: [Double])] = [
    ("chinese", [0.488, 0.417, 0.567]),
    ("maths", [0.310, 0.417, 0.567]),
    ("english", [0.093, 0.333, 0.567]),
    ("moral", [0.111, 0.143, 0.143]),
    ("history", [0, 0.143, 0.167]),
    ("geography", [0, 0.095, 0.181]),
    ("science", [0.093, 0, 0]),
    ("physics", [0, 0.119, 0.250]),
    ("chemistry", [0, 0.071, 0.233]),
    ("biology", [0, 0.119, 0.193]),
    ("pe", [0.185, 0.214, 0.143]),
    ("it", [0.037, 0.042, 0.024]),
    ("technology", [0, 0, 0.024]),
    ("music", [0.111, 0.063, 0.048]),
    ("art", [0.111, 0.063, 0.048]),
    // (3 + 3 + 5 + 6 + 4 + 4)/6/18 = 0.231 and (5 + 4 + 5)/3/16 = 0.292.
    ("other", [0.2315, 0.292, 0]),
  ]

  private static let classes: [(stage: String, count: Double)] = [
    ("primary", 6), ("junior", 3), ("senior", 3),
  ]

  private func need(_ runs: Runs, _ stage: String, _ subject: String) -> Double {
    runs.values("shortage", ["stage": stage, "subject": subject, "measure": "need"], 2025)[0]
  }

  @Test(arguments: teachersPerClass)
  func `a class needs its periods over the load`(code: String, byStage: [Double]) throws {
    let runs = try school().run()
    for ((stage, count), expected) in zip(Self.classes, byStage) {
      #expect(abs(need(runs, stage, code) / count - expected) < 0.0006)
    }
  }

  @Test func `a class needs 1.77, 2.53 and 3.15 teachers, and half a load for its head`() throws {
    // Primary: (41 + 26)/14 + (10 + 12 + 10 + 20 + 4 + 12 + 12 + 25)/18 = 67/14 + 105/18 for six
    // classes; junior: 42/12 + 38/14 + 22/16 for three; senior: 51/10 + 42/12 + 6/14 + 6/14.
    let rounded = [1.77, 2.53, 3.15]
    let exact = [
      67 / 14.0 + 105 / 18.0, 42 / 12.0 + 38 / 14.0 + 22 / 16.0, 51 / 10.0 + 42 / 12.0 + 12 / 14.0,
    ]
    var small = school()
    for headTeacher in [0, 0.5] {
      small.set("need.head_teacher_load", headTeacher)
      let runs = try small.run()
      for (number, stage) in Self.classes.enumerated() {
        let found = Self.periods.reduce(0) { $0 + need(runs, stage.stage, $1.code) }
        #expect(abs(found - exact[number] - headTeacher * stage.count) < 1e-9)
        #expect(abs(found / stage.count - rounded[number] - headTeacher) < 0.005)
      }
    }
  }

  // MARK: - Other components

  /// Two stages with a grade each, and two subjects.
  private func twoStages(_ components: [NeedComponent]) -> SmallScenario {
    func two(_ axis: Axis, _ codes: String...) -> Dimension {
      Dimension(axis, codes.map { Member($0) })
    }
    var small = SmallScenario(
      dimensions: Dimensions(
        [two(.stage, "low", "high"), two(.subject, "x", "y"), two(.grade, "a", "b")],
        stageOfGrade: [0, 1],
      )
    )
    small.enrolment = (.table, [])
    small.need = components
    small.set("enrolment.pupils", by: [.grade], 100, 61)
    return small
  }

  private func needs(_ small: SmallScenario, year: Int = 2025) throws -> [Double] {
    let runs = try small.run()
    return ["low", "high"].flatMap { stage in
      ["x", "y"].map {
        runs.values("shortage", ["stage": stage, "subject": $0, "measure": "need"], year)[0]
      }
    }
  }

  private func expectClose(_ found: [Double], _ expected: [Double]) {
    for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 1e-9) }
  }

  @Test func `a class that is begun counts whole`() throws {
    // 100/30 = 3.3 gives 4 classes and 61/30 = 2.03 gives 3.
    var small = twoStages([.perClass])
    small.set("need.class_size", 30)
    small.set("need.teachers_per_class", by: [.subject], 1.5, 0.1)
    expectClose(try needs(small), [6, 0.4, 4.5, 0.3])
    #expect(try small.run().summary("classes", 2025) == [7])
  }

  @Test func `schools need their own teachers`() throws {
    var small = twoStages([.perSchool])
    small.set("need.schools", by: [.stage], 12, 3)
    small.set("need.teachers_per_school", by: [.subject], 0.5, 1)
    expectClose(try needs(small), [6, 12, 1.5, 3])
  }

  @Test func `a ratio is spread over subjects`() throws {
    var small = twoStages([.ratio])
    small.set("need.pupils_per_teacher", by: [.stage], 20, 12.2)
    small.set("need.subject_share", by: [.subject], 0.6, 0.4)
    expectClose(try needs(small), [3, 2, 3, 2])
  }

  @Test func `need grows from the opening stock`() throws {
    var small = twoStages([.growth])
    small.calendar.lastYear = 2027
    small.add(10, age: 30, cell: 0)
    small.add(20, age: 30, cell: 3)
    small.set("need.growth", 0.1)
    expectClose(try needs(small, year: 2025), [11, 0, 0, 22])
    expectClose(try needs(small, year: 2027), [13.31, 0, 0, 26.62])
  }

  @Test func `components add up, and relief and the covered share multiply`() throws {
    var small = twoStages([.ratio, .table])
    small.set("need.pupils_per_teacher", by: [.stage], 20, 12.2)
    small.set("need.subject_share", by: [.subject], 0.6, 0.4)
    small.set("need.table", by: [.stage, .subject], 1, 2, 3, 4)
    small.set("need.relief", by: [.stage], 1.2, 1)
    small.set("need.covered_share", by: [.stage], 0.5, 0)
    expectClose(try needs(small), [2.4, 2.4, 0, 0])
  }

  @Test func `larger classes and heavier loads need fewer teachers`() throws {
    func total(size: Double, load: Double) throws -> Double {
      var small = twoStages([.timetable])
      small.set("need.class_size", size)
      small.set("need.weekly_periods", by: [.subject], 5, 3)
      small.set("need.weekly_load", load)
      return try needs(small).reduce(0, +)
    }
    // (4 + 3) classes of 8 periods over 14.
    expectClose([try total(size: 30, load: 14)], [4])
    #expect(try total(size: 50, load: 14) < 4)
    #expect(try total(size: 30, load: 16) < 4)
  }

  @Test func `need that is not asked for is nothing, and moves nobody`() throws {
    var on = twoStages([.table])
    on.set("need.table", 0)
    on.add(5, age: 40)
    var off = on
    off.need = nil
    #expect(try on.run().records == off.run().records)
  }
}
