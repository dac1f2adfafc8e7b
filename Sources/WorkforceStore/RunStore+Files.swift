// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation
internal import GRDB
internal import WorkforceSim

extension RunStore {
  /// The largest file that is kept, in bytes: rosters of nations would fill the store.
  package static let largestFile = 64 << 20

  /// Keeps the files that a run's scenario was read from, each content once for all runs.
  ///
  /// What is too large, or has changed since it was read, is left out.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - isFresh: Whether copies that are there are replaced, as one of them may be damaged.
  ///   - bytes: Gives the bytes of a file by its path.
  /// - Throws: `StoreError` if the store cannot be written.
  package func keepFiles(
    of run: StoredRun,
    isFresh: Bool = false,
    bytes: (_ path: String) -> [UInt8]?,
  ) throws {
    try naming {
      let missing = try database.read { database in
        try run.description.files.filter { file in
          try isFresh || !Self.hasFile(file.digest, in: database)
        }
      }
      guard !missing.isEmpty else { return }
      // Compressed before the store is locked, which is then a matter of milliseconds.
      let compression = BlockCompression()
      let files = missing.compactMap { file -> (digest: String, length: Int, stream: Data)? in
        guard let content = bytes(file.path), content.count <= Self.largestFile,
          Self.digest(of: content) == file.digest
        else { return nil }
        return (file.digest, content.count, Data(compression.compress(content)))
      }
      try database.write { database in
        for file in files {
          try database.execute(
            sql: "INSERT OR REPLACE INTO file VALUES (?, ?, ?)",
            arguments: [file.digest, file.length, file.stream],
          )
        }
      }
    }
  }

  /// The files that are kept with a run.
  ///
  /// - Parameter run: The run.
  /// - Returns: The bytes of the files by their paths from the root of the file system.
  /// - Throws: `StoreError` if the store cannot be read or one of them is damaged.
  package func files(of run: StoredRun) throws -> [String: [UInt8]] {
    try naming {
      try database.read { database in
        guard try database.tableExists("file") else { return [:] }
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT path, source_file.digest AS digest, length, bytes
            FROM source_file JOIN file ON file.digest = source_file.digest WHERE run = ?
            """,
          arguments: [run.id],
        )
        var files: [String: [UInt8]] = [:]
        while let row = try rows.next() {
          let path = try row.decode(String.self, forColumn: "path")
          let stream = Array(try row.decode(Data.self, forColumn: "bytes"))
          let length = try row.decode(Int.self, forColumn: "length")
          guard let content = BlockCompression.restore(stream, length: length),
            try Self.digest(of: content) == row.decode(String.self, forColumn: "digest")
          else { throw StoreError(path: self.path, .damagedFile(path, run: run.name)) }
          files[path] = content
        }
        return files
      }
    }
  }

  /// Removes the files that no run was read from.
  static func removeUnusedFiles(from database: Database) throws {
    try database.execute(
      sql: "DELETE FROM file WHERE digest NOT IN (SELECT digest FROM source_file)"
    )
  }

  private static func hasFile(_ digest: String, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM file WHERE digest = ?)",
      arguments: [digest],
    ) ?? false
  }

  private static func digest(of content: [UInt8]) -> String {
    SHA256.hash(data: content).hexadecimalText
  }
}
