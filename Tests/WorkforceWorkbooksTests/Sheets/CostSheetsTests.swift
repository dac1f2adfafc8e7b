// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

/// Rows of cost in the order of the table: of 16 rows for two regions, four items and two payers, the
/// reference is never paid and only salaries have a second payer.
@Suite struct CostSheetsTests {
  let run: TeachingRun

  init() throws { run = try TeachingRun() }

  /// The mean of row `number` in a year, counted from 0, in hundredths, as `PaidRun` sets it.
  private func hundredths(_ number: Int, _ year: Int) -> Int {
    // The mean of two replications is half a hundredth more than the first; the table rounds it.
    let figures = [0, 1].map { 1_234_567.89 * Double(number + 1) + 0.37 * Double(year) + 0.01 * $0 }
    let text = format((figures[0] + figures[1]) / 2, decimals: 2)
    return Int(((Double(text) ?? .nan) * 100).rounded())
  }

  private static let salaryByCounty = [0, 8]
  private static let salaryByProvince = [1, 9]
  private static let pension = [4, 12]
  private static let allowance = [6, 14]

  @Test(arguments: [
    (Language.english, ["Cost", "Cost by item", "Cost by payer", "Pay", "Level of pay"]),
    (.chinese, ["支出明细", "分项目支出", "分出资方支出", "教师工资", "工资水平比较"]),
  ])
  func `sheets of cost stand behind the summary and in the contents`(
    language: Language,
    names: [String],
  ) throws {
    let workbook = try run.workbook(try PaidRun.report(language: language))
    #expect(Array(workbook.names[5..<10]) == names)
    let contents = try workbook.sheet(language == .english ? "Contents" : "目录")
    for name in names { #expect(contents.rows.contains { $0.first == name }, "\(name)") }
  }

  @Test func `cost is a row for each region, stage, item and payer with names and money`() throws {
    let workbook = try run.workbook(try PaidRun.report(language: .chinese))
    let sheet = try workbook.sheet("支出明细")
    #expect(
      sheet.header == ["财政年度", "区域", "学段", "项目", "出资方", "均值", "5%分位数", "95%分位数"]
    )
    #expect(sheet.rows.count == 25)
    #expect(sheet.rows[1].prefix(5) == ["2025", "北县", "全部", "基本工资", "县级财政"])
    #expect(sheet.number("F2").map { Int(($0 * 100).rounded()) } == hundredths(0, 0))
    #expect(workbook.format(of: "F2", in: sheet) == "#,##0.00")
    #expect(workbook.format(of: "A2", in: sheet) == "0")
    #expect(sheet.element.first("autoFilter")?.attributes["ref"] == "A1:H25")
    #expect(sheet.element.first("pane")?.attributes["topLeftCell"] == "F2")
  }

