// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim

@Suite struct SheetTests {
  let run: TeachingRun

  init() throws { run = try TeachingRun() }

  @Test(arguments: [("Summary", 1), ("Teachers", 4), ("Recruitment", 4), ("Names of codes", 2)])
  func `a sheet has a filter, and its header and keys stay in view`(
    name: String,
    keys: Int,
  ) async throws {
    let workbook = try run.workbook(try await run.report())
    let sheet = try workbook.sheet(name)
    let pane = try #require(sheet.element.first("pane"))
    #expect(pane.attributes["state"] == "frozen")
    #expect(pane.attributes["ySplit"] == "1")
    #expect(pane.attributes["xSplit"] == String(keys))
    let last = ReadWorkbook.column(sheet.header.count - 1) + String(sheet.rows.count)
    #expect(sheet.element.first("autoFilter")?.attributes["ref"] == "A1:\(last)")
  }

  @Test func `the summary has a row a year and a column a measure`() async throws {
    let report = try await run.report()
    let workbook = try run.workbook(report)
    let years = report.projection.scenario.calendar.years
    for (name, figure) in [
      ("Summary", \Statistic.mean), ("Summary 5 %", \Statistic.p05),
      ("Summary 95 %", \Statistic.p95),
    ] {
      let sheet = try workbook.sheet(name)
      #expect(sheet.rows.count == years.count + 1)
      let column = ReadWorkbook.column(try #require(sheet.header.firstIndex(of: "hired")))
      for (row, year) in years.enumerated() {
        let statistic = try #require(report.projection.statistic("hired", year: year))
        let shown = try #require(sheet.number("\(column)\(row + 2)"))
        #expect(abs(shown - statistic[keyPath: figure]) <= 0.00005)
        #expect(sheet.number("A\(row + 2)") == Double(year))
      }
    }
  }

  @Test func `a table has its keys by name, means first and quantiles after`() async throws {
    let sheet = try run.workbook(try await run.report(language: .chinese)).sheet("编制")
    let measures = ["班级数", "编制数", "在编教师"]
    #expect(
      sheet.header == ["学年", "区域", "学段"] + measures
        + measures.map { "\($0)，5%分位数" } + measures.map { "\($0)，95%分位数" }
    )
    #expect(sheet.rows.dropFirst().allSatisfy { $0.count == 12 && !$0.contains("") })
    #expect(Set(sheet.rows.dropFirst().map { $0[2] }) == ["小学"])
  }

