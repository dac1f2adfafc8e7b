// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The parts of a difference add up to it in every replication.
struct DriverTests {
  /// More leavers, dearer performance and a county that loses an exit reason to another name.
  private func comparison() async throws -> Comparison {
    let base = SmallScenario.everythingPaid(years: 4)
    var other = base
    other.set("exits.multiplier", 1.5)
    other.set("pay.performance.rate", 0.9)
    other.teachers.removeLast(3)
    return try Comparison(
      base: try await Simulation(base.scenario(replications: 6)).run(threads: 2),
      other: try await Simulation(other.scenario(replications: 6)).run(threads: 2),
    )
  }

  /// The largest distance between a total and the sum of its parts.
  private func distance(_ set: DriverSet) -> Double {
    set.total.differences.indices.flatMap { year in
      set.total.differences[year].indices.map { replication in
        let sum = set.drivers.reduce(0) { $0 + $1.differences[year][replication] }
        return abs(sum - set.total.differences[year][replication])
      }
    }.max() ?? .infinity
  }

  @Test func `parts add up: to the head, to the fen, to the precision of need`() async throws {
    let comparison = try await comparison()
    let sets = comparison.driverSets
    #expect(
      sets.map { "\($0.measure) by \($0.kind)" } == [
        "headcount by flow", "gap by part", "shortage by region", "shortage by subject",
        "cost by item", "cost by payer",
      ]
    )
    // Need is held in single precision by cell and in double precision as a whole.
    let limits = ["headcount": 0, "gap": 1e-9, "shortage": 1e-3, "cost": 0.005]
    for set in sets {
      #expect(distance(set) <= limits[set.measure] ?? 0, "\(set.measure) by \(set.kind)")
      #expect(set.drivers.contains { !$0.isIdle })
      #expect(set.total.differences.contains { $0.contains { $0 != 0 } })
    }
  }

  @Test func `the difference in all is that of the measure, its chances included`() async throws {
    let comparison = try await comparison()
    for set in comparison.driverSets {
      for (number, year) in comparison.years.enumerated() {
        #expect(set.total.difference(number) == comparison.difference(set.measure, year: year))
      }
    }
  }

  @Test func `an opening that is the same drives nothing in expected values either`() async throws {
    var base = SmallScenario.everythingPaid(years: 4)
    base.method = .expected
    var other = base
    other.set("exits.multiplier", 1.5)
    let comparison = try Comparison(
      base: try await Simulation(base.scenario(replications: 2)).run(threads: 2),
      other: try await Simulation(other.scenario(replications: 2)).run(threads: 2),
    )
    let flows = try #require(comparison.driverSets.first)
    #expect(flows.drivers[0].member.code == "opening")
    #expect(flows.drivers[0].isIdle)
    #expect(flows.drivers.contains { !$0.isIdle })
  }

  @Test func `the opening is the difference of the opening stocks`() async throws {
    let flows = try #require(try await comparison().driverSets.first)
    #expect(flows.drivers[0].member.code == "opening")
    #expect(flows.drivers[0].differences.allSatisfy { $0.allSatisfy { $0 == -3 } })
  }

  @Test func `those who leave lower the headcount, those who enter raise it`() async throws {
    let comparison = try await comparison()
    let flows = try #require(comparison.driverSets.first)
    let resigned = try #require(flows.drivers.first { $0.member.code == "resigned" })
    var sum = 0.0
    for (number, year) in comparison.years.enumerated() {
      sum += comparison.difference("resigned", year: year).statistic.mean
      #expect(abs(resigned.difference(number).statistic.mean + sum) < 1e-9)
    }
    #expect(sum > 0)
    #expect(!flows.drivers.map(\.member.code).contains("promoted"))
  }

  @Test func `parts come by size and can be put together`() async throws {
    let flows = try #require(try await comparison().driverSets.first)
    let means = flows.largest(3).map { abs($0.difference(3).statistic.mean) }
    #expect(means == means.sorted(by: >))
    let all = DriverSet.sum(flows.drivers, as: Member("all"))
    #expect(all.differences == flows.total.differences)
  }
}
