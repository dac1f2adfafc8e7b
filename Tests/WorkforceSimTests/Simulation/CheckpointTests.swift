// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing
import WorkforceSim

/// A replication that was cut off goes on where it stood.
struct CheckpointTests {
  /// Keeps the state of every year, and can cut a replication off or hand out one of the states.
  private final class EveryYear: CheckpointKeeper {
    struct CutOff: Error {}

    /// The states by year.
    let states = Mutex<[Int: [UInt8]]>([:])
    /// How many states were of no use.
    let refused = Atomic<Int>(0)
    private let given: [UInt8]?
    private let lastYear: Int?

    init(given: [UInt8]? = nil, cutOffAfter lastYear: Int? = nil) {
      self.given = given
      self.lastYear = lastYear
    }

    func state(ofReplication number: Int) -> [UInt8]? { given }
    func refuse(_ number: Int) { refused.add(1, ordering: .relaxed) }
    func isDue(_ number: Int) -> Bool { true }
    func discard(_ number: Int) {}

    func keep(_ state: [UInt8], after year: Int, ofReplication number: Int) throws {
      states.withLock { $0[year] = state }
      if year == lastYear { throw CutOff() }
    }
  }

  /// Scenarios with every phase on.
  static let scenarios: [String] = ["counties", "expected", "schools", "forked"]

  private func simulation(_ name: String) throws -> Simulation {
    switch name {
    case "schools":
      return try Simulation(SchoolScenario.everythingPaid(seed: 7, years: 5).scenario())
    case "expected":
      var small = SmallScenario.everythingOn(years: 4)
      small.method = .expected
      return try Simulation(small.scenario())
    case "forked":
      let base = SmallScenario.everythingPaid(years: 4)
      var whatIf = base
      whatIf.change("exits.multiplier") {
        $0.adjustments.append(ParameterAdjustment(from: nil, factor: 2))
      }
      return try Simulation(whatIf.scenario()).continuing(Simulation(base.scenario()), after: 2025)
    default:
      return try Simulation(SmallScenario.everythingPaid(years: 4).scenario())
    }
  }

  /// The content of every column of the population by its name, also of those that are added one day.
  private func columns(of replication: Replication) -> [String: String] {
    let children = Mirror(reflecting: replication.currentPopulation).children
    return Dictionary(uniqueKeysWithValues: children.map { ($0.label ?? "", "\($0.value)") })
  }

  @Test(arguments: scenarios)
  func `a replication that is cut off after any year ends with the same bits`(name: String) throws {
    let simulation = try simulation(name)
    var undisturbed = Replication(simulation, number: 1)
    let record = try undisturbed.run()
    for year in simulation.scenario.calendar.years.dropLast() {
      let first = EveryYear(cutOffAfter: year)
      var cutOff = Replication(simulation, number: 1)
      #expect(throws: EveryYear.CutOff.self) { try cutOff.run(keeping: first) }
      let state = try #require(first.states.withLock { $0[year] })
      let second = EveryYear(given: state)
      var resumed = Replication(simulation, number: 1)
      #expect(try resumed.run(keeping: second) == record, "after \(year)")
      #expect(columns(of: resumed) == columns(of: undisturbed), "after \(year)")
      #expect(second.refused.load(ordering: .relaxed) == 0)
      #expect(second.states.withLock { $0.keys.min() } ?? 9_999 > year)
    }
  }

  @Test func `a state that is cut off or of another scenario is refused, and nothing changes`()
    throws
  {
    let simulation = try simulation("counties")
    let record = try simulation.record(keeping: nil)
    let kept = EveryYear()
    _ = try simulation.record(keeping: kept)
    let state = try #require(kept.states.withLock { $0[2026] })
    let other = EveryYear()
    _ = try self.simulation("schools").record(keeping: other)
    let foreign = try #require(other.states.withLock { $0[2026] })
    let wrong: [[UInt8]] = [
      [], Array(state.prefix(7)), Array(state.prefix(state.count / 2)), Array(state.dropLast()),
      state + [0], foreign, [UInt8](repeating: 0xFF, count: 4_096),
    ]
    for bytes in wrong {
      let keeper = EveryYear(given: bytes)
      #expect(try simulation.record(keeping: keeper) == record, "\(bytes.count) bytes")
      #expect(keeper.refused.load(ordering: .relaxed) == 1)
    }
  }

  @Test func `a run asks for states and forgets those of finished replications`() async throws {
    let scenario = SmallScenario.everythingOn(years: 3).scenario(replications: 4)
    let simulation = try Simulation(scenario)
    let base = try await simulation.run(threads: 1).allFigures
    let keeper = EveryYear()
    #expect(try await simulation.run(threads: 2, checkpoints: keeper).allFigures == base)
    #expect(keeper.states.withLock { $0.keys.sorted() } == [2025, 2026])
  }
}

extension Simulation {
  /// The record of the first replication.
  fileprivate func record(keeping checkpoints: (any CheckpointKeeper)?) throws -> [Double] {
    var replication = Replication(self, number: 0)
    return try replication.run(keeping: checkpoints)
  }
}
