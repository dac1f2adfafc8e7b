// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import GRDB

/// Which replications of a run are the same, byte for byte.
///
/// Replications that share their draws would be counted twice and make a run look surer than it is. A
/// scenario without chance has nothing but equal replications, and in a very small one two may be equal
/// by chance, so this is told and nothing is refused.
package enum EqualReplications: Hashable, Sendable {
  /// All differ, or there are fewer than two.
  case none
  /// All are the same: nothing of the scenario is left to chance.
  case all
  /// Some are the same; the numbers of each group, ascending.
  case some([[Int]])
}

extension RunStore {
  /// Looks for replications of a run that are the same.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - count: How many of the first replications are looked at.
  /// - Returns: Which are the same.
  /// - Throws: `StoreError` if the store cannot be read.
  package func equalReplications(of run: StoredRun, first count: Int) throws -> EqualReplications {
    let replications = try naming {
      try database.read { database in
        try Row.fetchAll(
          database,
          sql:
            "SELECT number, checksum FROM replication WHERE run = ? AND number < ? ORDER BY number",
          arguments: [run.id, count],
        ).map { row in
          try (row.decode(Int.self, atIndex: 0), row.decode(Data.self, atIndex: 1))
        }
      }
    }
    var groups: [Data: [Int]] = [:]
    for (number, checksum) in replications { groups[checksum, default: []].append(number) }
    if groups.count == replications.count { return .none }
    if groups.count == 1 { return .all }
    let equal = groups.values.filter { $0.count > 1 }
    return .some(equal.sorted { $0[0] < $1[0] })
  }
}
