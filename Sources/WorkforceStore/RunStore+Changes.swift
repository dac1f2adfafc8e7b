// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB

extension RunStore {
  /// Gives a run another name.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - name: The name.
  /// - Returns: Whether the run has the name; `false` if another run has it.
  /// - Throws: `StoreError` if the store cannot be written.
  package func rename(_ run: StoredRun, to name: String) throws -> Bool {
    try naming {
      try database.write { database in
        let owner = try Int64.fetchOne(
          database,
          sql: "SELECT id FROM run WHERE name = ?",
          arguments: [name],
        )
        guard owner == nil || owner == run.id else { return false }
        try database.execute(
          sql: "UPDATE run SET name = ? WHERE id = ?",
          arguments: [name, run.id],
        )
        return true
      }
    }
  }

  /// Notes something about a run, in place of an earlier note.
  ///
  /// - Parameters:
  ///   - text: The note.
  ///   - run: The run.
  /// - Throws: `StoreError` if the store cannot be written.
  package func note(_ text: String, on run: StoredRun) throws {
    try naming {
      try database.write { database in
        try database.execute(
          sql: "UPDATE run SET note = ? WHERE id = ?",
          arguments: [text, run.id],
        )
      }
    }
  }

  /// Removes runs with their replications and gives their space back to the disk.
  ///
  /// - Parameter runs: The runs.
  /// - Throws: `StoreError` if the store cannot be written; then all runs are still there.
  package func remove(_ runs: [StoredRun]) throws {
    try naming {
      try removing { database in
        for run in runs {
          try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [run.id])
        }
        try Self.removeUnusedFiles(from: database)
      }
      try giveSpaceBack()
    }
    for run in runs { CheckpointFolder.removeAll(of: run.description.key, beside: path) }
  }

  /// Removes the replications of a run, which stays with its name and note.
  ///
  /// - Parameter run: The run.
  /// - Throws: `StoreError` if the store cannot be written; then all replications are still there.
  package func clear(_ run: StoredRun) throws {
    try naming {
      try removing { database in
        try database.execute(sql: "DELETE FROM replication WHERE run = ?", arguments: [run.id])
      }
    }
    CheckpointFolder.removeAll(of: run.description.key, beside: path)
  }

  /// The bytes of the store on the disk, those that wait to be moved into the main file included.
  ///
  /// - Returns: The bytes.
  /// - Throws: `StoreError` if the store cannot be read.
  package func size() throws -> Int {
    try naming {
      try database.read { database in
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        return try pages * (Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
      }
    }
  }

  /// Removes rows; an index of blocks that does not fit them, so that some are not found, is made again.
  private func removing(_ work: (Database) throws -> Void) throws {
    do {
      try database.write(work)
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_CONSTRAINT].contains(error.resultCode)
    {
      try database.write { database in
        try database.execute(sql: "REINDEX block")
        try work(database)
      }
    }
  }

  /// Cuts free pages off the file's end.
  private func giveSpaceBack() throws {
    try database.writeWithoutTransaction { database in
      // The pragma frees a page a step, so all of its rows have to be asked for.
      _ = try Row.fetchAll(database, sql: "PRAGMA incremental_vacuum")
      // The file shrinks when nobody reads it any more; until then the space is used again.
      _ = try? database.checkpoint(.truncate)
    }
  }
}
