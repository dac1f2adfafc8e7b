// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Runs that go on from a year of another run of the store.
@Suite struct ForkCommandTests {
  /// The CSV files of a run folder, by name.
  private func csv(_ bench: StoreBench, _ out: String) throws -> [String: Data] {
    try bench.tables(out).filter { $0.key.hasSuffix(".csv") }
  }

  @Test(arguments: ["2026", "2030", "2034"])
  func `a scenario forked from itself has the bytes of its run`(year: String) throws {
    let bench = try StoreBench()
    try bench.run(8, out: "base", ["--quiet"])
    try bench.run(8, out: "fork", ["--quiet", "--from", "teaching", "--at", year])
    #expect(try csv(bench, "fork").count > 10)
    #expect(try csv(bench, "fork") == csv(bench, "base"))
  }

  @Test(arguments: ["1", "2", "4"])
  func `what changes after the year has the bytes of an ordinary run`(threads: String) throws {
    let bench = try StoreBench()
    let lever = ["--quiet", "--set", "exits.multiplier@2028-09-01=2"]
    try bench.run(8, out: "base", ["--quiet"])
    try bench.run(8, out: "ordinary", lever)
    try bench.run(8, out: "fork", lever + ["--from", "1", "--at", "2027", "--threads", threads])
    #expect(try csv(bench, "fork") == csv(bench, "ordinary"))
    #expect(try csv(bench, "fork") != csv(bench, "base"))
  }

  @Test func `the years up to the fork are those of the run, whatever the scenario says`() throws {
    let bench = try StoreBench()
    try bench.run(8, out: "base", ["--quiet"])
    let lever = ["--set", "exits.multiplier=3", "--set", "need.class_size=*1.3"]
    try bench.run(8, out: "fork", ["--quiet", "--from", "1", "--at", "2027"] + lever)
    func rows(_ out: String, _ years: ClosedRange<Int>) throws -> [String] {
      try String(decoding: csv(bench, out)["summary.csv"] ?? Data(), as: UTF8.self)
        .split(separator: "\r\n").map(String.init).filter { row in
          years.contains { row.hasPrefix("\($0),") }
        }
    }
    #expect(try rows("base", 2026...2027).count > 40)
    #expect(try rows("fork", 2026...2027) == rows("base", 2026...2027))
    #expect(try rows("fork", 2028...2028) != rows("base", 2028...2028))
  }

  @Test func `a fork whose own parameters are certain does not say that all is chance`() throws {
    let bench = try StoreBench()
    try bench.run(60, out: "base", ["--quiet"])
    let certain = bench.arguments(60, out: "fork") + ["--set", "exits.resigned.probability=0.04"]
    let fork = try CommandRunner.run(certain + ["--from", "1", "--at", "2030"])
    #expect(fork.output.contains("uncertain parameters cause"), "\(fork.output)")
    #expect(!fork.output.contains("No parameter is uncertain"), "\(fork.output)")
    let whole = try CommandRunner.run(certain + ["--fresh"])
    #expect(whole.output.contains("No parameter is uncertain"), "\(whole.output)")
  }

  @Test func `a fork that was stopped goes on with the same bytes`() throws {
    let bench = try StoreBench()
    let fork = ["--quiet", "--from", "teaching", "--at", "2029", "--set", "exits.multiplier=1.5"]
    try bench.run(2, out: "base", ["--quiet"])
    try bench.run(40, out: "whole", fork + ["--fresh"])
    try bench.run(13, out: "part", fork + ["--fresh"])
    let words = (bench.arguments(40, out: "again") + fork).map { "'\($0)'" }.joined(separator: " ")
    _ = try CommandRunner.shell("$0 \(words) & p=$!; sleep 0.3; kill -KILL $p; wait $p")
    try bench.run(40, out: "again", fork)
    #expect(try bench.tables("again") == bench.tables("whole"))
    let list = try bench.command("runs", "--json").output
    #expect(list.components(separatedBy: "\"kept\": 40").count == 2, "\(list)")
  }

