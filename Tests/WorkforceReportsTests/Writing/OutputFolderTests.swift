// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Synchronization
import Testing
import WorkforceReports

struct OutputFolderTests {
  struct Interruption: Error {}

  let scratch = ScratchFolder()
  var run: String { "\(scratch.path)/run" }

  /// What runs of these tests write.
  @Sendable
  static func files(_ folder: String) -> Set<String> {
    ["manifest.json", "summary.csv", "old.csv"]
  }

  func writeRun(_ text: String) async throws {
    try await OutputFolder.write(at: run, replacing: Self.files) { folder in
      try folder.write("manifest.json") { try $0.write("{}") }
      try folder.write("summary.csv") { try $0.write(text) }
    }
  }

  @Test func `files appear together and only when all are whole`() async throws {
    try await OutputFolder.write(at: run) { folder in
      try folder.write("summary.csv") { try $0.write("year\r\n") }
      #expect(scratch.names() == [".run.partial-\(getpid())"])
    }
    #expect(scratch.names() == ["run"])
    #expect(scratch.names("run") == ["summary.csv"])
    #expect(scratch.text(of: "run/summary.csv") == "year\r\n")
  }

  @Test func `a second run replaces all files of the first`() async throws {
    try await OutputFolder.write(at: run) { folder in
      try folder.write("manifest.json") { try $0.write("{}") }
      try folder.write("old.csv") { try $0.write("old") }
    }
    try await writeRun("second")
    #expect(scratch.names() == ["run"])
    #expect(scratch.names("run") == ["manifest.json", "summary.csv"])
    #expect(scratch.text(of: "run/summary.csv") == "second")
  }

