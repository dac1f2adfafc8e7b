// SPDX-License-Identifier: GPL-3.0-or-later

/// Keeps the records of finished replications outside memory.
public protocol ReplicationArchive: Sendable {
  /// The numbers of the replications that are kept, ascending.
  ///
  /// - Returns: The numbers.
  /// - Throws: What the place where they are kept throws.
  func keptReplications() throws -> [Int]

  /// Keeps a finished replication, whole or not at all. May be called from several threads at once.
  ///
  /// - Parameters:
  ///   - blocks: The blocks of its record.
  ///   - number: The replication's number.
  /// - Throws: What the place where they are kept throws.
  func keep(_ blocks: [[UInt8]], ofReplication number: Int) throws

  /// One block of the replications 0..<count, in their order.
  ///
  /// - Parameters:
  ///   - block: The block's number.
  ///   - count: The number of replications.
  /// - Returns: The block of each replication.
  /// - Throws: What the place where they are kept throws.
  func block(_ block: Int, count: Int) throws -> [[UInt8]]
}
