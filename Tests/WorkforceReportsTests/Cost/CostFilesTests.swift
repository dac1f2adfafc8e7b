// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim

struct CostFilesTests {
  typealias Object = [String: Any]

  let scratch = ScratchFolder()

  private func write(_ report: RunReport) async throws {
    try await OutputFolder.write(at: "\(scratch.path)/run") { _ = try await report.write(to: $0) }
  }

  private func table(_ name: String) throws -> ParsedTable {
    ParsedTable(try #require(scratch.text(of: "run/\(name).csv")))
  }

  private func object(_ file: String) throws -> Object {
    let text = try #require(scratch.text(of: "run/\(file)"))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  @Test func `a run with pay has its three tables beside the others`() async throws {
    try await write(try PaidScenario().report())
    let paid = Set(scratch.names("run"))
    let unpaid = ScratchFolder()
    let report = try await TinyScenario().report()
    try await OutputFolder.write(at: "\(unpaid.path)/run") { _ = try await report.write(to: $0) }
    #expect(paid.subtracting(unpaid.names("run")) == ["cost.csv", "pay.csv", "pay_level.csv"])
    #expect(paid.isSuperset(of: unpaid.names("run")))
    let files = try #require(try object("manifest.json")["files"] as? [Object])
    let rows = Dictionary(
      uniqueKeysWithValues: files.map { ($0["path"] as? String ?? "", $0["rows"] as? Int) }
    )
    #expect(rows["cost.csv"] == 15 && rows["pay.csv"] == 24 && rows["pay_level.csv"] == 15)
  }

  @Test(arguments: [
    ("cost", "fiscal_year,region,stage,item,payer"), ("pay", "fiscal_year,region,stage,measure"),
    ("pay_level", "fiscal_year,region,measure"),
  ])
  func `a table of pay has fiscal years, its keys and then the distribution`(
    name: String,
    keys: String,
  ) async throws {
    try await write(try PaidScenario().report())
    let header = try table(name).header.joined(separator: ",")
    #expect(header == keys + ",mean,sd,p05,p25,p50,p75,p95,mcse")
  }

  @Test func `cost is written to the fen, and combinations that cannot occur are left out`()
    async throws
  {
    try await write(try PaidScenario().report())
    let rows = try table("cost").rows.map { $0.prefix(8).joined(separator: " ") }
    #expect(
      rows.prefix(6) == [
        "2025 north primary salary county 100000.01 0 100000.01",
        "2025 north primary salary province 40000 0 40000",
        "2025 north primary pension county 16000.5 0 16000.5",
        "2025 south primary salary county 200000.03 0.01 200000.02",
        "2025 south primary pension county 32000.25 0 32000.25",
        "2026 north primary salary county 101000.01 0 101000.01",
      ]
    )
  }

  @Test func `amounts of pay have two decimals and ratios four`() async throws {
    try await write(try PaidScenario().report())
    let level = try table("pay_level").rows(where: ["fiscal_year": "2025", "region": "north"])
    #expect(level.map { $0["mean"] } == ["118000.25", "110000", "1"])
    let ratios = try table("pay").rows(where: ["measure": "ratio_to_average_wage"])
    #expect(ratios.map { $0["mean"] } == ["1.2", "0.9", "1.2", "0.9", "1.2", "0.9"])
    let summary = try table("summary").rows(where: ["measure": "cost"])
    #expect(summary.map { $0["mean"] } == ["388000.79", "389000.79", "390000.79"])
  }

  /// Whole fen, up to seventy trillion yuan; the last ones need 53 binary digits as amounts.
  @Test(arguments: [
    (1, "0.01"), (10, "0.1"), (100, "1"), (100_005, "1000.05"), (-123, "-1.23"),
    (899_999_999_999, "8999999999.99"), (512_345_678_901_237, "5123456789012.37"),
    (7_036_874_417_766_301, "70368744177663.01"),
  ])
  func `whole fen are written exactly`(fen: Int, text: String) {
    let whole = fen.quotientAndRemainder(dividingBy: 100)
    let amount = Double(whole.quotient) + Double(whole.remainder) / 100
    #expect(ReportValue.money(amount).json.text(.compact) == text)
  }

  @Test func `items and payers have their names in both languages`() async throws {
    try await write(try PaidScenario().report())
    let labels = try table("labels").rows
    #expect(labels.contains(["item", "pension", "pension", "养老保险"]))
    #expect(labels.contains(["payer", "province", "province", "省级财政"]))
    let measures = Dictionary(
      uniqueKeysWithValues: labels.filter { $0[0] == "measure" }.map { ($0[1], $0) }
    )
    for code in CostTables.payMeasures + CostTables.levelMeasures {
      let label = try #require(measures[code], "\(code)")
      #expect(!label[2].contains("_") && label[3].utf8.contains { $0 >= 128 }, "\(label)")
    }
  }

  @Test func `the data package gives the currency of amounts`() async throws {
    try await write(try PaidScenario().report())
    let resources = try #require(try object("datapackage.json")["resources"] as? [Object])
    func resource(_ name: String) throws -> Object {
      try #require(resources.first { $0["name"] as? String == name })
    }
    func fields(_ name: String) throws -> [Object] {
      let schema = try #require(try resource(name)["schema"] as? Object)
      return try #require(schema["fields"] as? [Object])
    }
    let units = try fields("cost").compactMap { $0["unit"] as? String }
    #expect(units == [String](repeating: "CNY", count: 8))
    #expect(try fields("cost").first?["type"] as? String == "year")
    #expect(try fields("pay").allSatisfy { $0["unit"] == nil })
    #expect(
      try resource("pay")["unitsOfMeasures"] as? [String: String]
        == ["pay": "CNY", "pay_per_head": "CNY"]
    )
    #expect(
      try resource("pay_level")["unitsOfMeasures"] as? [String: String]
        == ["pay_per_head": "CNY", "civil_servant_pay": "CNY"]
    )
    #expect(try resource("flows")["unitsOfMeasures"] == nil)
  }

  @Test func `the manifest names the currency of a run with pay only`() async throws {
    try await write(try PaidScenario().report())
    #expect((try object("manifest.json")["run"] as? Object)?["currency"] as? String == "CNY")
  }

  @Test func `the manifest of a run without pay names no currency`() async throws {
    let unpaid = try await TinyScenario().report()
    try await OutputFolder.write(at: "\(scratch.path)/run") { _ = try await unpaid.write(to: $0) }
    #expect((try object("manifest.json")["run"] as? Object)?["currency"] == nil)
  }
}
