// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceSim
import WorkforceStore

/// A folder with a store, which goes away with its owner.
final class StoreFolder {
  /// The folder.
  let url = FileManager.default.temporaryDirectory
    .appending(path: "workforce-store-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of the store.
  var path: String { url.appending(path: "runs.sqlite").path }

  /// The bytes of the store's file.
  var bytes: Data {
    get throws { try Data(contentsOf: URL(filePath: path)) }
  }

  /// The names of the files in the folder.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  func open(_ access: RunStore.Access = .keeping) throws -> RunStore {
    try RunStore(at: path, for: access)
  }

  /// Runs SQL on a file as another program would.
  func sqlite(_ sql: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", path, sql]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// A store with one run of so many replications.
  func filled(_ replications: Int, blocks: Int = 3) throws -> (RunStore, StoredRun) {
    let store = try open()
    let run = try store.begin(Records.description(replications: replications))
    let archive = StoredReplications(run, in: store)
    for number in 0..<replications {
      try archive.keep(
        Records.blocks(ofReplication: number, count: blocks),
        ofReplication: number,
      )
    }
    return (store, run)
  }
}

/// Records of replications that are as hard to compress as real ones are at worst.
enum Records {
  static func blocks(ofReplication number: Int, count: Int = 3) -> [[UInt8]] {
    (0..<count).map { block in
      var state = UInt64(number * 1_000 + block + 1)
      return (0..<16_384).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
    }
  }

  static func description(
    scenario: String = "f00dfeed01234567",
    seed: UInt64 = 42,
    build: String = "b1",
    replications: Int = 4,
    files: [RunDescription.SourceFile] = [
      .init(path: "/scenarios/tiny/scenario.yaml", digest: "d1")
    ],
    fork: ScenarioFork? = nil,
  ) -> RunDescription {
    RunDescription(
      key: RunKey(scenario: scenario, seed: seed, version: "0.1.0", build: build),
      scenarioName: "tiny",
      title: LocalizedText("Tiny", chinese: "小型"),
      scenarioPath: "/scenarios/tiny",
      overrides: ["exits.multiplier=1.1", "need.off=it's"],
      folder: "/scenarios",
      files: files,
      years: 2021...2040,
      method: .individuals,
      layout: "l1",
      replications: replications,
      fork: fork,
    )
  }
}
