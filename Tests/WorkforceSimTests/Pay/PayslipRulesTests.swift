// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Payslips of whole populations against the rules, reckoned anew in whole fen.
struct PayslipRulesTests {
  /// What the items of `addEveryItem` are in September for a teacher in post.
  private struct Reckoner {
    let dimensions: Dimensions
    let network: SchoolNetwork?
    let population: Population
    let september: Month

    /// A product of whole numbers over a divisor, rounded half up.
    private func round(_ product: Int, over divisor: Int) -> Int {
      (2 * product + divisor) / (2 * divisor)
    }

    private func years(since month: CompactMonth) -> Int { max(0, september - month.month) / 12 }

    func items(of row: Int) -> [Int] {
      // Hundredths of a post: 100, 70 or 50.
      let share = Int((population.fullTimeShare[row] * 100).rounded())
      func part(_ fen: Int) -> Int { round(fen * share, over: 100) }
      let cell = Int(population.cell[row])
      let region = dimensions.region(ofCell: cell)
      let stage = dimensions.field(ofCell: cell).stage
      let grade = Int(population.postGrade[row])
      let isEstablished = population.contract[row] == 0
      let floor = [9, 9, 5, 5, 1, 1][grade]
      let step = max(Int(population.salaryStep[row]), floor)
      let post = isEstablished ? part(100_005 - 6_666 * grade) : 0
      let stepPay = isEstablished ? part(Int(PublishedPay.steps[min(step, 65) - 1]) * 100) : 0
      let uplift = round(post + stepPay, over: 10)
      let teaching = part(min(years(since: population.serviceStart[row]) / 5, 4) * 300)
      let reference = stage == 0 ? 173_335 : 191_805
      let factor = 100 + 15 * Int(population.title[row])
      let performance = round(round(reference * factor * share, over: 10_000) * 7, over: 10)
      let head = population.role[row] == 0 ? part(41_235) : 0
      let special = isEstablished ? 0 : part(320_505)
      let school = network == nil ? Population.noSchool : population.school[row]
      let place = school == Population.noSchool ? nil : network?.schools[Int(school)]
      let location = place.map { part(10_035 * ($0.location + 1)) } ?? 0
      let base = post + stepPay + performance + head
      let bounded = base == 0 ? 0 : min(max(base, 250_000 + 30_000 * region), 400_000)
      let pension = round(bounded * 16, over: 100)
      let ofSchools =
        network == nil
        ? []
        : [
          place?.isKeySchool == true ? part(55_555) : 0,
          part(min(years(since: population.schoolStart[row]), 10) * 1_111),
        ]
      return [
        post, stepPay, uplift, teaching, 0, performance, head, special, location, 0, 0, pension, 0,
        0,
      ] + ofSchools
    }
  }

  @Test(arguments: PayConservationTests.Scene.allCases)
  func `every payslip of the first month is what the rules say`(
    scene: PayConservationTests.Scene
  ) throws {
    let scenario = scene.scenario(years: 1)
    let simulation = try Simulation(scenario)
    var replication = Replication(simulation, number: 0, payslips: .everybody)
    let reckoner = Reckoner(
      dimensions: scenario.dimensions,
      network: simulation.network,
      population: replication.currentPopulation,
      september: scenario.calendar.openingMonth,
    )
    _ = try replication.run()
    var slips: [UInt64: [Int]] = [:]
    let earlyPay = scenario.dimensions[.item].codes.firstIndex(of: "early_pay") ?? 0
    for slip in replication.payslips
    where slip.month == scenario.calendar.openingMonth && slip.items[earlyPay] == 0 {
      slips[slip.teacher] = slip.items
    }
    #expect(slips.count > 150)
    for row in 0..<reckoner.population.count {
      let id = reckoner.population.id[row]
      guard let items = slips[id] else { continue }
      #expect(items == reckoner.items(of: row), "teacher \(id)")
    }
  }
}
