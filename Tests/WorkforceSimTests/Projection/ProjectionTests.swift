// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Results as statistics over replications.
struct ProjectionTests {
  /// Two subjects that need 60 and 30 teachers; each of 50 teachers leaves with probability 0.2.
  private func projection(
    replications: Int,
    targets: [Target] = [],
  ) async throws -> Projection {
    let subjects = Dimension(.subject, ["x", "y", "z"].map { Member($0) })
    var small = SmallScenario(years: 2, dimensions: Dimensions([subjects]))
    small.add(50, age: 40, cell: 0)
    small.add(50, age: 40, cell: 1)
    small.need = [.table]
    small.set("need.table", by: [.subject], 60, 30, 0)
    small.hasExits = true
    small.set("exits.all.probability", 0.2)
    var scenario = small.scenario(replications: replications)
    scenario.targets = targets
    return Projection(try await Simulation(scenario).run(threads: 2))
  }

  @Test func `a summary is the figure of each replication`() async throws {
    let projection = try await projection(replications: 5)
    let headcount = try #require(projection.summary("headcount", year: 2025))
    let left = try #require(projection.summary("all", year: 2025))
    #expect(zip(headcount, left).allSatisfy { $0 + $1 == 100 })
    #expect(projection.statistic("headcount", year: 2025)?.mean == mean(headcount))
    #expect(projection.summary("headcount", year: 2027) == nil)
    #expect(projection.summary("no such measure", year: 2025) == nil)
  }

  @Test func `the shortage table has the rates and the chance of each cell`() async throws {
    let projection = try await projection(replications: 40)
    var found: [String: Statistic] = [:]
    projection.forEachShortageRow { row in
      if row.year == 2025 { found["\(row.subject) \(row.measure)"] = row.statistic }
    }
    // Nothing is needed or available in z: two cells of ten measures.
    #expect(found.count == 20)
    // Fewer than 50 for 60; at least 31 of 50 stay with a probability above 0.998.
    let available = try #require(found["0 available"])
    #expect(found["0 chance_of_shortage"]?.mean == 1)
    #expect(found["1 chance_of_shortage"]?.mean == 0)
    let rate = try #require(found["0 shortage_rate"])
    #expect(abs(rate.mean - (60 - available.mean) / 60) < 1e-6)
    #expect(found["0 surplus_rate"]?.mean == 0)
    #expect(found["0 specialists"] == available)
    #expect(found["1 specialists"]?.mean == 30)
    let covered = try #require(found["0 covered_out_of_field"]).mean
    let uncovered = try #require(found["0 uncovered"]).mean
    #expect(abs(available.mean + covered + uncovered - 60) < 1e-4)
    #expect(found["0 covered_by_second_subject"]?.mean == 0)
    let surplus = try #require(found["1 surplus_rate"])
    #expect(abs(surplus.mean - ((found["1 available"]?.mean ?? 0) - 30) / 30) < 1e-6)
  }

  @Test func `rows in which nothing happens are left out`() async throws {
    let projection = try await projection(replications: 2)
    var subjects: Set<Int> = []
    let table = projection.ensemble.layout.required("teachers")
    projection.forEachRow(of: table) { subjects.insert($0.members[2]) }
    #expect(subjects == [0, 1])
  }

  private func target(_ over: TargetYears, published: Double, last: Int = 2026) -> Target {
    Target(
      name: "leavers",
      label: LocalizedText("leavers"),
      published: published,
      unit: "persons",
      kind: .check,
      table: "flows",
      keys: ["flow": ["all"]],
      years: 2025...last,
      overYears: over,
      tolerance: 0.25,
    )
  }

  @Test func `targets add up, average or take the last of their years`() async throws {
    let targets = [
      target(.sum, published: 36), target(.mean, published: 36), target(.last, published: 16),
      target(.sum, published: 36, last: 2030),
    ]
    let projection = try await projection(replications: 30, targets: targets)
    let left = try (2025...2026).map { try #require(projection.statistic("all", year: $0)).mean }
    let results = projection.targetResults
    // The years of the last target are not all simulated.
    #expect(results.count == 3)
    let expected = [left[0] + left[1], (left[0] + left[1]) / 2, left[1]]
    for (result, expected) in zip(results, expected) {
      #expect(abs(result.statistic.mean - expected) < 1e-6)
      #expect(abs(result.relativeError - (expected / result.target.published - 1)) < 1e-6)
    }
    #expect(results.map(\.isMet) == [true, false, true])
    #expect(results[0].isInBand && !results[1].isInBand)
  }
}
