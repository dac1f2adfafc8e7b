// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceStore

extension StoreNotes {
  /// What the user is told about the state of an unfinished replication.
  ///
  /// - Parameter notice: What has happened.
  /// - Returns: The sentence.
  func sentence(_ notice: CheckpointNotice) -> String {
    switch notice {
    case .goesOn(let replication, let year): replicationGoesOn(replication, after: year)
    case .ignored(let path, .damaged): stateIgnored(path)
    case .ignored(let path, .foreign): stateIgnored(path, isForeign: true)
    case .ignored(let path, .notReadable(let words)): stateIgnored(path, words: words)
    case .cannotKeep(let path, let words): statesNotKept(path, words: words)
    }
  }
}
