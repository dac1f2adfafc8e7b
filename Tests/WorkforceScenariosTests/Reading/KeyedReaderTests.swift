// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// What right values are read as.
struct KeyedReaderTests {
  private static let yaml = """
    name: 吕梁
    code: 1408
    teachers: 40000
    change: -3
    share: -0.5
    tiny: 1e-3
    large: 2.5E+2
    isOpen: true
    isClosed: false
    mode: free
    from: 2026-09
    on: 2024-02-29
    label: {en: Luliang, zh: 吕梁}
    short: LL
    tags: [a, 'no']
    """

  @Test func `values are read as what is asked for`() throws {
    let problems = ProblemCollector()
    let reader = try keyedReader(Self.yaml, problems)
    #expect(reader.text("name") == "吕梁")
    #expect(reader.text("code") == "1408")
    #expect(reader.integer("teachers", in: 0...100_000) == 40_000)
    #expect(reader.optionalInteger("change") == -3)
    #expect(reader.number("share", in: -1...1) == -0.5)
    #expect(reader.optionalNumber("tiny") == 0.001)
    #expect(reader.number("large") == 250)
    #expect(reader.boolean("isOpen") == true)
    #expect(reader.optionalBoolean("isClosed") == false)
    #expect(reader.choice("mode", of: ["fixed", "free"]) == "free")
    let month = reader.value("from", "a month")?.month(reporting: problems)
    #expect(month == CalendarDate(year: 2026, month: 9))
    let date = reader.optionalValue("on", "a date")?.date(reporting: problems)
    #expect(date == CalendarDate(year: 2024, month: 2, day: 29))
    #expect(reader.localizedText("label") == LocalizedText(en: "Luliang", zh: "吕梁"))
    #expect(reader.optionalLocalizedText("short") == LocalizedText(plain: "LL"))
    #expect(reader.texts("tags")?.map(\.text) == ["a", "no"])
    reader.finish()
    #expect(lines(problems) == [])
  }

  @Test func `optional keys may be left out in silence`() throws {
    let problems = ProblemCollector()
    let reader = try keyedReader("a: 1", problems)
    #expect(reader.optionalText("x") == nil)
    #expect(reader.optionalInteger("x") == nil)
    #expect(reader.optionalNumber("x") == nil)
    #expect(reader.optionalBoolean("x") == nil)
    #expect(reader.optionalChoice("x", of: ["a"]) == nil)
    #expect(reader.optionalSequence("x") == nil)
    #expect(reader.optionalMappings("x") == nil)
    #expect(reader.optionalTexts("x") == nil)
    #expect(reader.optionalMapping("x") == nil)
    #expect(reader.optionalLocalizedText("x") == nil)
    #expect(problems.isEmpty)
  }

  /// Leap years after the Gregorian rule: not 1900 and 2100, but 2000.
  @Test(arguments: [
    ("2000-02-29", true), ("2100-02-29", false), ("2024-04-31", false), ("2024-12-31", true),
    ("0000-01-01", false), ("2024-00-01", false), ("2024-1-01", false), ("2024-01-01 ", false),
    ("2024-01-01-01", false), ("2024", false), ("٢٠٢٤-01", false),
  ])
  func `dates follow the calendar and the form`(_ text: String, _ isDate: Bool) {
    #expect((CalendarDate(text) != nil) == isDate)
    if isDate { #expect(CalendarDate(text)?.description == text) }
  }

  @Test func `problems are thrown together in order of place`() throws {
    let problems = ProblemCollector()
    try problems.throwIfAny()
    let reader = try keyedReader("a: x\nb: y\n", problems)
    _ = (reader.number("b"), reader.number("a"))
    let error = try #require(throws: ScenarioError.self) { try problems.throwIfAny() }
    #expect(error.problems.map(\.location.line) == [1, 2])
  }
}
