// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation
internal import WorkforceSim

/// A file that a scenario was read from.
package struct ScenarioFile: Hashable, Sendable {
  /// The file's path as the user would write it.
  package let path: String
  /// The SHA-256 digest of its bytes, in hexadecimal digits.
  package let digest: String
}

/// Reads the files of a scenario, remembers them and gathers what is wrong with them.
final class InputLog {
  /// Where the files are read.
  let source: InputFiles
  /// Takes what is wrong.
  let problems = ProblemCollector()
  /// The files read so far, in the order of reading.
  private(set) var files: [ScenarioFile] = []
  private var seen: Set<String> = []

  /// Creates a log of nothing read.
  ///
  /// - Parameter source: Where the files are read.
  init(_ source: InputFiles = .onDisk) { self.source = source }

  /// Reads a file and remembers it.
  ///
  /// - Parameter path: The file's path as the user would write it.
  /// - Returns: The bytes, or nil if a problem was reported.
  func bytes(_ path: String) -> [UInt8]? {
    guard let bytes = source.read(path, reporting: problems) else { return nil }
    if seen.insert(path).inserted {
      let digest = SHA256.hash(data: bytes).hexadecimalText
      files.append(ScenarioFile(path: path, digest: digest))
    }
    return bytes
  }

  /// Reads a YAML file.
  ///
  /// - Parameter path: The file's path as the user would write it.
  /// - Returns: The root node, or nil if a problem was reported.
  func yaml(_ path: String) -> LocatedNode? {
    bytes(path).flatMap { YAMLReader.read($0, file: path, reporting: problems) }
  }

  /// Reads a table.
  ///
  /// - Parameter path: The file's path as the user would write it.
  /// - Returns: The table, or nil if a problem was reported.
  func table(_ path: String) -> CSVTable? {
    bytes(path).flatMap { CSVTable($0, file: path, reporting: problems) }
  }

  /// Reports a problem.
  func report(_ message: @autoclosure () -> String, at location: SourceLocation) {
    problems.report(message(), at: location)
  }
}
