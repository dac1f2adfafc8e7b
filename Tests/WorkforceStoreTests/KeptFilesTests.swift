// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceStore

/// The copies of the files from which scenarios of runs were read.
@Suite struct KeptFilesTests {
  /// Contents with their SHA-256.
  ///
  /// Source: NIST, Secure Hash Standard, example values of SHA-256 for "abc" and for nothing.
  private static let abc = (
    bytes: Array("abc".utf8),
    digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  )
  private static let nothing = (
    bytes: [UInt8](),
    digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  )

  /// A run that was read from two files of one content and an empty one.
  private static func description(scenario: String = "f00d") -> RunDescription {
    Records.description(
      scenario: scenario,
      files: [
        .init(path: "/a/scenario.yaml", digest: abc.digest),
        .init(path: "/b/same.yaml", digest: abc.digest),
        .init(path: "/a/empty.csv", digest: nothing.digest),
      ],
    )
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    path == "/a/empty.csv" ? nothing.bytes : abc.bytes
  }

  /// The number of contents in the store, as another program reads it.
  private func contents(_ folder: StoreFolder) throws -> Int {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", folder.path, "SELECT COUNT(*) FROM file"]
    process.standardOutput = pipe
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  @Test func `the files of a run are read back by another opening`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let run = try store.begin(Self.description())
    #expect(try store.files(of: run).isEmpty)
    try store.keepFiles(of: run, bytes: Self.bytes)
    try store.close()
    let files = try folder.open(.reading).files(of: run)
    #expect(
      files == [
        "/a/scenario.yaml": Self.abc.bytes, "/b/same.yaml": Self.abc.bytes,
        "/a/empty.csv": Self.nothing.bytes,
      ]
    )
  }

  @Test func `what is kept already is not asked for again`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.keepFiles(of: try store.begin(Self.description()), bytes: Self.bytes)
    let other = try store.begin(Self.description(scenario: "beef"))
    try store.keepFiles(of: other) { path in
      Issue.record("\(path) is asked for again")
      return nil
    }
    #expect(try store.files(of: other).count == 3)
  }

  @Test func `what has changed, is gone or is too large is left out`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let run = try store.begin(Self.description())
    try store.keepFiles(of: run) { path in
      switch path {
      case "/a/scenario.yaml": Array("abd".utf8)
      case "/a/empty.csv": [UInt8](repeating: 0, count: RunStore.largestFile + 1)
      default: nil
      }
    }
    #expect(try store.files(of: run).isEmpty)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `contents go with the last run that was read from them`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let runs = try ["f00d", "beef"].map { scenario in
      let run = try store.begin(Self.description(scenario: scenario))
      try store.keepFiles(of: run, bytes: Self.bytes)
      return run
    }
    #expect(try contents(folder) == 2)
    try store.remove([runs[0]])
    #expect(try contents(folder) == 2)
    #expect(try store.files(of: runs[1]).count == 3)
    try store.remove([runs[1]])
    #expect(try contents(folder) == 0)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `contents go when a run is read from other ones`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.keepFiles(of: try store.begin(Self.description()), bytes: Self.bytes)
    _ = try store.begin(Records.description(scenario: "f00d"))
    #expect(try contents(folder) == 0)
  }

  /// What another program may do to the copies.
  private static let changes = [
    "UPDATE file SET bytes = zeroblob(20)", "UPDATE file SET bytes = x''",
    "UPDATE file SET length = -1", "UPDATE file SET length = 9223372036854775807",
    "UPDATE file SET bytes = (SELECT bytes FROM file f WHERE f.digest <> file.digest), "
      + "length = (SELECT length FROM file f WHERE f.digest <> file.digest)",
  ]

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")),
    arguments: changes,
  )
  func `a damaged copy is told, and kept anew by a fresh run`(change: String) throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let run = try store.begin(Self.description())
    try store.keepFiles(of: run, bytes: Self.bytes)
    try folder.sqlite(change)
    let error = #expect(throws: StoreError.self) { try store.files(of: run) }
    guard case .damagedFile(_, "tiny") = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.exitCode == 65)
    try store.keepFiles(of: run, bytes: Self.bytes)
    #expect(throws: StoreError.self) { try store.files(of: run) }
    try store.keepFiles(of: run, isFresh: true, bytes: Self.bytes)
    #expect(try store.files(of: run).count == 3)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `a store from before there were copies takes the step when it is opened`() throws {
    let folder = try StoreFolder()
    let (store, run) = try folder.filled(2)
    try store.close()
    try folder.sqlite(
      "DROP TABLE file; ALTER TABLE run DROP COLUMN folder; "
        + "DELETE FROM grdb_migrations WHERE identifier = 'files of runs'"
    )
    // Who may not write reads it without the step; a superuser may write anywhere.
    if geteuid() != 0 {
      let files = FileManager.default
      try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
      defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }
      let readable = try folder.open(.reading)
      #expect(try readable.runs().map(\.keptCount) == [2])
      #expect(try readable.files(of: run).isEmpty)
    }
    let again = try folder.open(.reading)
    let found = try #require(try again.runs().first)
    #expect(found.description.folder == nil)
    #expect(found.keptCount == 2)
    #expect(try again.files(of: run).isEmpty)
  }
}
