// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports

struct CSVWriterTests {
  let scratch = ScratchFolder()

  func written(
    _ columns: [String],
    byteOrderMark: Bool = false,
    _ body: (CSVWriter) throws -> Void,
  ) throws -> String {
    let file = try OutputFile(at: "\(scratch.path)/table.csv")
    try body(CSVWriter(file.sink, columns: columns, byteOrderMark: byteOrderMark))
    try file.commit()
    return try #require(scratch.text(of: "table.csv"))
  }

  @Test func `a table has a header, commas and line ends of the RFC`() throws {
    let text = try written(["year", "region", "gap", "share"]) { table in
      table.integer(2_027)
      table.text("离石区")
      table.number(-1_738.25, decimals: 1)
      table.number(.nan, decimals: 3)
      try table.endRow()
      table.integer(nil)
      table.empty()
      table.integer(.min)
      table.number(0.5, decimals: 3)
      try table.endRow()
    }
    #expect(
      text == "year,region,gap,share\r\n2027,离石区,-1738.2,\r\n,,-9223372036854775808,0.5\r\n"
    )
  }

  @Test func `numbers that return in a row are written alike`() throws {
    let numbers = [2.25, 0, 2.25, -0.0, 2.25, -2.25, 2.25, .nan, .nan, 0.004]
    let text = try written(numbers.indices.map { "n\($0)" }) { table in
      for _ in 0..<2 {
        for number in numbers { table.number(number, decimals: 2) }
        try table.endRow()
      }
    }
    let row = "2.25,0,2.25,0,2.25,-2.25,2.25,,,0\r\n"
    #expect(text == "n0,n1,n2,n3,n4,n5,n6,n7,n8,n9\r\n" + row + row)
  }

  @Test func `a byte-order mark comes first when asked for`() throws {
    let text = try written(["年"], byteOrderMark: true) { _ in }
    #expect(Array(text.utf8) == [0xEF, 0xBB, 0xBF, 0xE5, 0xB9, 0xB4, 0x0D, 0x0A])
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"yes\"", "\"say \"\"yes\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""), ("", ""),
    ("=1+1", "'=1+1"), ("+20 %", "'+20 %"), ("-", "'-"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("=a,b", "\"'=a,b\""), ("a=b", "a=b"),
  ])
  func `text is quoted when needed and never a formula`(value: String, field: String) throws {
    let text = try written(["a", "b"]) { table in
      table.text(value)
      table.integer(1)
      try table.endRow()
    }
    #expect(text == "a,b\r\n\(field),1\r\n")
  }

  @Test func `any text reads back`() throws {
    var generator = SystemRandomNumberGenerator()
    let signs = Array("ab,\"\n\r 教师é'=")
    let rows = (0..<500).map { _ in
      (0..<3).map { _ in
        // A letter first, so that no apostrophe is added.
        "x"
          + String(
            (0..<Int.random(in: 0...6, using: &generator)).map { _ in
              signs.randomElement(using: &generator) ?? "a"
            }
          )
      }
    }
    let text = try written(["a", "b", "c"]) { table in
      for row in rows {
        for value in row { table.text(value) }
        try table.endRow()
      }
    }
    #expect(Self.parse(text) == [["a", "b", "c"]] + rows)
  }

  @Test func `a row with a missing field stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let table = try CSVWriter(ByteSink(descriptor: 1, path: "x"), columns: ["a", "b"])
      table.integer(1)
      try table.endRow()
    }
  }

  /// Reads RFC 4180 by its grammar, scalar by scalar; knows nothing of the writer.
  static func parse(_ text: String) -> [[String]] {
    var (rows, row, field, isQuoted) = (
      [[String]](), [String](), String.UnicodeScalarView(), false,
    )
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch (isQuoted, scalar) {
      case (true, "\"") where next == "\"":
        field.append("\"")
        index += 1
      case (_, "\""): isQuoted.toggle()
      case (false, ","):
        row.append(String(field))
        field.removeAll()
      case (false, "\r") where next == "\n":
        rows.append(row + [String(field)])
        (row, field) = ([], String.UnicodeScalarView())
        index += 1
      default: field.append(scalar)
      }
      index += 1
    }
    return rows
  }
}