  @Test func `every figure of the shortage table stands in its sheet`() async throws {
    let report = try await run.report()
    let sheet = try run.workbook(report).sheet("Shortage")
    let rate = ReadWorkbook.column(try #require(sheet.header.firstIndex(of: "shortage rate")))
    let upper = ReadWorkbook.column(
      try #require(sheet.header.firstIndex(of: "shortage rate, 95 %"))
    )
    var row = 1
    report.projection.forEachShortageRow { found in
      guard found.measure == "shortage_rate" else { return }
      row += 1
      let statistic = found.statistic
      #expect(abs((sheet.number("\(rate)\(row)") ?? -1) - statistic.mean) <= 0.00005)
      #expect(abs((sheet.number("\(upper)\(row)") ?? -1) - statistic.p95) <= 0.00005)
    }
    #expect(row == sheet.rows.count)
    // A chance is a mean of zeros and ones, of which quantiles say nothing.
    #expect(sheet.header.filter { $0.hasPrefix("chance of shortage") }.count == 1)
  }

  @Test func `numbers have the format of their measure`() async throws {
    let workbook = try run.workbook(try await run.report())
    let shortage = try workbook.sheet("Shortage")
    func format(_ name: String, in sheet: ReadWorkbook.Sheet) throws -> String {
      let column = try #require(sheet.header.firstIndex(of: name))
      return workbook.format(of: "\(ReadWorkbook.column(column))2", in: sheet)
    }
    #expect(try format("School year", in: shortage) == "0")
    #expect(try format("shortage rate", in: shortage) == "0.0%")
    #expect(try format("need (FTE)", in: shortage) == "#,##0.0")
    // Three thousand pupils, two hundred teachers.
    let summary = try workbook.sheet("Summary")
    #expect(try format("pupils", in: summary) == "#,##0")
    #expect(try format("headcount", in: summary) == "#,##0.0")
  }

  @Test func `a figure that the table leaves out is zero`() async throws {
    let report = try await run.report()
    let flows = try run.workbook(report).sheet("Flows")
    let table = try #require(report.tables.first { $0.name == "flows" })
    var sum = 0.0
    try table.forEachRow { row in
      if case .number(let mean, _) = row[4] { sum += mean }
    }
    let flowCount = flows.header.filter { !$0.hasSuffix(" %") }.count - 3
    let figures = flows.rows.dropFirst().map { $0[3..<(3 + flowCount)].compactMap(Double.init) }
    #expect(figures.allSatisfy { $0.count == flowCount })
    #expect(abs(figures.joined().reduce(0, +) - sum) < 0.01)
  }

  @Test func `the error of a target is a formula with its value`() async throws {
    let target = Target(
      name: "heads",
      label: LocalizedText("=heads"),
      published: 200,
      unit: "persons",
      kind: .check,
      table: "summary",
      keys: ["measure": ["headcount"]],
      years: 2_026...2_026,
      overYears: .last,
      tolerance: 0.1,
      references: [Reference(title: "Yearbook", location: "https://example.org/a b")],
    )
    let report = try await run.report { $0.targets = [target] }
    let workbook = try run.workbook(report)
    let sheet = try workbook.sheet("Targets")
    #expect(sheet.text("A2") == "heads")
    #expect(sheet.text("B2") == "=heads")
    #expect(sheet.header[9] == "Error")
    #expect(sheet.cells["J2"]?.first("f")?.text == "E2/D2-1")
    let error = try #require(report.projection.targetResults.first).relativeError
    #expect(abs((sheet.number("J2") ?? 9) - error) <= 0.00005)
    let sources = try workbook.sheet("Sources")
    #expect(sources.rows.last?.first == "heads")
    #expect(sources.rows.last?.contains("https://example.org/a b") == true)
  }

  @Test func `sources list every reference, assumptions every assumed parameter`() async throws {
    let report = try await run.report()
    let workbook = try run.workbook(report)
    let parameters = report.projection.scenario.parameters.parameters
    let references = parameters.map(\.origin.references.count).reduce(0, +)
    #expect(try workbook.sheet("Sources").rows.count == references + 1)
    let assumed = parameters.filter { $0.origin.confidence == .assumed }.map(\.name)
    #expect(try workbook.sheet("Assumptions").rows.dropFirst().map { $0[0] } == assumed)
    #expect(!assumed.isEmpty && references > 0)
  }

  @Test(arguments: [
    (Language.english, "Placement", "applied to other schools"),
    (.chinese, "聘任与交流", "在岗教师申请跨校竞聘人数"),
  ])
  func `applicants of placement are not those of recruitment`(
    language: Language,
    name: String,
    heading: String,
  ) async throws {
    let path = "\(run.folder)/scenario.yaml"
    let text = """
      format: 1
      name: schools
      extends: \(TeachingRun.scenario)
      years: {last: 2027}
      schools: {method: synthesis}
      posts: {method: need}
      placement: on
      set:
        schools.count: {description: {en: Test, zh: 测试}, unit: schools, values: {2025-09-01: 5}, confidence: assumed, references: [{assumption: Test.}]}
        placement.application: 0.5
      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let report = try await run.report(of: path, language: language, replications: 1)
    let header = try run.workbook(report).sheet(name).header
    #expect(header.contains(heading), "\(header)")
  }

  @Test func `units, layers and reasons are in the language of the workbook`() async throws {
    let report = try await run.report(language: .chinese) { $0.overrides = ["a=1"] }
    let workbook = try run.workbook(report)
    let facts = try workbook.sheet("目录").rows.compactMap(\.first)
    #expect(Set(["随机种子", "情景指纹", "改动的设置"]).isSubset(of: facts), "\(facts)")
    let assumptions = try workbook.sheet("假设").rows
    let multiplier = try #require(assumptions.first { $0.first == "exits.multiplier" })
    #expect(multiplier.contains("倍数") && multiplier.contains("程序的标准值"), "\(multiplier)")
    #expect(try workbook.sheet("资料来源").rows.contains { $0.contains { $0.hasPrefix("假设：") } })
  }
}
