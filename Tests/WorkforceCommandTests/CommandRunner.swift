// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What a run of the command left behind.
struct CommandResult {
  /// The exit code.
  var code: Int32
  /// The text on standard output.
  var output: String
  /// The text on standard error.
  var errors: String
}

/// Runs the built command as a user would.
enum CommandRunner {
  /// The repository's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The built command: it lies beside the test program.
  static var binary: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "workforce")
  }

  /// Variables of every run: a known language, and no store, so that tests do not share replications.
  static let standardEnvironment = ["LC_ALL": "C.UTF-8", "WORKFORCE_STORE": "none"]

  /// Runs the command in the repository's folder and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - environment: Variables set on top of the present ones.
  /// - Returns: The exit code and both outputs.
  /// - Throws: An error if the command could not be started.
  static func run(
    _ arguments: [String],
    environment: [String: String] = [:],
  ) throws -> CommandResult {
    try run(program: binary, arguments, environment: environment)
  }

  /// Runs a line of the shell in which `$0` is the built command.
  ///
  /// Test threads block the signal of children that end, and their children inherit that. A plain
  /// `sh` that waits for commands in the background would wait for that signal for ever; `bash` asks
  /// for the children themselves.
  ///
  /// - Parameter line: The line.
  /// - Returns: The exit code and both outputs.
  /// - Throws: An error if the shell could not be started.
  static func shell(_ line: String) throws -> CommandResult {
    try run(program: URL(filePath: "/bin/bash"), ["-c", line, binary.path], environment: [:])
  }

  private static func run(
    program: URL,
    _ arguments: [String],
    environment: [String: String],
  ) throws -> CommandResult {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ProcessInfo.processInfo.environment
      .merging(standardEnvironment) { $1 }.merging(environment) { $1 }
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "output")
    let errors = folder.url.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      code: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8),
    )
  }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
  /// The folder.
  let url: URL

  /// Makes an empty folder.
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "workforce-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A path in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a text file into the folder.
  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true,
    )
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
