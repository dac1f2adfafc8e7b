// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// People neither appear nor vanish, and every table tells the same story.
struct ConservationTests {
  private static let leaving = [
    "retired", "early_retired", "resigned", "died", "contract_ended",
  ]

  /// Runs everything; a replication itself refuses a cell whose balance is broken.
  private func runs(_ method: ProjectionMethod) throws -> (small: SmallScenario, runs: Runs) {
    var small = SmallScenario.everythingOn(years: 6)
    small.method = method
    return (small, try small.run(replications: method == .expected ? 1 : 4))
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `every movement of the scenario happens`(method: ProjectionMethod) throws {
    let runs = try runs(method).runs
    let kinds =
      Self.leaving + [
        "recruited", "converted", "promoted", "early_retired_stock", "requalified", "in_training",
      ]
    for kind in kinds { #expect(runs.total(kind).contains { $0 > 0 }, "\(kind)") }
    #expect(runs.summary("available", 2030)[0] < runs.summary("fte", 2030)[0])
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `opening plus entries less leavers is closing in every region and stage`(
    method: ProjectionMethod
  ) throws {
    let (small, runs) = try runs(method)
    for (region, code) in ["hills", "town"].enumerated() {
      for (stage, stageCode) in ["primary", "junior"].enumerated() {
        let group = small.dimensions.group(region: region, stage: stage)
        let opening = small.teachers.count { small.dimensions.group(ofCell: Int($0.cell)) == group }
        let place = ["region": code, "stage": stageCode]
        func flow(_ kind: String, _ year: Int) -> [Double] {
          runs.values("flows", place.merging(["flow": kind]) { $1 }, year)
        }
        var balance = [Double](repeating: Double(opening), count: runs.records.count)
        for year in 2025...2030 {
          let headcount = runs.values(
            "teachers",
            place.merging(["measure": "headcount"]) { $1 },
            year,
          )
          for replication in balance.indices {
            balance[replication] += flow("recruited", year)[replication]
            for kind in Self.leaving { balance[replication] -= flow(kind, year)[replication] }
            #expect(abs(headcount[replication] - balance[replication]) < 1e-6)
          }
        }
      }
    }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `tables by title, age, subject and the summary add up to the same people`(
    method: ProjectionMethod
  ) throws {
    let runs = try runs(method).runs
    for year in 2025...2030 {
      let headcount = runs.summary("headcount", year)
      let tables = [
        runs.values("teachers", ["measure": "headcount"], year),
        runs.values("teachers_by_title", year: year),
        runs.values("teachers_by_age", year: year),
      ]
      for table in tables {
        for (sum, whole) in zip(table, headcount) { #expect(abs(sum - whole) < 1e-6) }
      }
      let pairs = [
        (
          runs.summary("recruited", year), runs.values("recruitment", ["measure": "hired"], year),
        ),
        (
          runs.summary("available", year), runs.values("shortage", ["measure": "available"], year),
        ),
        (runs.summary("need", year), runs.values("shortage", ["measure": "need"], year)),
        (runs.summary("posts", year), runs.values("posts", ["measure": "posts"], year)),
        (runs.summary("pupils", year), runs.values("pupils", year: year)),
      ]
      for (left, right) in pairs {
        for (left, right) in zip(left, right) { #expect(abs(left - right) < 1e-6) }
      }
    }
  }

  @Test func `gap is need less available, and shortage less surplus`() throws {
    let runs = try runs(.individuals).runs
    for year in 2025...2030 {
      let names = ["need", "available", "gap", "shortage", "surplus", "structural_shortage"]
      let found = names.map { runs.summary($0, year)[0] }
      #expect(abs(found[2] - (found[0] - found[1])) < 1e-9)
      #expect(abs(found[2] - (found[3] - found[4])) < 1e-9)
      #expect(found[5] >= 0 && found[5] <= found[3])
    }
  }

  @Test func `a shortage is structural where the region and stage has a surplus`() {
    // Gaps 3 and −5 in one stage, −4 and 1 in the other: both have a surplus as a whole.
    let dimensions = Dimensions([
      Dimension(.stage, [Member("a"), Member("b")]),
      Dimension(.subject, [Member("x"), Member("y")]),
    ])
    let gaps = Gaps(
      need: [10, 10, 10, 10],
      available: [7, 15, 14, 9],
      dimensions: dimensions,
    )
    #expect(gaps.shortage == 4)
    #expect(gaps.surplus == 9)
    #expect(gaps.structuralShortage == 4)
    let short = Gaps(need: [10, 10, 10, 10], available: [5, 12, 10, 10], dimensions: dimensions)
    #expect(short.structuralShortage == 0)
  }
}
