// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct ResultsFolderTests {
  let folder: TemporaryFolder
  private var results: String { folder.path("results") }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws {
    let url = folder.url.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true,
    )
    try Data(text.utf8).write(to: url)
  }

  private func run(_ more: [String] = ["--no-store"]) throws -> CommandResult {
    let quick = ["run", "scenarios/teaching", "--replications", "2", "--quiet", "--out", results]
    return try CommandRunner.run(quick + more)
  }

  private func expectRefusal(_ result: CommandResult, naming name: String) {
    #expect(result.code == 73)
    #expect(result.errors.contains("cannot replace \(results)"), "\(result.errors)")
    #expect(result.errors.contains("\"\(name)\""), "\(result.errors)")
  }

  @Test func `what a run or a comparison wrote is replaced`() throws {
    for _ in 0..<2 { #expect(try run(["--format", "csv,json,xlsx"]).code == 0) }
    let comparison = [
      "compare", "scenarios/teaching", "scenarios/teaching", "--replications", "2", "--quiet",
      "--out", results,
    ]
    for _ in 0..<2 { #expect(try CommandRunner.run(comparison).code == 0) }
    #expect(try run().code == 0)
  }

  @Test func `a user's notes beside a run's files are kept`() throws {
    #expect(try run().code == 0)
    try write("notes", to: "results/notes.docx")
    expectRefusal(try run(), naming: "notes.docx")
    #expect(FileManager.default.fileExists(atPath: folder.path("results/notes.docx")))
    #expect(FileManager.default.fileExists(atPath: folder.path("results/summary.csv")))
  }

  @Test(arguments: [
    #"{"name": "My web app"}"#,
    #"{"tool": {"name": "other"}, "files": [{"path": "app.js"}]}"#,
    "no JSON {",
  ])
  func `a folder with a manifest of something else is kept`(manifest: String) throws {
    try write(manifest, to: "results/manifest.json")
    try write("code", to: "results/app.js")
    expectRefusal(try run(), naming: "app.js")
    #expect(FileManager.default.fileExists(atPath: folder.path("results/app.js")))
  }

  @Test func `a store of runs in the folder is kept`() throws {
    let store = ["--store", folder.path("results/runs.db")]
    #expect(try run().code == 0)
    let elsewhere = ["--out", folder.path("elsewhere")]
    let kept = ["run", "scenarios/teaching", "--replications", "2", "--quiet"] + elsewhere + store
    #expect(try CommandRunner.run(kept).code == 0)
    expectRefusal(try run(store), naming: "runs.db")
    let list = try CommandRunner.run(["runs"] + store)
    #expect(list.code == 0)
    #expect(list.output.contains("teaching"))
  }
}
