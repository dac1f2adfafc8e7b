// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Commands that read a run folder, on a run with schools that was made once for all of them.
@Suite struct KeptRunCommandsTests {
  private static let made = Result { try SchoolRun() }

  private var path: String { get throws { try Self.made.get().path } }

  private func show(_ arguments: String...) throws -> CommandResult {
    try CommandRunner.run(["show"] + arguments)
  }

  @Test(arguments: [("en", "headcount", "teachers due to rotate"), ("zh", "教师人数", "应交流教师")])
  func `show prints the summary of a kept run`(
    language: String,
    measure: String,
    due: String,
  ) throws {
    let result = try show(try path, "--lang", language)
    #expect(result.code == 0, "\(result.errors)")
    for text in [measure, due, "workforce show \(try path) --placement"] {
      #expect(result.output.contains(text), "\(text) is missing in: \(result.output)")
    }
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [("en", "Placement by round"), ("zh", "各轮聘任")])
  func `show prints the page of placement`(language: String, heading: String) throws {
    let result = try show(
      try path,
      "--placement",
      "--years",
      "2027,2026",
      "--region",
      "Valley",
      "--lang",
      language,
    )
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains(heading))
    #expect(result.output.contains("2026  2027"))
    #expect(!result.output.contains("2026  2030"))
  }

  @Test func `of several runs the newest is shown and named`() throws {
    let folder = try TemporaryFolder()
    for (name, started) in [("b", "2030-01-01T00:00:00Z"), ("a", "2030-01-02T00:00:00Z")] {
      let copy = folder.path(name)
      try FileManager.default.copyItem(atPath: try path, toPath: copy)
      try edit("\(copy)/manifest.json") { text in
        text.replacing(/"started": "[^"]*"/, with: "\"started\": \"\(started)\"")
      }
    }
    let result = try show(folder.url.path, "--placement")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("/a is the newest of the 2 runs"))
  }

  @Test(arguments: ["town_primary_all_001", "Town all primary school 1", "城镇全部小学1"])
  func `explain-school finds a school by code and name`(school: String) throws {
    let result = try CommandRunner.run(["explain-school", try path, school, "--lang", "en"])
    #expect(result.code == 0, "\(result.errors)")
    for text in ["town_primary_all_001 · Town", "Teaches", "It has most pupils in"] {
      #expect(result.output.contains(text), "\(text) is missing in: \(result.output)")
    }
    let chinese = try CommandRunner.run(["explain-school", try path, school, "--lang", "zh"])
    #expect(chinese.output.contains("城镇全部小学1") && chinese.output.contains("学生数在"))
  }

  /// What is asked of the run with schools and cannot be answered: the code and what is said.
  private static let unanswerable: [(line: String, code: Int32, text: String)] = [
    ("show RUN --years 2027", 64, "go with --placement"),
    ("show RUN --placement --years soon", 64, "such as 2025,2030"),
    ("show RUN --placement --years 1999", 65, "The year 1999 was not simulated"),
    ("show RUN --placement --region Valey", 65, "Did you mean 'Valley'?"),
    ("show RUN --placement --region nowhere", 65, "/labels.csv"),
    ("explain-school RUN town_primary_all_01", 65, "Did you mean 'town_primary_all_001'?"),
    ("explain-school RUN", 64, "Missing expected argument"),
    ("show results/no-such-run", 66, "there is no such folder"),
    ("show Sources", 66, "is no run folder"),
  ]

  @Test(arguments: unanswerable)
  func `a question that cannot be answered ends with its exit code`(
    line: String,
    code: Int32,
    text: String,
  ) throws {
    let run = try path
    let words = line.split(separator: " ").map { $0 == "RUN" ? run : String($0) }
    let result = try CommandRunner.run(words)
    #expect(result.code == code, "\(result.errors)")
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func `the folder of a comparison is told, and nobody is asked to remove it`() throws {
    let folder = try TemporaryFolder()
    let made = try CommandRunner.run(
      ["compare", "scenarios/teaching", "scenarios/teaching", "--replications", "2", "--quiet"]
        + ["--out", folder.path("comparison")]
    )
    #expect(made.code == 0, "\(made.errors)")
    let page = try show(folder.path("comparison"))
    #expect(page.code == 65 && page.errors.contains("comparison, not of a run"), "\(page.errors)")
    #expect(!page.errors.contains("Remove"), "\(page.errors)")
  }

  @Test func `a run without schools says so`() throws {
    let folder = try TemporaryFolder()
    let made = try CommandRunner.run([
      "run", "scenarios/teaching", "--replications", "2", "--quiet", "--out", folder.path("run"),
    ])
    #expect(made.code == 0, "\(made.errors)")
    let page = try show(folder.path("run"), "--placement", "--lang", "en")
    #expect(page.code == 0 && page.output.contains("no single schools"), "\(page.errors)")
    let story = try CommandRunner.run(["explain-school", folder.path("run"), "any"])
    #expect(story.code == 65 && story.errors.contains("no single schools"))
  }

  /// How a run folder is damaged, and the exit code and file that the message names.
  private static let damages: [(name: String, code: Int32, file: String)] = [
    ("missing table", 66, "placement.csv"), ("cut table", 65, "placement.csv"),
    ("text in place of a number", 65, "placement.csv:2:"), ("renamed column", 65, "network.csv:1"),
    ("broken manifest", 65, "manifest.json"), ("foreign manifest", 65, "manifest.json"),
    ("later layout", 65, "manifest.json"),
  ]

  @Test(arguments: damages)
  func `a damaged folder names the file and what to do`(
    name: String,
    code: Int32,
    file: String,
  ) throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("run")
    try FileManager.default.copyItem(atPath: try path, toPath: copy)
    try damage(copy, name)
    let result = try show(copy, "--placement")
    #expect(result.code == code, "\(result.errors)")
    #expect(result.errors.contains("\(copy)/\(file)"), "\(result.errors)")
    #expect(result.errors.contains("again"), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  private func damage(_ folder: String, _ name: String) throws {
    let placement = "\(folder)/placement.csv"
    let manifest = "\(folder)/manifest.json"
    switch name {
    case "missing table": try FileManager.default.removeItem(atPath: placement)
    case "cut table":
      try edit(placement) { $0.split(separator: "\r\n").prefix(5).joined(separator: "\r\n") }
    case "text in place of a number":
      try edit(placement) {
        $0.replacing(/covered,[^,]*,/, with: "covered,many,", maxReplacements: 1)
      }
    case "renamed column":
      try edit("\(folder)/network.csv") { $0.replacing("mean", with: "average") }
    case "broken manifest": try edit(manifest) { String($0.prefix(200)) }
    case "foreign manifest":
      try edit(manifest) { $0.replacing("\"name\": \"workforce\"", with: "\"name\": \"other\"") }
    case "later layout":
      try edit(manifest) { $0.replacing("\"format_version\": 1", with: "\"format_version\": 2") }
    default: Issue.record("there is no damage '\(name)'")
    }
  }

  private func edit(_ path: String, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try change(text).write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// The teaching scenario with ten schools, of which small ones merge, placement and rotation.
///
/// It lies beside the built command, where the next test run replaces it.
private struct SchoolRun: Sendable {
  /// The path of the run folder.
  let path: String

  init() throws {
    let folder = CommandRunner.binary.deletingLastPathComponent().appending(path: "kept-run-tests")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let scenario = folder.appending(path: "scenario.yaml")
    path = folder.appending(path: "run").path
    try SchoolsScenario.text.write(to: scenario, atomically: true, encoding: .utf8)
    let made = try CommandRunner.run([
      "run", scenario.path, "--replications", "4", "--quiet", "--out", path,
    ])
    #expect(made.code == 0, "\(made.errors)")
  }
}
