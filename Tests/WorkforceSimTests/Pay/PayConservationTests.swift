// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Payslips, items, payers, groups and the summary tell the same story to the fen.
struct PayConservationTests {
  /// Random populations: without schools, and with schools drawn from a seed.
  enum Scene: CaseIterable {
    case counties, schools, otherSchools

    func scenario(years: Int = 3, replications: Int = 1) -> Scenario {
      switch self {
      case .counties:
        SmallScenario.everythingPaid(years: years).scenario(replications: replications)
      case .schools:
        SchoolScenario.everythingPaid(seed: 7, years: years).scenario(replications: replications)
      case .otherSchools:
        SchoolScenario.everythingPaid(seed: 1_234, years: years)
          .scenario(replications: replications)
      }
    }

    func runs(years: Int = 3, replications: Int = 1) throws -> (Scenario, Runs) {
      let scenario = scenario(years: years, replications: replications)
      let runs = try Runs(
        Simulation(scenario),
        replications: replications,
        payslips: .everybody,
      )
      return (scenario, runs)
    }
  }

  @Test(arguments: Scene.allCases)
  func `all payslips of a year, region, stage and item are what the table says`(
    scene: Scene
  ) throws {
    let (scenario, runs) = try scene.runs(replications: 2)
    let dimensions = scenario.dimensions
    let items = dimensions[.item].codes
    for replication in 0..<2 {
      // By year, group and item.
      var sums: [[Int]: Int] = [:]
      for slip in runs.payslips[replication] {
        for (item, amount) in slip.items.enumerated() {
          sums[[slip.fiscalYear, slip.group, item], default: 0] += amount
        }
      }
      for year in scenario.calendar.years {
        for group in 0..<dimensions.groupCount {
          let place = [
            "region": dimensions[.region].codes[group / dimensions.stageCount],
            "stage": dimensions[.stage].codes[group % dimensions.stageCount],
          ]
          for (item, code) in items.enumerated() where code != "reference" {
            let cost = runs.cost(
              place.merging(["item": code]) { $1 },
              in: year,
              replication: replication,
            )
            #expect(cost == sums[[year, group, item], default: 0], "\(year) \(place) \(code)")
          }
        }
      }
    }
  }

  @Test(arguments: [1, 4, 9], [1, 3, 9])
  func `whatever the months of steps and promotions, payslips add up to the table`(
    stepMonth: Int,
    promotionMonth: Int,
  ) throws {
    var small = SmallScenario.everythingPaid()
    small.set("pay.step_month", Double(stepMonth))
    small.set("pay.promotion_month", Double(promotionMonth))
    let runs = try small.paid()
    let items = small.dimensions[.item].codes
    for year in small.calendar.years {
      let slips = runs.payslips[0].filter { $0.fiscalYear == year }
      for (item, code) in items.enumerated() where code != "reference" {
        let sum = slips.reduce(0) { $0 + $1.items[item] }
        #expect(sum == runs.cost(["item": code], in: year), "\(year) \(code)")
      }
      #expect(slips.reduce(0) { $0 + $1.total } > 0)
    }
  }

  @Test(arguments: Scene.allCases)
  func `every item is paid to somebody, and what is only reckoned to nobody`(scene: Scene) throws {
    let (scenario, runs) = try scene.runs()
    // Teachers of counties have no school, and nobody retires early in the scenes with schools.
    let absent =
      scene == .counties ? ["reference", "standby_pay", "location"] : ["reference", "early_pay"]
    for (item, code) in scenario.dimensions[.item].codes.enumerated() {
      let sum = runs.payslips[0].reduce(0) { $0 + $1.items[item] }
      if absent.contains(code) {
        #expect(sum == 0, "\(code)")
      } else if code != "standby_pay" {
        #expect(sum > 0, "\(code)")
      }
    }
  }

  @Test(arguments: Scene.allCases)
  func `payers add up to items, and items to the summary`(scene: Scene) throws {
    let (scenario, runs) = try scene.runs()
    for year in scenario.calendar.years {
      let byPayer = scenario.dimensions[.payer].codes.map { runs.cost(["payer": $0], in: year) }
      let byRegion = scenario.dimensions[.region].codes.map { runs.cost(["region": $0], in: year) }
      let summary = Int((runs.summary("cost", year)[0] * 100).rounded())
      #expect(byPayer.reduce(0, +) == summary)
      #expect(byRegion.reduce(0, +) == summary)
      #expect(byPayer.allSatisfy { $0 > 0 })
      // Post pay is the province's.
      #expect(runs.cost(["item": "post_pay"], in: year) > 0)
      #expect(
        runs.cost(["item": "post_pay", "payer": "province"], in: year)
          == runs.cost(["item": "post_pay"], in: year)
      )
    }
  }

  @Test(arguments: Scene.allCases)
  func `heads and pay of groups add up to the whole`(
    scene: Scene
  ) throws {
    let (scenario, runs) = try scene.runs()
    for year in scenario.calendar.years {
      let heads = runs.values("teachers", ["measure": "headcount"], year)
      #expect(heads == runs.summary("headcount", year))
      let pay = scenario.dimensions[.region].codes.map {
        runs.average("pay", ["region": $0], in: year)
      }
      // Pay is what is neither an on-cost nor anything else.
      let items = ["pension", "grant", "health_check", "early_pay", "standby_pay"]
      let other = items.reduce(0) { $0 + runs.cost(["item": $1], in: year) }
      let expected = Double(runs.cost(in: year) - other) / 100
      #expect(abs(pay.reduce(0, +) - expected) < 1e-4)
      let teachers = runs.average("paid_teachers", in: year)
      #expect(abs(runs.summary("pay_per_head", year)[0] - expected / teachers) < 1e-6)
    }
  }

  @Test(arguments: Scene.allCases)
  func `nobody has two payslips for a month`(scene: Scene) throws {
    let slips = try scene.runs().1.payslips[0]
    let kinds = slips.map { [Int(truncatingIfNeeded: $0.teacher), $0.month.index] }
    #expect(Set(kinds).count == slips.count)
  }
}
