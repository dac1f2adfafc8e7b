// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Whole runs with schools: same bytes on all machines, and nothing happens where nothing is to do.
struct PlacementRunTests {
  private func figures(_ built: SchoolScenario, threads: Int) async throws -> [Double] {
    let simulation = try Simulation(built.scenario(replications: 5))
    return try await simulation.run(threads: threads).allFigures
  }

  @Test func `one, two and four threads give identical ensembles`() async throws {
    let built = SchoolScenario.everythingOn(seed: 11, years: 3)
    let one = try await figures(built, threads: 1)
    #expect(try await figures(built, threads: 2) == one)
    #expect(try await figures(built, threads: 4) == one)
  }

  @Test(arguments: 21...23)
  func `the order of the roster and of the list changes no bit`(seed: UInt64) throws {
    var built = SchoolScenario.everythingOn(seed: seed)
    let base = try built.run(replications: 2)
    #expect(base.records[0] != base.records[1])
    built.listed.reverse()
    built.small.teachers.reverse()
    #expect(try built.run(replications: 2).records == base.records)
    built.listed.sort { $0.places < $1.places }
    built.small.teachers.sort { ($0.birth.months, $0.id) < ($1.birth.months, $1.id) }
    #expect(try built.run(replications: 2).records == base.records)
  }

  /// A scenario in which placement is on and has nothing to do.
  private func idle() -> SchoolScenario {
    var built = SchoolScenario.everythingOn(seed: 31)
    built.listed = built.listed.map { school in
      School(
        code: school.code,
        region: school.region,
        location: school.location,
        stages: school.stages,
        places: school.places,
      )
    }
    built.small.set("schools.merger_limit", 0)
    built.small.set("placement.application", 0)
    built.small.set("rotation.duty_share", 0)
    built.small.set("rotation.volunteers", 0)
    built.small.set("placement.reserve_share", 0)
    built.beginTerm()
    return built
  }

  @Test func `placement with nothing to do leaves the teachers as they are without it`() throws {
    var built = idle()
    let with = try built.run(replications: 2)
    built.hasPlacement = false
    built.hasRotation = false
    let without = try built.run(replications: 2)
    for name in ["teachers", "teachers_by_title", "teachers_by_age", "flows", "posts", "pupils"] {
      let table = with.layout.required(name)
      let count = table.rows?.count ?? table.count
      for year in 0..<5 {
        let start = year * with.layout.width + table.offset
        for (left, right) in zip(with.records, without.records) {
          #expect(left[start..<(start + count)] == right[start..<(start + count)], "\(name)")
        }
      }
    }
    #expect(with.total("moved") == [0, 0])
    #expect(with.total("hired").allSatisfy { $0 > 0 })
  }

  @Test(arguments: [false, true])
  func `who teaches another stage at another school has joined it and moved`(
    hasPlacement: Bool
  ) throws {
    var built = SchoolScenario(
      years: 2,
      School(code: "junior", region: 0, location: 0, stages: [1]),
      School(code: "primary", region: 0, location: 0, stages: [0]),
    )
    built.hasPlacement = hasPlacement
    built.beginTerm()
    built.add(4, to: 0, cell: 3)
    built.small.set("need.table", by: [.stage, .subject], 3, 0, 0, 1, 0, 0)
    built.small.hasRequalification = true
    built.small.set("requalification.route", by: [.stage, .nextStage]) { $0 == [1, 0] ? 1 : 0 }
    built.small.set("requalification.surplus_share", 1)
    built.small.set("requalification.training_months", 0)
    built.small.set("requalification.quota", 1)
    let runs = try built.run()
    func figure(_ school: String, _ measure: String, _ year: Int) -> Double {
      runs.values("schools", ["school": school, "measure": measure], year)[0]
    }
    for year in 2025...2026 {
      let started = Double(year - 2024)
      #expect(figure("primary", "teachers", year) == started)
      #expect(figure("primary", "joined", year) == 1)
      #expect(figure("junior", "left", year) == 1)
      #expect(figure("junior", "joined", year) == 0)
      #expect(runs.summary("moved", year) == [1])
    }
  }

  @Test func `years that follow change none that went before`() throws {
    let short = try SchoolScenario.everythingOn(seed: 41, years: 2).run()
    let long = try SchoolScenario.everythingOn(seed: 41, years: 4).run()
    let width = short.layout.width
    #expect(Array(long.records[0].prefix(2 * width)) == short.records[0])
  }

  /// Levers of schools and placement, each with a value that does something.
  static let levers: [(name: String, value: Double)] = [
    ("placement.application", 0.9), ("placement.coverage", 0), ("placement.merit_score", 0.1),
    ("placement.upward_limit", 1), ("placement.refusal", 1), ("placement.own_school_utility", 5),
    ("placement.standby_months", 24), ("rotation.duty_share", 0.5), ("rotation.volunteers", 1),
    ("rotation.eligible_years", 1), ("schools.merger_limit", 0), ("schools.extension_gain", 2),
  ]

  @Test(arguments: levers)
  func `a lever that is moved does something`(name: String, value: Double) throws {
    var built = SchoolScenario.everythingOn(seed: 51, years: 3)
    let base = try built.run().records
    built.small.set(name, value)
    #expect(try built.run().records != base)
  }
}
