// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB
internal import Glibc

/// A store of runs that cannot be read or written: which file, and why.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The file may not be read.
    case notReadable(String)
    /// The file is no SQLite database.
    case notDatabase
    /// The file is a database of another program.
    case foreign
    /// The file was written by a later version of the tool.
    case newer
    /// The file is damaged; the text says where.
    case damaged(String)
    /// The folder or file may not be written.
    case notWritable(String)
    /// The disk is full, or writing failed in another way.
    case cannotWrite(String)
    /// Other processes kept the file locked for too long.
    case busy
    /// What is written down about the replications of a run cannot be true.
    case damagedRun(String)
    /// A file that was kept with a run is damaged.
    case damagedFile(String, run: String)
    /// A replication is damaged.
    case damagedReplication(Int, run: String)
    /// A replication was worked out twice, with different results.
    case differentReplication(Int, run: String)
    /// A run was removed while it was running.
    case removed
    /// Anything else, in the words of SQLite.
    case other(String)
  }

  /// The path of the store as the user would write it.
  package let path: String
  /// What is wrong.
  package let reason: Reason

  /// Creates the error.
  ///
  /// - Parameters:
  ///   - path: The path of the store as the user would write it.
  ///   - reason: What is wrong.
  package init(path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The exit code of the command.
  ///
  /// Source: `EX_DATAERR`, `EX_NOINPUT`, `EX_SOFTWARE`, `EX_CANTCREAT` and `EX_IOERR` of BSD's
  /// `sysexits.h`.
  package var exitCode: Int32 {
    switch reason {
    case .notDatabase, .foreign, .newer, .damaged, .damagedRun, .damagedFile, .damagedReplication:
      65
    case .missing, .notReadable: 66
    case .differentReplication: 70
    case .notWritable: 73
    case .cannotWrite, .busy, .removed, .other: 74
    }
  }

  /// The sentences for the user: what was found, and what to do.
  package var description: String {
    let (fact, repair) = explanation
    return "\(path): \(fact) \(repair)"
  }

  private static let another =
    "Name another store with --store, or run without one with --no-store."

  private static func again(_ run: String) -> String {
    "Run the scenario again with --fresh, or remove the run: workforce remove '\(run)'"
  }

  private var explanation: (fact: String, repair: String) {
    switch reason {
    case .missing:
      (
        "there is no such store of runs.",
        "'workforce run SCENARIO' makes one; name another with --store.",
      )
    case .notReadable(let words):
      ("the store cannot be read (\(words)).", "Change the permissions. \(Self.another)")
    case .notDatabase:
      ("this is no store of runs but another kind of file; it was left as it is.", Self.another)
    case .foreign:
      ("this is the database of another program; it was left as it is.", Self.another)
    case .newer:
      (
        "this store was written by a later version of workforce; it was left as it is.",
        "Use that version. \(Self.another)",
      )
    case .damaged(let place):
      (
        "this store is damaged (\(place)); it was left as it is.",
        "Bring it back from a copy, or move it away and run the scenarios again. \(Self.another)",
      )
    case .notWritable(let words):
      ("the store cannot be written (\(words)).", "Change the permissions. \(Self.another)")
    case .cannotWrite(let words):
      (
        "the store could not be written (\(words)).",
        "Replications that were finished before are kept. Free some space, then run the same "
          + "command again: it goes on from there.",
      )
    case .busy:
      (
        "other programs kept the store locked for too long.",
        "Run the same command again when they are done: it goes on from what is kept.",
      )
    case .damagedRun(let run):
      ("the list of replications of run \(run) is damaged.", Self.again(run))
    case .damagedFile(let path, let run):
      ("the copy of \(path) that is kept with run \(run) is damaged.", Self.again(run))
    case .damagedReplication(let number, let run):
      ("replication \(number + 1) of run \(run) is damaged.", Self.again(run))
    case .differentReplication(let number, let run):
      (
        "replication \(number + 1) of run \(run) was worked out twice, with different results.",
        "The same replication must always be the same; please report this.",
      )
    case .removed:
      ("the run was removed from the store while it ran.", "Run the same command again.")
    case .other(let words):
      ("the store could not be used (\(words)).", Self.another)
    }
  }
}

extension StoreError {
  /// Says in the store's terms what SQLite could not do.
  init(_ error: DatabaseError, path: String) {
    let words = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(path: path, .cannotWrite("the disk is full"))
    case .SQLITE_IOERR:
      self.init(path: path, .cannotWrite(words))
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(path: path, .busy)
    // Statements are fixed, so what they do not fit is the store.
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
      self.init(path: path, .damaged(words))
    case .SQLITE_NOTADB:
      self.init(path: path, .notDatabase)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self.init(path: path, .notWritable(words))
    default:
      self.init(path: path, .other(words))
    }
  }

  /// Does something with a store and names its errors after it.
  ///
  /// - Parameters:
  ///   - path: The path of the store as the user would write it.
  ///   - work: The work.
  /// - Returns: What the work returns.
  /// - Throws: `StoreError` for what SQLite could not do, or what the work throws.
  static func naming<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch is RowDecodingError {
      throw StoreError(path: path, .damaged("a row has not what it must have"))
    }
  }
}
