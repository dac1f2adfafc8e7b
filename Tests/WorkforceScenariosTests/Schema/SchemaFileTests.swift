// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios

/// Whether Python can check files against a JSON Schema.
private let pythonHasSchemas = run(["python3", "-c", "import jsonschema, yaml"]).code == 0

private let repository = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Runs a command in the repository's folder.
private func run(_ arguments: [String]) -> (code: Int32, output: String) {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = arguments
  process.currentDirectoryURL = repository
  process.standardOutput = output
  process.standardError = output
  do {
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  } catch {
    return (-1, "\(error)")
  }
}

@Suite struct SchemaFileTests {
  @Test(.enabled(if: pythonHasSchemas, "python3 has no jsonschema and yaml"))
  func `all shipped files fit their schemas and broken ones do not`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "workforce-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for kind in SchemaKind.allCases {
      try Data(ScenarioSchema.text(for: kind).utf8)
        .write(to: folder.appending(path: "\(kind.rawValue).json"))
    }
    // It answers `schema KIND` as the command does, which other tests build.
    let command = folder.appending(path: "workforce")
    try Data("#!/bin/sh\nexec cat \"$(dirname \"$0\")/$2.json\"\n".utf8).write(to: command)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: command.path,
    )
    let result = run(["Scripts/check-schema", command.path])
    #expect(result.code == 0, "\(result.output)")
  }
}
