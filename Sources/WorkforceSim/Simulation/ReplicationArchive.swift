// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// Keeps the records of finished replications.
///
/// A record is a list of blocks of bytes, the same number for every replication of a run; see
/// `RecordBlocks`. An archive need not understand them.
public protocol ReplicationArchive: Sendable {
  /// The numbers of the replications that are kept, ascending.
  ///
  /// - Returns: The numbers.
  /// - Throws: Why the archive cannot be read.
  func keptReplications() throws -> [Int]

  /// Keeps a finished replication, whole or not at all. May be called on several threads at once.
  ///
  /// - Parameters:
  ///   - blocks: The blocks of its record.
  ///   - number: The number of the replication.
  /// - Throws: Why the replication cannot be kept.
  func keep(_ blocks: [[UInt8]], ofReplication number: Int) throws

  /// Reads neighbouring blocks of the first replications, one replication after another.
  ///
  /// - Parameters:
  ///   - blocks: The numbers of the blocks, one at least.
  ///   - count: The number of replications, all of which are kept.
  ///   - body: Receives the number of each replication, from 0, and for each the number and the bytes
  ///     of its blocks in their order.
  /// - Throws: Why the archive cannot be read, or what the closure throws.
  func read(
    blocks: Range<Int>,
    count: Int,
    _ body: (_ replication: Int, _ block: Int, _ bytes: [UInt8]) throws -> Void,
  ) throws
}

/// A block that is not as long as it must be; archives say which one it was when they are read.
package struct DamagedBlock: Error {}

extension ReplicationArchive {
  /// One block of the first replications.
  ///
  /// - Parameters:
  ///   - block: The number of the block.
  ///   - count: The number of replications, all of which are kept.
  /// - Returns: The block of replication 0, of replication 1, and so on.
  /// - Throws: Why the archive cannot be read.
  package func block(_ block: Int, count: Int) throws -> [[UInt8]] {
    var blocks: [[UInt8]] = []
    try read(blocks: block..<block + 1, count: count) { blocks.append($2) }
    return blocks
  }
}

/// An archive in memory, which is gone when the program ends.
public final class MemoryArchive: ReplicationArchive {
  private let records = Mutex<[Int: [[UInt8]]]>([:])

  /// Creates an empty archive.
  public init() {}

  /// The numbers of the replications that are kept, ascending.
  public func keptReplications() -> [Int] { records.withLock { $0.keys.sorted() } }

  /// Keeps a finished replication.
  public func keep(_ blocks: [[UInt8]], ofReplication number: Int) {
    records.withLock { $0[number] = blocks }
  }

  /// Reads neighbouring blocks of the first replications, one replication after another.
  public func read(
    blocks: Range<Int>,
    count: Int,
    _ body: (_ replication: Int, _ block: Int, _ bytes: [UInt8]) throws -> Void,
  ) rethrows {
    for number in 0..<count {
      guard let record = records.withLock({ $0[number] }) else {
        preconditionFailure("replication \(number) is not in the archive")
      }
      for block in blocks { try body(number, block, record[block]) }
    }
  }
}
