// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB
internal import Glibc
internal import WorkforceSim

extension RunStore {
  /// Finds the run of a key, or writes it down.
  ///
  /// What is written down about a run that is found follows the description, since equal scenarios
  /// may lie in several places; its name, its note and its replications stay.
  ///
  /// - Parameter description: What is known of the run.
  /// - Returns: The run with what is kept of it.
  /// - Throws: `StoreError` if the store cannot be written.
  package func begin(_ description: RunDescription) throws -> StoredRun {
    try naming {
      try database.write { database in
        let id =
          try Self.find(description.key, in: database) ?? Self.add(description, to: database)
        try Self.note(description, of: id, in: database)
        guard let run = try run(id, in: database) else {
          throw StoreError(path: path, .removed)
        }
        return run
      }
    }
  }

  // MARK: - Writing

  private static func add(_ run: RunDescription, to database: Database) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO run (name, scenario, seed, version, build, scenario_name, title_en, title_zh,
          scenario_path, first_year, last_year, method, layout, replications, created,
          fork_run, fork_fingerprint, fork_year)
        VALUES (?, ?, ?, ?, ?, ?, '', '', '', ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try freeName(StoredRun.allowedName(run.scenarioName), in: database), run.key.scenario,
        String(run.key.seed),
        run.key.version, run.key.build, run.scenarioName, run.years.lowerBound,
        run.years.upperBound, run.method.rawValue, run.layout, run.replications, time(nil),
        run.fork?.run, run.fork?.fingerprint, run.fork?.year,
      ],
    )
    return database.lastInsertedRowID
  }

  /// The name itself, or the first of `name-2`, `name-3` and so on that no run has.
  private static func freeName(_ name: String, in database: Database) throws -> String {
    let taken = Set(try String.fetchAll(database, sql: "SELECT name FROM run"))
    var candidate = name
    var number = 1
    while taken.contains(candidate) {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }

  private static func note(_ run: RunDescription, of id: Int64, in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE run SET scenario_name = ?, title_en = ?, title_zh = ?, scenario_path = ?, folder = ?,
          layout = ?, replications = MAX(replications, ?), fork_run = ?
        WHERE id = ?
        """,
      arguments: [
        run.scenarioName, run.title.english, run.title.chinese, run.scenarioPath,
        run.folder, run.layout, run.replications, run.fork?.run, id,
      ],
    )
    try database.execute(sql: "DELETE FROM override WHERE run = ?", arguments: [id])
    for (position, setting) in run.overrides.enumerated() {
      try database.execute(
        sql: "INSERT INTO override VALUES (?, ?, ?)",
        arguments: [id, position, setting],
      )
    }
    try database.execute(sql: "DELETE FROM source_file WHERE run = ?", arguments: [id])
    for (position, file) in run.files.enumerated() {
      try database.execute(
        sql: "INSERT INTO source_file VALUES (?, ?, ?, ?)",
        arguments: [id, position, file.path, file.digest],
      )
    }
    try removeUnusedFiles(from: database)
  }
}
