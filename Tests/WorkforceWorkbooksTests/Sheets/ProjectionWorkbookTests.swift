// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports
import WorkforceSim
import WorkforceWorkbooks

@Suite struct ProjectionWorkbookTests {
  let run: TeachingRun

  init() throws { run = try TeachingRun() }

  @Test(arguments: [
    (
      Language.english,
      [
        "Contents", "Charts", "Summary", "Summary 5 %", "Summary 95 %", "Teachers",
        "Teachers by title", "Teachers by age", "Flows", "Shortage", "Posts", "Recruitment",
        "Pupils", "Variance", "Thresholds", "Assumptions", "Sources", "Names of codes",
      ],
    ),
    (
      Language.chinese,
      [
        "目录", "图表", "总体", "总体 5%分位数", "总体 95%分位数", "分学科教师", "分职称教师", "分年龄教师",
        "进出与晋升", "需求与短缺", "编制", "招聘", "学生", "不确定性来源", "阈值", "假设", "资料来源",
        "代码名称",
      ],
    ),
  ])
  func `there is a sheet for every table that has rows`(
    language: Language,
    names: [String],
  ) async throws {
    #expect(try run.workbook(try await run.report(language: language)).names == names)
  }

  @Test func `every part of the file is well formed`() async throws {
    let workbook = try run.workbook(try await run.report())
    #expect(workbook.archive.names.count > 30)
    for name in workbook.archive.names {
      _ = try ReadWorkbook.element(name, in: workbook.archive)
    }
  }

  @Test func `the contents lead to every other sheet and say which run it is`() async throws {
    let report = try await run.report()
    let workbook = try run.workbook(report)
    let contents = try workbook.sheet("Contents")
    let links = contents.element.all("hyperlink").compactMap { $0.attributes["location"] }
    #expect(links == workbook.names.dropFirst().map { "'\($0)'!A1" })
    let facts = Dictionary(
      uniqueKeysWithValues: contents.rows.prefix(8).filter { $0.count == 2 }.map { ($0[0], $0[1]) }
    )
    let scenario = report.projection.scenario
    #expect(contents.text("A1") == scenario.title.english)
    #expect(facts["Fingerprint"] == scenario.fingerprint)
    #expect(facts["Seed"] == String(scenario.seed))
    #expect(facts["Replications"] == "4")
    #expect(facts["Version"] == "workforce 1.2.3")
  }

  @Test func `equal runs give equal bytes on any number of threads`() async throws {
    let one = try run.write(try await run.report(threads: 1), as: "one")
    let two = try run.write(try await run.report(threads: 2), as: "two")
    let files = try [one, two].map { try Data(contentsOf: URL(filePath: $0)) }
    #expect(files[0] == files[1])
    #expect(files[0].count > 10_000)
  }

  @Test func `one replication has no ranges`() async throws {
    let workbook = try run.workbook(try await run.report(replications: 1))
    #expect(!workbook.names.contains("Summary 5 %"))
    #expect(try !workbook.sheet("Shortage").header.contains { $0.hasSuffix(" %") })
  }

  @Test func `a sheet that would be too long ends early and the contents say so`() async throws {
    let workbook = try run.workbook(try await run.report(), rowLimit: 6)
    #expect(try workbook.sheet("Shortage").rows.count == 6)
    let contents = try workbook.sheet("Contents")
    let line = try #require(contents.rows.first { $0.first == "Shortage" })
    #expect(line[1].hasSuffix(" The first 5 rows only."))
    #expect(line[2] == "5")
  }

  @Test func `text that begins like a formula stays text`() async throws {
    let report = try await run.report { scenario in
      scenario.title = LocalizedText("=1+1", chinese: "@总和")
      scenario.overrides = ["-1", "+1"]
    }
    let contents = try run.workbook(report).sheet("Contents")
    #expect(contents.text("A1") == "=1+1")
    #expect(contents.cells["A1"]?.attributes["t"] == "inlineStr")
    #expect(contents.rows.contains { $0.last == "-1\n+1" })
    #expect(contents.element.all("f").isEmpty)
  }

  @Test(arguments: [("/dev/full", ENOSPC), ("/nowhere/a.xlsx", ENOENT)])
  func `a file that cannot be written is told with the system's error`(
    path: String,
    code: Int32,
  ) async throws {
    let workbook = ProjectionWorkbook(try await run.report())
    #expect(throws: LibraryFailure(code: code)) {
      try workbook.write(to: path, scratch: run.folder)
    }
  }
}
