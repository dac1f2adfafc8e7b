// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Runs of the store whose scenario's files have changed since.
@Suite struct KeptFilesCommandTests {
  /// A scenario of two files over the teaching example, and its run of four replications.
  private struct Bench {
    let store: StoreBench

    init() throws {
      store = try StoreBench()
      try write(multiplier: "1.1", names: "")
      let run = try CommandRunner.run(
        ["run", scenario, "--replications", "4", "--quiet", "--set", "exits.multiplier=*1.5"]
          + ["--store", store.store, "--out", store.folder.path("run")]
      )
      #expect(run.code == 0, "\(run.errors)")
    }

    var scenario: String { store.folder.path("own/scenario.yaml") }

    func write(multiplier: String, names: String) throws {
      let teaching = CommandRunner.root.appending(path: "scenarios/teaching").path
      try store.folder.write(
        "format: 1\nname: {en: base, zh: base}\nextends: \(teaching)\n\(names)",
        to: "base/scenario.yaml",
      )
      try store.folder.write(
        "format: 1\nname: {en: own, zh: own}\nextends: ../base\n"
          + "set:\n  exits.multiplier: \(multiplier)\n",
        to: "own/scenario.yaml",
      )
    }

    func remove(_ path: String) throws {
      try FileManager.default.removeItem(atPath: store.folder.path(path))
    }
  }

  /// What may happen to the files of a scenario.
  private static let changes: [@Sendable (Bench) throws -> Void] = [
    { try $0.write(multiplier: "1.2", names: "") },
    { try $0.write(multiplier: "1.1", names: "yaers: 3\n") }, { try $0.remove("own") },
    { try $0.remove("base") },
  ]

  @Test(arguments: changes.indices)
  func `a run is shown, exported and forked as it was`(change: Int) throws {
    let bench = try Bench()
    let before = try bench.store.command("show", "own", "--lang", "en")
    #expect(before.code == 0 && before.errors.isEmpty, "\(before.errors)")
    try Self.changes[change](bench)
    let note = "The files of run own have changed since it ran; it is read with the copies"
    let shown = try bench.store.command("show", "own", "--lang", "en")
    #expect(shown.output == before.output)
    #expect(shown.errors.hasPrefix(note), "\(shown.errors)")
    let exported = try bench.store.command(
      "export",
      "1",
      "--out",
      bench.store.folder.path("again"),
    )
    #expect(exported.code == 0 && exported.errors.hasPrefix(note), "\(exported.errors)")
    #expect(try bench.store.tables("again") == bench.store.tables("run"))
    let chinese = try bench.store.command("show", "own", "--lang", "zh")
    #expect(chinese.errors.hasPrefix("运行 own 的文件此后已有改动"))
    let fork = ["--quiet", "--from", "own", "--at", "2028", "--seed", "1"]
    try bench.store.run(2, out: "fork", fork)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `without copies the files that have changed are named, and nothing is shown`() throws {
    let bench = try Bench()
    let sql = "sqlite3 '\(bench.store.store)' 'DELETE FROM file'"
    #expect(try CommandRunner.shell(sql).code == 0)
    #expect(try bench.store.command("show", "own").code == 0)
    try bench.write(multiplier: "1.2", names: "")
    for command in ["show", "export"] {
      let result = try bench.store.command(command, "own")
      #expect(result.code == 65)
      #expect(result.errors.contains("have changed since it ran"), "\(result.errors)")
      #expect(result.errors.contains("own/scenario.yaml"))
      #expect(!result.errors.contains("base/scenario.yaml"))
      #expect(result.output.isEmpty)
    }
    let files = try bench.store.command("export", "1", "--files", bench.store.folder.path("back"))
    #expect(files.code == 65 && files.errors.contains("has no copies"), "\(files.errors)")
    try bench.write(multiplier: "1.1", names: "")
    #expect(try bench.store.command("show", "own").code == 0)
  }

  @Test func `files given back make the run again`() throws {
    let bench = try Bench()
    try bench.remove("own")
    let back = bench.store.folder.path("back")
    let given = try bench.store.command("export", "1", "--files", back)
    #expect(given.code == 0, "\(given.errors)")
    let scenario = try #require(given.output.split(separator: "\n").first)
    #expect(scenario.hasPrefix(back + "/") && scenario.hasSuffix("own/scenario.yaml"))
    let command = try #require(given.errors.firstMatch(of: /was made by: workforce (.*)/)?.1)
    let again = bench.store.folder.path("again")
    let run = try CommandRunner.shell("$0 \(command) --no-store --quiet --out '\(again)'")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try bench.store.tables("again") == bench.store.tables("run"))
    #expect(!given.errors.contains("does not make run"), "\(given.errors)")
    for folder in [back, ""] {
      let refused = try bench.store.command("export", "1", "--files", folder)
      #expect(refused.code == 73, "\(refused.errors)")
    }
  }

