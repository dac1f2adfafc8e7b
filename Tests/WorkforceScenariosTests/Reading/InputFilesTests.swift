// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceSim

@testable import WorkforceScenarios

@Suite struct InputFilesTests {
  /// The files of a scenario in a folder, as a store would keep them.
  private func copies(of loaded: LoadedScenario) throws -> InputFiles {
    let kept = try loaded.files.map { file in
      let path = loaded.source.absolute(file.path)
      return (path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    }
    return InputFiles(
      folder: loaded.source.folder,
      kept: Dictionary(uniqueKeysWithValues: kept),
    )
  }

  @Test func `a scenario is the same from copies when its folder has gone`() throws {
    let scenario = ScenarioFolder()
    let (folder, loaded, copies) = try scenario.withFolder { folder in
      let loaded = try ScenarioLoader.loadWithOrigins(path: folder)
      return (folder, loaded, try self.copies(of: loaded))
    }
    #expect(!loaded.source.areKept)
    #expect(throws: ScenarioError.self) { try ScenarioLoader.loadWithOrigins(path: folder) }
    let again = try ScenarioLoader.loadWithOrigins(path: folder, from: copies)
    #expect(again.source.areKept)
    #expect(again.scenario.fingerprint == loaded.scenario.fingerprint)
    #expect(again.files == loaded.files)
    #expect(again.places == loaded.places)
  }

  @Test func `copies count and not what has been written since`() throws {
    var scenario = ScenarioFolder()
    try scenario.withFolder { folder in
      let before = try ScenarioLoader.loadWithOrigins(path: folder)
      let copies = try copies(of: before)
      scenario.replace("last: 2028", with: "last: 2027")
      try Data(try #require(scenario.files["scenario.yaml"]).utf8)
        .write(to: URL(fileURLWithPath: folder + "/scenario.yaml"))
      let after = try ScenarioLoader.loadWithOrigins(path: folder)
      #expect(after.scenario.fingerprint != before.scenario.fingerprint)
      let again = try ScenarioLoader.loadWithOrigins(path: folder, from: copies)
      #expect(again.scenario.fingerprint == before.scenario.fingerprint)
    }
  }

  @Test func `the disk has what was not kept`() throws {
    try ScenarioFolder().withFolder { folder in
      let loaded = try ScenarioLoader.loadWithOrigins(path: folder)
      let kept = try loaded.files.filter { !$0.path.hasSuffix(".csv") }.map { file in
        (file.path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path))))
      }
      let copies = InputFiles(folder: "/", kept: Dictionary(uniqueKeysWithValues: kept))
      let again = try ScenarioLoader.loadWithOrigins(path: folder, from: copies)
      #expect(again.scenario.fingerprint == loaded.scenario.fingerprint)
    }
  }

  @Test func `copies have the folders and the order of the disk`() throws {
    let names = ["b.yaml", "a/z.yaml", "a.yaml", "a/b/c.yaml", "a-b.yaml", "学校/表.yaml"]
    var scenario = ScenarioFolder()
    scenario.files = Dictionary(uniqueKeysWithValues: names.map { ($0, "x") })
    try scenario.withFolder { folder in
      let disk = InputFiles.onDisk
      let kept = names.map { ("\(folder)/\($0)", Array("x".utf8)) }
      let copies = InputFiles(folder: folder, kept: Dictionary(uniqueKeysWithValues: kept))
      #expect(copies.files(below: ".") == disk.files(below: folder))
      #expect(copies.files(below: "a") == ["b/c.yaml", "z.yaml"])
      for path in [".", "a", "a/b", "学校"] { #expect(copies.isFolder(path) && copies.exists(path)) }
      for path in names { #expect(copies.exists(path) && !copies.isFolder(path)) }
      for path in ["a/b/c", "c", "/a"] { #expect(!copies.exists(path)) }
    }
  }

  @Test(arguments: ["/", "/one", "/one/two"])
  func `paths count from the folder of the copies`(folder: String) {
    let copies = InputFiles(folder: folder, kept: ["/one/two/three.csv": [1]])
    let path = copies.resolve("/one/two/three.csv", beside: "--set")
    #expect(copies.absolute(path) == "/one/two/three.csv")
    #expect(copies.exists(path) && copies.isFolder("/one"))
    #expect(copies.resolve("../two/three.csv", beside: "/one/four/scenario.yaml") == path)
    #expect(copies.bytes(path, sizeLimit: 1) == [1])
    #expect(copies.bytes("nowhere", sizeLimit: 1) == nil)
  }
}
