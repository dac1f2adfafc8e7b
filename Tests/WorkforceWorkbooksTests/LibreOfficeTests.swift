// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceSim

/// An independent program opens the workbook and gives its cells back.
@Suite struct LibreOfficeTests {
  /// The program, if it is installed.
  static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/soffice" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    .enabled(
      if: program != nil,
      "LibreOffice is not installed; `apt-get install libreoffice-calc-nogui` lets this test run.",
    )
  )
  func `LibreOffice converts the workbook and its cells read as they were written`() async throws {
    let run = try TeachingRun()
    let path = try run.write(try await run.report(language: .chinese))
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.program))
    // Comma, quotes, UTF-8, raw numbers instead of formatted ones, every sheet.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    process.arguments = [
      "-env:UserInstallation=file://\(run.folder)/profile", "--headless", "--convert-to", filter,
      "--outdir", run.folder, path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let workbook = try ReadWorkbook(path: path)
    for name in workbook.names where name != "图表" {
      let text = try String(contentsOfFile: "\(run.folder)/a-\(name).csv", encoding: .utf8)
      #expect(!text.isEmpty, "\(name)")
    }
    let summary = try String(contentsOfFile: "\(run.folder)/a-总体.csv", encoding: .utf8)
    let rows = summary.split(separator: "\n").map { line in
      line.split(separator: ",").map { $0.filter { $0 != "\"" } }
    }
    #expect(rows == (try workbook.sheet("总体").rows))
  }
}