  @Test func `files that name others from the root are told`() throws {
    let bench = try Bench()
    let parent = bench.store.folder.path("base/scenario.yaml")
    try bench.store.folder.write(
      "format: 1\nname: {en: far, zh: far}\nextends: \(parent)\n",
      to: "far/scenario.yaml",
    )
    let run = try CommandRunner.run(
      ["run", bench.store.folder.path("far"), "--replications", "2", "--quiet"]
        + ["--store", bench.store.store, "--out", bench.store.folder.path("far-run")]
    )
    #expect(run.code == 0, "\(run.errors)")
    try bench.write(multiplier: "1.1", names: "seed: 3\nset: {exits.multiplier: 1.3}\n")
    let given = try bench.store.command(
      "export",
      "far",
      "--files",
      bench.store.folder.path("back"),
    )
    #expect(given.code == 0)
    #expect(given.errors.contains("does not make run far"), "\(given.errors)")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `paths of a store that lead out of the folder are refused`() throws {
    let bench = try Bench()
    for path in ["../../out.yaml", "/a/../../out.yaml", "/..", "/a//b.yaml", "out.yaml"] {
      let sql =
        "sqlite3 '\(bench.store.store)' \"UPDATE source_file SET path = '\(path)' WHERE position = 1\""
      #expect(try CommandRunner.shell(sql).code == 0)
      let back = bench.store.folder.path("in/back")
      let given = try bench.store.command("export", "1", "--files", back)
      #expect(given.code == 65, "\(path): \(given.errors)")
      #expect(!FileManager.default.fileExists(atPath: bench.store.folder.path("in")), "\(path)")
    }
  }

  @Test func `a run of the present folder keeps its name`() throws {
    let bench = try Bench()
    let folder = bench.store.folder
    let run = try CommandRunner.shell(
      "cd '\(folder.path("own"))' && $0 run . --replications 2 --quiet --out ../here --store ../s.sqlite"
    )
    #expect(run.code == 0, "\(run.errors)")
    try bench.write(multiplier: "1.2", names: "")
    let export = try CommandRunner.shell(
      "cd '\(folder.path("base"))' && $0 export 1 --out ../again --store ../s.sqlite"
    )
    #expect(export.code == 0, "\(export.errors)")
    #expect(try bench.store.tables("again") == bench.store.tables("here"))
  }

  @Test func `files that settings name count from the folder of the run`() throws {
    let bench = try StoreBench()
    let program = CommandRunner.root.appending(path: "scenarios/teacherbench").path
    let rows = try String(contentsOfFile: program + "/data/roster.csv", encoding: .utf8)
      .split(separator: "\n", maxSplits: 51).prefix(51).joined(separator: "\n")
    try bench.folder.write(rows + "\n", to: "own/few.csv")
    let run = try CommandRunner.shell(
      "cd '\(bench.folder.path("own"))' && $0 run \(program) --set population.file=few.csv --quiet "
        + "--replications 2 --out ../run --store ../runs.sqlite"
    )
    #expect(run.code == 0, "\(run.errors)")
    try FileManager.default.removeItem(atPath: bench.folder.path("own"))
    let export = try bench.command("export", "1", "--out", bench.folder.path("again"))
    #expect(export.code == 0, "\(export.errors)")
    #expect(try bench.tables("again") == bench.tables("run"))
    let given = try bench.command("export", "1", "--files", bench.folder.path("back"))
    let command = try #require(given.errors.firstMatch(of: /was made by: workforce (.*)/)?.1)
    let third = try CommandRunner.shell(
      "$0 \(command) --no-store --quiet --out '\(bench.folder.path("third"))'"
    )
    #expect(third.code == 0, "\(third.errors)")
    #expect(try bench.tables("third") == bench.tables("run"))
  }

  @Test func `a run stands for its scenario as it was in compare and diff`() throws {
    let bench = try Bench()
    try bench.write(multiplier: "1.4", names: "")
    let differ = try bench.store.command("diff", "1", bench.scenario, "--lang", "en")
    #expect(differ.code == 0, "\(differ.errors)")
    #expect(differ.output.contains(/exits\.multiplier.* 1\.1 +1\.4\n/), "\(differ.output)")
    #expect(differ.output.contains(/exits\.multiplier: scaled +× 1\.5 +× 1\n/), "\(differ.output)")
    let same = try bench.store.command("compare", "1", "own", "--lang", "en")
    #expect(same.code == 0, "\(same.errors)")
    #expect(same.output.contains("Both scenarios are the same"), "\(same.output)")
    let changed = try bench.store.command(
      "compare",
      "1",
      bench.scenario,
      "--what-changed",
      "--json",
      "--quiet",
    )
    #expect(changed.code == 0, "\(changed.errors)")
    #expect(changed.output.contains("\"leavers\""), "\(changed.output)")
    // The run's own replications are not simulated again, and none were added to it.
    let list = try bench.store.command("runs", "--json").output
    #expect(list.components(separatedBy: "\"kept\": 4").count == 3, "\(list)")
  }

  @Test func `a fork stands for no scenario, and what is neither scenario nor run is missing`()
    throws
  {
    let bench = try StoreBench()
    try bench.run(2, out: "base", ["--quiet"])
    try bench.run(2, out: "fork", ["--quiet", "--from", "1", "--at", "2028"])
    let fork = try bench.command("compare", "1", "2")
    #expect(fork.code == 65 && fork.errors.contains("goes on from run teaching"), "\(fork.errors)")
    let missing = try bench.command("compare", "1", "teachng")
    #expect(missing.code == 66, "\(missing.errors)")
    #expect(missing.errors.contains("no such scenario, and no such run"), "\(missing.errors)")
    #expect(missing.errors.contains("Did you mean 'teaching'"), "\(missing.errors)")
    let number = try bench.command("diff", "7", "teaching")
    #expect(
      number.code == 66 && number.errors.hasPrefix("7: there is no such"),
      "\(number.errors)",
    )
  }
}
