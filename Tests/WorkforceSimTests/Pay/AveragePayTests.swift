// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Average pay and the level that the law asks for.
struct AveragePayTests {
  /// Somebody who teaches the whole year and somebody who retires in a month of it, both at 5,000.
  private func scenario(retiring month: Int) -> SmallScenario {
    var small = SmallScenario()
    small.retirement = [RetirementAssignment(category: 0)]
    small.set("retirement.original_age", 60)
    small.addItem("post_pay", 5_000)
    small.add(1, age: 40)
    small.add(1, age: 59) { teacher, _ in
      teacher.birth = CompactMonth(Month(year: 1965, month: month))
    }
    return small
  }

  // (12 + m) months at 5,000 over (12 + m)/12 teachers are 60,000 a head, whatever m is.
  @Test(arguments: 1...9)
  func `pay is no lower at equality, and lower by a fen`(month: Int) throws {
    for (civilServants, flag) in [(60_000.0, 1.0), (60_000.01, 0.0), (59_999.99, 1.0)] {
      var small = scenario(retiring: month)
      small.set("pay.civil_servant_pay", civilServants)
      small.set("pay.average_wage", 48_000)
      let runs = try small.run()
      let level = ["pay_per_head", "civil_servant_pay", "no_lower_than_civil_servants"].map {
        runs.values("pay_level", ["measure": $0], 2025)[0]
      }
      #expect(level == [60_000, civilServants, flag])
      #expect(runs.average("pay_per_head", in: 2025) == 60_000)
      #expect(runs.average("ratio_to_average_wage", in: 2025) == 1.25)
      #expect(abs(runs.average("paid_teachers", in: 2025) - Double(12 + month) / 12) < 1e-12)
    }
  }

  // On-costs and other items cost 5,000 x 0.2 and 300 a month but are no pay.
  @Test func `on-costs and grants are no pay`() throws {
    var small = SmallScenario()
    small.add(1, age: 40)
    small.addItem("post_pay", 5_000)
    small.addItem("pension", of: ["post_pay"], kind: .onCost, 0.2)
    small.addItem("grant", kind: .other, 300)
    let runs = try small.run()
    #expect(runs.summary("cost", 2025) == [75_600])
    #expect(runs.summary("pay_per_head", 2025) == [60_000])
    #expect(runs.average("pay", in: 2025) == 60_000)
  }

  // Primary 3 x 4,000, senior 1 x 9,000 a month: 48,000 and 108,000 a head; together (3 x 48,000 +
  // 108,000) / 4 = 63,000. Only primary counts against civil servants.
  @Test func `a stage that does not count is left out of the level, not of the average`() throws {
    var small = SmallScenario()
    small.declare(.stage, "primary", "senior")
    small.add(3, age: 40, cell: 0)
    small.add(1, age: 40, cell: 1)
    small.addItem("post_pay", by: [.stage], 4_000, 9_000)
    small.set("pay.level_rule", by: [.stage], 1, 0)
    small.set("pay.civil_servant_pay", 50_000)
    let runs = try small.run()
    #expect(runs.values("pay_level", ["measure": "pay_per_head"], 2025) == [48_000])
    #expect(runs.values("pay_level", ["measure": "no_lower_than_civil_servants"], 2025) == [0])
    #expect(runs.summary("pay_per_head", 2025) == [63_000])
    #expect(runs.average("pay_per_head", ["stage": "senior"], in: 2025) == 108_000)
  }

  @Test func `a region without teachers meets no level`() throws {
    var small = SmallScenario()
    small.declare(.region, "a", "b")
    small.add(1, age: 40, cell: 0)
    small.addItem("post_pay", 4_000)
    let runs = try small.run()
    let flags = ["a", "b"].map {
      runs.values(
        "pay_level",
        ["region": $0, "measure": "no_lower_than_civil_servants"],
        2025,
      )[0]
    }
    #expect(flags == [1, 0])
    #expect(runs.average("pay_per_head", ["region": "b"], in: 2025) == 0)
  }
}