  @Test(arguments: [("en", "forked from teaching at 2028"), ("zh", "自“teaching”2028学年末起另行推算")])
  func `run, show, runs and the manifest say what a fork is`(
    language: String,
    text: String,
  ) throws {
    let bench = try StoreBench()
    try bench.run(4, out: "base", ["--quiet"])
    let words = bench.arguments(4, out: "fork") + ["--from", "1", "--at", "2028"]
    #expect(try CommandRunner.run(words + ["--lang", language]).output.contains(text))
    for run in ["2", bench.folder.path("fork")] {
      let shown = try bench.command("show", run, "--lang", language)
      #expect(shown.output.contains(text), "\(shown.output)\(shown.errors)")
    }
    let list = try bench.command("runs", "--lang", language).output
    #expect(list.contains(text), "\(list)")
    let manifest = try String(
      contentsOf: bench.folder.url.appending(path: "fork/manifest.json"),
      encoding: .utf8,
    )
    #expect(manifest.contains(/"fork": \{\s*"run": "teaching",\s*"fingerprint": "[0-9a-f]{64}"/))
    #expect(manifest.contains("\"year\": 2028"))
  }

  @Test func `a fork is exported, also after its run was removed`() throws {
    let bench = try StoreBench()
    let formats = ["--format", "csv,json,xlsx", "--quiet"]
    try bench.run(4, out: "base", ["--quiet"])
    try bench.run(4, out: "fork", ["--from", "teaching", "--at", "2027"] + formats)
    #expect(try bench.command("remove", "1", "--yes").code == 0)
    let result = try CommandRunner.run(
      ["export", "2", "--out", bench.folder.path("again"), "--store", bench.store]
        + formats.dropLast()
    )
    #expect(result.code == 0, "\(result.errors)")
    #expect(try bench.tables("again") == bench.tables("fork"))
    let manifest = try String(
      contentsOf: bench.folder.url.appending(path: "again/manifest.json"),
      encoding: .utf8,
    )
    #expect(manifest.contains("--from teaching --at 2027 --store \(bench.store)"))
  }

  @Test func `a fork can be forked, as long as its run is there`() throws {
    let bench = try StoreBench()
    try bench.run(4, out: "base", ["--quiet"])
    try bench.run(4, out: "fork", ["--quiet", "--from", "1", "--at", "2027"])
    try bench.run(4, out: "again", ["--quiet", "--from", "2", "--at", "2030"])
    #expect(try csv(bench, "again") == csv(bench, "base"))
    #expect(try bench.command("remove", "1", "--yes").code == 0)
    let words = bench.arguments(4, out: "third") + ["--from", "2", "--at", "2031"]
    let refused = try CommandRunner.run(words)
    #expect(refused.code == 65, "\(refused.errors)")
    #expect(refused.errors.contains("forked from run teaching"), "\(refused.errors)")
  }

  @Test func `a fork runs until a figure is known, and foresees what it takes`() throws {
    let bench = try StoreBench()
    try bench.run(2, out: "base", ["--quiet"])
    let fork = ["--from", "teaching", "--at", "2027"]
    let forecast = try bench.run(8, out: "none", fork + ["--forecast", "--lang", "en"])
    #expect(forecast.contains("more replications"), "\(forecast)")
    let told = try bench.run(30, out: "until", fork + ["--until", "headcount.2030 ± 1000"])
    #expect(told.contains("headcount.2030"), "\(told)")
  }

  @Test func `schools, placement and the page of a school are those of the run`() throws {
    let bench = try StoreBench()
    try bench.folder.write(SchoolsScenario.text, to: "schools/scenario.yaml")
    func run(_ out: String, _ more: [String]) throws {
      let words = ["run", bench.folder.path("schools"), "--replications", "4", "--quiet"]
      let places = ["--store", bench.store, "--out", bench.folder.path(out)]
      let result = try CommandRunner.run(words + places + more)
      #expect(result.code == 0, "\(result.errors)")
    }
    try run("base", [])
    try run("fork", ["--from", "1", "--at", "2028"])
    #expect(try csv(bench, "fork") == csv(bench, "base"))
    let school = "town_primary_all_001"
    let pages = try ["1", "2"].map { try bench.command("explain-school", $0, school).output }
    #expect(pages[1].contains("forked from schools at 2028"), "\(pages[1])")
    let figures = pages.map { $0.split(separator: "\n").filter { !$0.contains("fingerprint") } }
    #expect(figures[0].count > 10 && figures[0].suffix(8) == figures[1].suffix(8))
    #expect(try bench.command("show", "2", "--placement").code == 0)
  }
}
