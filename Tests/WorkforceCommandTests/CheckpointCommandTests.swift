// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Replications that take long and are cut off in the middle.
@Suite struct CheckpointCommandTests {
  private func words(_ bench: StoreBench, _ out: String, through year: Int) -> [String] {
    [
      "run", "scenarios/teacherbench", "--replications", "1", "--through", "\(year)", "--out",
      bench.folder.path(out), "--store", bench.store,
    ]
  }

  private func states(_ bench: StoreBench) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: bench.store + ".checkpoints")) ?? []
  }

  @Test func `a replication that is killed goes on after the last year that was kept`() throws {
    let bench = try StoreBench()
    let whole = try CommandRunner.run(words(bench, "whole", through: 2026) + ["--quiet"])
    #expect(whole.code == 0 && whole.errors.isEmpty, "\(whole.errors)")
    #expect(states(bench).isEmpty)
    #expect(try bench.command("remove", "1", "--yes").code == 0)
    let cut = words(bench, "again", through: 2026) + ["--checkpoint-every", "0.01"]
    let line =
      "$0 \(cut.map { "'\($0)'" }.joined(separator: " ")) --quiet & p=$!; "
      + "for i in {1..400}; do ls '\(bench.store).checkpoints/'*.state >/dev/null 2>&1 && break; "
      + "sleep 0.05; done; kill -KILL $p; wait $p"
    #expect(try CommandRunner.shell(line).code == 128 + SIGKILL)
    #expect(states(bench).count { $0.hasSuffix(".state") } == 1)
    #expect(try bench.kept() == 0)
    let resumed = try CommandRunner.run(cut + ["--lang", "en"])
    #expect(resumed.errors.contains("Replication 1 of run teacherbench goes on after 202"))
    #expect(try bench.tables("again") == bench.tables("whole"))
    #expect(
      states(bench).isEmpty && !FileManager.default.fileExists(atPath: bench.store + ".checkpoints")
    )
  }

  @Test func `a state that is damaged is told, and the replication starts over`() throws {
    let bench = try StoreBench()
    let cut = words(bench, "again", through: 2024) + ["--checkpoint-every", "0.01"]
    let line =
      "$0 \(cut.map { "'\($0)'" }.joined(separator: " ")) --quiet & p=$!; "
      + "for i in {1..400}; do ls '\(bench.store).checkpoints/'*.state >/dev/null 2>&1 && break; "
      + "sleep 0.05; done; kill -KILL $p; wait $p"
    _ = try CommandRunner.shell(line)
    let name = try #require(states(bench).first { $0.hasSuffix(".state") })
    let file = URL(filePath: "\(bench.store).checkpoints/\(name)")
    try Data(contentsOf: file).dropLast(100).write(to: file)
    let resumed = try CommandRunner.run(cut + ["--quiet", "--lang", "zh"])
    #expect(resumed.code == 0 && resumed.errors.contains("已损坏"), "\(resumed.errors)")
  }

  @Test func `where states cannot be kept the run says so once and goes on`() throws {
    let bench = try StoreBench()
    try Data().write(to: URL(filePath: bench.store + ".checkpoints"))
    let result = try CommandRunner.run(
      words(bench, "out", through: 2024) + [
        "--checkpoint-every", "0.01", "--quiet", "--lang", "en",
      ]
    )
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.components(separatedBy: "cannot be kept").count == 2, "\(result.errors)")
  }

  @Test(arguments: ["-1", "90000", "nan", "soon"])
  func `a time that is none is refused`(time: String) throws {
    let result = try CommandRunner.run(["run", "scenarios/teaching", "--checkpoint-every=\(time)"])
    #expect(result.code == 64 && result.errors.contains("--checkpoint-every"), "\(result.errors)")
  }
}
