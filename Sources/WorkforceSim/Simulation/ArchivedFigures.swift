// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// Reads the figures of all replications from an archive, block by block.
///
/// The blocks read last stay in memory, up to about 64 MB.
final class ArchivedFigures: Sendable {
  /// A record in an archive that is not as long as it must be.
  struct DamagedBlock: Error, CustomStringConvertible {
    let block: Int
    let replication: Int

    var description: String {
      "block \(block) of replication \(replication) does not have the length that it must have"
    }
  }

  /// A block of all replications: figure after figure, each of all replications.
  private struct Block {
    var number = -1
    var figures: [Double] = []
    var lastUse = 0
  }

  private struct State {
    var blocks: [Block] = []
    var clock = 0
    var live: [UInt8]?
    var failure: (any Error)?
  }

  /// The figures that stay in memory.
  private static let longest = 8 << 20

  private let archive: any ReplicationArchive
  private let division: RecordBlocks
  private let replications: Int
  private let state = Mutex(State())

  init(_ simulation: Simulation, archive: any ReplicationArchive, replications: Int) {
    self.archive = archive
    self.division = RecordBlocks(
      simulation.layout,
      years: simulation.scenario.calendar.yearCount,
    )
    self.replications = replications
  }

  func read(_ position: Int, year: Int, into values: inout [Double]) {
    let (number, first) = division.block(of: position, year: year)
    values.removeAll(keepingCapacity: true)
    state.withLock { state in
      let place = place(of: number, in: &state)
      let start = (position - first) * replications
      values += state.blocks[place].figures[start..<(start + replications)]
    }
  }

  func isLive(_ position: Int) -> Bool {
    state.withLock { state in
      if state.live == nil { state.live = readLive(&state) }
      return (state.live?[position / 8] ?? 0) >> UInt8(position % 8) & 1 == 1
    }
  }

  func checkReading() throws {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// The place of a block in memory, where it is read to if it is not there.
  private func place(of number: Int, in state: inout State) -> Int {
    state.clock += 1
    if let place = state.blocks.firstIndex(where: { $0.number == number }) {
      state.blocks[place].lastUse = state.clock
      return place
    }
    let place = freePlace(in: &state)
    state.blocks[place].number = number
    state.blocks[place].lastUse = state.clock
    fill(&state.blocks[place], failure: &state.failure)
    return place
  }

  /// A new place while there is room, else that of the block that was not used for longest.
  private func freePlace(in state: inout State) -> Int {
    let held = state.blocks.reduce(0) { $0 + $1.figures.count }
    let oldest = state.blocks.indices.min {
      state.blocks[$0].lastUse < state.blocks[$1].lastUse
    }
    if held >= Self.longest, let oldest { return oldest }
    state.blocks.append(Block())
    return state.blocks.count - 1
  }

  /// Reads a block of all replications and puts figure after figure.
  private func fill(_ block: inout Block, failure: inout (any Error)?) {
    let length = division.parts[(block.number - 1) % division.parts.count].positions.count
    block.figures.removeAll(keepingCapacity: true)
    block.figures += repeatElement(.nan, count: length * replications)
    do {
      let records = try archive.block(block.number, count: replications)
      for (replication, bytes) in records.enumerated() {
        let isWhole = division.read(bytes, block: block.number) { place, figure in
          block.figures[place * replications + replication] = figure
        }
        guard isWhole else {
          throw DamagedBlock(block: block.number, replication: replication)
        }
      }
    } catch {
      failure = failure ?? error
    }
  }

  private func readLive(_ state: inout State) -> [UInt8] {
    var live = [UInt8](repeating: 0, count: division.liveLength)
    do {
      let records = try archive.block(RecordBlocks.live, count: replications)
      for (replication, bytes) in records.enumerated() {
        guard bytes.count == live.count else {
          throw DamagedBlock(block: RecordBlocks.live, replication: replication)
        }
        for place in live.indices { live[place] |= bytes[place] }
      }
    } catch {
      state.failure = state.failure ?? error
    }
    return live
  }
}
