// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A folder with a store and the results of runs of the teaching scenario, for one test.
struct StoreBench {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The path of the store.
  var store: String { folder.path("runs.sqlite") }

  /// The arguments of a run of so many replications.
  func arguments(_ replications: Int, out: String) -> [String] {
    [
      "run", "scenarios/teaching", "--replications", "\(replications)", "--out", folder.path(out),
      "--store", store,
    ]
  }

  /// Runs the scenario to its end.
  ///
  /// - Returns: What was told on standard error.
  @discardableResult
  func run(_ replications: Int, out: String, _ more: [String] = []) throws -> String {
    let result = try CommandRunner.run(arguments(replications, out: out) + more)
    #expect(result.code == 0, "\(result.errors)")
    return result.errors
  }

  /// Runs a command on the store.
  func command(_ words: String...) throws -> CommandResult {
    try CommandRunner.run(words + ["--store", store])
  }

  /// The files of a run folder that must be the same for equal runs, by name.
  func tables(_ out: String) throws -> [String: Data] {
    let path = folder.path(out)
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0 != "manifest.json" }.map {
        ($0, try Data(contentsOf: URL(filePath: path).appending(path: $0)))
      }
    )
  }

  /// The number of replications that the store keeps of its first run; 0 without a store.
  func kept() throws -> Int {
    let result = try command("runs", "--json")
    guard result.code == 0 else { return 0 }
    let runs = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return ((runs as? [[String: Any]])?.first?["kept"] as? Int) ?? 0
  }
}
