// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct RunCommandTests {
  private static let quick = ["run", "scenarios/teaching", "--replications", "6", "--quiet"]

  /// The CSV files of a run folder, by name.
  private func tables(in path: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".csv") }.map {
        ($0, try Data(contentsOf: URL(filePath: path).appending(path: $0)))
      }
    )
  }

  private func run(_ more: [String], into folder: TemporaryFolder, as name: String) throws
    -> [String: Data]
  {
    let result = try CommandRunner.run(Self.quick + ["--out", folder.path(name)] + more)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.isEmpty && result.errors.isEmpty)
    return try tables(in: folder.path(name))
  }

  @Test func `the same command gives the same bytes, on any number of threads`() throws {
    let folder = try TemporaryFolder()
    let first = try run(["--threads", "1"], into: folder, as: "a")
    #expect(first.count >= 10)
    #expect(try run(["--threads", "1"], into: folder, as: "b") == first)
    #expect(try run(["--threads", "2"], into: folder, as: "c") == first)
    #expect(try run(["--threads", "4"], into: folder, as: "d") == first)
  }

  @Test func `a workbook is written, listed and the same on any number of threads`() throws {
    let folder = try TemporaryFolder()
    let workbooks = try ["1", "4"].map { threads in
      let tables = try run(
        ["--format", "csv,xlsx", "--threads", threads, "--lang", "zh"],
        into: folder,
        as: threads,
      )
      #expect(tables.count >= 10)
      return try Data(contentsOf: folder.url.appending(path: "\(threads)/projection.xlsx"))
    }
    #expect(workbooks[0] == workbooks[1])
    #expect(workbooks[0].starts(with: Array("PK".utf8)))
    let manifest = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.url.appending(path: "1/manifest.json"))
    )
    let files = (manifest as? [String: Any])?["files"] as? [[String: Any]] ?? []
    let entry = files.first { $0["path"] as? String == "projection.xlsx" }
    #expect(entry?["bytes"] as? Int == workbooks[0].count)
  }

  @Test func `another seed gives other numbers`() throws {
    let folder = try TemporaryFolder()
    let first = try run([], into: folder, as: "a")
    let second = try run(["--seed", "7"], into: folder, as: "b")
    #expect(first["summary.csv"] != second["summary.csv"])
    #expect(first["labels.csv"] == second["labels.csv"])
  }

  @Test func `a lever set to its own value changes no byte`() throws {
    let folder = try TemporaryFolder()
    let base = try run([], into: folder, as: "a")
    let same = try run(
      ["--set", "exits.multiplier=1", "--set", "recruitment.multiplier=*1"],
      into: folder,
      as: "b",
    )
    #expect(base == same)
  }

  @Test func `the summary is a page on standard output, and JSON on request`() throws {
    let folder = try TemporaryFolder()
    let base = ["run", "scenarios/teaching", "--replications", "4", "--out", folder.path("a")]
    let page = try CommandRunner.run(base + ["--lang", "en"])
    #expect(page.code == 0)
    #expect(page.output.contains("headcount"))
    let chinese = try CommandRunner.run(base, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.output.contains("教师人数"))
    let json = try CommandRunner.run(base + ["--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect(object is [String: Any])
  }

  @Test func `results that cannot be written end with code 73 or 74 and no half file`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "taken")
    let blocked = try CommandRunner.run(Self.quick + ["--out", folder.path("taken/results")])
    #expect(blocked.code == 73)
    #expect(blocked.errors.contains("taken"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["taken"])
  }

  @Test(arguments: ["csv", "xlsx"])
  func `a full disk ends with code 74, a message and no half file`(format: String) throws {
    let folder = try TemporaryFolder()
    let line =
      "ulimit -f 4; exec $0 run scenarios/teaching --replications 4 --quiet --format \(format) "
      + "--out '\(folder.path("results"))'"
    let result = try CommandRunner.shell(line)
    #expect(result.code == 74, "\(result.errors)")
    #expect(result.errors.contains("results"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `ctrl-c ends with code 130, says so and writes nothing`() throws {
    let folder = try TemporaryFolder()
    let line =
      "$0 run scenarios/teaching --replications 1000000 --quiet "
      + "--out '\(folder.path("results"))' & sleep 3; kill -INT $!; wait $!"
    let result = try CommandRunner.shell(line)
    #expect(result.code == 130, "\(result.errors)")
    #expect(result.errors.contains("nothing was written"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  /// Wrong command lines and the exit codes that they end with.
  private static let wrongCommands: [(line: String, code: Int32)] = [
    ("run", 64),
    ("run scenarios/teaching --replications 0", 64),
    ("run scenarios/teaching --threads 0", 64),
    ("run scenarios/teaching --lang fr", 64),
    ("run scenarios/teaching --format pdf", 64),
    ("run scenarios/nowhere", 66),
    ("validate scenarios/nowhere", 66),
    ("run scenarios/teaching --set exits.multiplyer=1", 65),
    ("explain scenarios/teaching no.such.thing", 65),
  ]

  @Test(arguments: wrongCommands)
  func `a wrong command ends with its exit code`(line: String, code: Int32) throws {
    let result = try CommandRunner.run(line.split(separator: " ").map(String.init))
    #expect(result.code == code, "\(result.errors)")
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
  }
}
