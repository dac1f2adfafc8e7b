// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// `workforce compare` as a user calls it.
struct CompareCommandTests {
  private func compare(_ words: [String], lang: String = "en") throws -> CommandResult {
    try CommandRunner.run(["compare"] + words + ["--lang", lang])
  }

  /// The cells of a CSV whose fields hold no separators.
  private func rows(_ path: String) throws -> [[Substring]] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test func `differences in the files are those of two runs`() throws {
    let folder = try TemporaryFolder()
    let result = try compare([
      "scenarios/teaching", "scenarios/teaching", "--other-seed", "9", "--replications", "10",
      "--out", folder.path("both"),
    ])
    #expect(result.code == 0, "\(result.errors)")
    for (name, seed) in [("base", []), ("other", ["--seed", "9"])] {
      let run = try CommandRunner.run(
        [
          "run", "scenarios/teaching", "--replications", "10", "--quiet", "--out",
          folder.path(name),
        ]
          + seed
      )
      #expect(run.code == 0, "\(run.errors)")
    }
    func means(_ path: String, _ columns: [String]) throws -> [String: [Double]] {
      let rows = try rows(folder.path(path))
      let places = try (["year", "measure"] + columns).map {
        try #require(rows[0].firstIndex(of: $0[...]))
      }
      return try Dictionary(
        uniqueKeysWithValues: rows.dropFirst().map { row in
          (
            "\(row[places[0]]) \(row[places[1]])",
            try places.dropFirst(2).map { try #require(Double(row[$0])) },
          )
        }
      )
    }
    let differences = try means("both/comparison.csv", ["base_mean", "other_mean", "mean"])
    let base = try means("base/summary.csv", ["mean"])
    let other = try means("other/summary.csv", ["mean"])
    #expect(differences.count > 30)
    for (key, figures) in differences {
      let expected = try (#require(base[key])[0], #require(other[key])[0])
      #expect(figures[0] == expected.0 && figures[1] == expected.1, "\(key)")
      // Each of the three is rounded to six digits, or to the fourth decimal.
      let tolerance = max(2e-4, max(expected.0.magnitude, expected.1.magnitude) * 1e-5)
      #expect(abs(figures[2] - (expected.1 - expected.0)) <= tolerance, "\(key)")
    }
    #expect(differences.values.contains { $0[2] != 0 })
  }

  @Test func `what changed adds up to the difference in every year`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      format: 1
      name: What if
      extends: \(CommandRunner.root.path)/scenarios/teaching
      set:
        retirement.maximum_delay: 0
        exits.resigned.probability: 0.05

      """,
      to: "if/scenario.yaml",
    )
    let result = try compare([
      "scenarios/teaching", folder.path("if"), "--what-changed", "--replications", "10",
      "--other-seed", "5", "--out", folder.path("out"),
    ])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("What changed"))
    let rows = try rows(folder.path("out/what_changed.csv"))
    let header = rows[0].map(String.init)
    let places = try ["year", "measure", "group", "mean"].map {
      try #require(header.firstIndex(of: $0))
    }
    var sums: [String: Double] = [:]
    var totals: [String: Double] = [:]
    var groups: [String: Double] = [:]
    for row in rows.dropFirst() {
      let key = "\(row[places[0]]) \(row[places[1]])"
      let mean = try #require(Double(row[row.count - header.count + places[3]]))
      let driver = String(row[places[2]])
      if driver == "total" {
        totals[key] = mean
      } else {
        sums[key, default: 0] += mean
        if row[places[1]] == "headcount" { groups[driver, default: 0] += mean.magnitude }
      }
    }
    #expect(totals.count > 100)
    for (key, total) in totals {
      let sum = try #require(sums[key])
      #expect(abs(sum - total) <= 0.01 + total.magnitude * 1e-6, "\(key)")
    }
    #expect(try #require(groups["leavers"]) > 1 && #require(groups["chance"]) > 0)
    for group in ["demography", "need", "intake", "placement", "pay", "opening"] {
      #expect(groups[group] == 0)
    }
  }

  @Test func `runs of a comparison are kept and used again`() throws {
    let bench = try StoreBench()
    let words = ["compare", "scenarios/teaching", "scenarios/teaching", "--other-seed", "9"]
    let more = ["--replications", "6", "--json", "--store", bench.store]
    let first = try CommandRunner.run(words + more)
    let second = try CommandRunner.run(words + more)
    #expect(first.code == 0 && first.output == second.output)
    #expect(try bench.kept() == 6)
  }

  @Test(arguments: [("en", "Without difference:"), ("zh", "无差异：")])
  func `the page speaks both languages`(language: String, text: String) throws {
    let result = try compare(
      ["scenarios/teaching", "scenarios/teaching", "--other-seed", "4", "--replications", "4"],
      lang: language,
    )
    #expect(result.code == 0)
    #expect(
      result.output.contains(text) || result.output.contains(language == "en" ? "Better" : "更优")
    )
  }

  /// What cannot be compared: the words, the code and what is said.
  private static let unanswerable: [(words: [String], code: Int32, text: String)] = [
    (["scenarios/teaching"], 64, "at least one scenario to compare"),
    (["scenarios/teaching", "scenarios/nowhere"], 66, "nowhere"),
    (["scenarios/teaching", "teching"], 66, "teching"),
    (["scenarios/teaching", "scenarios/teaching", "--measure", "shortge"], 65, "'shortage'"),
    (
      ["scenarios/teaching", "scenarios/teaching", "--measure", "cost"], 65,
      "'pay' is off in teaching",
    ),
    (["scenarios/teaching", "scenarios/teaching", "--better", "less"], 64, "goes with --measure"),
    (
      ["scenarios/teaching", "scenarios/teaching", "--measure", "hired", "--better", "neither"], 64,
      "'less' and 'more'",
    ),
    (["scenarios/teaching", "scenarios/teaching", "--format", "xlsx"], 64, "csv or json"),
    (["scenarios/teaching", "scenarios/teaching", "--replications", "0"], 64, "between 1 and"),
    (
      ["scenarios/teaching", "scenarios/luliang", "scenarios/teaching", "--what-changed"], 64,
      "exactly two",
    ),
    (
      ["scenarios/teaching", "scenarios/teaching", "--no-store", "--store", "x.sqlite"], 64,
      "exclude each other",
    ),
  ]

  @Test(arguments: unanswerable)
  func `what cannot be compared ends with its exit code`(
    words: [String],
    code: Int32,
    text: String,
  ) throws {
    let result = try compare(words)
    #expect(result.code == code)
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func `ctrl-c ends a comparison whichever scenario is simulated`() throws {
    let folder = try TemporaryFolder()
    let scenarios = [String](repeating: "scenarios/teaching", count: 60).joined(separator: " ")
    // One replication each, so that none is left to begin when the signal comes.
    let line =
      "$0 compare \(scenarios) --replications 1 --threads 1 --no-store --quiet --lang en "
      + "--out '\(folder.path("out"))' & p=$!; "
      + "until ls -d '\(folder.url.path)'/.out.partial-* 2>/dev/null || ! kill -0 $p; "
      + "do sleep 0.01; done; sleep 0.3; kill -INT $p; wait $p"
    let result = try CommandRunner.shell(line)
    #expect(result.code == 130, "\(result.errors)")
    #expect(result.errors.contains("Stopped"), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `a folder that holds something else is left as it is`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "out/notes.txt")
    let result = try compare([
      "scenarios/teaching", "scenarios/teaching", "--other-seed", "2", "--replications", "2",
      "--out", folder.path("out"),
    ])
    #expect(result.code == 73, "\(result.errors)")
    #expect(try String(contentsOfFile: folder.path("out/notes.txt"), encoding: .utf8) == "mine")
  }
}
