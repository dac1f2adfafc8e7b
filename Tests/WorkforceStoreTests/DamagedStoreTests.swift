// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceSim
import WorkforceStore

/// Whatever happens to a store, it gives the figures that were kept, or says that it is damaged.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
struct DamagedStoreTests {
  private static let replications = 12
  private static let blocks = 3

  /// A closed store of one run, with or without checksums of blocks.
  private func store(hasBlockChecksums: Bool) throws -> StoreFolder {
    let folder = try StoreFolder()
    let store = try folder.open()
    let run = try store.begin(Records.description(replications: Self.replications))
    let archive = StoredReplications(run, in: store)
    for number in 0..<Self.replications {
      try archive.keep(Self.records[number], ofReplication: number)
    }
    try store.close()
    if !hasBlockChecksums { try folder.removeBlockChecksums() }
    return folder
  }

  /// Short blocks, so that most bytes of the file say where and what they are.
  private static let records = (0...replications).map { number in
    Records.blocks(ofReplication: number, count: blocks).map { Array($0.prefix(40)) }
  }

  /// Reads everything that a store says it has.
  ///
  /// - Returns: Whether it has all that was kept.
  private func readsRightly(_ store: RunStore, _ run: StoredRun) throws -> Bool {
    let archive = StoredReplications(run, in: store)
    let kept = try archive.keptReplications()
    let count = kept.enumerated().prefix { $0 == $1 }.count
    for block in 0..<Self.blocks {
      let expected = (0..<count).map { Self.records[$0][block] }
      guard try archive.block(block, count: count) == expected else { return false }
    }
    return true
  }

