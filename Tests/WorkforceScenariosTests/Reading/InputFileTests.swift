// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

/// What is said about files that are missing or cannot be read.
struct InputFileTests {
  /// Runs a test in a folder of its own that is deleted afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func refusal(_ path: String, sizeLimit: Int = 1_000) -> [ScenarioProblem] {
    let problems = ProblemCollector()
    #expect(InputFile.read(path, sizeLimit: sizeLimit, reporting: problems) == nil)
    return problems.problems
  }

  @Test func `a file is read whole`() throws {
    try inFolder { folder in
      let path = folder + "/a.csv"
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
      let problems = ProblemCollector()
      #expect(InputFile.read(path, reporting: problems) == [1, 2, 3])
      #expect(problems.isEmpty)
    }
  }

  @Test func `a file that is not there is missing, with the nearest name`() throws {
    try inFolder { folder in
      try Data().write(to: URL(fileURLWithPath: folder + "/roster.csv"))
      let near = folder + "/rooster.csv"
      let far = folder + "/nowhere/x.yaml"
      #expect(
        refusal(near) == [
          ScenarioProblem(
            .missingFile,
            at: Place(file: near),
            "there is no such file. Did you mean 'roster.csv'?",
          )
        ]
      )
      #expect(refusal(far).map(\.message) == ["there is no such file."])
    }
  }

  @Test func `a folder is no file`() throws {
    try inFolder { folder in
      let message = "this is a folder, but a file is needed. Name a file in it."
      #expect(refusal(folder).map(\.message) == [message])
      #expect(refusal(folder).map(\.kind) == [.missingFile])
    }
  }

  @Test func `a device is no regular file`() {
    let message = "this is not a regular file. Save the content to a file and name that."
    #expect(refusal("/dev/null").map(\.message) == [message])
  }

  @Test func `a file above the limit is not read`() throws {
    try inFolder { folder in
      let path = folder + "/large"
      try Data(count: 11).write(to: URL(fileURLWithPath: path))
      let message = "the file has 11 bytes, but at most 10 are read."
      #expect(refusal(path, sizeLimit: 10).map(\.message) == [message])
    }
  }

  @Test func `a file without permission is named as such`() {
    let message = InputFile.message(for: CocoaError(.fileReadNoPermission), path: "x")
    #expect(
      message == "the file may not be read by this user. Change its permissions ('chmod u+r')."
    )
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func `a file without permission is refused`() throws {
    try inFolder { folder in
      let path = folder + "/secret"
      try Data([1]).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      let message = "the file may not be read by this user. Change its permissions ('chmod u+r')."
      #expect(refusal(path).map(\.message) == [message])
    }
  }
}
