// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Who may import whom.
///
/// The compiler accepts an import of a target that was not declared, so this
/// table is what keeps the arrows pointing down.
@Suite struct LayeringTests {
  /// For each target, the modules that its files may import.
  static let allowed: [String: Set<String>] = [
    "WorkforceSim": ["CColumns", "CGSL", "CKeyedRandom", "Synchronization"],
    "WorkforceScenarios": ["WorkforceSim", "Yams", "Crypto", "Foundation", "Glibc"],
    "WorkforceReports": ["WorkforceSim", "Glibc", "Synchronization"],
    "WorkforceWorkbooks": ["WorkforceSim", "WorkforceReports", "CXLSXWriter"],
    "WorkforceStore": [
      "WorkforceSim", "GRDB", "Crypto", "CZlib", "Foundation", "Glibc", "Synchronization",
    ],
    "workforce": [
      "WorkforceSim", "WorkforceScenarios", "WorkforceReports", "WorkforceWorkbooks",
      "WorkforceStore", "ArgumentParser", "Glibc", "Synchronization",
    ],
  ]

  @Test(arguments: allowed.keys.sorted())
  func `a target imports only what its line of the table allows`(target: String) throws {
    let allowed = Self.allowed[target] ?? []
    let files = try Repository.files(below: "Sources/\(target)", endingWith: ".swift")
    #expect(!files.isEmpty)
    for file in files {
      for module in try Self.imports(of: file) {
        #expect(allowed.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test func `every target stands in the table`() throws {
    let targets = try Repository.folders(in: "Sources").filter { !$0.hasPrefix("C") }
    #expect(Set(targets) == Set(Self.allowed.keys))
  }

  @Test func `only the random folder imports the scientific library`() throws {
    for file in try Repository.files(below: "Sources/WorkforceSim", endingWith: ".swift")
    where !file.contains("/Random/") {
      let modules = try Self.imports(of: file)
      #expect(!modules.contains("CGSL") && !modules.contains("CKeyedRandom"), "\(file)")
    }
  }

  @Test func `only the population folder moves columns in C`() throws {
    for file in try Repository.files(below: "Sources/WorkforceSim", endingWith: ".swift")
    where !file.contains("/Population/") {
      #expect(try !Self.imports(of: file).contains("CColumns"), "\(file)")
    }
  }

  @Test func `only the library folder imports the library of workbooks`() throws {
    for file in try Repository.files(below: "Sources/WorkforceWorkbooks", endingWith: ".swift")
    where !file.contains("/Library/") {
      #expect(try !Self.imports(of: file).contains("CXLSXWriter"), "\(file)")
    }
  }

  @Test func `only one file writes to standard output`() throws {
    for file in try Repository.files(below: "Sources", endingWith: ".swift")
    where !file.hasSuffix("/StandardOutput.swift") {
      for line in try Repository.text(of: file).split(separator: "\n") {
        #expect(!line.contains(/(^|[^.\w`])print\(/), "\(file): \(line)")
      }
    }
  }

  @Test func `the architecture document states the same arrows`() throws {
    let text = try Repository.text(of: "Documentation/Architecture.md")
    for (target, modules) in Self.allowed {
      let line = "\(target): \(modules.sorted().joined(separator: " "))"
      #expect(text.contains(line), "Documentation/Architecture.md lacks the line '\(line)'")
    }
  }

  /// The modules that a file imports.
  private static func imports(of path: String) throws -> [String] {
    try Repository.text(of: path).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1
      else { return nil }
      return String(words[position + 1].prefix { $0 != "." })
    }
  }
}