  @Test(arguments: [true, false])
  func `a changed byte gives no other figures and no trap`(hasBlockChecksums: Bool) throws {
    let folder = try store(hasBlockChecksums: hasBlockChecksums)
    let whole = try folder.bytes
    // As many places of a page that says where blocks are as of one that is full of them.
    let pages = stride(from: 0, to: whole.count, by: 16_384).map { first in
      (first..<first + 16_384).filter { whole[$0] != 0 }
    }
    var random = Sequence(state: 20_260_901)
    var refused = 0
    for turn in 0..<400 {
      let page = pages[random.next(below: pages.count)]
      guard !page.isEmpty else { continue }
      let place = page[random.next(below: page.count)]
      var bytes = whole
      bytes[place] ^= turn.isMultiple(of: 2) ? 1 << random.next(below: 8) : 0xFF
      try folder.restore(bytes)
      do {
        let isRun = turn.isMultiple(of: 4)
        let store = try folder.open(isRun ? .keeping : .reading)
        for run in isRun ? [try store.begin(Records.description())] : try store.runs() {
          #expect(
            try readsRightly(store, run),
            "byte \(place) from \(whole[place]) to \(bytes[place])",
          )
        }
      } catch is StoreError {
        refused += 1
      }
    }
    #expect(refused > 150)
  }

  /// What another program may do to a store, and how that is told.
  private static let changes: [(sql: String, reason: StoreError.Reason)] = [
    ("UPDATE block SET length = -1 WHERE replication = 3", .damagedReplication(2, run: "tiny")),
    ("UPDATE block SET length = 9223372036854775807", .damagedReplication(0, run: "tiny")),
    ("UPDATE block SET length = length + 1", .damagedReplication(0, run: "tiny")),
    ("UPDATE block SET bytes = x'' WHERE number = 1", .damagedReplication(0, run: "tiny")),
    ("UPDATE replication SET checksum = zeroblob(32)", .damagedReplication(0, run: "tiny")),
    (
      "DELETE FROM block WHERE replication = 2 AND number = 1",
      .damagedReplication(1, run: "tiny"),
    ),
    ("UPDATE replication SET number = -1 WHERE number = 0", .damagedRun("tiny")),
    ("UPDATE replication SET stored_bytes = 9223372036854775807", .damagedRun("tiny")),
    ("UPDATE replication SET bytes = -1 WHERE number = 5", .damagedRun("tiny")),
    ("UPDATE run SET last_year = 1900", .damaged("'last_year' of a run")),
    ("UPDATE run SET seed = 'many'", .damaged("'seed' of a run")),
    ("UPDATE run SET method = ''", .damaged("'method' of a run")),
    ("UPDATE run SET replications = 0", .damaged("'replications' of a run")),
  ]

  @Test(arguments: changes, [true, false])
  func `what cannot have been kept is told, and the store stays as it is`(
    change: (sql: String, reason: StoreError.Reason),
    hasBlockChecksums: Bool,
  ) throws {
    let folder = try store(hasBlockChecksums: hasBlockChecksums)
    try folder.sqlite(change.sql)
    let before = try folder.bytes
    let error = #expect(throws: StoreError.self) {
      let store = try folder.open(.reading)
      for run in try store.runs() { _ = try readsRightly(store, run) }
    }
    #expect(error?.reason == change.reason)
    #expect(error?.exitCode == 65)
    // A store of an earlier version has taken the steps of this one.
    #expect(try folder.bytes == before || !hasBlockChecksums)
  }

  @Test func `blocks that changed places are noticed, also between runs`() throws {
    for other in ["replication = 2 AND number = 0", "replication = 1 AND number = 2"] {
      let folder = try store(hasBlockChecksums: true)
      try folder.sqlite(
        "UPDATE block SET bytes = b.bytes, length = b.length, checksum = b.checksum FROM "
          + "(SELECT * FROM block WHERE \(other)) b WHERE block.replication = 1 AND block.number = 0"
      )
      let store = try folder.open(.reading)
      #expect(throws: StoreError(path: folder.path, .damagedReplication(0, run: "tiny"))) {
        try readsRightly(store, try store.runs()[0])
      }
    }
    let folder = try store(hasBlockChecksums: true)
    try folder.sqlite("UPDATE run SET seed = '43'")
    let store = try folder.open(.reading)
    #expect(throws: StoreError(path: folder.path, .damagedReplication(0, run: "tiny"))) {
      try readsRightly(store, try store.runs()[0])
    }
  }

  /// What a run that begins anew puts right: all that is not said of the run itself.
  private static let replaced =
    changes.map(\.sql).filter { !$0.contains("run SET") } + [
      "DELETE FROM replication WHERE number = 0"
    ]

  @Test(arguments: replaced)
  func `a run that begins anew replaces what is damaged`(sql: String) throws {
    let folder = try store(hasBlockChecksums: true)
    try folder.sqlite(sql)
    let store = try folder.open()
    let run = try store.begin(Records.description())
    try store.clear(run)
    let archive = StoredReplications(run, in: store)
    for number in 0..<Self.replications {
      try archive.keep(Self.records[number], ofReplication: number)
    }
    #expect(try archive.keptReplications().count == Self.replications)
    #expect(try readsRightly(store, run))
    try store.checkReplications()
  }

  @Test func `a run begins anew where the index of blocks leads to others`() throws {
    let folder = try store(hasBlockChecksums: true)
    let whole = try folder.bytes
    // The first byte of a page that is the leaf of an index, by SQLite's Database File Format, 1.6.
    let indices = stride(from: 0, to: whole.count, by: 16_384).filter { whole[$0] == 10 }
    let places = indices.flatMap { first -> [Int] in
      (first + 12_000..<first + 16_384).filter { whole[$0] != 0 }
    }
    var repaired = 0
    for place in stride(from: 0, to: places.count, by: 7).map({ places[$0] }) {
      var bytes = whole
      bytes[place] ^= 1
      try folder.restore(bytes)
      guard let store = try? folder.open(), let run = try? store.begin(Records.description()),
        (try? readsRightly(store, run)) == nil
      else { continue }
      try store.clear(run)
      try StoredReplications(run, in: store).keep(Self.records[0], ofReplication: 0)
      #expect(try readsRightly(store, run), "byte \(place)")
      repaired += 1
    }
    #expect(repaired > 5)
  }

  @Test func `a store from before blocks had checksums can be read and goes on`() throws {
    let folder = try store(hasBlockChecksums: false)
    let store = try folder.open()
    let run = try store.begin(Records.description())
    #expect(try readsRightly(store, run))
    try StoredReplications(run, in: store)
      .keep(Self.records[Self.replications], ofReplication: Self.replications)
    #expect(try readsRightly(store, run))
    #expect(try store.runs()[0].keptCount == Self.replications + 1)
  }
}

/// Numbers that look random and are always the same.
private struct Sequence {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

extension StoreFolder {
  /// Puts a file in the place of the store, and nothing beside it.
  fileprivate func restore(_ bytes: Data) throws {
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    try bytes.write(to: URL(filePath: path))
  }

  /// Makes the store one of the version before blocks had checksums.
  fileprivate func removeBlockChecksums() throws {
    try sqlite(
      "ALTER TABLE block DROP COLUMN checksum; DELETE FROM grdb_migrations "
        + "WHERE identifier = 'checksums of blocks'; VACUUM"
    )
  }
}
