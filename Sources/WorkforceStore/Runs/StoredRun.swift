// SPDX-License-Identifier: GPL-3.0-or-later

/// A run as the store holds it.
package struct StoredRun: Hashable, Sendable, Identifiable {
  /// The number by which commands name it; never given twice.
  package let id: Int64
  /// The name by which commands name it; no other run of the store has it.
  package let name: String
  /// What the user noted.
  package let note: String
  /// What was written down when it started; `replications` is the largest number asked for.
  package let description: RunDescription
  /// When it started, in seconds since 1970.
  package let started: Int
  /// The number of replications that are kept.
  package let keptCount: Int
  /// The bytes that the replications take in the store.
  package let bytes: Int
}
