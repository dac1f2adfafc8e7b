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
      last.firstMatch(of: /after ([\d,]+) replications; ± 0\.4 was asked\./)?.1
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
    #expect(
      result.errors.contains(
        "Not reached with the 30 replications that --replications allows: headcount.2033 ± 0.01. "
          + "The run ends here.\n"
      )
    )
    #expect(result.output.contains("30 replications"))
  }

  @Test func `a goal is shown as it is written, and what nobody waits for as more`() throws {
    let folder = try TemporaryFolder()
    let result = try CommandRunner.run([
      "run", "scenarios/teaching", "--through", "2027", "--until", "headcount.2027 ± 0.00001",
      "--until", "headcount.2026 ± 50 %", "--replications", "20", "--lang", "en", "--out",
      folder.path("out"),
    ])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("; ± 0.00001 takes more than 1,000,000,000.\n"))
    #expect(result.errors.contains("; ± 50 % was asked.\n"))
    #expect(result.errors.contains("allows: headcount.2027 ± 0.00001. The run ends here.\n"))
  }

  @Test(arguments: [
    ("en", "is unknown with fewer than 4, so ± 0.000001 is not reached.\nNot reached with the 3 "),
    ("zh", "少于4次重复时精度未知，未达到± 0.000001。\n--replications 允许的3次重复，未达到"),
  ])
  func `three replications reach no goal`(language: String, text: String) throws {
    let folder = try TemporaryFolder()
    let result = try CommandRunner.run([
      "run", "scenarios/teaching", "--through", "2026", "--until", "shortage.2026 ± 0.000001",
      "--replications", "3", "--lang", language, "--out", folder.path("out"),
    ])
    #expect(result.code == 0)
    #expect(result.errors.contains(text), "\(result.errors)")
  }

  @Test(arguments: [
    (
      "en",
      "Not reached with the 20 replications that --replications allows: headcount.2026 ± 0.0001. "
        + "The run ends here.\n",
    ),
    ("zh", "--replications 允许的20次重复，未达到headcount.2026 ± 0.0001，运行到此为止。\n"),
  ])
  func `a quiet run says in a whole sentence what was not reached`(
    language: String,
    sentence: String,
  ) throws {
    let folder = try TemporaryFolder()
    let result = try CommandRunner.run([
      "run", "scenarios/teaching", "--through", "2026", "--until", "headcount.2026 ± 0.0001",
      "--replications", "20", "--quiet", "--lang", language, "--out", folder.path("out"),
    ])
    #expect(result.code == 0)
    #expect(result.errors == sentence)
  }

  @Test(arguments: [
    ("en", "expected values have no chance in them"), ("zh", "期望值中没有随机性"),
  ])
  func `expected values cannot be made more precise`(language: String, reason: String) throws {
    let folder = try TemporaryFolder()
    let result = try CommandRunner.run([
      "run", "scenarios/teaching", "--set", "method=expected", "--until", "headcount.2030 ± 1",
      "--lang", language, "--out", folder.path("out"),
    ])
    #expect(result.code == 65)
    #expect(result.errors.contains(reason), "\(result.errors)")
    #expect(result.errors.contains("--set method=individuals"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test(arguments: [
    (["--set", "method=expected"], "en", "Expected values take one replication, which took 0:"),
    (["--set", "method=expected"], "zh", "期望值只需一次重复，用时0:"),
    (["--replications", "2"], "en", "The run has 2 replications, which took 0:"),
    (["--replications", "2"], "zh", "本次运行共2次重复，用时0:"),
  ])
  func `a forecast says so where nothing is to come`(
    words: [String],
    language: String,
    sentence: String,
  ) throws {
    let bench = try StoreBench()
    let all =
      ["run", "scenarios/teaching", "--forecast", "--threads", "2", "--store", bench.store]
      + ["--lang", language, "--out", bench.folder.path("out")] + words
    let result = try CommandRunner.run(all)
    #expect(result.code == 0)
    #expect(result.errors.contains(sentence), "\(result.errors)")
    let again = try CommandRunner.run(all)
    #expect(again.errors.contains(language == "en" ? "nothing is simulated" : "无需重新模拟"))
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
