// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim

/// An independent program opens the workbook and gives its cells back.
@Suite struct LibreOfficeTests {
  /// The program, if it is installed.
  static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/soffice" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Settings by which the program works formulas out when it opens a file, whatever values it holds.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """

  /// Converts every sheet of a workbook to CSV, with formulas worked out anew.
  private func convert(_ path: String, in run: TeachingRun) throws {
    let user = "\(run.folder)/profile/user"
    try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
    try Self.settings.write(
      toFile: "\(user)/registrymodifications.xcu",
      atomically: true,
      encoding: .utf8,
    )
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
  }

  /// The rows of a converted sheet, none of whose fields has a comma.
  private func rows(_ sheet: String, in run: TeachingRun) throws -> [[String]] {
    let text = try String(contentsOfFile: "\(run.folder)/a-\(sheet).csv", encoding: .utf8)
    return text.split(separator: "\n").map { line in
      line.split(separator: ",").map { $0.filter { $0 != "\"" } }
    }
  }

  @Test(
    .enabled(
      if: program != nil,
      "LibreOffice is not installed; `apt-get install libreoffice-calc-nogui` lets this test run.",
    )
  )
  func `LibreOffice converts the workbook and its cells read as they were written`() async throws {
    let run = try TeachingRun()
    let path = try run.write(try await run.report(language: .chinese))
    try convert(path, in: run)
    let workbook = try ReadWorkbook(path: path)
    for name in workbook.names where name != "图表" {
      let text = try String(contentsOfFile: "\(run.folder)/a-\(name).csv", encoding: .utf8)
      #expect(!text.isEmpty, "\(name)")
    }
    #expect(try rows("总体", in: run) == (try workbook.sheet("总体").rows))
  }

  @Test(
    .enabled(if: program != nil, "LibreOffice is not installed."),
    arguments: [
      (Language.english, "Cost by item", "Cost by payer"), (.chinese, "分项目支出", "分出资方支出"),
    ],
  )
  func `the sums that LibreOffice works out are those of the table of cost`(
    language: Language,
    byItem: String,
    byPayer: String,
  ) throws {
    let run = try TeachingRun()
    let report = try PaidRun.report(language: language)
    let path = try run.write(report)
    try convert(path, in: run)
    for (key, sheet) in [("item", byItem), ("payer", byPayer)] {
      let expected = try sums(by: key, of: report)
      let found = try rows(sheet, in: run)
      #expect(found.count == expected.count + 2)
      for (row, line) in found.dropFirst().enumerated() {
        let amounts = line.dropFirst().compactMap(Double.init)
        let wanted =
          row < expected.count
          ? expected[row]
          : expected[0].indices.map { column in
            expected.reduce(0) { $0 + $1[column] }
          }
        #expect(amounts.count == wanted.count, "\(line)")
        for (amount, hundredths) in zip(amounts, wanted) {
          #expect(abs(amount - Double(hundredths) / 100) < 0.005, "\(line)")
        }
      }
    }
  }

  /// Sums of the table of cost as its CSV file holds it: a row a member, a column a year, and a total.
  private func sums(by key: String, of report: RunReport) throws -> [[Int]] {
    let table = try #require(report.tables.first { $0.name == "cost" })
    let names = table.columns.map(\.name)
    let place = try #require(names.firstIndex(of: key))
    let mean = try #require(names.firstIndex(of: "mean"))
    var codes: [String] = []
    var sums: [String: [Int]] = [:]
    try table.forEachRow { row in
      guard case .whole(let year) = row[0], case .text(let code) = row[place],
        case .number(let amount, let decimals) = row[mean],
        let written = Double(format(amount, decimals: decimals))
      else { return }
      if sums[code] == nil { codes.append(code) }
      let hundredths = Int((written * 100).rounded())
      sums[code, default: [0, 0, 0, 0]][year - 2_025] += hundredths
      sums[code, default: [0, 0, 0, 0]][3] += hundredths
    }
    return codes.compactMap { sums[$0] }
  }
}
