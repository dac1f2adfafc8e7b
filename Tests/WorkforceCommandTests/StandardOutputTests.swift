// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What becomes of a page or a JSON text that standard output does not take.
struct StandardOutputTests {
  /// Commands that print, with what is special about a run of the store.
  private static let lines = [
    "schema", "schema targets", "validate scenarios/teaching scenarios/luliang",
    "explain scenarios/teaching", "explain scenarios/teaching exits.multiplier",
    "explain scenarios/teaching exits", "diff scenarios/teaching scenarios/luliang",
    "run scenarios/teaching --through 2027 --replications 2 --out OUT --json",
    "run scenarios/teaching --through 2027 --replications 2 --out OUT",
    "compare teaching teaching --through 2027 --replications 2 --quiet --json",
    "compare teaching teaching --through 2027 --replications 2",
    "show STORED", "show STORED --cost", "runs", "runs --json", "export STORED --out OUT",
    "remove STORED",
  ]

  @Test(arguments: lines)
  func `a full disk under standard output ends with code 74 and a sentence`(line: String) throws {
    let bench = try StoreBench()
    if line.contains("STORED") || line.hasPrefix("runs") { try bench.run(2, out: "made") }
    let words = line.replacing("OUT", with: "'\(bench.folder.path("out"))'")
      .replacing("STORED", with: "teaching")
    let result = try CommandRunner.shell(
      "export WORKFORCE_STORE='\(bench.store)'; $0 \(words) > /dev/full"
    )
    #expect(result.code == 74, "\(result.errors)")
    let sentence =
      "cannot print to standard output: the disk is full (No space left on device). "
      + "Free some space or send standard output to another place.\n"
    #expect(result.errors.hasSuffix(sentence), "\(result.errors)")
    #expect(result.errors.count(of: "cannot print") == 1)
  }

  @Test func `a name steers no terminal on any page`() throws {
    let bench = try StoreBench()
    let folder = bench.folder
    let scenario = """
      format: 1
      name: "A\\e[31mB\\nC\\u202E"
      extends: \(CommandRunner.root.appending(path: "scenarios/teaching").path)

      """
    try folder.write(scenario, to: "named/scenario.yaml")
    let path = folder.path("named")
    let few = ["--through", "2027", "--replications", "2", "--lang", "en"]
    let out = folder.path("out")
    let pages = [
      try CommandRunner.run(["run", path, "--out", out, "--store", bench.store] + few),
      try CommandRunner.run(["compare", path, path, "--out", folder.path("compared")] + few),
      try CommandRunner.run(["show", out, "--lang", "en"]),
      try CommandRunner.run(["runs", "--store", bench.store, "--lang", "en"]),
    ]
    for page in pages {
      #expect(page.code == 0, "\(page.errors)")
      #expect(page.output.contains("A␛[31mB␊C�"), "\(page.output)")
      for text in [page.output, page.errors] {
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      }
    }
    // Data have the name as it is.
    let json = try CommandRunner.run(["run", path, "--out", out, "--json"] + few)
    #expect(json.output.contains(#"A\u001B[31mB\nC"#) || json.output.contains(#"A\u001b[31mB\nC"#))
  }

  @Test func `a reader who has read enough ends the command without a word`() throws {
    let piped = try CommandRunner.shell("$0 schema | head -c 10")
    #expect(piped.output.count == 10 && piped.errors.isEmpty)
    let ignored = try CommandRunner.shell(
      "trap '' PIPE; { $0 schema scenario; echo $? >&2; } | head -c 10"
    )
    #expect(ignored.output.count == 10)
    #expect(ignored.errors == "0\n")
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
