// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What keeps a scenario from going on from a year of a run, and what the user is told.
@Suite struct ForkRefusalTests {
  /// The words of a command line, its exit code and what it says.
  private static let wrong: [(words: String, code: Int32, text: String)] = [
    ("--from teaching", 64, "--at is missing"),
    ("--at 2027", 64, "--from is missing"),
    ("--from teaching --at 2035", 65, "write a year from 2026 to 2034"),
    ("--from teaching --at 2025", 65, "write a year from 2026 to 2034"),
    ("--from teaching --at 2028 --through 2028", 65, "write a year from 2026 to 2027"),
    ("--from teching --at 2027", 66, "Did you mean 'teaching'?"),
    ("--from teaching --at 2027 --seed 9", 65, "the seed is 9, but that of the run is 1"),
    ("--from teaching --at 2027 --set method=expected", 65, "'method' is expected"),
  ]

  @Test func `each mistake is told with what to write`() throws {
    let bench = try StoreBench()
    try bench.run(2, out: "base", ["--quiet"])
    for (words, code, text) in Self.wrong {
      let more = words.split(separator: " ").map(String.init)
      let result = try CommandRunner.run(bench.arguments(2, out: "fork") + more)
      #expect(result.code == code, "\(words): \(result.errors)")
      #expect(result.errors.contains(text), "\(words): \(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path("fork")))
    #expect(try bench.command("runs", "--json").output.contains("\"kept\": 2"))
  }

  @Test func `without a store there is nothing to go on from`() throws {
    let bench = try StoreBench()
    let fork = ["run", "scenarios/teaching", "--from", "teaching", "--at", "2027"]
    let without = try CommandRunner.run(fork + ["--no-store"])
    #expect(without.code == 64 && without.errors.contains("Leave --no-store out"))
    let missing = try CommandRunner.run(fork + ["--store", bench.store])
    #expect(missing.code == 66 && missing.errors.contains("no such store"), "\(missing.errors)")
    #expect(!FileManager.default.fileExists(atPath: bench.store))
    let turnedOff = try CommandRunner.run(fork)
    #expect(turnedOff.code == 64 && turnedOff.errors.contains("WORKFORCE_STORE"))
  }

  @Test func `the seed is the run's unless another one is asked for`() throws {
    let bench = try StoreBench()
    try bench.run(2, out: "base", ["--quiet", "--seed", "5"])
    try bench.run(2, out: "fork", ["--quiet", "--from", "1", "--at", "2027"])
    let list = try bench.command("runs", "--json").output
    #expect(list.components(separatedBy: "\"seed\": 5").count == 3, "\(list)")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `a run whose files have changed and have no copies cannot be gone on from`() throws {
    let bench = try StoreBench()
    let teaching = CommandRunner.root.appending(path: "scenarios/teaching").path
    func write(_ multiplier: String) throws {
      try bench.folder.write(
        "format: 1\nname: {en: own, zh: own}\nextends: \(teaching)\n"
          + "set:\n  exits.multiplier: \(multiplier)\n",
        to: "own/scenario.yaml",
      )
    }
    try write("1.1")
    let own = ["run", bench.folder.path("own"), "--replications", "2", "--store", bench.store]
    let base = try CommandRunner.run(own + ["--quiet", "--out", bench.folder.path("base")])
    #expect(base.code == 0, "\(base.errors)")
    try write("1.2")
    let sql = "sqlite3 '\(bench.store)' 'DELETE FROM file'"
    #expect(try CommandRunner.shell(sql).code == 0)
    let fork = try CommandRunner.run(
      bench.arguments(2, out: "f") + ["--from", "own", "--at", "2027"]
    )
    #expect(fork.code == 65, "\(fork.errors)")
    #expect(fork.errors.contains("own/scenario.yaml"), "\(fork.errors)")
  }
}
