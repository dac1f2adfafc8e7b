// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

@Suite struct ChartSheetTests {
  let run: TeachingRun

  init() throws { run = try TeachingRun() }

  /// The references of the series of a chart: name and values.
  private func series(_ number: Int, of workbook: ReadWorkbook) throws -> [[String]] {
    let chart = try ReadWorkbook.element("xl/charts/chart\(number).xml", in: workbook.archive)
    return chart.all("c:ser").map { series in
      ["c:tx", "c:cat", "c:val"].map { series.first($0)?.first("c:f")?.text ?? "" }
    }
  }

  @Test func `need and availability are drawn with their ranges from the summary`() async throws {
    let workbook = try run.workbook(try await run.report())
    let header = try workbook.sheet("Summary").header
    var expected: [[String]] = []
    for measure in ["need (FTE)", "available (FTE)"] {
      let column = ReadWorkbook.column(try #require(header.firstIndex(of: measure)))
      for sheet in ["Summary", "'Summary 5 %'", "'Summary 95 %'"] {
        expected.append([
          "\(sheet)!$\(column)$1", "Summary!$A$2:$A$11", "\(sheet)!$\(column)$2:$\(column)$11",
        ])
      }
    }
    #expect(try series(1, of: workbook) == expected)
  }

  @Test func `the chart sheet shows every chart, with a text for those who cannot see it`()
    async throws
  {
    let workbook = try run.workbook(try await run.report(language: .chinese))
    let charts = workbook.archive.names.filter { $0.hasPrefix("xl/charts/chart") }
    let drawing = try ReadWorkbook.element("xl/drawings/drawing1.xml", in: workbook.archive)
    #expect(charts.count == 6)
    let texts = drawing.all("xdr:cNvPr").compactMap { $0.attributes["descr"] }
    #expect(texts.count == 6)
    #expect(texts.first == "需求与可用教师（全时当量），虚线为5%至95%")
  }

  @Test func `without ranges only means are drawn`() async throws {
    let workbook = try run.workbook(try await run.report(replications: 1))
    #expect(try series(1, of: workbook).count == 2)
  }
}
