// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB

/// The tables of a store, as a list of steps to which steps are only ever added.
enum StoreSchema {
  /// The bytes of a page: several blocks of a replication fit on one.
  static let pageSize = 16_384

  /// All steps, in their order.
  ///
  /// A step that has been published is never changed: stores in the world have taken it. A store that
  /// knows a step that is not listed here was written by a later version.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("runs, replications and their blocks") { database in
      try database.execute(sql: firstTables)
    }
    migrator.registerMigration("where forked runs come from") { database in
      try database.execute(sql: columnsOfForks)
    }
    migrator.registerMigration("checksums of blocks") { database in
      try database.execute(sql: "ALTER TABLE block ADD COLUMN checksum BLOB")
    }
    migrator.registerMigration("no time at which a run was complete") { database in
      try database.execute(sql: "ALTER TABLE run DROP COLUMN finished")
    }
    migrator.registerMigration(filesOfRuns) { database in
      try database.execute(sql: tableOfFiles)
    }
    return migrator
  }

  private static let filesOfRuns = "files of runs"

  /// The steps that a store which may not be written can be read without: they only add.
  static let dispensable: Set<String> = [filesOfRuns]

  /// All three are null for a run that simulates all its years.
  private static let columnsOfForks = """
    ALTER TABLE run ADD COLUMN fork_run TEXT;
    ALTER TABLE run ADD COLUMN fork_fingerprint TEXT;
    ALTER TABLE run ADD COLUMN fork_year INTEGER;
    """

  /// Contents of files by their SHA-256, so that those of several runs are kept once.
  ///
  /// `file.bytes` is a zlib stream (RFC 1950). `run.folder` is null for runs from before this step.
  private static let tableOfFiles = """
    CREATE TABLE file (
      digest TEXT NOT NULL PRIMARY KEY,
      length INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    ALTER TABLE run ADD COLUMN folder TEXT;
    """

  /// `replication.checksum` is the SHA-256 of the blocks; `block.bytes` is a zlib stream (RFC 1950).
  ///
  /// `block.checksum` comes with a later step and is null for blocks from before it (`BlockChecksum`).
  private static let firstTables = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      note TEXT NOT NULL DEFAULT '',
      scenario TEXT NOT NULL,
      seed TEXT NOT NULL,
      version TEXT NOT NULL,
      build TEXT NOT NULL,
      scenario_name TEXT NOT NULL,
      title_en TEXT NOT NULL,
      title_zh TEXT NOT NULL,
      scenario_path TEXT NOT NULL,
      first_year INTEGER NOT NULL,
      last_year INTEGER NOT NULL,
      method TEXT NOT NULL,
      layout TEXT NOT NULL,
      replications INTEGER NOT NULL,
      created INTEGER NOT NULL,
      finished INTEGER,
      UNIQUE (scenario, seed, version, build)
    ) STRICT;

    CREATE TABLE override (
      run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      setting TEXT NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT;

    CREATE TABLE source_file (
      run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      path TEXT NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT;

    CREATE TABLE replication (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      checksum BLOB NOT NULL,
      bytes INTEGER NOT NULL,
      stored_bytes INTEGER NOT NULL,
      kept INTEGER NOT NULL,
      UNIQUE (run, number)
    ) STRICT;

    CREATE TABLE block (
      replication INTEGER NOT NULL REFERENCES replication (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      length INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (replication, number)
    ) STRICT;
    """
}
