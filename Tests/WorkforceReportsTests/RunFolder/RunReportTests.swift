// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

struct RunReportTests {
  let scratch = ScratchFolder()

  @discardableResult
  func write(_ report: RunReport, to folder: String = "run") async throws -> [WrittenFile] {
    try await OutputFolder.write(at: "\(scratch.path)/\(folder)") { try await report.write(to: $0) }
  }

  func table(_ name: String, in folder: String = "run") throws -> ParsedTable {
    ParsedTable(try #require(scratch.text(of: "\(folder)/\(name).csv")))
  }

  @Test func `a run folder has every table, the data package and the manifest`() async throws {
    let files = try await write(try await TinyScenario().report())
    let names = [
      "datapackage.json", "flows.csv", "labels.csv", "manifest.json", "network.csv",
      "placement.csv", "posts.csv", "pupils.csv", "recruitment.csv", "school_list.csv",
      "schools.csv", "shortage.csv", "summary.csv", "targets.csv", "teachers.csv",
      "teachers_by_age.csv", "teachers_by_title.csv", "thresholds.csv", "variance.csv",
    ]
    #expect(scratch.names("run") == names)
    #expect(files.map(\.name).sorted() == names)
    for file in files { #expect(scratch.text(of: "run/\(file.name)")?.utf8.count == file.bytes) }
  }

  @Test(arguments: [
    ("summary", "year,measure"),
    ("teachers", "year,region,stage,subject,measure"),
    ("teachers_by_title", "year,region,stage,title"),
    ("teachers_by_age", "year,region,stage,age_band,sex"),
    ("flows", "year,region,stage,flow"),
    ("shortage", "year,region,stage,subject,measure"),
    ("posts", "year,region,stage,measure"),
    ("recruitment", "year,region,channel,stage,measure"),
    ("pupils", "year,region,stage,grade"),
  ])
  func `a table of statistics has its keys and then the distribution`(
    name: String,
    keys: String,
  ) async throws {
    try await write(try await TinyScenario().report())
    let header = try table(name).header.joined(separator: ",")
    #expect(header == keys + ",mean,sd,p05,p25,p50,p75,p95,mcse")
  }

  @Test func `tables hold what can be worked out by hand`() async throws {
    try await write(try await TinyScenario().report())
    let headcount = try table("summary").rows(where: ["measure": "headcount"])
    #expect(headcount.map { $0["mean"] } == ["30", "22.5", "16.875"])
    // North Chinese needs 12 and has 10 × 0.75³ = 4.21875.
    let cell = ["year": "2027", "region": "north", "subject": "chinese"]
    let shortage = try table("shortage").rows(where: cell)
    #expect(shortage.map { $0["measure"] } == Projection.shortageMeasures)
    // North maths needs 2 and has 4.21875 as well, so 2.21875 can be spared.
    #expect(
      shortage.map { $0["p50"] } == [
        "12", "4.2188", "7.7812", "0.6484", "0", "1", "4.2188", "0", "2.2188", "5.5625",
      ]
    )
    #expect(Set(shortage.map { $0["sd"] }) == ["0"])
  }

  @Test func `a run with one thread gives the same bytes as with two`() async throws {
    try await write(try await TinyScenario.uncertain.report(threads: 1), to: "one")
    try await write(try await TinyScenario.uncertain.report(threads: 2), to: "two")
    let names = scratch.names("one").filter { $0 != "manifest.json" }
    #expect(names.count == 18)
    for name in names {
      #expect(scratch.text(of: "one/\(name)") == scratch.text(of: "two/\(name)"), "\(name)")
    }
  }

  @Test func `the parts of a variance add up to one`() async throws {
    try await write(try await TinyScenario.uncertain.report())
    let rows = try table("variance").rows(where: ["measure": "headcount"])
    #expect(rows.count == 3)
    for row in rows {
      let shares = [row["parameter_share"], row["chance_share"]].compactMap {
        $0.flatMap(Double.init)
      }
      #expect(shares.count == 2 && abs(shares.reduce(0, +) - 1) <= 0.0001)
    }
    let need = try table("variance").rows(where: ["measure": "need"])
    #expect(need.map { $0["variance"] } == ["0", "0", "0"])
    #expect(Set(need.map { $0["parameter_share"] }) == [""])
  }

  @Test func `a variance that too few replications hide is empty, not zero`() async throws {
    try await write(try await TinyScenario().report())
    #expect(Set(try table("variance").rows.map { $0[2] }) == [""])
  }

  @Test func `targets show what was published and how near the model is`() async throws {
    let tiny = TinyScenario(targets: [TinyScenario.leavers, TinyScenario.headcount])
    try await write(try await tiny.report(language: .chinese))
    let rows = try table("targets").rows
    #expect(
      rows[0] == [
        "leavers", "三年离开人数", "persons", "23", "23.125", "0", "23.125", "23.125", "23.125",
        "0.0054", "fitted", "yes", "no", "各类离开", "Yearbook, 2027, City, 2028",
      ]
    )
    #expect(
      rows[1] == [
        "headcount_2026", "2026年教师数", "persons", "25", "22.5", "0", "22.5", "22.5", "22.5",
        "-0.1", "held_out", "no", "no", "", "",
      ]
    )
  }

  @Test func `thresholds show what is passed and with what chance`() async throws {
    try await write(try await TinyScenario(thresholds: TinyScenario.thresholds).report())
    let thresholds = try table("thresholds")
    #expect(
      thresholds.header == [
        "year", "threshold", "measure", "per", "direction", "value", "chance", "mcse",
      ]
    )
    #expect(
      thresholds.rows == [
        ["2025", "few_teachers", "headcount", "", "below", "20", "0", "0"],
        ["2026", "few_teachers", "headcount", "", "below", "20", "0", "0"],
        ["2026", "shortage_rate", "shortage", "need", "above", "0.3", "1", "0"],
        ["2027", "few_teachers", "headcount", "", "below", "20", "1", "0"],
        ["2027", "shortage_rate", "shortage", "need", "above", "0.3", "1", "0"],
      ]
    )
  }

  @Test func `without thresholds their table has no rows`() async throws {
    try await write(try await TinyScenario().report())
    #expect(try table("thresholds").rows == [])
  }

  @Test func `every code of every table has a label`() async throws {
    try await write(try await TinyScenario.uncertain.report())
    let labels = try table("labels")
    let known = Set(labels.rows.map { "\($0[0]) \($0[1])" })
    #expect(known.count == labels.rows.count)
    let columns: Set = [
      "region", "stage", "subject", "title", "age_band", "sex", "flow", "measure", "channel",
      "grade", "target", "kind", "threshold", "per", "direction",
    ]
    for name in scratch.names("run") where name.hasSuffix(".csv") && name != "labels.csv" {
      let table = try table(String(name.dropLast(4)))
      for row in table.rows.map(table.fields) {
        for (column, code) in row where columns.contains(column) && !code.isEmpty {
          #expect(known.contains("\(column) \(code)"), "\(name)")
        }
      }
    }
    #expect(labels.rows.contains(["region", "north", "North County", "北县"]))
    #expect(labels.rows.contains(["measure", "shortage_rate", "shortage rate", "短缺率"]))
  }

  @Test func `every measure of schools and placement has a name in both languages`() async throws {
    try await write(try await TinyScenario().report())
    let rows = try table("labels").rows(where: ["dimension": "measure"])
    let names = Dictionary(uniqueKeysWithValues: rows.map { ($0["code"] ?? "", $0) })
    let measures =
      SchoolTables.placementMeasures + SchoolTables.networkMeasures + SchoolTables.schoolMeasures
    for code in measures {
      let name = try #require(names[code], "\(code)")
      #expect(name["zh"]?.utf8.contains { $0 >= 128 } == true, "\(code)")
      #expect(name["en"]?.contains("_") == false, "\(code)")
    }
  }

  @Test func `a byte-order mark stands in CSV files only`() async throws {
    try await write(try await TinyScenario().report(excel: true))
    for name in scratch.names("run") {
      let mark = scratch.text(of: "run/\(name)")?.unicodeScalars.first == "\u{FEFF}"
      #expect(mark == name.hasSuffix(".csv"), "\(name)")
    }
  }
}
