// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What holds of every placement, on scenarios that are drawn.
struct PlacementInvariantTests {
  /// What is asked of a year before and after its placement.
  private struct Year {
    let before: SchoolBench
    let after: SchoolBench
    let number: Int
    let rules: PlacementRules
    let coverage: [Bool]

    /// Those whose schools placement cannot change follow the pupils of a closed school.
    var withFollowers: Population {
      var population = before.population
      var flows = before.flows
      var staff = before.staff(in: number)
      let isEstablished = before.scenario.dimensions.contractIsEstablished
      ClosedSchools(before.state, in: before.year(number))
        .moveStaff(&staff, of: &population, flows: &flows) { population, row in
          !population.isInWorkforce(row) || !isEstablished[Int(population.contract[row])]
            || !coverage[Int(population.school[row])]
        }
      return population
    }
  }

  /// Runs the years of a drawn scenario step by step.
  private func years(seed: UInt64) throws -> [Year] {
    var bench = try SchoolBench(.everythingOn(seed: seed))
    let rules = try #require(bench.scenario.rules.placement)
    return bench.scenario.calendar.years.map { number in
      bench.changeSchools(number)
      let before = bench
      let coverage = PlacementGround.coverage(
        rules,
        bench.state.network,
        in: bench.year(number),
      )
      bench.place(number)
      let year = Year(
        before: before,
        after: bench,
        number: number,
        rules: rules,
        coverage: coverage,
      )
      bench.population.removeThoseWhoLeft()
      return year
    }
  }

  @Test(arguments: 1...10)
  func `no post is newly filled above capacity`(seed: UInt64) throws {
    for year in try years(seed: seed) {
      let network = year.before.state.network
      let occupancy = PostOccupancy(year.after.state)
      let before = year.before.slotStaff(year.withFollowers)
      let after = year.after.slotStaff(year.after.population)
      let units = zip(year.before.byUnit(before), year.after.byUnit(after))
      for (unit, staff) in units.enumerated() {
        // A post of the reserve travels with its teacher, even to a school that is overfull.
        let reserve = year.after.state.unitPosts[unit] - year.before.state.unitPosts[unit]
        #expect(staff.1 <= max(staff.0, year.before.state.unitPosts[unit]) + reserve)
      }
      // A converted post and one of the reserve come on top of those of the subject.
      let counts = year.after.counts
      for slot in after.indices {
        let group = network.unitGroup[network.slotUnit[slot]]
        guard counts[group].postConversions + counts[group].reservePostsUsed == 0 else { continue }
        #expect(after[slot] <= max(before[slot], occupancy.slotCapacity[slot]))
      }
      #expect(year.after.state.unitPosts.reduce(0, +) <= 240)
    }
  }

  @Test(arguments: 1...10)
  func `every teacher has one place: a school that teaches the stage, standby, or out`(
    seed: UInt64
  ) throws {
    for year in try years(seed: seed) {
      let population = year.after.population
      let state = year.after.state
      #expect(population.id == year.before.population.id)
      for row in 0..<population.count where !population.hasLeft[row] {
        let school = population.school[row]
        let isWaiting = population.standbySince[row] != .future
        #expect(isWaiting == (school == Population.noSchool))
        guard school != Population.noSchool else { continue }
        let dimensions = year.after.scenario.dimensions
        let cell = Int(population.cell[row])
        #expect(state.isOpen[Int(school)])
        #expect(state.network.schools[Int(school)].region == dimensions.region(ofCell: cell))
        let stage = dimensions.field(ofCell: cell).stage
        #expect(state.network.unit(school: Int(school), stage: stage) != nil)
      }
      let counts = year.after.counts
      let left = (0..<population.count).count { population.hasLeft[$0] }
      #expect(counts.total(\.standbyEnded) == left)
      let waiting = (0..<population.count).count {
        !population.hasLeft[$0] && population.school[$0] == Population.noSchool
      }
      #expect(counts.total(\.standby) == waiting)
      // Cells change by second subjects alone, and balance.
      let flows = year.after.flows
      let difference = zip(year.after.headcount, year.before.headcount).map { $0 - $1 }
      #expect(difference == zip(flows.exchanged, flows.left).map { $0 - $1 })
    }
  }

  @Test(arguments: 1...10)
  func `no pair of teacher and post blocks, and the rounds add up`(seed: UInt64) throws {
    for year in try years(seed: seed) {
      for counts in year.after.counts {
        #expect(counts.blockingPairs == 0)
        #expect(counts.placedInSchool <= counts.competing)
        #expect(counts.competing <= counts.covered)
        #expect(counts.rotated <= counts.dueToRotate)
        #expect(counts.rotatedBackbone <= counts.rotated)
        #expect(counts.preferenceRanks >= counts.placedCrossSchool)
        let reserveOrConverted = counts.reservePostsUsed + counts.postConversions
        #expect(reserveOrConverted <= counts.countyAssigned)
      }
    }
  }

  @Test(arguments: 1...10)
  func `teachers outside county management stay or follow their pupils`(seed: UInt64) throws {
    for year in try years(seed: seed) {
      let expected = year.withFollowers
      let isEstablished = year.before.scenario.dimensions.contractIsEstablished
      for row in 0..<expected.count where expected.school[row] != Population.noSchool {
        let first = Int(year.before.population.school[row])
        let school = Int(expected.school[row])
        let isOutside =
          !isEstablished[Int(expected.contract[row])]
          || (!year.coverage[first] && !year.coverage[school])
        #expect(!isOutside || year.after.population.school[row] == expected.school[row])
      }
    }
  }

  @Test(arguments: 1...3)
  func `whole runs conserve people in every cell and year`(seed: UInt64) throws {
    // A replication itself refuses a cell whose balance is broken.
    let runs = try SchoolScenario.everythingOn(seed: seed).run(replications: 2)
    for year in 2025...2029 {
      let headcount = runs.summary("headcount", year)
      let schools = runs.values("schools", ["measure": "teachers"], year)
      let standby = runs.summary("standby", year)
      for replication in 0..<2 {
        #expect(headcount[replication] == schools[replication] + standby[replication])
      }
      #expect(runs.values("placement", ["measure": "blocking_pairs"], year) == [0, 0])
    }
    #expect(runs.total("moved").allSatisfy { $0 > 10 })
    #expect(runs.total("hired").allSatisfy { $0 > 0 })
  }
}
