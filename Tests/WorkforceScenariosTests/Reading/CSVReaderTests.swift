// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// What tables that follow the rules are read as.
struct CSVReaderTests {
  private func rows(_ text: String) -> [[String]] {
    let problems = ProblemCollector()
    let table = CSVTable(Array(text.utf8), file: "t.csv", reporting: problems)
    #expect(lines(problems) == [])
    let columns = table?.header.names.indices ?? 0..<0
    return table.map { [$0.header.names] + $0.rows.map { row in columns.map { row[$0] } } } ?? []
  }

  /// Rules 1, 2, 5, 6 and 7 of RFC 4180, section 2, and the line ends of other systems.
  @Test(arguments: [
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n\n1,2\n\n\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n,\n1,\n", [["a", "b"], ["", ""], ["1", ""]]),
    ("a,b\n1,", [["a", "b"], ["1", ""]]),
    ("\"a\",\"b\"\n\"1\",\"\"\n", [["a", "b"], ["1", ""]]),
    ("a,b\n\"x,y\",\"p\r\nq\"\n", [["a", "b"], ["x,y", "p\r\nq"]]),
    ("a,b\n\"x \"\"y\"\"\",\"\"\"\"\n", [["a", "b"], ["x \"y\"", "\""]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1,5\t2\n", [["a", "b"], ["1,5", "2"]]),
    ("\"a;c\",b\n1;2,3\n", [["a;c", "b"], ["1;2", "3"]]),
    ("a\n1\n2\n", [["a"], ["1"], ["2"]]),
    (" 县区 ,b\n 离石 ,2\n", [["县区", "b"], [" 离石 ", "2"]]),
  ])
  func `fields are split and decoded`(_ text: String, _ expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test func `fields know where they begin, below quoted line breaks too`() throws {
    let text = "\u{FEFF}a,b,c\r\n\"x\r\ny\rz\",吕梁,\"3\"\r\n1,2,3\r\n"
    let reader = try #require(
      CSVReader(Array(text.utf8), file: "t.csv", reporting: ProblemCollector())
    )
    var places: [String] = []
    reader.forEachRow { row in
      places.append("\(row.number) \(row.location)")
      places += (0..<3).map { row.location($0).description }
    }
    #expect(
      places == [
        "1 t.csv:2", "t.csv:2:1", "t.csv:4:4", "t.csv:4:7",
        "2 t.csv:5", "t.csv:5:1", "t.csv:5:3", "t.csv:5:5",
      ]
    )
  }

  @Test func `rows that break the rules are left out and the others handed on`() throws {
    let problems = ProblemCollector()
    let text = "a,b\n1,2\n3\n4,x\"y\n5,6\n"
    let table = try #require(CSVTable(Array(text.utf8), file: "t.csv", reporting: problems))
    #expect(table.rows.map(\.number) == [1, 4])
    #expect(problems.problems.map(\.location.line) == [3, 4])
  }

  @Test func `columns are found by any of their names`() throws {
    let text = "county,县区,sex\n1,2,3\n"
    let table = try #require(
      CSVTable(Array(text.utf8), file: "t.csv", reporting: ProblemCollector())
    )
    let problems = ProblemCollector()
    #expect(table.header.column("sex", reporting: problems) == 2)
    #expect(table.header.column("region", or: "县区", reporting: problems) == 1)
    #expect(table.header.optionalColumn("county", or: "县区") == 0)
    #expect(table.header.optionalColumn("age") == nil)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("0", 0), ("12", 12), ("-3", -3), ("999999999999999999", 999_999_999_999_999_999),
    ("9223372036854775807", Int.max), ("\"7\"", 7), ("01", nil), ("", nil), ("1.5", nil),
    ("9223372036854775808", nil),
  ])
  func `whole numbers are read from fields`(_ field: String, _ expected: Int?) throws {
    let problems = ProblemCollector()
    let text = "a,b\n\(field),x\n"
    let table = try #require(CSVTable(Array(text.utf8), file: "t.csv", reporting: problems))
    #expect(table.rows.first?.integer(0, reporting: problems) == expected)
    #expect(problems.isEmpty == (expected != nil))
  }

  @Test func `a table may be allowed to have no rows`() {
    let problems = ProblemCollector()
    let table = CSVTable(
      Array("a,b\n".utf8),
      file: "t.csv",
      mayBeEmpty: true,
      reporting: problems,
    )
    #expect(table?.rows.isEmpty == true)
    #expect(problems.isEmpty)
  }
}
