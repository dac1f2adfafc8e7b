// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import GRDB
internal import Synchronization

/// Replications of stores from before blocks had checksums: each is checked whole before any of it is used.
final class OlderReplications: Sendable {
  /// The rows of the replications that were found to be what was kept.
  private let sound = Mutex<Set<Int64>>([])

  /// Whether all blocks of a replication are those that were kept; it is read whole the first time only.
  ///
  /// - Parameters:
  ///   - id: The row of the replication.
  ///   - checksum: The digest of the replication.
  ///   - database: The store.
  /// - Returns: Whether they are.
  /// - Throws: What SQLite or a row cannot give.
  func isSound(_ id: Int64, checksum: Data, in database: Database) throws -> Bool {
    if sound.withLock({ $0.contains(id) }) { return true }
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT length, bytes FROM block WHERE replication = ? ORDER BY number",
      arguments: [id],
    )
    var blocks: [[UInt8]] = []
    while let row = try rows.next() {
      let stream = try row.decode(Data.self, atIndex: 1)
      let length = try row.decode(Int.self, atIndex: 0)
      guard let block = BlockCompression.restore(Array(stream), length: length) else {
        return false
      }
      blocks.append(block)
    }
    guard ReplicationChecksum.of(blocks) == checksum else { return false }
    sound.withLock { _ = $0.insert(id) }
    return true
  }
}
