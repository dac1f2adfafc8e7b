// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Where few kinds of teachers are paid differently, they are counted without working out their keys.
struct FewKindsPayTests {
  /// What few kinds are paid for.
  enum Scene: CaseIterable {
    /// Paid each month, whatever the age.
    case everyMonth
    /// Paid once a year, by age too.
    case onceAYear
    /// The same, with grades and steps that change in other months.
    case changesInWindow
    /// Paid in the counting month, with which the fiscal year begins, so that nothing of the first
    /// window is booked.
    case onTheCountingDay
    /// Paid each month, with exits in some months only.
    case exitsInSomeMonths
    /// Paid each month, to hires of one channel from a later month on.
    case hiresWait
    /// Paid each month, and once more on entry.
    case hiresAreGranted

    private var months: [Int] {
      switch self {
      case .onceAYear, .changesInWindow: [12]
      case .onTheCountingDay: [9]
      case .everyMonth, .exitsInSomeMonths, .hiresWait, .hiresAreGranted: []
      }
    }

    func small() -> SmallScenario {
      var small = SmallScenario.everythingOn()
      small.set("pay.step_rise", 0)
      small.addItem("title_pay", months: months, by: [.title], 3_000.05, 3_500.15, 4_000.25)
      small.addItem("women", who: [PayCondition(.sex, [1])], months: months, 33.35)
      small.addItem("funded", who: [PayCondition(.channel, [1])], months: months, 44.45)
      let early = [PayCondition(.situation, [1])]
      small.addItem("rest", of: ["title_pay"], who: early, months: months, kind: .other, 0.7)
      if !months.isEmpty {
        small.addItem("age", months: months, by: [.age], 0)
        small.set("pay.age.amount", by: [.age]) { Double(min($0[0] / 10, 5)) * 10.05 }
      }
      setMonths(of: &small)
      return small
    }

    private func setMonths(of small: inout SmallScenario) {
      switch self {
      case .everyMonth, .onceAYear: break
      case .changesInWindow: small.set("pay.promotion_month", 1)
      case .onTheCountingDay:
        small.pay?.firstMonthOfFiscalYear = 9
        small.set("pay.retirement_month_is_paid", 0)
      case .exitsInSomeMonths:
        small.set("pay.exit_month", by: [.exit, .month]) { place in
          place[1] % 3 == place[0] ? Double(place[1] + 1) : 0
        }
      case .hiresWait: small.set("pay.entry_delay", by: [.channel], 0, 2)
      case .hiresAreGranted: small.addItem("grant", timing: .onEntry, kind: .other, 500.05)
      }
    }
  }

  @Test(arguments: Scene.allCases)
  func `all figures are those of teachers whose keys are worked out`(scene: Scene) throws {
    var small = scene.small()
    #expect(try Simulation(small.scenario()).payPlan?.places != nil)
    let counted = try small.run(replications: 2)
    // Steps make no difference to these items, but once they rise keys are worked out and all are paid.
    small.set("pay.step_rise", 1)
    #expect(try small.run(replications: 2).records == counted.records)
    #expect(counted.summary("cost", small.calendar.lastYear)[0] > 0)
  }

  @Test(arguments: Scene.allCases)
  func `the cost is the sum of all payslips`(scene: Scene) throws {
    let small = scene.small()
    let runs = try small.paid()
    for year in small.calendar.years {
      let slips = runs.payslips[0].filter { $0.fiscalYear == year }
      #expect(slips.reduce(0) { $0 + $1.total } == runs.cost(in: year))
      for (item, code) in small.dimensions[.item].codes.enumerated() {
        let sum = slips.reduce(0) { $0 + $1.items[item] }
        #expect(sum == runs.cost(["item": code], in: year), "\(year) \(code)")
        #expect(sum > 0, "\(year) \(code)")
      }
      // Everybody has pay by title in all months.
      let months = runs.average("paid_teachers", in: year) * 12
      #expect(abs(months - Double(slips.count)) < 1e-6, "\(year)")
    }
  }

  @Test func `steps that make a difference are worked out`() throws {
    var small = Scene.everyMonth.small()
    small.addItem("step_pay", by: [.step], 0)
    small.set("pay.step_pay.amount", by: [.step]) { Double($0[0]) }
    #expect(try Simulation(small.scenario()).payPlan?.places == nil)
  }

  // MARK: - Tallies

  @Test func `possible kinds have a number each`() throws {
    let changing = try #require(PossibleKinds(keys: 3, groups: 2, change: true))
    #expect(changing.keys.count == 9)
    #expect(changing.keys[5] == SIMD2(1, 2))
    let staying = try #require(PossibleKinds(keys: 3, groups: 2, change: false))
    #expect(staying.keys == [SIMD2(0, 0), SIMD2(1, 1), SIMD2(2, 2)])
  }

  @Test func `many kinds or groups have no numbers from the start`() {
    #expect(PossibleKinds(keys: 32, groups: 2, change: true) != nil)
    #expect(PossibleKinds(keys: 33, groups: 2, change: true) == nil)
    #expect(PossibleKinds(keys: 1_025, groups: 2, change: false) == nil)
    #expect(PossibleKinds(keys: .max, groups: 2, change: true) == nil)
    #expect(PossibleKinds(keys: 32, groups: 1_000_000, change: true) == nil)
  }

  @Test func `tallies count the same whether kinds are numbered from the start or as they occur`() {
    let teachers = (0..<700).map { number in
      (keys: SIMD2(number % 5, number % 3), group: Int32(number % 4))
    }
    func counts(_ tally: PayTally) -> [[SIMD2<Int>: Double]] {
      (0..<4).map { group in
        var present: [(kind: Int, teachers: Double)] = []
        tally.list(group, among: tally.occurring, into: &present)
        return Dictionary(
          uniqueKeysWithValues: present.map { (tally.kinds[$0.kind], $0.teachers) }
        )
      }
    }
    var numbered = PayTally(groups: 4)
    var possible = PayTally(
      groups: 4,
      possible: PossibleKinds(keys: 5, groups: 4, change: true),
    )
    for _ in 0..<2 {
      numbered.removeAll()
      possible.removeAll()
      numbered.add(teachers.span) { $0 }
      possible.add(teachers.span) { $0 }
      #expect(counts(possible) == counts(numbered))
      #expect(possible.occurring.count == 15)
      #expect(numbered.occurring == Array(0..<15))
    }
  }
}
