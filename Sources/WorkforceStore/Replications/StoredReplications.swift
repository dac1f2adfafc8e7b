// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import GRDB
internal import Glibc
internal import WorkforceSim

/// The replications of a run in a store.
package struct StoredReplications: ReplicationArchive {
  private let store: RunStore
  private let run: StoredRun

  /// Takes the replications of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - store: The store that holds it.
  package init(_ run: StoredRun, in store: RunStore) {
    self.run = run
    self.store = store
  }

  /// The numbers of the replications that are kept, ascending.
  ///
  /// - Returns: The numbers.
  /// - Throws: `StoreError` if the store cannot be read.
  package func keptReplications() throws -> [Int] {
    try store.naming {
      try store.database.read { database in
        try Int.fetchAll(
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
    let compression = BlockCompression()
    let streams = blocks.map { compression.compress($0) }
    try store.naming {
      try store.database.write { database in
        if let other = try kept(number, in: database) {
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
            streams.reduce(0) { $0 + $1.count }, time(nil),
          ],
        )
        try insert(streams, of: blocks, replication: database.lastInsertedRowID, into: database)
      }
    }
  }

  /// Reads neighbouring blocks of the replications 0..<count, in their order.
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
            SELECT replication.number, block.number, block.length, block.bytes
            FROM replication JOIN block ON block.replication = replication.id
            WHERE replication.run = ? AND replication.number < ?
            AND block.number BETWEEN ? AND ? ORDER BY replication.number, block.number
            """,
          arguments: [run.id, count, blocks.lowerBound, blocks.upperBound - 1],
        )
        while let row = try rows.next() {
          let (replication, number) = found.quotientAndRemainder(dividingBy: blocks.count)
          let block = blocks.lowerBound + number
          let stream: Data = row[3]
          guard row[0] == replication, row[1] == block,
            let bytes = BlockCompression.restore(Array(stream), length: row[2])
          else { throw damaged(replication) }
          try body(replication, block, bytes)
          found += 1
        }
      }
    }
    guard found == count * blocks.count else { throw damaged(found / blocks.count) }
  }

  private func damaged(_ replication: Int) -> StoreError {
    StoreError(path: store.path, .damagedReplication(replication, run: run.name))
  }

  private func insert(
    _ streams: [[UInt8]],
    of blocks: [[UInt8]],
    replication: Int64,
    into database: Database,
  ) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO block VALUES (?, ?, ?, ?)")
    for (number, stream) in streams.enumerated() {
      try statement.execute(arguments: [replication, number, blocks[number].count, Data(stream)])
    }
  }

  /// The checksum of a replication that is kept already.
  private func kept(_ number: Int, in database: Database) throws -> Data? {
    try Data.fetchOne(
      database,
      sql: "SELECT checksum FROM replication WHERE run = ? AND number = ?",
      arguments: [run.id, number],
    )
  }
}
