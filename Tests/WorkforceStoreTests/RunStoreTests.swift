// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceSim
import WorkforceStore

@Suite struct RunStoreTests {
  @Test func `a run is found by its key, whatever the number of replications`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let first = try store.begin(Records.description(replications: 4))
    let longer = try store.begin(Records.description(replications: 200))
    #expect(longer.id == first.id)
    #expect(longer.description.replications == 200)
    #expect(try store.begin(Records.description(replications: 10)).description.replications == 200)
    #expect(try store.runs().count == 1)
  }

  /// Keys that differ from the standard one in one part each.
  private static let otherKeys = [
    Records.description(scenario: "f00dfeed76543210"), Records.description(seed: .max),
    Records.description(build: "b2"),
  ]

  @Test(arguments: otherKeys)
  func `a key that differs in anything is another run`(description: RunDescription) throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let first = try store.begin(Records.description())
    let other = try store.begin(description)
    #expect(other.id != first.id)
    #expect(other.description == description)
    #expect([first.name, other.name] == ["tiny", "tiny-2"])
  }

  @Test func `what was written down is read back by another opening`() throws {
    let folder = try StoreFolder()
    let run = try folder.open().begin(Records.description(seed: .max))
    let again = try #require(try folder.open(.reading).runs().first)
    #expect(again == run)
    #expect(again.description == Records.description(seed: .max))
  }

  @Test func `where a forked run comes from is read back`() throws {
    let folder = try StoreFolder()
    let fork = ScenarioFork(run: "基线", fingerprint: "feed", year: 2027)
    let store = try folder.open()
    _ = try store.begin(Records.description())
    _ = try store.begin(Records.description(scenario: "beef", fork: fork))
    try store.close()
    #expect(try folder.open(.reading).runs().map(\.description.fork) == [nil, fork])
  }

  @Test func `a fork names its run as it is called now`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let base = try store.begin(Records.description(scenario: "feed0123456789"))
    let fork = ScenarioFork(run: base.name, fingerprint: "feed0123456789", year: 2027)
    let forked = try store.begin(Records.description(scenario: "beef", fork: fork))
    func name() throws -> String? {
      try store.run(forked.description.key)?.description.fork?.run
    }
    #expect(try name() == "tiny")
    #expect(try store.rename(base, to: "last spring"))
    #expect(try name() == "last spring")
    let other = try store.begin(Records.description(scenario: "other"))
    #expect(try store.rename(other, to: "tiny"))
    #expect(try name() == "last spring")
    try store.remove([base])
    #expect(try name() == "feed01234567")
    try store.remove([other])
    #expect(try name() == "tiny")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `a store from before there were forks takes the step when it is opened`() throws {
    let folder = try StoreFolder()
    try folder.filled(2).0.close()
    try folder.sqlite(
      "ALTER TABLE run DROP COLUMN fork_run; ALTER TABLE run DROP COLUMN fork_fingerprint; "
        + "ALTER TABLE run DROP COLUMN fork_year; "
        + "DELETE FROM grdb_migrations WHERE identifier = 'where forked runs come from'"
    )
    let runs = try folder.open(.reading).runs()
    #expect(runs.map(\.keptCount) == [2] && runs[0].description.fork == nil)
    let fork = ScenarioFork(run: "base", fingerprint: "feed", year: 2027)
    let run = try folder.open().begin(Records.description(scenario: "beef", fork: fork))
    #expect(run.description.fork == fork)
  }

  @Test func `names are given once, and notes stay with their run`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let first = try store.begin(Records.description())
    let second = try store.begin(Records.description(seed: 7))
    #expect(try store.rename(second, to: "base line"))
    #expect(try !store.rename(first, to: "base line"))
    #expect(try store.rename(first, to: "tiny"))
    try store.note("looked at 基线", on: second)
    _ = try store.begin(Records.description(seed: 7))
    #expect(try store.runs().map(\.name) == ["tiny", "base line"])
    #expect(try store.runs().map(\.note) == ["", "looked at 基线"])
  }

  @Test func `a run that is removed gives its space back and its id is not used again`() throws {
    let folder = try StoreFolder()
    let (store, run) = try folder.filled(20)
    let full = try store.size()
    #expect(full > 20 * 3 * 16_384)
    try store.remove([run])
    #expect(try store.runs().isEmpty)
    #expect(try store.size() < full / 4)
    #expect(try folder.bytes.count < full / 4)
    #expect(try store.begin(Records.description()).id > run.id)
  }

  @Test func `a run that is cleared keeps its name and begins again`() throws {
    let folder = try StoreFolder()
    let (store, run) = try folder.filled(4)
    try store.clear(run)
    #expect(try store.runs()[0].keptCount == 0)
    #expect(try StoredReplications(run, in: store).keptReplications().isEmpty)
  }

  @Test func `words name runs by id, name and fingerprint`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let first = try store.begin(Records.description())
    let second = try store.begin(Records.description(scenario: "f00dbeef"))
    let runs = try store.runs()
    func ids(_ word: String) -> [Int64] { StoredRun.named(word, among: runs).map(\.id) }
    #expect(ids("\(second.id)") == [second.id])
    #expect(ids("tiny") == [first.id])
    #expect(ids("F00DBE") == [second.id])
    #expect(ids("f00d") == [first.id, second.id])
    #expect(ids("f00").isEmpty && ids("tin").isEmpty && ids("99").isEmpty)
  }

  @Test(
    arguments: ["", "12", "+12", "99999999999999999999", "a/b", ".", "..", "-x", " ", "\u{3000}"]
      + ["a\nb", "a\tb", "\u{1B}[31m", "a\u{9B}b", "a\u{2028}b"]
  )
  func `a name that would be mistaken is refused`(name: String) {
    #expect(StoredRun.problem(ofName: name) != nil)
    #expect(StoredRun.problem(ofName: "基线 2") == nil)
  }

  /// Names of scenario folders that cannot be names of runs, and what the runs are called.
  private static let folders = [
    ("1", "run-1"), ("-x", "x"), ("--2", "run-2"), ("..", "run-.."), ("  ", "run"), ("---", "run"),
    ("two\nlines\tand more", "two lines and more"), ("\u{1B}[31mred", "[31mred"), ("基线 2", "基线 2"),
  ]

  @Test(arguments: folders)
  func `the name of a scenario becomes one that a run may have`(scenario: String, name: String)
    throws
  {
    let folder = try StoreFolder()
    let store = try folder.open()
    var first = Records.description()
    first.scenarioName = scenario
    var second = Records.description(seed: 7)
    second.scenarioName = scenario
    #expect(try store.begin(first).name == name)
    #expect(try store.begin(second).name == "\(name)-2")
    #expect(try store.runs()[0].description.scenarioName == scenario)
  }

  @Test func `an id that is another run's name names both`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let first = try store.begin(Records.description())
    let second = try store.begin(Records.description(seed: 7))
    #expect(try store.rename(second, to: "\(first.id)"))
    let runs = try store.runs()
    #expect(StoredRun.named("\(first.id)", among: runs).map(\.id) == [first.id, second.id])
    #expect(StoredRun.named("\(second.id)", among: runs).map(\.id) == [second.id])
  }
}
