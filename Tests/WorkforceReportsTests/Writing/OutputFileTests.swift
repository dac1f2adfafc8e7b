// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing
import WorkforceReports

struct OutputFileTests {
  let scratch = ScratchFolder()

  @Test func `a file appears when it is committed`() throws {
    let file = try OutputFile(at: "\(scratch.path)/population.csv")
    try file.sink.write("id")
    #expect(scratch.names() == [".population.csv.partial-\(getpid())"])
    try file.commit()
    #expect(scratch.names() == ["population.csv"])
    #expect(scratch.text(of: "population.csv") == "id")
  }

  @Test func `a file given up leaves the earlier one`() throws {
    scratch.write("first", to: "population.csv")
    do {
      let file = try OutputFile(at: "\(scratch.path)/population.csv")
      try file.sink.write("second")
    }
    #expect(scratch.names() == ["population.csv"])
    #expect(scratch.text(of: "population.csv") == "first")
  }

  @Test func `all bytes arrive, however many`() throws {
    let file = try OutputFile(at: "\(scratch.path)/long")
    let lines = (0..<40_000).map { "line \($0)\n" }
    for line in lines { try file.sink.write(line) }
    try file.commit()
    #expect(scratch.text(of: "long") == lines.joined())
  }

  @Test func `a device is written and not replaced`() throws {
    let file = try OutputFile(at: "/dev/full")
    try file.sink.write("x")
    #expect(throws: OutputError(path: "/dev/full", operation: .write, code: ENOSPC)) {
      try file.commit()
    }
    var facts = stat()
    #expect(unsafe stat("/dev/full", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `a file in the place of a folder is refused`() {
    #expect(throws: OutputError(path: scratch.path, operation: .createFile, code: EISDIR)) {
      try OutputFile(at: scratch.path)
    }
    let path = "\(scratch.path)/none/file"
    #expect(throws: OutputError(path: path, operation: .createFile, code: ENOENT)) {
      try OutputFile(at: path)
    }
  }
}
