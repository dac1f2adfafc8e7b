// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB

/// Runs and the records of their replications, in a SQLite file.
///
/// A file that is no store, or is damaged, is refused before anything is written to it. Every method is
/// one transaction, so that a process that dies leaves each replication whole or not there. Several
/// processes may use one store at the same time: readers see what was there when they began, and
/// writers wait for each other.
package struct RunStore: Sendable {
  /// What a store is opened for.
  package enum Access: Hashable, Sendable {
    /// Only to read; a store that is not there is an error.
    case reading
    /// To change what is there; a store that is not there is an error.
    case changing
    /// To keep replications; a store that is not there is made.
    case keeping
  }

  /// The path of the store as the user would write it.
  package let path: String
  let database: any DatabaseWriter

  /// Opens a store.
  ///
  /// What is opened for writing is checked whole. For reading, the tables that list the runs are: a
  /// block that is damaged is noticed when it is read.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - access: What it is opened for.
  /// - Throws: `StoreError` if there is none, or it cannot be used.
  package init(at path: String, for access: Access) throws {
    self.path = path
    let file = StoreFile(path: path)
    if try file.content() == .nothing {
      guard access == .keeping else { throw StoreError(path: path, .missing) }
      try file.makeFolders()
      try Self.create(file)
    }
    database = try StoreError.naming(path) {
      let missing = try Self.check(file, whole: access != .reading)
      if access == .reading {
        let canDoWithout = !file.isWritable && missing.isSubset(of: StoreSchema.dispensable)
        if missing.isEmpty || canDoWithout { return try Self.openForReading(file) }
        _ = try Self.check(file, whole: true)
      }
      return try Self.openForWriting(file)
    }
  }

  /// Closes the store; what waits to be moved into the main file is moved if nobody else uses it.
  ///
  /// - Throws: `StoreError` if that fails.
  package func close() throws { try naming { try database.close() } }

  /// Does something with the database and names its errors after the store.
  func naming<Result>(_ work: () throws -> Result) throws -> Result {
    try StoreError.naming(path, work)
  }

  // MARK: - Opening

  /// How long a writer waits for others, in seconds: each needs the lock for some milliseconds.
  private static let patience = 120.0

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // A disk that is full must not be needed for sorting, and what is removed need not be erased.
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      if !database.configuration.readonly {
        try database.execute(sql: "PRAGMA secure_delete = OFF")
      }
    }
    return configuration
  }

  /// Makes an empty store beside its place and moves it there whole.
  ///
  /// Of several processes that make one at the same time, the first wins and the others use its.
  private static func create(_ file: StoreFile) throws {
    let temporary = file.temporaryPath
    file.clear(temporary)
    defer { file.clear(temporary) }
    try StoreError.naming(file.path) {
      let queue = try DatabaseQueue(path: temporary, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA page_size = \(StoreSchema.pageSize)")
        try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
        try database.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
      }
      try StoreSchema.migrator.migrate(queue)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try queue.close()
    }
    try file.adopt(temporary)
  }

  /// The tables that are read whenever runs are listed.
  private static let smallTables = ["run", "override", "source_file", "replication"]

  /// Looks for damage and for steps of a later version, without writing.
  ///
  /// - Returns: The steps of this version that have not been taken yet.
  private static func check(_ file: StoreFile, whole: Bool) throws -> Set<String> {
    let database = try openForReading(file)
    defer { try? database.close() }
    return try database.read { database in
      let migrator = StoreSchema.migrator
      if try migrator.hasBeenSuperseded(database) { throw StoreError(path: file.path, .newer) }
      // The small tables are compared with their indices, too, which lead to the large one.
      let checks =
        smallTables.map { "integrity_check('\($0)')" } + (whole ? ["quick_check(1)"] : [])
      for check in checks {
        let found = try String.fetchOne(database, sql: "PRAGMA \(check)")
        if let found, found != "ok" { throw StoreError(path: file.path, .damaged(found)) }
      }
      return Set(migrator.migrations).subtracting(try migrator.appliedIdentifiers(database))
    }
  }

  private static func openForReading(_ file: StoreFile) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.readonly = true
    return try DatabaseQueue(path: file.readablePath, configuration: configuration)
  }

  private static func openForWriting(_ file: StoreFile) throws -> DatabasePool {
    guard file.isWritable else {
      throw StoreError(path: file.path, .notWritable("you may not write there"))
    }
    let pool = try DatabasePool(path: file.writablePath, configuration: configuration)
    try StoreSchema.migrator.migrate(pool)
    return pool
  }
}
