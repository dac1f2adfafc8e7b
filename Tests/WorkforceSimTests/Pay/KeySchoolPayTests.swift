// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Performance pay at a key school: the local increment and "2.5 times" in its three readings.
struct KeySchoolPayTests {
  /// What "2.5 times performance pay" is a multiple of.
  enum Reading: CaseIterable {
    /// 2.5 times the old total, in which the local increment is contained.
    case contained
    /// 1.5 times the old total on top of it and of the increment.
    case onTop
    /// 2.5 times the new total, the increment included.
    case ofNewTotal
  }

  /// Two teachers on grade 7 with step 30 in September 2024, one at a key school.
  private func scenario(_ reading: Reading) -> (SchoolScenario, key: UInt64, ordinary: UInt64) {
    var built = SchoolScenario(
      years: 1,
      School(code: "key", region: 0, location: 0, stages: [1], isKeySchool: true),
      School(code: "ordinary", region: 0, location: 2, stages: [1]),
    )
    built.hasPlacement = false
    built.small.addPublishedPay()
    built.small.addPerformancePay(reading)
    let subjects = 3
    let key = built.small.addPaid(grade: 7, step: 30, age: 45, cell: subjects) { $0.school = 0 }
    let other = built.small.addPaid(grade: 7, step: 30, age: 45, cell: subjects) { $0.school = 1 }
    return (built, key, other)
  }

  // Grade 7 (930), step 31 (735) in 2025; more than 20 years of teaching.
  // Basic:       930 + 735 + 166.50 + 10                                             = 1,841.50
  // Performance: 1,730 x 1.15 = 1,989.50; 70 % 1,392.65; 30 % 596.85                 = 1,989.50
  // Increment:   33 % of 1,989.50 = 656.535                                         ->   656.54
  //   together                                                                         4,487.54
  // Supplement:  contained:    (1.5 - 0.33) x 1,989.50 = 2,327.715 -> 2,327.72; 6,815.26 a month
  //              on top:       1.5 x 1,989.50          = 2,984.25;              7,471.79 a month
  //              of new total: 1.5 x 2,646.04          = 3,969.06;              8,456.60 a month
  // A year:      81,783.12; 89,661.48; 101,479.20.
  @Test(arguments: zip(Reading.allCases, [8_178_312, 8_966_148, 10_147_920]))
  func `a teacher on grade 7 of a key school`(reading: Reading, expected: Int) throws {
    let (built, key, _) = scenario(reading)
    let runs = try built.paid()
    #expect(runs.pay(of: key, in: 2025) == expected)
  }

  // Without increment and supplement, and with the township allowance of a rural school, 300:
  // 1,841.50 + 1,989.50 + 300 = 4,131.00 a month, 49,572.00 a year.
  @Test(arguments: Reading.allCases)
  func `a colleague at another school has neither`(reading: Reading) throws {
    let (built, _, other) = scenario(reading)
    let runs = try built.paid()
    #expect(runs.pay(of: other, in: 2025) == 4_957_200)
    #expect(runs.cost(["item": "township"], in: 2025) == 360_000)
  }

  @Test func `what is only reckoned costs nothing and has no row`() throws {
    let (built, key, _) = scenario(.onTop)
    let runs = try built.paid()
    let codes = built.small.dimensions[.item].codes
    let reference = codes.firstIndex(of: "performance_reference") ?? -1
    #expect(runs.pay(of: key, in: 2025, item: reference) == 0)
    let cost = runs.layout.required("cost")
    #expect(cost.rows?.contains { cost.members(ofRow: $0)[2] == reference } == false)
  }
}

extension SmallScenario {
  fileprivate mutating func addPerformancePay(_ reading: KeySchoolPayTests.Reading) {
    let atKeySchool = PayCondition(.keySchool, [1])
    addItem("performance_reference", timing: .never, 1_730)
    set("pay.performance_reference.factor.title", by: [.title], 1, 1, 1.05, 1.15, 1.3)
    addItem("performance_basic", of: ["performance_reference"], 0.7)
    addItem("performance_incentive", of: ["performance_reference"], 0.3)
    let performance = ["performance_basic", "performance_incentive"]
    addItem("local_increment", of: performance, by: [.keySchool], 0, 0.33)
    switch reading {
    case .contained:
      addItem("key_school_supplement", of: performance, who: [atKeySchool], 1.17)
    case .onTop:
      addItem("key_school_supplement", of: performance, who: [atKeySchool], 1.5)
    case .ofNewTotal:
      addItem(
        "key_school_supplement",
        of: performance + ["local_increment"],
        who: [atKeySchool],
        1.5,
      )
    }
    addItem("township", by: [.location], 0, 0, 300)
  }
}
