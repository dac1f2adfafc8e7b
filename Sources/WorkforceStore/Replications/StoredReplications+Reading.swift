// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import GRDB
internal import WorkforceSim

extension StoredReplications {
  /// Reads neighbouring blocks of the replications 0..<count, in their order.
  ///
  /// Each block is compared with its checksum, so that nothing but what was kept is handed on.
  ///
  /// - Parameters:
  ///   - blocks: The numbers of the blocks.
  ///   - count: The number of replications.
  ///   - body: Receives the number of each replication, and for each the number and the bytes of its
  ///     blocks.
  /// - Throws: `StoreError` if one is missing or damaged, or the store cannot be read, or what the
  ///   closure throws.
  package func read(
    blocks: Range<Int>,
    count: Int,
    _ body: (_ replication: Int, _ block: Int, _ bytes: [UInt8]) throws -> Void,
  ) throws {
    var found = 0
    try store.naming {
      try store.database.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT replication.id, replication.checksum, block.length, block.bytes, block.checksum
            FROM replication JOIN block ON block.replication = replication.id
            WHERE replication.run = ? AND replication.number < ?
            AND block.number BETWEEN ? AND ? ORDER BY replication.number, block.number
            """,
          arguments: [run.id, count, blocks.lowerBound, blocks.upperBound - 1],
        )
        while let row = try rows.next() {
          let (replication, number) = found.quotientAndRemainder(dividingBy: blocks.count)
          let block = blocks.lowerBound + number
          guard replication < count else { throw damaged(replication) }
          do {
            try body(replication, block, bytes(row, replication, block, in: database))
          } catch is RowDecodingError {
            throw damaged(replication)
          } catch is DamagedBlock {
            throw damaged(replication)
          }
          found += 1
        }
      }
    }
    guard found == count * blocks.count else { throw damaged(found / blocks.count) }
  }

  /// The bytes of a block, if they are those that were kept in its place.
  private func bytes(
    _ row: Row,
    _ replication: Int,
    _ block: Int,
    in database: Database,
  ) throws -> [UInt8] {
    let checksum = try row.decode(Data.self, atIndex: 1)
    let length = try row.decode(Int.self, atIndex: 2)
    let stream = Array(try row.decode(Data.self, atIndex: 3))
    let isSound =
      if let kept = try row.decode(Data?.self, atIndex: 4) {
        kept
          == BlockChecksum(run: runDigest, replication: replication, checksum: checksum)
          .of(stream, number: block, length: length)
      } else {
        try older.isSound(row.decode(atIndex: 0), checksum: checksum, in: database)
      }
    guard isSound, let bytes = BlockCompression.restore(stream, length: length) else {
      throw damaged(replication)
    }
    return bytes
  }

  private func damaged(_ replication: Int) -> StoreError {
    StoreError(path: store.path, .damagedReplication(replication, run: run.name))
  }
}
