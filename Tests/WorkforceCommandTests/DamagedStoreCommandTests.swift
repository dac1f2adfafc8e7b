// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What commands do with a store that other hands or a bad disk have changed.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
struct DamagedStoreCommandTests {
  private static let replications = 12

  private func change(_ bench: StoreBench, _ sql: String) throws {
    let result = try CommandRunner.shell("sqlite3 '\(bench.store)' \"\(sql)\"")
    try #require(result.code == 0, "\(result.errors)")
  }

  /// All that the store has.
  private func content(_ bench: StoreBench) throws -> String {
    try CommandRunner.shell("sqlite3 '\(bench.store)' .dump").output
  }

  /// What is changed, and what is said about it.
  private static let damages: [(sql: String, text: String)] = [
    ("UPDATE block SET length = -1", "replication 1 of run teaching is damaged"),
    ("UPDATE block SET length = 9223372036854775807", "replication 1 of run teaching is damaged"),
    ("UPDATE replication SET checksum = zeroblob(32)", "replication 1 of run teaching is damaged"),
    (
      "UPDATE block SET bytes = (SELECT bytes FROM block b WHERE b.number = block.number "
        + "AND b.replication <> block.replication) WHERE replication = (SELECT id FROM replication WHERE number = 4)",
      "replication 5 of run teaching is damaged",
    ), ("UPDATE replication SET number = -1 WHERE number = 3", "the list of replications of run"),
    (
      "UPDATE replication SET stored_bytes = 9223372036854775807",
      "the list of replications of run",
    ),
  ]

  @Test(arguments: damages)
  func `damaged replications are told by every command that reads them, and replaced by fresh ones`(
    sql: String,
    text: String,
  ) throws {
    let bench = try StoreBench()
    try bench.run(Self.replications, out: "whole", ["--quiet"])
    try change(bench, sql)
    let before = try content(bench)
    let commands: [[String]] = [
      bench.arguments(Self.replications, out: "again"), ["export", "1", "--store", bench.store],
      ["show", "1", "--store", bench.store],
      bench.arguments(Self.replications, out: "again") + ["--until", "headcount.2030 ± 1%"],
      ["compare", "scenarios/teaching", "scenarios/teaching"]
        + ["--replications", "\(Self.replications)", "--store", bench.store],
    ]
    for command in commands {
      let result = try CommandRunner.run(command)
      #expect(result.code == 65, "\(command): \(result.code) \(result.errors)")
      #expect(result.errors.contains(text), "\(command): \(result.errors)")
      #expect(result.errors.contains(bench.store) && result.errors.contains("--fresh"))
      #expect(result.errors.contains("workforce remove 'teaching'"))
    }
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path("again")))
    let listed = try bench.command("runs")
    #expect(listed.output.contains("teaching"))
    #expect(listed.code == (text.hasPrefix("the list") ? 65 : 0))
    #expect(try content(bench) == before)
    try bench.run(Self.replications, out: "again", ["--quiet", "--fresh"])
    #expect(try bench.tables("again") == bench.tables("whole"))
    #expect(try bench.command("runs").code == 0)
  }

  @Test func `a run that is damaged can be removed`() throws {
    let bench = try StoreBench()
    try bench.run(2, out: "whole", ["--quiet"])
    try change(
      bench,
      "UPDATE replication SET stored_bytes = 9223372036854775807, number = -1 - number",
    )
    let result = try bench.command("remove", "teaching", "--yes")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try bench.command("runs", "--lang", "en").output.contains("holds no runs"))
  }

  @Test func `blocks that were left behind do not get into the way of a run that begins anew`()
    throws
  {
    let bench = try StoreBench()
    try bench.run(4, out: "whole", ["--quiet"])
    try change(bench, "DELETE FROM replication WHERE number = 0")
    try bench.run(4, out: "again", ["--quiet", "--fresh"])
    #expect(try bench.tables("again") == bench.tables("whole"))
  }
}