  @Test func `a failure in the middle leaves nothing`() async {
    await #expect(throws: Interruption.self) {
      try await OutputFolder.write(at: run) { folder in
        try folder.write("summary.csv") { try $0.write("whole") }
        try folder.write("flows.csv") { sink in
          try sink.write("half")
          throw Interruption()
        }
      }
    }
    #expect(scratch.names().isEmpty)
  }

  @Test func `a failure in the middle leaves the earlier run as it was`() async throws {
    try await writeRun("first")
    await #expect(throws: Interruption.self) {
      try await OutputFolder.write(at: run, replacing: Self.files) { folder in
        try folder.write("summary.csv") { try $0.write("second") }
        throw Interruption()
      }
    }
    #expect(scratch.names() == ["run"])
    #expect(scratch.text(of: "run/summary.csv") == "first")
  }

  @Test func `an earlier run is put back when the next cannot take its place`() async throws {
    try await writeRun("first")
    let folder = try OutputFolder(at: run, replacing: Self.files)
    _ = unsafe rmdir("\(scratch.path)/.run.partial-\(getpid())")
    #expect(throws: OutputError(path: run, operation: .publish, code: ENOENT)) {
      try folder.publish()
    }
    #expect(scratch.names() == ["run"])
    #expect(scratch.text(of: "run/summary.csv") == "first")
  }

  @Test func `a full disk is told and leaves the earlier run as it was`() async throws {
    try await writeRun("first")
    let full = open("/dev/full")
    defer { close(full) }
    await #expect(throws: OutputError(path: "run/flows.csv", operation: .write, code: ENOSPC)) {
      try await OutputFolder.write(at: run, replacing: Self.files) { folder in
        try folder.write("summary.csv") { try $0.write("second") }
        try ByteSink(descriptor: full, path: "run/flows.csv").write(
          String(repeating: "x", count: 70_000)
        )
      }
    }
    #expect(scratch.names() == ["run"])
    #expect(scratch.text(of: "run/summary.csv") == "first")
  }

  @Test func `who wants no more gets no more, and the earlier run stays as it was`() async throws {
    try await writeRun("first")
    let wantsNoMore = Atomic<Bool>(false)
    do {
      let folder = try OutputFolder(at: run, replacing: Self.files) {
        wantsNoMore.load(ordering: .relaxed)
      }
      try folder.write("summary.csv") { try $0.write("second") }
      wantsNoMore.store(true, ordering: .relaxed)
      let stopped = OutputError(path: "\(run)/flows.csv", operation: .stop, code: EINTR)
      #expect(throws: stopped) { try folder.write("flows.csv") { try $0.write("x") } }
      #expect(stopped.exitCode == 130)
      #expect(stopped.description == "stopped before \(run)/flows.csv was written.")
    }
    #expect(scratch.names() == ["run"])
    #expect(scratch.text(of: "run/summary.csv") == "first")
  }

  @Test func `a folder given up is removed with the folders above it`() throws {
    do {
      let folder = try OutputFolder(at: "\(scratch.path)/a/b/run/")
      _ = try folder.file("summary.csv")
      #expect(scratch.names("a/b") == [".run.partial-\(getpid())"])
    }
    #expect(scratch.names().isEmpty)
  }

  @Test func `missing folders above are created`() async throws {
    try await OutputFolder.write(at: "\(scratch.path)/a/b/run") { folder in
      try folder.write("summary.csv") { try $0.write("x") }
    }
    #expect(scratch.text(of: "a/b/run/summary.csv") == "x")
  }

  @Test func `a path through a file is refused`() {
    scratch.write("notes", to: "notes")
    let path = "\(scratch.path)/notes/run"
    #expect(throws: OutputError(path: path, operation: .createFolder, code: ENOTDIR)) {
      try OutputFolder(at: path)
    }
    #expect(scratch.text(of: "notes") == "notes")
  }

  @Test func `a folder where none can be made is refused`() {
    #expect(throws: OutputError(path: "/proc/none/run", operation: .createFolder, code: ENOENT)) {
      try OutputFolder(at: "/proc/none/run")
    }
  }

  @Test func `a file of the name is refused and kept`() {
    scratch.write("notes", to: "run")
    #expect(throws: OutputError(path: run, operation: .createFolder, code: EEXIST)) {
      try OutputFolder(at: run)
    }
    #expect(scratch.text(of: "run") == "notes")
  }

  @Test(arguments: [[], ["manifest.json", "summary.csv"]])
  func `a folder with a user's files is refused and kept`(files: [String]) {
    scratch.createFolder("run")
    scratch.createFolder("run/drafts")
    for file in files + ["thesis.txt"] { scratch.write("written", to: "run/\(file)") }
    let refusal = OutputError(
      path: run,
      operation: .replace,
      code: ENOTEMPTY,
      names: ["drafts", "thesis.txt"],
    )
    #expect(throws: refusal) { try OutputFolder(at: run, replacing: Self.files) }
    #expect(refusal.description.contains("what no run wrote: \"drafts\" and 1 more ("))
    #expect(scratch.names() == ["run"])
    #expect(scratch.names("run") == (["drafts", "thesis.txt"] + files).sorted())
  }

  @Test func `what a user puts in while a run is written is kept with the earlier run`()
    async throws
  {
    try await writeRun("first")
    let folder = try OutputFolder(at: run, replacing: Self.files)
    try folder.write("summary.csv") { try $0.write("second") }
    scratch.write("thesis", to: "run/thesis.txt")
    let refusal = OutputError(
      path: run,
      operation: .replace,
      code: ENOTEMPTY,
      names: ["thesis.txt"],
    )
    #expect(throws: refusal) { try folder.publish() }
    #expect(scratch.names() == ["run"])
    #expect(scratch.text(of: "run/summary.csv") == "first")
    #expect(scratch.text(of: "run/thesis.txt") == "thesis")
  }

  @Test(arguments: [".", "..", "/"])
  func `a path without a name is refused`(path: String) {
    #expect(throws: OutputError(path: path, operation: .replace, code: EINVAL)) {
      try OutputFolder(at: path)
    }
  }

  @Test func `a link is followed and not replaced`() async throws {
    scratch.createFolder("kept")
    _ = unsafe symlink("\(scratch.path)/kept", run)
    try await writeRun("first")
    #expect(scratch.names() == ["kept", "run"])
    #expect(scratch.text(of: "kept/summary.csv") == "first")
  }

  @Test func `what dead processes left is removed, what a living one writes is kept`() async throws
  {
    let (dead, living) = (".run.partial-2147483646", ".run.partial-1")
    for name in [dead, living, ".other.partial-2147483646"] { scratch.createFolder(name) }
    scratch.write("half", to: "\(dead)/summary.csv")
    try await writeRun("first")
    #expect(scratch.names() == [".other.partial-2147483646", living, "run"])
  }

  @Test func `an earlier run that a killed process had moved aside is put back`() throws {
    scratch.createFolder(".run.old-2147483646")
    scratch.write("first", to: ".run.old-2147483646/summary.csv")
    scratch.write("{}", to: ".run.old-2147483646/manifest.json")
    try OutputFolder(at: run, replacing: Self.files).discard()
    #expect(scratch.names() == ["run"])
    #expect(scratch.text(of: "run/summary.csv") == "first")
  }

  private func open(_ path: String) -> Int32 {
    unsafe Glibc.open(path, O_WRONLY)
  }
}