  @Test func `cost by item is worked out by formulas with their values`() throws {
    let workbook = try run.workbook(try PaidRun.report())
    let sheet = try workbook.sheet("Cost by item")
    #expect(sheet.header == ["Item", "2025", "2026", "2027", "Total"])
    #expect(sheet.rows.map { $0[0] } == ["Item", "Salary", "Pension", "Allowance", "Total"])
    #expect(
      sheet.cells["C2"]?.first("f")?.text
        == "SUMIFS('Cost'!$F$2:$F$25,'Cost'!$D$2:$D$25,$A2,'Cost'!$A$2:$A$25,2026)"
    )
    #expect(sheet.cells["E2"]?.first("f")?.text == "SUM(B2:D2)")
    #expect(sheet.cells["B5"]?.first("f")?.text == "SUM(B2:B4)")
    #expect(sheet.cells["E5"]?.first("f")?.text == "SUM(E2:E4)")
    #expect(workbook.format(of: "E5", in: sheet) == "#,##0.00")
    let rows = [Self.salaryByCounty + Self.salaryByProvince, Self.pension, Self.allowance]
    var expected = rows.map { row in
      (0..<3).map { year in row.reduce(0) { $0 + hundredths($1, year) } }
    }
    for row in expected.indices { expected[row].append(expected[row].reduce(0, +)) }
    expected.append((0...3).map { column in expected.reduce(0) { $0 + $1[column] } })
    for (row, amounts) in expected.enumerated() {
      for (column, amount) in amounts.enumerated() {
        let cell = "\(ReadWorkbook.column(column + 1))\(row + 2)"
        #expect(sheet.number(cell).map { Int(($0 * 100).rounded()) } == amount, "\(cell)")
      }
    }
    // Filtering hides no total.
    #expect(sheet.element.first("autoFilter")?.attributes["ref"] == "A1:E4")
  }

  @Test func `cost by payer adds up to the same total`() throws {
    let workbook = try run.workbook(try PaidRun.report())
    let (payers, items) = (try workbook.sheet("Cost by payer"), try workbook.sheet("Cost by item"))
    #expect(payers.rows.map { $0[0] } == ["Payer", "County", "Province", "Total"])
    #expect(payers.cells["B2"]?.first("f")?.text.contains("'Cost'!$E$2:$E$25,$A2") == true)
    for column in ["B", "C", "D", "E"] {
      #expect(payers.number("\(column)4") == items.number("\(column)5"))
    }
  }

  @Test(arguments: [
    [LocalizedText("Same"), LocalizedText("same")],
    [LocalizedText("Any*"), LocalizedText("Other")],
    [LocalizedText("=1"), LocalizedText("Other")],
  ])
  func `names that a spreadsheet would not tell apart give numbers, not formulas`(
    names: [LocalizedText]
  ) throws {
    var items = PaidRun.items
    items[0] = Member("salary", label: names[0])
    items[2] = Member("pension", label: names[1])
    let sheet = try run.workbook(try PaidRun.report(items: items)).sheet("Cost by item")
    #expect(sheet.cells["B2"]?.first("f") == nil)
    let salary = (Self.salaryByCounty + Self.salaryByProvince).reduce(0) { $0 + hundredths($1, 0) }
    #expect(sheet.number("B2").map { Int(($0 * 100).rounded()) } == salary)
    #expect(sheet.cells["B5"]?.first("f")?.text == "SUM(B2:B4)")
  }

  @Test func `charts of stacked columns draw the rows of both sheets`() throws {
    let workbook = try run.workbook(try PaidRun.report())
    let charts = try workbook.archive.names.filter { $0.hasPrefix("xl/charts/chart") }.map {
      try ReadWorkbook.element($0, in: workbook.archive)
    }.filter { $0.first("c:barChart") != nil }
    let series = charts.map { chart in
      chart.all("c:ser").map { series in
        ["c:tx", "c:cat", "c:val"].map { series.first($0)?.first("c:f")?.text ?? "" }
      }
    }
    #expect(charts.allSatisfy { $0.first("c:grouping")?.attributes["val"] == "stacked" })
    #expect(series.map(\.count).sorted() == [2, 3])
    #expect(
      series.first { $0.count == 2 }?.first
        == ["'Cost by payer'!$A$2", "'Cost by payer'!$B$1:$D$1", "'Cost by payer'!$B$2:$D$2"]
    )
  }

  @Test(arguments: [
    (Language.english, ["Cost by item (CNY)", "Cost by payer (CNY)"]),
    (.chinese, ["分项目支出（元）", "分出资方支出（元）"]),
  ])
  func `charts of cost name the currency`(language: Language, titles: [String]) throws {
    let workbook = try run.workbook(try PaidRun.report(language: language))
    let charts = try workbook.archive.names.filter { $0.hasPrefix("xl/charts/chart") }.map {
      try ReadWorkbook.element($0, in: workbook.archive)
    }.filter { $0.first("c:barChart") != nil }
    let found = charts.map { $0.first("c:title")?.first("a:t")?.text ?? "" }
    #expect(Set(found) == Set(titles))
  }

  @Test func `a sheet of cost that ends early is not summed`() throws {
    let workbook = try run.workbook(try PaidRun.report(), rowLimit: 12)
    #expect(try workbook.sheet("Cost").rows.count == 12)
    let sheet = try workbook.sheet("Cost by item")
    #expect(sheet.cells["B2"]?.first("f") == nil && sheet.number("B2") != nil)
  }

  @Test func `shares and chances of pay are percentages, amounts money`() throws {
    let workbook = try run.workbook(try PaidRun.report())
    let pay = try workbook.sheet("Pay")
    let level = try workbook.sheet("Level of pay")
    func format(_ header: String, _ sheet: ReadWorkbook.Sheet) throws -> String {
      let column = try #require(sheet.header.firstIndex(of: header), "\(sheet.header)")
      return workbook.format(of: "\(ReadWorkbook.column(column))2", in: sheet)
    }
    #expect(try format("pay", pay) == "#,##0.00")
    #expect(try format("pay per head over average wage", pay) == "0.0%")
    #expect(try format("average pay of civil servants", level) == "#,##0.00")
    #expect(try format("chance that pay is no lower than civil servants'", level) == "0.0%")
  }
}
