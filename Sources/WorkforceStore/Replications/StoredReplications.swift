// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import GRDB
internal import Glibc
internal import WorkforceSim

/// The replications of a run in a store.
package struct StoredReplications: ReplicationArchive {
  let store: RunStore
  let run: StoredRun
  /// The digest of the run's key, which the checksums of blocks begin with.
  let runDigest: [UInt8]
  let older = OlderReplications()

  /// Takes the replications of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - store: The store that holds it.
  package init(_ run: StoredRun, in store: RunStore) {
    self.run = run
    self.store = store
    runDigest = run.description.key.digest
  }

  /// The numbers of the replications that are kept, ascending.
  ///
  /// - Returns: The numbers.
  /// - Throws: `StoreError` if the store cannot be read, or the list of replications is damaged.
  package func keptReplications() throws -> [Int] {
    try store.naming {
      try store.database.read { database in
        try store.checkReplications(of: run, in: database)
        return try Int.fetchAll(
          database,
          sql: "SELECT number FROM replication WHERE run = ? ORDER BY number",
          arguments: [run.id],
        )
      }
    }
  }

  /// Keeps a finished replication, whole or not at all.
  ///
  /// One that is kept already, by another process that runs the same, must have the same bytes.
  ///
  /// - Parameters:
  ///   - blocks: The blocks of its record.
  ///   - number: The replication's number.
  /// - Throws: `StoreError` if the store cannot be written.
  package func keep(_ blocks: [[UInt8]], ofReplication number: Int) throws {
    // The slow part comes before the lock, so that threads and processes do it side by side.
    let checksum = ReplicationChecksum.of(blocks)
    let stored = storedBlocks(blocks, ofReplication: number, checksum: checksum)
    try store.naming {
      try store.database.write { database in
        if let other = try self.checksum(ofReplication: number, in: database) {
          guard other == checksum else {
            throw StoreError(path: store.path, .differentReplication(number, run: run.name))
          }
          return
        }
        guard try store.has(run, in: database) else {
          throw StoreError(path: store.path, .removed)
        }
        try database.execute(
          sql: """
            INSERT INTO replication (run, number, checksum, bytes, stored_bytes, kept)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            run.id, number, checksum, blocks.reduce(0) { $0 + $1.count },
            stored.reduce(0) { $0 + $1.stream.count }, time(nil),
          ],
        )
        try insert(stored, replication: database.lastInsertedRowID, into: database)
      }
    }
  }

  // MARK: - Writing

  /// A block as it is stored.
  private struct StoredBlock {
    let length: Int
    let stream: [UInt8]
    let checksum: Data
  }

  private func storedBlocks(
    _ blocks: [[UInt8]],
    ofReplication number: Int,
    checksum: Data,
  ) -> [StoredBlock] {
    let compression = BlockCompression()
    let checksums = BlockChecksum(run: runDigest, replication: number, checksum: checksum)
    return blocks.enumerated().map { place, block in
      let stream = compression.compress(block)
      let checksum = checksums.of(stream, number: place, length: block.count)
      return StoredBlock(length: block.count, stream: stream, checksum: checksum)
    }
  }

  private func insert(
    _ blocks: [StoredBlock],
    replication: Int64,
    into database: Database,
  ) throws {
    // Blocks that outlived a replication, in a store that was changed by other hands, had the same id.
    try database.execute(sql: "DELETE FROM block WHERE replication = ?", arguments: [replication])
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO block (replication, number, length, bytes, checksum) VALUES (?, ?, ?, ?, ?)
        """
    )
    for (number, block) in blocks.enumerated() {
      try statement.execute(
        arguments: [replication, number, block.length, Data(block.stream), block.checksum]
      )
    }
  }

  /// The checksum of a replication that is kept already.
  private func checksum(ofReplication number: Int, in database: Database) throws -> Data? {
    try Data.fetchOne(
      database,
      sql: "SELECT checksum FROM replication WHERE run = ? AND number = ?",
      arguments: [run.id, number],
    )
  }
}
