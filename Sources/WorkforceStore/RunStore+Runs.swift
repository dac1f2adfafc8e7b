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
        guard let run = try Self.runs(in: database, where: "run.id = ?", [id]).first else {
          throw StoreError(path: path, .removed)
        }
        return run
      }
    }
  }

  /// Notes that all replications that were asked for are there.
  ///
  /// - Parameter run: The run.
  /// - Throws: `StoreError` if the store cannot be written.
  package func finish(_ run: StoredRun) throws {
    try naming {
      try database.write { database in
        try database.execute(
          sql: "UPDATE run SET finished = ? WHERE id = ?",
          arguments: [time(nil), run.id],
        )
      }
    }
  }

  /// All runs, in the order in which they began.
  ///
  /// - Returns: The runs.
  /// - Throws: `StoreError` if the store cannot be read.
  package func runs() throws -> [StoredRun] {
    try naming { try database.read { try Self.runs(in: $0) } }
  }

  /// The run of a key; `nil` if the store has none.
  ///
  /// - Parameter key: What the replications depend on.
  /// - Returns: The run.
  /// - Throws: `StoreError` if the store cannot be read.
  package func run(_ key: RunKey) throws -> StoredRun? {
    try naming {
      try database.read { database in
        guard let id = try Self.find(key, in: database) else { return nil }
        return try Self.runs(in: database, where: "run.id = ?", [id]).first
      }
    }
  }

  /// Whether a run is still there.
  func has(_ run: StoredRun, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM run WHERE id = ?)",
      arguments: [run.id],
    ) ?? false
  }

  // MARK: - Writing

  private static func find(_ key: RunKey, in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database,
      sql: "SELECT id FROM run WHERE scenario = ? AND seed = ? AND version = ? AND build = ?",
      arguments: [key.scenario, String(key.seed), key.version, key.build],
    )
  }

  private static func add(_ run: RunDescription, to database: Database) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO run (name, scenario, seed, version, build, scenario_name, title_en, title_zh,
          scenario_path, first_year, last_year, method, layout, replications, created,
          fork_run, fork_fingerprint, fork_year)
        VALUES (?, ?, ?, ?, ?, ?, '', '', '', ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try freeName(run.scenarioName, in: database), run.key.scenario, String(run.key.seed),
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
        UPDATE run SET scenario_name = ?, title_en = ?, title_zh = ?, scenario_path = ?, layout = ?,
          finished = CASE WHEN replications < ? THEN NULL ELSE finished END,
          replications = MAX(replications, ?), fork_run = ?
        WHERE id = ?
        """,
      arguments: [
        run.scenarioName, run.title.english, run.title.chinese, run.scenarioPath, run.layout,
        run.replications, run.replications, run.fork?.run, id,
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
  }

  // MARK: - Reading

  private static func runs(
    in database: Database,
    where condition: String = "TRUE",
    _ arguments: StatementArguments = [],
  ) throws -> [StoredRun] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT run.*, COUNT(replication.id) AS kept, TOTAL(replication.stored_bytes) AS bytes
        FROM run LEFT JOIN replication ON replication.run = run.id
        WHERE \(condition) GROUP BY run.id ORDER BY run.id
        """,
      arguments: arguments,
    )
    return try rows.map { row in
      StoredRun(
        id: row["id"],
        name: row["name"],
        note: row["note"],
        description: try description(row, in: database),
        created: row["created"],
        finished: row["finished"],
        kept: row["kept"],
        bytes: Int(row["bytes"] as Double),
      )
    }
  }

  private static func description(_ row: Row, in database: Database) throws -> RunDescription {
    let id: Int64 = row["id"]
    let seed: String = row["seed"]
    let method: String = row["method"]
    return RunDescription(
      key: RunKey(
        scenario: row["scenario"],
        seed: UInt64(seed) ?? 0,
        version: row["version"],
        build: row["build"],
      ),
      scenarioName: row["scenario_name"],
      title: LocalizedText(row["title_en"], chinese: row["title_zh"]),
      scenarioPath: row["scenario_path"],
      overrides: try String.fetchAll(
        database,
        sql: "SELECT setting FROM override WHERE run = ? ORDER BY position",
        arguments: [id],
      ),
      files: try Row.fetchAll(
        database,
        sql: "SELECT path, digest FROM source_file WHERE run = ? ORDER BY position",
        arguments: [id],
      ).map { RunDescription.SourceFile(path: $0["path"], digest: $0["digest"]) },
      years: row["first_year"]...row["last_year"],
      method: ProjectionMethod(rawValue: method) ?? .individuals,
      layout: row["layout"],
      replications: row["replications"],
      fork: fork(row),
    )
  }

  private static func fork(_ row: Row) -> ScenarioFork? {
    guard let run: String = row["fork_run"], let fingerprint: String = row["fork_fingerprint"],
      let year: Int = row["fork_year"]
    else { return nil }
    return ScenarioFork(run: run, fingerprint: fingerprint, year: year)
  }
}
