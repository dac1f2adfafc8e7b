// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim

struct RunFilesTests {
  typealias Object = [String: Any]

  let scratch = ScratchFolder()

  func write(_ report: RunReport) async throws {
    try await OutputFolder.write(at: "\(scratch.path)/run") { _ = try await report.write(to: $0) }
  }

  func object(_ file: String) throws -> Object {
    let text = try #require(scratch.text(of: "run/\(file)"))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  @Test func `the manifest says how to get the run again`() async throws {
    var tiny = TinyScenario.uncertain
    tiny.overrides = ["exits.multiplier=1.3"]
    try await write(try await tiny.report())
    let manifest = try object("manifest.json")
    #expect(manifest["format_version"] as? Int == 1)
    #expect(manifest["tool"] as? [String: String] == ["name": "workforce", "version": "1.2.3"])
    #expect(manifest["command"] as? String == "workforce run scenarios/tiny --set 'a=it'\\''s'")
    #expect(manifest["overrides"] as? [String] == ["exits.multiplier=1.3"])
    let scenario = try #require(manifest["scenario"] as? Object)
    #expect(scenario["fingerprint"] as? String == "f00dfeed0123456789")
    #expect((scenario["title"] as? Object)?["zh"] as? String == "小型教师队伍")
    let run = try #require(manifest["run"] as? Object)
    #expect(run["seed"] as? Int == 1 && run["replications"] as? Int == 6)
    #expect(run["first_year"] as? Int == 2_025 && run["last_year"] as? Int == 2_027)
    #expect(run["method"] as? String == "individuals")
    let execution = try #require(manifest["execution"] as? Object)
    #expect(execution["started"] as? String == "1970-01-01T00:00:00Z")
    #expect(execution["duration_seconds"] as? Double == 1.5)
    #expect(execution["simulation_seconds"] as? Double == 1.25)
    #expect((execution["peak_memory_bytes"] as? Int ?? 0) > 1_000_000)
  }

  @Test func `the manifest lists every other file with its rows and bytes`() async throws {
    try await write(try await TinyScenario().report(formats: [.csv, .json]))
    let files = try #require(try object("manifest.json")["files"] as? [Object])
    let names = files.compactMap { $0["path"] as? String }
    #expect(names.sorted() == scratch.names("run").filter { $0 != "manifest.json" })
    for file in files {
      let text = try #require(scratch.text(of: "run/\(file["path"] as? String ?? "")"))
      #expect(file["bytes"] as? Int == text.utf8.count)
      if let name = file["path"] as? String, name.hasSuffix(".csv") {
        #expect(file["rows"] as? Int == ParsedTable(text).rows.count, "\(name)")
      }
    }
  }

  @Test func `JSON has the same tables, rows and figures as CSV`() async throws {
    try await write(try await TinyScenario.uncertain.report(formats: [.csv, .json]))
    let tables = try #require(try object("projection.json")["tables"] as? [Object])
    #expect(tables.count == 17)
    for table in tables {
      let name = try #require(table["name"] as? String)
      let csv = ParsedTable(try #require(scratch.text(of: "run/\(name).csv")))
      let rows = try #require(table["rows"] as? [[Any]])
      #expect(table["columns"] as? [String] == csv.header)
      #expect(rows.count == csv.rows.count)
      for (row, fields) in zip(rows, csv.rows) {
        for (value, field) in zip(row, fields) {
          switch value {
          case is NSNull: #expect(field.isEmpty)
          case let text as String: #expect(field == text)
          default:
            let number = (value as? NSNumber)?.doubleValue
            #expect(number == Double(["yes": "1", "no": "0"][field] ?? field))
          }
        }
      }
    }
  }

  @Test func `JSON alone comes without a data package`() async throws {
    try await write(try await TinyScenario().report(formats: [.json]))
    #expect(scratch.names("run") == ["manifest.json", "projection.json"])
  }

  @Test(arguments: [
    ("csv", [OutputFormat.csv]), ("CSV, json", [.csv, .json]), ("json,json", [.json]),
  ])
  func `a list of formats is read`(list: String, formats: [OutputFormat]) throws {
    #expect(try OutputFormat.parse(list) == Set(formats))
  }

  @Test(arguments: [("xls", "xls"), ("csv,pdf", "pdf"), ("", ""), ("csv,", "")])
  func `a format that cannot be written is refused with those that can`(
    list: String,
    found: String,
  ) throws {
    let error = #expect(throws: OutputFormatError.self) { try OutputFormat.parse(list) }
    #expect(
      error?.description
        == "results cannot be written as '\(found)'; the formats are csv, json, xlsx."
    )
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_827_696, "2000-02-29T12:34:56Z"),
    (4_102_444_799, "2099-12-31T23:59:59Z"),
  ])
  func `a moment is written after ISO 8601`(seconds: Int, text: String) {
    #expect(Timestamp(secondsSince1970: seconds).description == text)
  }
}
