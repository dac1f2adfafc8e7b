// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing
import WorkforceSim

/// Records are kept in blocks, and a run goes on from those that are there.
struct ReplicationArchiveTests {
  private let scenario = SmallScenario.everythingPaid(years: 2).scenario(replications: 6)

  @Test func `a run goes on from the replications that are kept`() async throws {
    let simulation = try Simulation(scenario)
    let whole = MemoryArchive()
    let expected = try await simulation.run(threads: 2, archive: whole).allFigures
    let part = MemoryArchive()
    let blockCount = simulation.blockCount
    for number in [0, 3, 4] {
      let blocks = try (0..<blockCount).map { try whole.block($0, count: 6)[number] }
      part.keep(blocks, ofReplication: number)
    }
    let told = Mutex<[Int]>([])
    let resumed = try await simulation.run(
      threads: 1,
      archive: part,
      progress: { finished in told.withLock { $0.append(finished) } },
    )
    #expect(told.withLock { $0 } == [4, 5, 6])
    #expect(resumed.allFigures == expected)
  }

  @Test func `neighbouring blocks come replication after replication in their order`() async throws
  {
    let archive = MemoryArchive()
    for number in 0..<3 {
      archive.keep((0..<5).map { [UInt8(10 * number + $0)] }, ofReplication: number)
    }
    var read: [[Int]] = []
    archive.read(blocks: 2..<4, count: 2) { read.append([$0, $1, Int($2[0])]) }
    #expect(read == [[0, 2, 2], [0, 3, 3], [1, 2, 12], [1, 3, 13]])
  }

  @Test func `a run of fewer replications uses the first ones`() async throws {
    let simulation = try Simulation(scenario)
    let archive = MemoryArchive()
    _ = try await simulation.run(threads: 2, archive: archive)
    let few = try Simulation(SmallScenario.everythingPaid(years: 2).scenario(replications: 2))
    let kept = try await few.run(
      threads: 1,
      archive: archive,
      progress: { _ in Issue.record("a replication that is kept was run again") },
    )
    #expect(try await kept.allFigures == few.run(threads: 1).allFigures)
  }

  @Test func `a run that is stopped keeps what is finished and says how much`() async throws {
    let simulation = try Simulation(scenario)
    let archive = MemoryArchive()
    let finished = Mutex(0)
    let interruption = await #expect(throws: RunInterrupted.self) {
      try await simulation.run(
        threads: 1,
        archive: archive,
        shouldStop: { finished.withLock { $0 } == 2 },
        progress: { count in finished.withLock { $0 = count } },
      )
    }
    #expect(interruption?.finished == 2)
    #expect(archive.keptReplications() == [0, 1])
  }

  @Test func `a failure to keep a record ends the run`() async throws {
    let simulation = try Simulation(scenario)
    await #expect(throws: FullArchive.Full.self) {
      try await simulation.run(threads: 2, archive: FullArchive())
    }
  }

  @Test func `a block that is cut short is noticed before results are published`() async throws {
    let simulation = try Simulation(scenario)
    let whole = MemoryArchive()
    let ensemble = try await simulation.run(threads: 1, archive: whole)
    #expect(throws: Never.self) { try ensemble.checkReading() }
    let blockCount = simulation.blockCount
    for number in 0..<6 {
      let blocks = try (0..<blockCount).map {
        Array(try whole.block($0, count: 6)[number].dropLast())
      }
      whole.keep(blocks, ofReplication: number)
    }
    let damaged = try await simulation.run(threads: 1, archive: whole)
    var figures: [Double] = []
    damaged.values(0, year: 0, into: &figures)
    #expect(figures.count == 6 && figures.allSatisfy(\.isNaN))
    #expect(throws: (any Error).self) { try damaged.checkReading() }
  }

  @Test func `a position is live where some year of some replication is not zero`() async throws {
    let simulation = try Simulation(scenario)
    let ensemble = try await simulation.run(threads: 1)
    var figures: [Double] = []
    for position in 0..<ensemble.layout.width {
      var isLive = false
      for year in 0..<scenario.calendar.yearCount {
        ensemble.values(position, year: year, into: &figures)
        isLive = isLive || figures.contains { $0 != 0 }
      }
      #expect(ensemble.isLive(position) == isLive)
    }
  }
}

/// An archive on which nothing fits.
private struct FullArchive: ReplicationArchive {
  struct Full: Error {}

  func keptReplications() -> [Int] { [] }
  func keep(_ blocks: [[UInt8]], ofReplication number: Int) throws { throw Full() }
  func read(blocks: Range<Int>, count: Int, _ body: (Int, Int, [UInt8]) throws -> Void) {}
}
