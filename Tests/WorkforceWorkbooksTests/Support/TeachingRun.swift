// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import WorkforceReports
import WorkforceScenarios
import WorkforceSim
import WorkforceWorkbooks

/// Runs of the teaching scenario and the workbooks made of them.
final class TeachingRun {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "workforce-workbook-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of the teaching scenario.
  static let scenario = root.appending(path: "scenarios/teaching").path

  /// Runs the scenario after a change.
  func report(
    of path: String = scenario,
    language: Language = .english,
    replications: Int = 4,
    threads: Int = 2,
    _ change: (inout Scenario) -> Void = { _ in },
  ) async throws -> RunReport {
    var scenario = try ScenarioLoader.load(
      path: path,
      overrides: [],
      changes: ScenarioChanges(replications: replications),
    )
    change(&scenario)
    return RunReport(
      Projection(try await Simulation(scenario).run(threads: threads)),
      information: RunInformation(
        version: "1.2.3",
        command: ["workforce"],
        threads: threads,
        started: .now,
        duration: .zero,
        language: language,
        formats: [.xlsx],
      ),
    )
  }

  /// Writes the workbook of a report and says where.
  func write(_ report: RunReport, as name: String = "a", rowLimit: Int? = nil) throws -> String {
    let path = "\(folder)/\(name).xlsx"
    try ProjectionWorkbook(report, rowLimit: rowLimit).write(to: path, scratch: folder)
    return path
  }

  /// Writes the workbook of a report and reads it back.
  func workbook(_ report: RunReport, rowLimit: Int? = nil) throws -> ReadWorkbook {
    try ReadWorkbook(path: try write(report, rowLimit: rowLimit))
  }
}
