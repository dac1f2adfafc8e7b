// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Two runs side by side.
struct ComparisonTests {
  private static let replications = 6

  private func ensemble(
    years: Int = 4,
    replications: Int = replications,
    _ change: (inout SmallScenario) -> Void = { _ in },
  ) async throws -> Ensemble {
    var small = SmallScenario.everythingOn(years: years)
    change(&small)
    return try await Simulation(small.scenario(replications: replications)).run(threads: 2)
  }

  private func moreLeavers(_ small: inout SmallScenario) {
    small.set("exits.multiplier", 1.5)
  }

  @Test func `two runs of one scenario differ in nothing`() async throws {
    let comparison = try Comparison(base: try await ensemble(), other: try await ensemble())
    var rows = 0
    for layout in comparison.base.layout.tables {
      let table = try #require(comparison.table(layout.name))
      comparison.forEachRow(of: table) { row in
        rows += 1
        #expect(row.difference.statistic.numbers.allSatisfy { $0 == 0 })
        #expect(row.difference.chanceLess == 0.5)
      }
    }
    #expect(rows > 1_000)
    for set in comparison.driverSets { #expect(set.largest(0).isEmpty) }
  }

  @Test func `each figure is paired with that of the same keys and replication`() async throws {
    let base = try await ensemble()
    let other = try await ensemble(moreLeavers)
    let comparison = try Comparison(base: base, other: other)
    let table = try #require(comparison.table("flows"))
    let layout = try #require(base.layout["flows"])
    var seen = 0
    comparison.forEachRow(of: table) { row in
      let position = zip(row.members, layout.strides).reduce(0) { $0 + $1.0 * $1.1 }
      var figures: [[Double]] = [[], []]
      for (number, ensemble) in [base, other].enumerated() {
        ensemble.values(layout.offset + position, year: row.year - 2025, into: &figures[number])
      }
      let sum = zip(figures[1], figures[0]).reduce(0) { $0 + $1.0 - $1.1 }
      let mean = sum / Double(Self.replications)
      #expect(abs(row.difference.statistic.mean - mean) < 1e-9)
      #expect(abs(row.otherMean - row.baseMean - mean) < 1e-9)
      seen += mean == 0 ? 0 : 1
    }
    #expect(seen > 10)
  }

  @Test func `only the years in both are compared`() async throws {
    let long = try await ensemble()
    let short = try await ensemble(years: 2, moreLeavers)
    let comparison = try Comparison(base: short, other: long)
    #expect(comparison.years == 2025...2026)
    #expect(comparison.notes.contains(.fewerYears(2025...2026)))
    let long2 = try Comparison(base: long, other: long)
    #expect(long2.years == 2025...2028)
    #expect(!long2.notes.contains(.fewerYears(2025...2028)))
  }

  @Test func `runs that cannot be paired are refused with the reason`() async throws {
    let base = try await ensemble()
    let fewer = try await ensemble(replications: 2)
    #expect(throws: ComparisonError.differentReplications(base: 6, other: 2)) {
      try Comparison(base: base, other: fewer)
    }
    let later = try await ensemble {
      $0.calendar = SchoolCalendar(firstMonthOfYear: 9, firstYear: 2030, lastYear: 2031)
    }
    #expect(throws: ComparisonError.noCommonYear(base: 2025...2028, other: 2030...2031)) {
      try Comparison(base: base, other: later)
    }
    let months = #expect(throws: ComparisonError.self) {
      try Comparison.commonYears(
        SchoolCalendar(firstMonthOfYear: 9, firstYear: 2025, lastYear: 2026),
        SchoolCalendar(firstMonthOfYear: 1, firstYear: 2025, lastYear: 2026),
      )
    }
    #expect(months == .differentMonths(base: 9, other: 1))
  }

  @Test func `a region that only one run has counts nothing in the other`() async throws {
    let base = try await ensemble()
    let other = try await ensemble {
      $0.dimensions = $0.dimensions.with(
        Dimension(.region, [Member("town"), Member("valley")])
      )
    }
    let comparison = try Comparison(base: base, other: other)
    let table = try #require(comparison.table("posts"))
    #expect(table.keys[0].members.map(\.code) == ["hills", "town", "valley"])
    // Town is the second region of the base and the first of the other.
    let layout = try #require(base.layout["posts"])
    var found: [Int: ComparedRow] = [:]
    comparison.forEachRow(of: table) { row in
      if row.year == 2025, row.members[1...] == [0, 0] { found[row.members[0]] = row }
    }
    var classes: [Double] = []
    base.values(layout.offset + layout.strides[0], year: 0, into: &classes)
    let mean = classes.reduce(0, +) / Double(Self.replications)
    #expect(found[0]?.otherMean == 0 && found[2]?.baseMean == 0)
    #expect(abs((found[1]?.baseMean ?? 0) - mean) < 1e-9)
    #expect((found[0]?.baseMean ?? 0) > 0 && (found[2]?.otherMean ?? 0) > 0)
    #expect(
      comparison.notes.contains(.membersOnly(in: .base, key: "region", members: [Member("hills")]))
        && comparison.notes.contains(
          .membersOnly(in: .other, key: "region", members: [Member("valley")])
        )
    )
  }

  @Test func `what only one run models is not compared`() async throws {
    let paid = SmallScenario.everythingPaid(years: 4)
    var unpaid = paid
    unpaid.pay = nil
    let base = try await Simulation(unpaid.scenario(replications: 2)).run(threads: 2)
    let other = try await Simulation(paid.scenario(replications: 2)).run(threads: 2)
    let comparison = try Comparison(base: base, other: other)
    #expect(comparison.notes.contains(.sectionsOnly(in: .other, sections: ["pay"])))
    #expect(!comparison.isComparable("cost") && comparison.isComparable("headcount"))
    #expect(comparison.table("cost") == nil)
    #expect(!comparison.driverSets.contains { $0.measure == "cost" })
    #expect(comparison.difference("headcount", year: 2028).statistic.mean == 0)
  }

  @Test func `another seed is said`() async throws {
    let comparison = try Comparison(
      base: try await ensemble(),
      other: try await ensemble { $0.seed = 3 },
    )
    #expect(comparison.notes == [.differentSeeds])
  }
}
