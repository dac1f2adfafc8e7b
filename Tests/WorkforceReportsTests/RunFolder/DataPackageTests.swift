// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim

struct DataPackageTests {
  typealias Object = [String: Any]

  let scratch = ScratchFolder()

  func resources(of tiny: TinyScenario) async throws -> [Object] {
    let report = try await tiny.report()
    try await OutputFolder.write(at: "\(scratch.path)/run") { _ = try await report.write(to: $0) }
    let text = try #require(scratch.text(of: "run/datapackage.json"))
    let package = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object
    #expect(package?["profile"] as? String == "tabular-data-package")
    #expect(package?["name"] as? String == "tiny")
    return try #require(package?["resources"] as? [Object])
  }

  @Test(arguments: [TinyScenario(), .uncertain])
  func `the data package describes every CSV file as it is`(tiny: TinyScenario) async throws {
    let resources = try await resources(of: tiny)
    let paths = resources.compactMap { $0["path"] as? String }
    #expect(paths.sorted() == scratch.names("run").filter { $0.hasSuffix(".csv") })
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let text = try #require(scratch.text(of: "run/\(path)"))
      let table = ParsedTable(text)
      let schema = try #require(resource["schema"] as? Object)
      let fields = try #require(schema["fields"] as? [Object])
      #expect(resource["bytes"] as? Int == text.utf8.count)
      #expect(fields.compactMap { $0["name"] as? String } == table.header)
      for (position, field) in fields.enumerated() {
        for row in table.rows {
          #expect(fits(row[position], field), "\(path): \(row) \(field["name"] ?? "")")
        }
      }
      let key = try #require(schema["primaryKey"] as? [String])
      let keys = table.rows.map { row in key.map { table.fields(row)[$0] ?? "?" } }
      #expect(Set(keys).count == table.rows.count, "\(path)")
    }
  }

  @Test func `a value of another type or below the minimum would be noticed`() {
    let number: Object = ["type": "number", "constraints": ["required": true, "minimum": 0.0]]
    #expect(fits("0.5", number))
    #expect(!fits("-0.5", number) && !fits("", number) && !fits("1,5", number))
    let code: Object = ["type": "string", "constraints": ["required": true, "enum": ["a", "b"]]]
    #expect(fits("b", code) && !fits("c", code))
  }

  /// Whether a field's text has the field's type and keeps its constraints.
  private func fits(_ text: String, _ field: Object) -> Bool {
    let constraints = field["constraints"] as? Object ?? [:]
    if text.isEmpty { return constraints["required"] as? Bool == false }
    if let codes = constraints["enum"] as? [String], !codes.contains(text) { return false }
    switch field["type"] as? String {
    case "string": return true
    case "year":
      let years = ["minimum", "maximum"].compactMap { constraints[$0] as? String }.compactMap {
        Int($0)
      }
      return text.count == 4 && years.count == 2 && (years[0]...years[1]).contains(Int(text) ?? 0)
    case "number":
      guard let number = Double(text) else { return false }
      return (constraints["minimum"] as? Double).map { number >= $0 } ?? true
    case "boolean":
      let words = ["trueValues", "falseValues"].compactMap { field[$0] as? [String] }.joined()
      return words.contains(text)
    default: return false
    }
  }
}
