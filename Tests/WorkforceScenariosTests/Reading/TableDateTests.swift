// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct TableDateTests {
  private func read(_ written: String) -> (date: String?, problems: [String]) {
    let problems = ProblemCollector()
    let text = LocatedText(name: "birth", text: written, location: Place(file: "t.csv", line: 2))
    return (text.tableDate(reporting: problems)?.description, lines(problems))
  }

  @Test(arguments: [
    ("1978-03", "1978-03-01"), ("1978.03", "1978-03-01"), ("1978-3", "1978-03-01"),
    ("1978/3/5", "1978-03-05"), ("197803", "1978-03-01"), ("19780315", "1978-03-15"),
    ("1978年3月", "1978-03-01"), ("1978年3月15日", "1978-03-15"), ("1978.2", "1978-02-01"),
    ("1978.9", "1978-09-01"), ("1978.01", "1978-01-01"), ("1978.10", "1978-10-01"),
    ("1978.12", "1978-12-01"), ("1978.1.5", "1978-01-05"), ("1978-1", "1978-01-01"),
  ])
  func `dates of personnel tables are read`(written: String, date: String) {
    let found = read(written)
    #expect(found.date == date)
    #expect(found.problems == [])
  }

  @Test(arguments: ["March 1978", "78-3", "1978", "", "1978.100", "上午 10:30", "abc 10:30"])
  func `what is no date is told so`(written: String) {
    #expect(
      read(written).problems == [
        "t.csv:2: 'birth' is '\(written)', but a date is needed. Write year and month, with or "
          + "without the day, such as 2026-09 or 2026-09-01."
      ]
    )
  }

  @Test func `a month that Excel has shortened may be January or October`() {
    #expect(
      read("1978.1").problems == [
        "t.csv:2: 'birth' is 1978.1, which is January or October: Excel shortens 1978.10 to "
          + "1978.1. Write 1978-01 or 1978-10."
      ]
    )
  }

  @Test(arguments: ["28550", "28550.5"])
  func `a day as Excel counts it is told as such`(written: String) {
    #expect(
      read(written).problems == [
        "t.csv:2: 'birth' is \(written), which is how Excel counts days. In Excel, format the "
          + "column as text or as yyyy-mm before saving."
      ]
    )
  }

  @Test(arguments: ["1978-03-31 00:00:00", "1978/3/31 0:00", "1978-03-31T00:00"])
  func `a date with a time of day is told as such`(written: String) {
    #expect(
      read(written).problems == [
        "t.csv:2: 'birth' is '\(written)', a date with a time of day. Write 1978-03-31. In Excel, "
          + "format the column as text or as yyyy-mm before saving."
      ]
    )
  }
}
