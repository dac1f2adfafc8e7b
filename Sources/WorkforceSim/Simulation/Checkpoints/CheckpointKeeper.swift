// SPDX-License-Identifier: GPL-3.0-or-later

/// Keeps where replications stand at the end of years, so that one that was cut off need not start over.
///
/// A replication of a very large population takes minutes. Its states are bytes that a keeper need not
/// understand. May be called on several threads at once, each for replications of its own.
public protocol CheckpointKeeper: Sendable {
  /// The state that was kept last; asked for when a replication begins.
  ///
  /// - Parameter number: The number of the replication.
  /// - Returns: The bytes; `nil` if there are none that can be used.
  func state(ofReplication number: Int) -> [UInt8]?

  /// That a state was no state of this replication, and the replication starts over.
  ///
  /// - Parameter number: The number of the replication.
  func refuse(_ number: Int)

  /// Whether a state is wanted at the end of a year.
  ///
  /// - Parameter number: The number of the replication.
  /// - Returns: Whether to keep one.
  func isDue(_ number: Int) -> Bool

  /// Keeps a state in place of an earlier one.
  ///
  /// - Parameters:
  ///   - state: The bytes.
  ///   - year: The year that has ended.
  ///   - number: The number of the replication.
  /// - Throws: Why the replication cannot go on; a keeper that merely cannot keep it does not throw.
  func keep(_ state: [UInt8], after year: Int, ofReplication number: Int) throws

  /// Forgets the state of a replication whose record is kept.
  ///
  /// - Parameter number: The number of the replication.
  func discard(_ number: Int)
}
