// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The page of cost, on a run folder to which tables of pay were added by hand.
@Suite struct ShowCostCommandTests {
  private static let made = Result { try PaidRunFolder() }

  private var path: String { get throws { try Self.made.get().path } }

  private func show(_ arguments: String...) throws -> CommandResult {
    try CommandRunner.run(["show"] + arguments)
  }

  @Test(arguments: [
    ("en", ["Payer (million CNY)", "county budget", "Item (million CNY)", "120.50", "131.00"]),
    ("zh", ["出资方（万元）", "县级财政", "项目（万元）", "12,050", "13,100"]),
  ])
  func `show prints cost by payer and by item`(language: String, texts: [String]) throws {
    let result = try show(try path, "--cost", "--years", "2026-2027", "--lang", language)
    #expect(result.code == 0, "\(result.errors)")
    for text in texts + ["2026", "2027", "120 %", "75 %"] {
      #expect(result.output.contains(text), "\(text) is missing in: \(result.output)")
    }
    #expect(result.errors.isEmpty)
  }

  @Test func `a region is found by its name and shown alone`() throws {
    let result = try show(
      try path,
      "--cost",
      "--region",
      "Valley",
      "--years",
      "2026",
      "--lang",
      "en",
    )
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("Only Valley."))
    #expect(result.output.contains("100.25") && !result.output.contains("120.50"))
  }

  @Test func `the summary of the run has the block of cost`() throws {
    let result = try show(try path, "--lang", "en")
    #expect(result.code == 0, "\(result.errors)")
    for text in ["Cost by fiscal year", "paid by: county budget", "show \(try path) --cost"] {
      #expect(result.output.contains(text), "\(text) is missing in: \(result.output)")
    }
  }

  /// What is asked and cannot be answered: the code and what is said.
  private static let unanswerable: [(line: String, code: Int32, text: String)] = [
    ("show RUN --cost --placement", 64, "name one"),
    ("show RUN --region Valley", 64, "--placement or --cost"),
    ("show RUN --cost --years 2027-2026", 64, "a range such as 2025-2030"),
    ("show RUN --cost --years 2026-", 64, "a range such as 2025-2030"),
    ("show RUN --cost --years 2026-2100", 65, "was not simulated"),
    ("show RUN --cost --region Valey", 65, "Did you mean 'Valley'?"),
  ]

  @Test(arguments: unanswerable)
  func `a question that cannot be answered ends with its exit code`(
    line: String,
    code: Int32,
    text: String,
  ) throws {
    let run = try path
    let result = try CommandRunner.run(
      line.split(separator: " ").map { $0 == "RUN" ? run : String($0) }
    )
    #expect(result.code == code, "\(result.errors)")
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [("en", "Pay was not modelled in this run"), ("zh", "没有核算工资")])
  func `a run without pay says so`(language: String, text: String) throws {
    let result = try show(try Self.made.get().unpaid, "--cost", "--lang", language)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains(text))
  }

  @Test func `a damaged table of cost is named`() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path("run")
    try FileManager.default.copyItem(atPath: try path, toPath: copy)
    try FileManager.default.removeItem(atPath: "\(copy)/pay.csv")
    let result = try show(copy, "--cost")
    #expect(result.code == 66, "\(result.errors)")
    #expect(result.errors.contains("\(copy)/pay.csv"), "\(result.errors)")
  }
}

/// A run of the teaching scenario, and a copy with tables of pay in which every total follows by hand.
///
/// They lie beside the built command, where the next test run replaces them.
private struct PaidRunFolder: Sendable {
  /// The path of the run folder with pay.
  let path: String
  /// The path of the run folder without pay.
  let unpaid: String

  /// In 2026 the county pays 100.25 million in the valley and 20.25 in the town, 120.50 in all; in 2027
  /// the province adds 10.5 million in the valley.
  private static let cost = [
    "2026,valley,primary,salary,county,100250000", "2026,town,primary,salary,county,20250000",
    "2027,valley,primary,salary,county,100250000", "2027,valley,primary,salary,province,10500000",
    "2027,town,primary,salary,county,20250000",
  ]
  /// Pay per head is 120,000, 1.2 of the average wage.
  private static let pay = [2_026, 2_027].flatMap { year in
    [
      "\(year),valley,primary,paid_teachers,100", "\(year),valley,primary,pay,12000000",
      "\(year),valley,primary,pay_per_head,120000",
      "\(year),valley,primary,ratio_to_average_wage,1.2",
    ]
  }
  private static let level = [2_026, 2_027].flatMap { year in
    [
      "\(year),valley,pay_per_head,120000", "\(year),valley,civil_servant_pay,115000",
      "\(year),valley,no_lower_than_civil_servants,0.75",
    ]
  }

  init() throws {
    let folder = CommandRunner.binary.deletingLastPathComponent().appending(path: "cost-tests")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "paid").path
    unpaid = folder.appending(path: "unpaid").path
    let made = try CommandRunner.run([
      "run", "scenarios/teaching", "--replications", "2", "--quiet", "--out", unpaid,
    ])
    #expect(made.code == 0, "\(made.errors)")
    try FileManager.default.copyItem(atPath: unpaid, toPath: path)
    let tables = [
      ("cost", "region,stage,item,payer", Self.cost), ("pay", "region,stage,measure", Self.pay),
      ("pay_level", "region,measure", Self.level),
    ]
    var entries = ""
    for (name, keys, rows) in tables {
      let text = ["fiscal_year,\(keys),mean"] + rows
      try write(text.joined(separator: "\r\n") + "\r\n", to: "\(name).csv")
      entries += "{\"path\": \"\(name).csv\", \"rows\": \(rows.count), \"bytes\": 1},\n"
    }
    let labels = [
      "item,salary,salary,基本工资", "payer,county,county budget,县级财政",
      "payer,province,province budget,省级财政",
    ]
    let known = try text("labels.csv")
    try write(known + labels.joined(separator: "\r\n") + "\r\n", to: "labels.csv")
    let rows = known.split(separator: "\r\n").count - 1
    let manifest = try text("manifest.json")
      .replacing("\"method\":", with: "\"currency\": \"CNY\",\n\"method\":")
      .replacing("\"files\": [", with: "\"files\": [\n\(entries)")
      .replacing(/("labels.csv",\s*"rows": )\d+/) { "\($0.output.1)\(rows + labels.count)" }
    try write(manifest, to: "manifest.json")
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }
}
