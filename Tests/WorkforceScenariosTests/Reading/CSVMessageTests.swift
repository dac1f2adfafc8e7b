// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// What is said about tables that break the rules: the input and the exact sentences.
struct CSVMessageTests {
  private static let excelAdvice =
    " In Excel, choose 'Save As' and the type 'CSV UTF-8 (Comma delimited)'."

  static let cases = [
    MessageCase(
      "empty file",
      "",
      "t.csv: the table is empty. Write a header with the columns' names, and rows.",
    ),
    MessageCase(
      "blank lines only",
      "\r\n\n",
      "t.csv: the table is empty. Write a header with the columns' names, and rows.",
    ),
    MessageCase(
      "header only",
      "a,b\n",
      "t.csv:1: the table has a header but no rows. Add rows below it.",
    ),
    MessageCase(
      "too few fields",
      "a,b,c\n1,2,3\n1\n",
      "t.csv:3: row 2 has 1 field, but the header has 3. "
        + "Add the missing ',', also after empty fields.",
    ),
    MessageCase(
      "too many fields",
      "a;b\n1;2;3\n",
      "t.csv:2: row 1 has 3 fields, but the header has 2. "
        + "Put a text that contains ';' in quotation marks.",
    ),
    MessageCase(
      "column without a name",
      "a,,b\n1,2,3\n",
      "t.csv:1:3: column 2 has no name. Name it, or delete the column.",
    ),
    MessageCase(
      "column name given twice",
      "县区,b, 县区\n1,2,3\n",
      "t.csv:1:6: the column name '县区' is given twice; the first is column 1. Rename one.",
    ),
    MessageCase(
      "full-width commas",
      "县区，人数\n离石，3\n",
      "t.csv:1:1: the columns are separated by the full-width '，'. Write ','.",
    ),
    MessageCase(
      "unclosed quotation mark",
      "a,b\n吕梁,\"open\n1,2\n",
      "t.csv:2:4: the quotation mark that opens here is never closed. "
        + "Add the closing one; the rest of the table was not read.",
    ),
    MessageCase(
      "unclosed quotation mark in the header",
      "a,\"b\n1,2\n",
      "t.csv:1:3: the quotation mark that opens here is never closed. "
        + "Add the closing one; the rest of the table was not read.",
    ),
    MessageCase(
      "stray quotation mark",
      "a,b\n1,5\" pipe\n2,3\n",
      "t.csv:2:4: a quotation mark stands inside a field that does not begin with one. "
        + "Put the whole field in quotation marks and write '\"\"' for each one inside.",
    ),
    MessageCase(
      "text after the closing quotation mark, below a quoted line break",
      "a,b\n\"x\r\ny\",\"p\"q\n",
      "t.csv:3:7: the field goes on after its closing quotation mark. "
        + "Write '\"\"' for a quotation mark inside a field.",
    ),
    MessageCase(
      "GB18030",
      bytes: Array("a,b\n1,".utf8) + [0xC2, 0xC0, 0xC1, 0xBA, 0x0A],
      ["t.csv:2:3: the file is not in UTF-8; it looks like GB18030 (GBK)." + excelAdvice],
    ),
    MessageCase(
      "Latin-1",
      bytes: Array("a,b\n1,M".utf8) + [0xFC] + Array("ller\n".utf8),
      ["t.csv:2:4: the file is not in UTF-8; it looks like Latin-1 (Windows-1252)." + excelAdvice],
    ),
    MessageCase(
      "UTF-16",
      bytes: [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00],
      ["t.csv:1:1: the file is in UTF-16, but UTF-8 is needed." + excelAdvice],
    ),
    MessageCase(
      "UTF-16 without a mark",
      bytes: [0x61, 0x00, 0x0A, 0x00],
      [
        "t.csv:1:2: a NUL byte stands here; the file is in UTF-16 or is not a text file."
          + excelAdvice
      ],
    ),
    MessageCase(
      "Excel workbook",
      bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00],
      [
        "t.csv:1:6: this is a ZIP archive or an Excel workbook (.xlsx), not a text file."
          + excelAdvice
      ],
    ),
  ]

  @Test(arguments: cases)
  func `a table that breaks the rules is refused word for word`(_ row: MessageCase) {
    let problems = ProblemCollector()
    _ = CSVTable(row.input, file: "t.csv", reporting: problems)
    #expect(lines(problems) == row.problems)
  }

  @Test func `a missing column is named with the nearest one`() throws {
    let problems = ProblemCollector()
    let table = try #require(
      CSVTable(Array("regoin,sex\n1,2\n".utf8), file: "t.csv", reporting: problems)
    )
    #expect(table.header.column("region", or: "县区", reporting: problems) == nil)
    #expect(table.header.column("birth_month", reporting: problems) == nil)
    table.header.finish(allowed: ["region", "sex"], reporting: problems)
    #expect(
      lines(problems) == [
        "t.csv:1: there is no column 'birth_month'. The header has: regoin, sex.",
        "t.csv:1: there is no column 'region' (or '县区'). Rename 'regoin' if it is meant. "
          + "The header has: regoin, sex.",
        "t.csv:1: there is no use for the column 'regoin'. Did you mean 'region'? "
          + "Allowed: region, sex.",
      ]
    )
  }

  @Test func `a wrong field is named by its column and place`() throws {
    let problems = ProblemCollector()
    let text = "name,人数\n\"a\nb\",12\n吕梁,\"1,200\"\n离石,-1\n"
    let table = try #require(CSVTable(Array(text.utf8), file: "t.csv", reporting: problems))
    let numbers = table.rows.map { $0.integer(1, in: 0...2_000, reporting: problems) }
    #expect(numbers == [12, nil, nil])
    #expect(
      lines(problems) == [
        "t.csv:4:4: '人数' is '1,200', not a whole number. Write 1200.",
        "t.csv:5:4: '人数' is -1, but the value lies between 0 and 2000.",
      ]
    )
  }
}
