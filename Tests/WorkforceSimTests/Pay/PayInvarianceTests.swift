// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What pay does not depend on, and what does not depend on pay.
struct PayInvarianceTests {
  @Test func `every other table is the same with pay and without`() throws {
    let paid = try SmallScenario.everythingPaid().run(replications: 2)
    var unpaid = SmallScenario.everythingPaid()
    unpaid.pay = nil
    let base = try unpaid.run(replications: 2)
    try compare(paid, base)
  }

  @Test(arguments: [7, 99] as [UInt64])
  func `every other table of schools is the same with pay and without`(seed: UInt64) throws {
    let paid = try SchoolScenario.everythingPaid(seed: seed, years: 4).run(replications: 2)
    var unpaid = SchoolScenario.everythingPaid(seed: seed, years: 4)
    unpaid.small.pay = nil
    try compare(paid, unpaid.run(replications: 2))
  }

  /// Compares all figures but those of pay, bit for bit.
  private func compare(_ paid: Runs, _ base: Runs) throws {
    let ofPay = ["cost", "pay_per_head"].compactMap { code in
      RecordLayout.summaryMeasures.firstIndex { $0.code == code }
    }
    #expect(ofPay.count == 2)
    for (left, right) in zip(paid.records, base.records) {
      for year in 0..<paid.calendar.yearCount {
        for table in base.layout.tables {
          let other = paid.layout.required(table.name)
          for position in 0..<(table.rows?.count ?? table.count)
          where table.name != "summary" || !ofPay.contains(position) {
            let here = left[year * paid.layout.width + other.offset + position]
            let there = right[year * base.layout.width + table.offset + position]
            #expect(here == there, "\(table.name) \(position)")
          }
        }
      }
    }
  }

  /// All figures of an ensemble.
  private func figures(_ scenario: Scenario, threads: Int) async throws -> [Double] {
    try await Simulation(scenario).run(threads: threads).allFigures
  }

  @Test func `one, two and four threads give the same figures`() async throws {
    let scenario = SmallScenario.everythingPaid(years: 2).scenario(replications: 6)
    let one = try await figures(scenario, threads: 1)
    #expect(try await figures(scenario, threads: 2) == one)
    #expect(try await figures(scenario, threads: 4) == one)
  }

  @Test func `the order of the roster changes no fen`() throws {
    var small = SmallScenario.everythingPaid()
    let base = try small.paid()
    small.teachers.reverse()
    #expect(try small.paid().records == base.records)
    small.teachers.sort { ($0.salaryStep, $0.id) < ($1.salaryStep, $1.id) }
    #expect(try small.paid().records == base.records)
  }

  @Test func `keeping payslips changes no figure`() throws {
    let small = SmallScenario.everythingPaid()
    let runs = try small.run()
    #expect(runs.payslips == [[]])
    #expect(try small.paid().records == runs.records)
  }

  @Test(arguments: PayConservationTests.Scene.allCases)
  func `the last fiscal year does not depend on how long the run is`(
    scene: PayConservationTests.Scene
  ) throws {
    let short = try scene.runs(years: 2).1
    let long = try scene.runs(years: 4).1
    #expect(short.layout.width == long.layout.width)
    #expect(Array(long.records[0].prefix(short.records[0].count)) == short.records[0])
  }

  // MARK: - Levers

  @Test func `without amounts nothing is paid`() throws {
    var small = SmallScenario.everythingPaid()
    for code in small.dimensions[.item].codes {
      for kind in ["amount", "rate"] where small.parameters["pay.\(code).\(kind)"] != nil {
        small.set("pay.\(code).\(kind)", 0)
      }
    }
    small.set("pay.pension.base_floor", 0)
    let runs = try small.paid()
    for year in small.calendar.years {
      #expect(runs.summary("cost", year) == [0])
      #expect(runs.summary("pay_per_head", year) == [0])
      // Who is entitled to pay counts, however little it is.
      #expect(runs.average("paid_teachers", in: year) > 0)
    }
  }

  /// Items, with those that are reckoned from them.
  static let levers: [(code: String, moved: [String])] = [
    ("post_pay.amount", ["post_pay", "uplift", "early_pay", "pension"]),
    ("teaching_years.amount", ["teaching_years"]),
    ("reference.amount", ["performance", "early_pay", "pension"]),
    ("head_teacher.amount", ["head_teacher", "pension"]),
    ("special_post_pay.amount", ["special_post_pay"]),
    ("uplift.rate", ["uplift", "early_pay", "pension"]),
    ("early_pay.rate", ["early_pay", "pension"]),
    ("pension.rate", ["pension"]), ("grant.amount", ["grant"]),
    ("health_check.amount", ["health_check"]),
  ]

  @Test(arguments: levers)
  func `ten per cent more of an item moves it and what is reckoned from it`(
    code: String,
    moved: [String],
  ) throws {
    let base = try Self.base.get()
    var small = SmallScenario.everythingPaid(years: 1)
    small.change("pay.\(code)") {
      $0.adjustments.append(ParameterAdjustment(from: nil, factor: 1.1))
    }
    let runs = try small.run()
    for item in small.dimensions[.item].codes where item != "reference" {
      let before = base.cost(["item": item], in: 2025)
      let after = runs.cost(["item": item], in: 2025)
      if moved.contains(item) {
        // Contributions may stay at their floor or their ceiling; all else rises.
        #expect(item == "pension" ? after >= before : after > before, "\(item)")
      } else {
        #expect(after == before, "\(item)")
      }
    }
    // These amounts are whole fen with the tenth, too.
    if ["grant.amount", "health_check.amount"].contains(code) {
      let item = moved[0]
      #expect(
        10 * runs.cost(["item": item], in: 2025) == 11 * base.cost(["item": item], in: 2025)
      )
    }
  }

  private static let base = Result { try SmallScenario.everythingPaid(years: 1).run() }
}
