// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceSim
import WorkforceStore

@Suite struct StoreFileTests {
  /// Opens a file in every way, which must fail and leave it as it is.
  private func expectRefused(
    _ folder: StoreFolder,
    access: [RunStore.Access] = [.reading, .changing, .keeping],
    _ isExpected: (StoreError.Reason) -> Bool,
  ) throws {
    let before = try folder.bytes
    for access in access {
      let error = #expect(throws: StoreError.self) { try folder.open(access) }
      #expect(error.map { isExpected($0.reason) } == true, "\(String(describing: error))")
      #expect(error?.description.contains(folder.path) == true)
    }
    #expect(try folder.bytes == before)
  }

  @Test func `a store that is not there is made only to keep replications`() throws {
    let folder = try StoreFolder()
    for access in [RunStore.Access.reading, .changing] {
      #expect(throws: StoreError(path: folder.path, .missing)) { try folder.open(access) }
    }
    #expect(try folder.names.isEmpty)
    let deep = folder.url.appending(path: "a/b/runs.sqlite").path
    #expect(try RunStore(at: deep, for: .keeping).runs().isEmpty)
  }

  @Test(arguments: ["", "a list of runs\n", String(repeating: "SQLite format 2", count: 20)])
  func `a file that is no database is refused and left as it is`(text: String) throws {
    let folder = try StoreFolder()
    try Data(text.utf8).write(to: URL(filePath: folder.path))
    try expectRefused(folder) { $0 == .notDatabase }
    #expect(try folder.names == ["runs.sqlite"])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `the database of another program is refused and left as it is`() throws {
    let folder = try StoreFolder()
    try folder.sqlite("CREATE TABLE run (id INTEGER); INSERT INTO run VALUES (1)")
    try expectRefused(folder) { $0 == .foreign }
    #expect(try folder.names == ["runs.sqlite"])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `a store of a later version is refused and left as it is`() throws {
    let folder = try StoreFolder()
    _ = try folder.open()
    try folder.sqlite("INSERT INTO grdb_migrations VALUES ('of a later version')")
    try expectRefused(folder) { $0 == .newer }
  }

  @Test func `a folder in the place of a store is refused`() throws {
    let folder = try StoreFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path,
      withIntermediateDirectories: false,
    )
    #expect(throws: StoreError(path: folder.path, .notDatabase)) { try folder.open() }
  }

  @Test(arguments: [0.3, 0.6, 0.95])
  func `a store that was cut off is refused and left as it is`(share: Double) throws {
    let folder = try StoreFolder()
    try closed(folder)
    let bytes = try folder.bytes
    try bytes.prefix(Int(Double(bytes.count) * share)).write(to: URL(filePath: folder.path))
    try expectRefused(folder, access: [.changing, .keeping]) {
      if case .damaged = $0 { true } else { false }
    }
  }

  @Test func `pages that were overwritten are noticed before anything is written`() throws {
    let folder = try StoreFolder()
    try closed(folder)
    var bytes = try folder.bytes
    // Every page but the first, which has the header and the list of tables.
    for page in stride(from: 16_384, to: bytes.count, by: 16_384) {
      for offset in 0..<64 { bytes[page + offset] = 0xAA }
    }
    try bytes.write(to: URL(filePath: folder.path))
    try expectRefused(folder) { if case .damaged = $0 { true } else { false } }
  }

  @Test func `a byte changed in a block is noticed when it is read`() throws {
    let folder = try StoreFolder()
    try closed(folder)
    var bytes = try folder.bytes
    // Noise is stored as it is, so a stretch of it can be found in the file.
    let noise = Data(Records.blocks(ofReplication: 5)[1][4_000..<4_032])
    let place = try #require(bytes.range(of: noise)?.lowerBound)
    bytes[place] ^= 1
    try bytes.write(to: URL(filePath: folder.path))
    let store = try folder.open()
    let archive = StoredReplications(try store.runs()[0], in: store)
    #expect(try archive.block(1, count: 5).count == 5)
    #expect(try archive.block(0, count: 8).count == 8)
    #expect(throws: StoreError(path: folder.path, .damagedReplication(5, run: "tiny"))) {
      try archive.block(1, count: 8)
    }
  }

  @Test(arguments: ["a?b%20#c.sqlite", "文件 夹.sqlite", "it's.sqlite"])
  func `any name can be that of a store`(name: String) throws {
    let folder = try StoreFolder()
    let path = folder.url.appending(path: name).path
    let run = try RunStore(at: path, for: .keeping).begin(Records.description())
    #expect(try RunStore(at: path, for: .reading).runs() == [run])
    #expect(FileManager.default.fileExists(atPath: path))
  }

  /// Makes a store of eight replications and closes it, so that all is in the main file.
  private func closed(_ folder: StoreFolder) throws {
    let (store, _) = try folder.filled(8)
    try store.close()
    #expect(try folder.names == ["runs.sqlite"])
  }
}
