// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Runs that are stopped in every way go on and end with the bytes of an undisturbed run.
@Suite struct ResumeTests {
  private static let total = 160

  /// The tables of a run that nothing disturbed and that kept nothing.
  private static let undisturbed = Result {
    let bench = try StoreBench()
    try bench.run(total, out: "whole", ["--quiet"])
    return try bench.tables("whole")
  }

  @Test func `a run that is killed ten times ends with the same bytes`() throws {
    let bench = try StoreBench()
    let words =
      bench.arguments(Self.total, out: "whole").map { "'\($0)'" }.joined(separator: " ")
      + " --quiet --threads 2"
    var kept = 0
    var kills = 0
    for delay in Self.delays {
      // The shell has not waited for its child yet, so the number cannot be another process's.
      let line =
        "$0 \(words) & p=$!; sleep \(delay); kill -KILL $p 2>/dev/null; wait $p 2>/dev/null"
      if try CommandRunner.shell(line).code == 128 + SIGKILL { kills += 1 }
      let now = try bench.kept()
      #expect(now >= kept, "\(kept) replications were kept, and after a kill \(now)")
      kept = now
    }
    #expect(kills >= 3, "only \(kills) of the runs were stopped before their end")
    let told = try bench.run(Self.total, out: "whole")
    #expect(kept == 0 || told.contains("\(Self.total) replications were kept"), "\(told)")
    #expect(try bench.tables("whole") == Self.undisturbed.get())
  }

  /// Moments of a run of some seconds, those of its beginning among them.
  private static let delays = (0..<10).map { 0.05 * Double(1 << ($0 / 2)) * .random(in: 0.5...2) }

  @Test(arguments: ["1", "2", "4"])
  func `a run goes on with any number of threads`(threads: String) throws {
    let bench = try StoreBench()
    try bench.run(60, out: "part", ["--quiet", "--threads", "2"])
    let told = try bench.run(Self.total, out: "whole", ["--threads", threads, "--lang", "en"])
    #expect(told.contains("60 of \(Self.total) replications were kept as run teaching"))
    #expect(try bench.tables("whole") == Self.undisturbed.get())
  }

  @Test func `fewer replications are the first of those that are kept`() throws {
    let bench = try StoreBench()
    try bench.run(40, out: "many", ["--quiet"])
    let told = try bench.run(10, out: "few")
    #expect(told.contains("All 10 replications were kept"))
    try bench.run(10, out: "alone", ["--quiet", "--fresh"])
    #expect(try bench.tables("few") == bench.tables("alone"))
  }

  @Test func `another seed or setting does not use what is kept`() throws {
    let bench = try StoreBench()
    try bench.run(6, out: "a", ["--quiet"])
    for more in [["--seed", "7"], ["--set", "exits.multiplier=1.1"], ["--through", "2030"]] {
      #expect(try bench.run(6, out: "b", more).isEmpty)
    }
    #expect(try bench.run(6, out: "c", ["--set", "exits.multiplier=1"]).contains("All 6"))
  }

  @Test func `fresh replications are simulated though others are kept`() throws {
    let bench = try StoreBench()
    try bench.run(6, out: "a", ["--quiet"])
    #expect(try bench.run(6, out: "b", ["--fresh"]).isEmpty)
    #expect(try bench.tables("a") == bench.tables("b"))
    #expect(try bench.kept() == 6)
  }

  @Test(arguments: [("en", "The same command goes on from there"), ("zh", "再次执行同一命令即可继续")])
  func `ctrl-c says how many are kept and how to go on`(language: String, text: String) throws {
    let bench = try StoreBench()
    let line =
      "$0 run scenarios/teaching --replications 1000000 --quiet --lang \(language) "
      + "--store '\(bench.store)' --out '\(bench.folder.path("out"))' & sleep 4; kill -INT $!; wait $!"
    let result = try CommandRunner.shell(line)
    #expect(result.code == 130, "\(result.errors)")
    #expect(result.errors.contains(text), "\(result.errors)")
    let kept = try bench.kept()
    #expect(kept > 0 && result.errors.contains("\(kept)"))
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path("out")))
  }

  @Test(arguments: [true, false])
  func `ctrl-c while tables are written leaves none, and the run can be had again`(
    keeps: Bool
  ) throws {
    let bench = try StoreBench()
    let words = bench.arguments(120, out: "out").map { "'\($0)'" }.joined(separator: " ")
    let store = keeps ? words : words.replacing(" '--store' '\(bench.store)'", with: " --no-store")
    // The first table that has its name says that the others are being written.
    let line =
      "$0 \(store) --quiet --lang en & p=$!; "
      + "until ls '\(bench.folder.url.path)'/.out.partial-*/*.csv 2>/dev/null || ! kill -0 $p; "
      + "do sleep 0.01; done; kill -INT $p; wait $p"
    let result = try CommandRunner.shell(line)
    #expect(result.code == 130, "\(result.errors)")
    #expect(result.errors.contains("out was not written"), "\(result.errors)")
    #expect(result.errors.contains("without simulating again") == keeps)
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder.url.path)
    #expect(!names.contains { $0.contains("out") }, "\(names)")
    guard keeps else { return }
    #expect(try bench.run(120, out: "out").contains("All 120"))
    #expect(try bench.tables("out")["summary.csv"] != nil)
  }

  @Test func `four runs at once do not lock each other out`() throws {
    let bench = try StoreBench()
    let runs = ["--seed 1", "--seed 1", "--seed 2", "--seed 3"].enumerated().map { number, seed in
      "$0 run scenarios/teaching --replications 60 --quiet --threads 2 \(seed) "
        + "--store '\(bench.store)' --out '\(bench.folder.path("out\(number)"))' & p\(number)=$!"
    }
    let result = try CommandRunner.shell(
      runs.joined(separator: "\n") + "\nwait $p0 && wait $p1 && wait $p2 && wait $p3"
    )
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(try bench.tables("out0") == bench.tables("out1"))
    #expect(try bench.tables("out0") != bench.tables("out2"))
    let list = try bench.command("runs", "--json").output
    #expect(list.components(separatedBy: "\"kept\": 60").count == 4)
  }

  @Test func `a full disk keeps what is finished, and the run goes on when there is room`() throws {
    let bench = try StoreBench()
    // The limit is in units of 512 bytes: room for some of the replications.
    let line =
      "ulimit -f 4000; exec $0 run scenarios/teaching --replications \(Self.total) --quiet "
      + "--store '\(bench.store)' --out '\(bench.folder.path("whole"))'"
    let result = try CommandRunner.shell(line)
    #expect(result.code == 74, "\(result.errors)")
    #expect(result.errors.contains("Free some space"), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path("whole")))
    let kept = try bench.kept()
    #expect((1..<Self.total).contains(kept))
    try bench.run(Self.total, out: "whole", ["--quiet"])
    #expect(try bench.tables("whole") == Self.undisturbed.get())
  }

  @Test func `a scenario in expected values keeps its one replication`() throws {
    let bench = try StoreBench()
    let more = ["--set", "method=expected"]
    #expect(try bench.run(5, out: "a", more).isEmpty)
    #expect(try bench.run(5, out: "b", more).contains("All 1 replications were kept"))
    #expect(try bench.tables("a") == bench.tables("b"))
  }
}
