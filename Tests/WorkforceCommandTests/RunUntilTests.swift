// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// `workforce run --until` and `--forecast` as a user calls them.
struct RunUntilTests {
  @Test func `a run until a goal is met is a run of so many replications`() throws {
    let bench = try StoreBench()
    let words = ["run", "scenarios/teaching", "--store", bench.store, "--lang", "en"]
    let until = try CommandRunner.run(
      words + ["--until", "headcount.2033 +- 0.4", "--out", bench.folder.path("until")]
    )
    #expect(until.code == 0, "\(until.errors)")
    let lines = until.errors.split(separator: "\n")
    let last = try #require(lines.last { $0.hasPrefix("headcount.2033 is") })
    let count = try #require(
      last.firstMatch(of: /after ([\d,]+) replications; ± 0\.400 was asked\./)?.1
    ).replacing(",", with: "")
    #expect(try #require(Int(count)) > 20, "one step meets the goal already")
    #expect(lines.contains { $0.contains("takes about") })
    let plain = try CommandRunner.run([
      "run", "scenarios/teaching", "--replications", String(count), "--quiet", "--out",
      bench.folder.path("plain"),
    ])
    #expect(plain.code == 0, "\(plain.errors)")
    #expect(try bench.tables("until") == bench.tables("plain"))
    // Given again, nothing is left to simulate.
    let again = try CommandRunner.run(
      words + ["--until", "headcount.2033 +- 0.4", "--out", bench.folder.path("again")]
    )
    #expect(again.errors.contains("nothing is simulated"))
    #expect(try bench.tables("again") == bench.tables("plain"))
  }

  @Test func `the number of replications is a limit`() throws {
    let folder = try TemporaryFolder()
    let result = try CommandRunner.run([
      "run", "scenarios/teaching", "--until", "headcount.2033 ± 0.01", "--replications", "30",
      "--lang", "en", "--out", folder.path("out"),
    ])
    #expect(result.code == 0)
    #expect(result.errors.contains("more than --replications allows"))
    #expect(result.output.contains("30 replications"))
  }

  @Test func `several goals must all be met, in both languages`() throws {
    let folder = try TemporaryFolder()
    let result = try CommandRunner.run([
      "run", "scenarios/teaching", "--until", "headcount.town.2033 ± 5%", "--until",
      "shortage.2030 ± 100", "--lang", "zh", "--out", folder.path("out"),
    ])
    #expect(result.code == 0)
    #expect(result.errors.contains("headcount.town.2033：20次重复后"))
    #expect(result.errors.contains("shortage.2030：20次重复后") && result.errors.contains("已达到"))
  }

  /// Goals that cannot be sought: the words, the code and what is said.
  private static let wrong: [(words: [String], code: Int32, text: String)] = [
    (["--until", "shortage.2030"], 64, "such as 'shortage.2035 ± 50'"),
    (["--until", "shortage.2030 ± 0"], 64, "Write a number above 0"),
    (["--until", "shortage.2030 ± much"], 64, "'much' is not a tolerance"),
    (["--until", "shortge.2030 ± 5"], 65, "Did you mean 'shortage'?"),
    (["--until", "shortage.2050 ± 5"], 65, "2026 to 2035 are"),
    (["--until", "shortage.twn.2030 ± 5"], 65, "Did you mean 'town'?"),
    (["--until", "shortage.2030 ± 5", "--forecast"], 64, "exclude each other"),
    (["--until", "cost.2030 ± 1%"], 65, "does not model cost: the section 'pay' is off"),
    (["--until", "cost.town.2030 ± 1"], 65, "does not model cost: the section 'pay' is off"),
    (["--until", "schools.2030 ± 1%"], 65, "or write one of: headcount, fte, "),
    (
      ["--until", "established.2030 ± 1%", "--until", "structural_shortage.town.2030 ± 1"], 65,
      "whole only",
    ),
  ]

  @Test(arguments: wrong)
  func `a goal that cannot be sought ends with its exit code`(
    words: [String],
    code: Int32,
    text: String,
  ) throws {
    let folder = try TemporaryFolder()
    let result = try CommandRunner.run(
      ["run", "scenarios/teaching", "--lang", "en", "--out", folder.path("out")] + words
    )
    #expect(result.code == code)
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test func `a forecast says what is to come and keeps what it simulated`() throws {
    let bench = try StoreBench()
    let words = ["run", "scenarios/teaching", "--store", bench.store, "--lang", "en"]
    let more = ["--replications", "500", "--threads", "2", "--out", bench.folder.path("out")]
    let result = try CommandRunner.run(words + more + ["--forecast"])
    #expect(result.code == 0 && result.output.isEmpty)
    #expect(result.errors.contains("498 more replications on 2 at a time: about 0:"))
    #expect(result.errors.contains("of memory, ") && result.errors.contains("free)"))
    #expect(result.errors.contains("2 replications are kept"))
    #expect(try bench.kept() == 2)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path("out")))
  }
}
