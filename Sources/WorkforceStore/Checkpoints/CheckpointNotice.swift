// SPDX-License-Identifier: GPL-3.0-or-later

/// What the user is told about the states of unfinished replications; none of it ends a run.
package enum CheckpointNotice: Hashable, Sendable {
  /// Why a file is of no use.
  package enum Defect: Hashable, Sendable {
    /// It is cut off, or its checksum does not fit.
    case damaged
    /// It is another kind of file, or that of another run or replication.
    case foreign
    /// The system does not let it be read; its words.
    case notReadable(String)
  }

  /// A replication goes on after a year that an earlier attempt had reached.
  case goesOn(replication: Int, after: Int)
  /// A file is of no use, so the replication starts over.
  case ignored(path: String, Defect)
  /// States cannot be kept; the system's words. Told once in a run.
  case cannotKeep(path: String, String)
}
