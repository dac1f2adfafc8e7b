// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The same scenario, seed and replication give the same bits.
struct DeterminismTests {
  /// All figures of an ensemble.
  private func figures(_ scenario: Scenario, threads: Int) async throws -> [Double] {
    try await Simulation(scenario).run(threads: threads).allFigures
  }

  @Test func `one, two and four threads give identical ensembles`() async throws {
    let scenario = SmallScenario.everythingOn(years: 3).scenario(replications: 6)
    let one = try await figures(scenario, threads: 1)
    #expect(try await figures(scenario, threads: 2) == one)
    #expect(try await figures(scenario, threads: 4) == one)
  }

  @Test func `another seed, and another replication, give other figures`() throws {
    var small = SmallScenario.everythingOn(years: 3)
    let base = try small.run(replications: 4)
    #expect(Set(base.records).count == 4)
    small.seed += 1
    #expect(try small.run(replications: 4).records != base.records)
  }

  @Test func `the expected projection knows no seed`() throws {
    var small = SmallScenario.everythingOn(years: 3)
    small.method = .expected
    let base = try small.run()
    small.seed += 1
    #expect(try small.run().records == base.records)
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `the order of the roster changes no bit`(method: ProjectionMethod) throws {
    var small = SmallScenario.everythingOn(years: 4)
    small.method = method
    let base = try small.run(replications: 2)
    small.teachers.reverse()
    #expect(try small.run(replications: 2).records == base.records)
    small.teachers.sort { ($0.birth.months, $0.id) < ($1.birth.months, $1.id) }
    #expect(try small.run(replications: 2).records == base.records)
  }

  @Test func `years that follow change none that went before`() throws {
    let short = try SmallScenario.everythingOn(years: 2).run()
    let long = try SmallScenario.everythingOn(years: 4).run()
    #expect(Array(long.records[0].prefix(short.records[0].count)) == short.records[0])
  }

  /// The names of all parameters that the scenario reads.
  static let names = SmallScenario.everythingOn().parameters.parameters.map(\.name)

  @Test(arguments: names)
  func `a lever at its own value changes no bit`(name: String) throws {
    let base = try Self.base.get()
    var small = SmallScenario.everythingOn(years: 2)
    small.change(name) { parameter in
      let september = Month(year: 2025, month: 9)
      parameter.adjustments.append(ParameterAdjustment(from: nil, factor: 1))
      parameter.adjustments.append(ParameterAdjustment(from: september, factor: 1))
      // A later value of births says that they are known up to then, so it does change something.
      if name != "enrolment.births" {
        let last = parameter.dated[parameter.dated.count - 1]
        parameter.dated.append(DatedValues(from: september, leaves: last.leaves))
      }
    }
    #expect(try small.run().records == base.records)
  }

  private static let base = Result { try SmallScenario.everythingOn(years: 2).run() }

  /// Levers, each with a factor that does something.
  static let levers: [(name: String, factor: Double)] = [
    ("exits.multiplier", 3), ("recruitment.multiplier", 0.5), ("early_retirement.take_up", 5),
    ("enrolment.births", 0.8), ("titles.application_probability", 0.5),
    ("leave.sickness.probability", 4), ("retirement.maximum_delay", 0),
    ("contracts.retention", 0), ("posts.pupils_per_staff", 0.7), ("need.class_size", 1.3),
    ("participation.employed_share", 0.9), ("recruitment.funded.intake", 2),
  ]

  @Test(arguments: levers)
  func `a lever that is moved does something`(name: String, factor: Double) throws {
    let base = try Self.base.get()
    var small = SmallScenario.everythingOn(years: 2)
    small.change(name) { $0.adjustments.append(ParameterAdjustment(from: nil, factor: factor)) }
    #expect(try small.run().records != base.records)
  }
}
