// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB
internal import WorkforceSim

extension RunStore {
  /// All runs, in the order in which they started.
  ///
  /// - Returns: The runs.
  /// - Throws: `StoreError` if the store cannot be read.
  package func runs() throws -> [StoredRun] {
    try naming { try database.read { try runs(in: $0) } }
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
        return try run(id, in: database)
      }
    }
  }

  /// Makes sure that what is written down about each replication can be true.
  ///
  /// - Throws: `StoreError` that names a run of which it cannot.
  package func checkReplications() throws {
    try naming {
      try database.read { database in
        for run in try runs(in: database) { try checkReplications(of: run, in: database) }
      }
    }
  }

  /// Makes sure that what is written down about the replications of a run can be true.
  func checkReplications(of run: StoredRun, in database: Database) throws {
    let isDamaged = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM replication WHERE run = ? AND NOT (\(Self.plausible)))
        """,
      arguments: [run.id],
    )
    if isDamaged == true { throw StoreError(path: path, .damagedRun(run.name)) }
  }

  /// The run of an id; `nil` if there is none.
  func run(_ id: Int64, in database: Database) throws -> StoredRun? {
    try runs(in: database, where: "run.id = ?", [id]).first
  }

  /// Finds the run of a key.
  static func find(_ key: RunKey, in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database,
      sql: "SELECT id FROM run WHERE scenario = ? AND seed = ? AND version = ? AND build = ?",
      arguments: [key.scenario, String(key.seed), key.version, key.build],
    )
  }

  /// Whether a run is still there.
  func has(_ run: StoredRun, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM run WHERE id = ?)",
      arguments: [run.id],
    ) ?? false
  }

  // MARK: - Rows

  /// What holds of every replication; sizes of up to a terabyte, so that sums of them are numbers too.
  private static let plausible = """
    replication.number BETWEEN 0 AND 999999 \
    AND replication.bytes BETWEEN 0 AND \(1 << 40) \
    AND replication.stored_bytes BETWEEN 0 AND \(1 << 40)
    """
  private static let plausibleReplications = 1...1_000_000
  private static let plausibleYears = 0...9_999

  private func runs(
    in database: Database,
    where condition: String = "TRUE",
    _ arguments: StatementArguments = [],
  ) throws -> [StoredRun] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT run.*, COUNT(replication.id) AS kept,
          IFNULL(SUM(replication.stored_bytes), 0) AS stored_bytes
        FROM run LEFT JOIN replication ON replication.run = run.id AND \(Self.plausible)
        WHERE \(condition) GROUP BY run.id ORDER BY run.id
        """,
      arguments: arguments,
    )
    return try rows.map { row in
      StoredRun(
        id: try row.decode(forColumn: "id"),
        name: try row.decode(forColumn: "name"),
        note: try row.decode(forColumn: "note"),
        description: try description(row, in: database),
        started: try row.decode(forColumn: "created"),
        keptCount: try row.decode(forColumn: "kept"),
        bytes: try row.decode(forColumn: "stored_bytes"),
      )
    }
  }

  private func description(_ row: Row, in database: Database) throws -> RunDescription {
    let id = try row.decode(Int64.self, forColumn: "id")
    let first = try number("first_year", within: Self.plausibleYears, of: row)
    let last = try number("last_year", within: first...Self.plausibleYears.upperBound, of: row)
    return RunDescription(
      key: RunKey(
        scenario: try row.decode(forColumn: "scenario"),
        seed: try known("seed", of: row, UInt64.init),
        version: try row.decode(forColumn: "version"),
        build: try row.decode(forColumn: "build"),
      ),
      scenarioName: try row.decode(forColumn: "scenario_name"),
      title: LocalizedText(
        try row.decode(forColumn: "title_en"),
        chinese: try row.decode(forColumn: "title_zh"),
      ),
      scenarioPath: try row.decode(forColumn: "scenario_path"),
      overrides: try String.fetchAll(
        database,
        sql: "SELECT setting FROM override WHERE run = ? ORDER BY position",
        arguments: [id],
      ),
      folder: row.hasColumn("folder") ? try row.decode(forColumn: "folder") : nil,
      files: try Row.fetchAll(
        database,
        sql: "SELECT path, digest FROM source_file WHERE run = ? ORDER BY position",
        arguments: [id],
      ).map {
        RunDescription.SourceFile(
          path: try $0.decode(forColumn: "path"),
          digest: try $0.decode(forColumn: "digest"),
        )
      },
      years: first...last,
      method: try known("method", of: row, ProjectionMethod.init),
      layout: try row.decode(forColumn: "layout"),
      replications: try number("replications", within: Self.plausibleReplications, of: row),
      fork: try fork(row, in: database),
    )
  }

  private func fork(_ row: Row, in database: Database) throws -> ScenarioFork? {
    guard let name = try row.decode(String?.self, forColumn: "fork_run"),
      let fingerprint = try row.decode(String?.self, forColumn: "fork_fingerprint")
    else { return nil }
    return ScenarioFork(
      run: try Self.presentName(of: fingerprint, called: name, from: row, in: database),
      fingerprint: fingerprint,
      year: try number("fork_year", within: Self.plausibleYears, of: row),
    )
  }

  /// What the run is called now from which a fork goes on: it may have another name, and another run its own.
  ///
  /// - Returns: Its name; of a run that is no longer there the name that it had, or the first digits of
  ///   its fingerprint if another one has that name.
  private static func presentName(
    of fingerprint: String,
    called name: String,
    from row: Row,
    in database: Database,
  ) throws -> String {
    let present = try String.fetchOne(
      database,
      sql: "SELECT name FROM run WHERE scenario = ? AND seed = ? AND version = ? AND build = ?",
      arguments: [
        fingerprint, try row.decode(String.self, forColumn: "seed"),
        try row.decode(String.self, forColumn: "version"),
        try row.decode(String.self, forColumn: "build"),
      ],
    )
    if let present { return present }
    let isTaken = try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM run WHERE name = ?)",
      arguments: [name],
    )
    return isTaken == true ? String(fingerprint.prefix(shownDigits)) : name
  }

  /// The digits of a fingerprint that name a run.
  private static let shownDigits = 12

  /// A number of a run that lies in the range in which all such numbers lie.
  private func number(
    _ column: String,
    within range: ClosedRange<Int>,
    of row: Row,
  ) throws -> Int {
    let number = try row.decode(Int.self, forColumn: column)
    guard range.contains(number) else { throw damaged(column) }
    return number
  }

  /// A value of a run that is kept as a word.
  private func known<Value>(
    _ column: String,
    of row: Row,
    _ value: (String) -> Value?,
  ) throws -> Value {
    guard let value = value(try row.decode(forColumn: column)) else {
      throw damaged(column)
    }
    return value
  }

  private func damaged(_ column: String) -> StoreError {
    StoreError(path: path, .damaged("'\(column)' of a run"))
  }
}
