// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// Reads the figures of all replications from an archive, block by block.
///
/// The blocks read last stay in memory, up to about 64 MB. Each has room for the longest block, so
/// that the next one takes the room of the one it replaces: room that is given back lies scattered,
/// and a program that asks for other room all the time grows by several times what it uses.
final class ArchivedFigures: Sendable {
  /// A block of all replications: figure after figure, each of all replications.
  private struct Block {
    let figures: [Double]
    var lastUse: Int
  }

  private struct State {
    /// The blocks in memory by their numbers.
    var blocks: [Int: Block] = [:]
    /// The figures of the block that was read last, which the next figure mostly is in, too.
    var recent: (number: Int, figures: [Double])?
    /// Room of blocks that are no longer in memory, for the next ones.
    var spare: [[Double]] = []
    var clock = 0
    var live: [UInt8]?
    var failure: (any Error)?
  }

  /// The figures that stay in memory, about.
  private static let longest = 8 << 20

  /// The figures of the longest block.
  private var room: Int { RecordBlocks.longest * replications }

  /// The blocks that stay in memory.
  private var blocksInMemory: Int { max(2, Self.longest / room) }

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
    let range = (position - first) * replications..<(position - first + 1) * replications
    // A block is read outside the lock, so that tables that are written at the same time do not wait.
    guard !copy(range, ofBlock: number, into: &values) else { return }
    let wanted = blocksToRead(from: number)
    let read = figures(ofBlocks: wanted)
    values += read[0][range]
    state.withLock { state in
      for (block, figures) in zip(wanted, read) { keep(figures, number: block, in: &state) }
    }
  }

  /// A block that is wanted, and those after it that will be wanted next and are not in memory.
  ///
  /// Neighbouring blocks of a replication lie close together, so that reading some at a time saves
  /// most of the way. They are few enough to leave room for those that another table reads.
  private func blocksToRead(from number: Int) -> Range<Int> {
    let blocks = division.blocks(from: number, most: max(1, blocksInMemory / 2 - 1))
    return state.withLock { state in
      let known = blocks.dropFirst().first { state.blocks[$0] != nil }
      return number..<(known ?? blocks.upperBound)
    }
  }

  /// Copies figures of a block that is in memory.
  ///
  /// - Returns: Whether the block is in memory.
  private func copy(_ range: Range<Int>, ofBlock number: Int, into values: inout [Double]) -> Bool {
    state.withLock { state in
      if let recent = state.recent, recent.number == number {
        values += recent.figures[range]
        return true
      }
      state.clock += 1
      guard let block = state.blocks[number] else { return false }
      state.blocks[number]?.lastUse = state.clock
      state.recent = (number, block.figures)
      values += block.figures[range]
      return true
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

  /// Keeps a block, instead of the one that was not used for longest where there is no room.
  private func keep(_ figures: [Double], number: Int, in state: inout State) {
    let oldest = state.blocks.min { $0.value.lastUse < $1.value.lastUse }
    if state.blocks.count >= blocksInMemory, let oldest, state.blocks[number] == nil {
      if state.recent?.number == oldest.key { state.recent = nil }
      state.blocks[oldest.key] = nil
      state.spare.append(oldest.value.figures)
    }
    state.blocks[number] = Block(figures: figures, lastUse: state.clock)
  }

  /// Reads blocks of all replications and puts figure after figure.
  private func figures(ofBlocks blocks: Range<Int>) -> [[Double]] {
    var figures = blocks.map(emptyFigures)
    do {
      try archive.read(blocks: blocks, count: replications) { replication, block, bytes in
        let isWhole = division.read(
          bytes,
          block: block,
          into: &figures[block - blocks.lowerBound],
          from: replication,
          by: replications,
        )
        guard isWhole else { throw DamagedBlock() }
      }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
    return figures
  }

  /// Room for the figures of a block, none of which is known yet.
  private func emptyFigures(ofBlock number: Int) -> [Double] {
    let length = division.parts[(number - 1) % division.parts.count].positions.count
    var figures = state.withLock { $0.spare.popLast() } ?? []
    figures.removeAll(keepingCapacity: true)
    figures.reserveCapacity(room)
    figures.append(contentsOf: repeatElement(.nan, count: length * replications))
    return figures
  }

  private func readLive(_ state: inout State) -> [UInt8] {
    var live = [UInt8](repeating: 0, count: division.liveLength)
    do {
      let block = RecordBlocks.live..<RecordBlocks.live + 1
      try archive.read(blocks: block, count: replications) { _, _, bytes in
        guard bytes.count == live.count else {
          throw DamagedBlock()
        }
        for place in live.indices { live[place] |= bytes[place] }
      }
    } catch {
      state.failure = state.failure ?? error
    }
    return live
  }
}
