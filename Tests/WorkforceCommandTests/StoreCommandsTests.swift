// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The commands that read and change the store.
@Suite struct StoreCommandsTests {
  @Test func `an exported run has the bytes of the run`() throws {
    let bench = try StoreBench()
    let formats = ["--format", "csv,json,xlsx", "--lang", "zh"]
    try bench.run(6, out: "run", ["--quiet"] + formats)
    let result = try CommandRunner.run(
      ["export", "teaching", "--out", bench.folder.path("again"), "--store", bench.store] + formats
    )
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output == bench.folder.path("again") + "\n")
    #expect(try bench.tables("run").count > 10)
    #expect(try bench.tables("again") == bench.tables("run"))
  }

  @Test func `the manifest of an exported run has the command that makes it`() throws {
    let bench = try StoreBench()
    try bench.run(4, out: "run", ["--quiet", "--set", "exits.multiplier=1.1", "--seed", "5"])
    #expect(try bench.command("export", "1", "--out", bench.folder.path("again")).code == 0)
    let manifest = try JSONSerialization.jsonObject(
      with: Data(contentsOf: bench.folder.url.appending(path: "again/manifest.json"))
    )
    let command = try #require((manifest as? [String: Any])?["command"] as? String)
    let result = try CommandRunner.shell("\(command) --quiet --out '\(bench.folder.path("third"))'")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try bench.tables("third") == bench.tables("run"))
  }

  @Test(arguments: ["1", "teaching", "FINGERPRINT"])
  func `show knows a run by id, name and fingerprint`(word: String) throws {
    let bench = try StoreBench()
    try bench.run(4, out: "run", ["--quiet"])
    let list = try bench.command("runs", "--json").output
    let fingerprint = try #require(list.firstMatch(of: /"fingerprint": "([0-9a-f]{8})/)?.1)
    let named = word.replacing("FINGERPRINT", with: fingerprint.uppercased())
    let stored = try bench.command("show", named, "--lang", "en")
    #expect(stored.code == 0, "\(stored.errors)")
    let folder = try CommandRunner.run(["show", bench.folder.path("run"), "--lang", "en"])
    // Only the line with the folder differs.
    let lines = folder.output.split(separator: "\n").filter { !$0.contains(bench.folder.url.path) }
    for line in lines { #expect(stored.output.contains(line), "\(line) is missing") }
  }

  @Test(arguments: [("en", "Run of the store: teaching"), ("zh", "运行库中的运行：teaching")])
  func `a run of the store that is shown has no files`(language: String, ending: String) throws {
    let bench = try StoreBench()
    try bench.run(2, out: "run", ["--quiet"])
    let shown = try bench.command("show", "1", "--lang", language)
    #expect(shown.code == 0, "\(shown.errors)")
    #expect(shown.output.hasSuffix("\n\(ending)\n"), "\(shown.output)")
    #expect(!shown.output.contains("Files:") && !shown.output.contains("文件："))
  }

  @Test(arguments: ["--placement", "--cost"])
  func `a region that a run of the store does not have is told with the codes`(page: String)
    throws
  {
    let bench = try StoreBench()
    try bench.run(2, out: "run")
    let result = try bench.command("show", "1", page, "--region", "nowhere")
    #expect(result.code == 65)
    #expect(result.errors == "There is no region 'nowhere' in teaching. Codes: town, valley.\n")
  }

  @Test func `an unfinished run shows its first replications and says so`() throws {
    let bench = try StoreBench()
    let line =
      "$0 run scenarios/teaching --replications 1000000 --quiet --store '\(bench.store)' "
      + "--out '\(bench.folder.path("out"))' & sleep 4; kill -INT $!; wait $!"
    #expect(try CommandRunner.shell(line).code == 130)
    let list = try bench.command("runs", "--lang", "en")
    #expect(list.output.contains("/1,000,000") && list.output.contains("unfinished"))
    let result = try bench.command("show", "1", "--lang", "en")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("is unfinished: results are those of its first"))
  }

  @Test func `runs are renamed, noted and removed`() throws {
    let bench = try StoreBench()
    try bench.run(4, out: "a", ["--quiet"])
    try bench.run(4, out: "b", ["--quiet", "--seed", "9"])
    #expect(try bench.command("rename", "teaching-2", "other seed").code == 0)
    #expect(try bench.command("note", "2", "for the bureau 给教育局").code == 0)
    #expect(try bench.command("runs", "--lang", "en").output.contains("other seed"))
    // A page of standard width shortens notes; JSON has them whole.
    let json = try bench.command("runs", "--json").output
    #expect(json.contains("for the bureau 给教育局"))
    let chinese = try bench.command("runs", "--lang", "zh").output
    #expect(chinese.contains("教学示例") && chinese.contains("完整"))
    #expect(chinese.contains("已完成/应完成"), "\(chinese)")
    let taken = try bench.command("rename", "1", "other seed")
    #expect(taken.code == 65 && taken.errors.contains("another run is named"))
    #expect(try bench.command("remove", "1", "other seed", "--yes").code == 0)
    #expect(try bench.command("runs", "--lang", "en").output.contains("holds no runs"))
  }

  @Test func `commands that are advised name a store that is not the standard one`() throws {
    let bench = try StoreBench()
    try bench.run(2, out: "run", ["--quiet"])
    let list = try bench.command("runs", "--lang", "zh").output
    #expect(list.contains("workforce remove 编号或名称 --store \(bench.store)"), "\(list)")
    let missing = try bench.command("export", "none").errors
    #expect(missing.contains("'workforce runs --store \(bench.store)' lists them"), "\(missing)")
    #expect(try bench.command("remove", "1", "--yes").code == 0)
    let empty = try bench.command("runs", "--lang", "en").output
    #expect(
      empty.contains("'workforce run SCENARIO --store \(bench.store)' keeps one"),
      "\(empty)",
    )
  }

  @Test(arguments: [("n", 0), ("", 64), ("y", 0)])
  func `remove lists the runs and asks`(answer: String, code: Int32) throws {
    let bench = try StoreBench()
    try bench.run(4, out: "a", ["--quiet"])
    let input = answer.isEmpty ? "</dev/null" : "<<< \(answer)"
    let line = "$0 remove 1 --lang en --store '\(bench.store)' \(input)"
    let result = try CommandRunner.shell(line)
    #expect(result.code == code)
    #expect(result.output.contains("Teaching example") && result.output.contains("Write y"))
    #expect(try bench.kept() == (answer == "y" ? 0 : 4))
  }

  @Test func `a scenario whose name is a number is not taken for another run's id`() throws {
    let bench = try StoreBench()
    try bench.run(2, out: "a", ["--quiet"])
    let teaching = CommandRunner.root.appending(path: "scenarios/teaching").path
    try bench.folder.write(
      "format: 1\nname: {en: own, zh: own}\nextends: \(teaching)\n",
      to: "1/scenario.yaml",
    )
    let run = ["run", bench.folder.path("1"), "--replications", "2", "--seed", "9", "--quiet"]
    let result = try CommandRunner.run(
      run + ["--store", bench.store, "--out", bench.folder.path("b")]
    )
    #expect(result.code == 0, "\(result.errors)")
    #expect(try bench.command("runs").output.contains("run-1"))
    // An earlier version took the scenario's name as it is.
    let rename = "sqlite3 '\(bench.store)' \"UPDATE run SET name = '1' WHERE id = 2\""
    try #require(try CommandRunner.shell(rename).code == 0)
    for command in [["show", "1"], ["remove", "1", "--yes"]] {
      let result = try CommandRunner.run(command + ["--store", bench.store])
      #expect(result.code == 65, "\(command): \(result.errors)")
      #expect(result.errors.contains("workforce rename 2 NAME"), "\(result.errors)")
    }
    #expect(try bench.command("rename", "2", "own").code == 0)
    #expect(try bench.command("remove", "1", "--yes").code == 0)
    #expect(try bench.command("runs").output.contains("own"))
  }

  @Test func `control characters of a name do not reach the terminal`() throws {
    let bench = try StoreBench()
    try bench.run(2, out: "a", ["--quiet"])
    #expect(try bench.command("note", "1", "a\u{1B}[2Jb\tc\u{9B}d").code == 0)
    let rename = "sqlite3 '\(bench.store)' \"UPDATE run SET name = 'x' || char(27) || '[31m'\""
    try #require(try CommandRunner.shell(rename).code == 0)
    let page = try bench.command("runs").output
    #expect(page.contains("x␛[31m") && page.contains("a␛[2Jb␉c"), "\(page)")
    let hasControls = page.unicodeScalars.contains {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(!hasControls)
  }

  @Test func `a forecast asks for no more replications than it simulates`() throws {
    let bench = try StoreBench()
    try bench.run(5, out: "a", ["--quiet"])
    try bench.run(50, out: "b", ["--forecast", "--threads", "1"])
    let after = try bench.command("runs", "--lang", "en").output
    #expect(after.contains("6/6") && after.contains("complete"), "\(after)")
    try bench.run(7, out: "a", ["--quiet"])
    let later = try bench.command("runs", "--lang", "en").output
    #expect(later.contains("7/7") && later.contains("complete"), "\(later)")
  }

  /// What is asked of a store with one run and cannot be answered: the code and what is said.
  private static let unanswerable: [(line: String, code: Int32, text: String)] = [
    ("show teching", 66, "Did you mean 'teaching'?"),
    ("export 7", 66, "there is no run '7'"),
    ("remove teaching 99 --yes", 66, "there is no run '99'"),
    ("rename teaching 12", 64, "would be taken for an id"),
    ("rename teaching a/b", 64, "would be taken for a folder"),
    ("export teaching --format pdf", 64, "pdf"),
  ]

  @Test(arguments: unanswerable)
  func `a wrong word ends with its exit code and changes nothing`(
    line: String,
    code: Int32,
    text: String,
  ) throws {
    let bench = try StoreBench()
    try bench.run(2, out: "a", ["--quiet"])
    let words = line.split(separator: " ").map(String.init)
    let result = try CommandRunner.run(words + ["--store", bench.store])
    #expect(result.code == code, "\(result.errors)")
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(try bench.kept() == 2)
  }

  @Test func `a file that is no store is left as it is, by every command`() throws {
    let bench = try StoreBench()
    try bench.folder.write("my notes\n", to: "runs.sqlite")
    let commands = [
      bench.arguments(2, out: "out"), ["runs", "--store", bench.store],
      ["show", "1", "--store", bench.store], ["export", "1", "--store", bench.store],
      ["note", "1", "x", "--store", bench.store],
    ]
    for command in commands {
      let result = try CommandRunner.run(command)
      #expect(result.code == 65, "\(command): \(result.errors)")
      #expect(result.errors.contains("is no store of runs"), "\(result.errors)")
    }
    #expect(try String(contentsOfFile: bench.store, encoding: .utf8) == "my notes\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder.url.path) == ["runs.sqlite"]
    )
  }

  @Test func `a store that is cut off is refused with advice`() throws {
    let bench = try StoreBench()
    try bench.run(20, out: "a", ["--quiet"])
    let url = URL(filePath: bench.store)
    let bytes = try Data(contentsOf: url)
    try bytes.prefix(bytes.count * 2 / 3).write(to: url)
    let before = try Data(contentsOf: url)
    let result = try CommandRunner.run(bench.arguments(20, out: "b"))
    #expect(result.code == 65, "\(result.errors)")
    #expect(result.errors.contains("is damaged") && result.errors.contains("--no-store"))
    #expect(try Data(contentsOf: url) == before)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
  func `a folder that may not be written is refused, but its store can be read`() throws {
    let bench = try StoreBench()
    try bench.run(4, out: "a", ["--quiet"])
    let line = """
      chmod 755 '\(bench.folder.url.path)'
      nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
      nobody $0 runs --store '\(bench.store)' --lang en
      nobody $0 run scenarios/teaching --replications 4 --quiet --store '\(bench.store)' --out /tmp/no
      """
    let result = try CommandRunner.shell(line)
    guard !result.errors.contains("setpriv") else { return }
    #expect(result.output.contains("Teaching example"), "\(result.errors)")
    #expect(result.code == 73, "\(result.errors)")
    #expect(result.errors.contains("cannot be written"), "\(result.errors)")
  }

  @Test func `a store may be left out by option and by variable`() throws {
    let folder = try TemporaryFolder()
    let run = ["run", "scenarios/teaching", "--replications", "2", "--quiet"]
    let store = ["WORKFORCE_STORE": folder.path("runs.sqlite")]
    let out = ["--out", folder.path("out")]
    #expect(try CommandRunner.run(run + out + ["--no-store"], environment: store).code == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path("runs.sqlite")))
    #expect(try CommandRunner.run(run + out, environment: store).code == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("runs.sqlite")))
    let both = ["--store", folder.path("runs.sqlite"), "--no-store"]
    #expect(try CommandRunner.run(run + both).code == 64)
    let none = try CommandRunner.run(["runs"])
    #expect(none.code == 64 && none.errors.contains("Name a store with --store"))
  }
}
