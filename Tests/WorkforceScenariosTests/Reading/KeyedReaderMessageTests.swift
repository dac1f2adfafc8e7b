// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// What is said about values: the YAML, what is asked for, and the exact sentence.
struct KeyedReaderMessageTests {
  /// What a test asks a reader for.
  enum Question: Sendable {
    case text, integer, age, number, probability, positive, atMost, boolean, choice, month, date
    case sequence, mapping, mappings, texts, localized, optionalNumber, optionalText

    func ask(_ reader: KeyedReader) -> Bool {
      switch self {
      case .text: reader.text("x") != nil
      case .optionalText: reader.optionalText("x") != nil
      case .integer: reader.integer("x") != nil
      case .age: reader.integer("x", in: 18...70, meaning: "an age") != nil
      case .number: reader.number("x") != nil
      case .optionalNumber: reader.optionalNumber("x") != nil
      case .probability: reader.number("x", in: 0...1, meaning: "a probability") != nil
      case .positive: reader.number("x", in: 0.5 ... .infinity) != nil
      case .atMost: reader.integer("x", in: .min...3) != nil
      case .boolean: reader.boolean("x") != nil
      case .choice: reader.choice("x", of: ["fixed", "free"]) != nil
      case .month: reader.value("x", "a month")?.month(reporting: reader.problems) != nil
      case .date: reader.value("x", "a date")?.date(reporting: reader.problems) != nil
      case .sequence: reader.sequence("x") != nil
      case .mapping: reader.mapping("x") != nil
      case .mappings: reader.mappings("x")?.isEmpty == false
      case .texts: reader.texts("x")?.isEmpty == false
      case .localized: reader.localizedText("x") != nil
      }
    }
  }

  static let cases: [(String, Question, String)] = [
    (
      "x: 3.8", .probability,
      "1:4: 'x' is 3.8, but a probability lies between 0 and 1. Write 0.038 for 3.8 %.",
    ),
    (
      "x: 5.8", .probability,
      "1:4: 'x' is 5.8, but a probability lies between 0 and 1. Write 0.058 for 5.8 %.",
    ),
    ("x: -0.1", .probability, "1:4: 'x' is -0.1, but a probability lies between 0 and 1."),
    ("x: 0.2", .positive, "1:4: 'x' is 0.2, but the value is at least 0.5."),
    ("x: 4", .atMost, "1:4: 'x' is 4, but the value is at most 3."),
    ("x: 17", .age, "1:4: 'x' is 17, but an age lies between 18 and 70."),
    ("x: 1e999", .number, "1:4: 'x' is 1e999, which is too large for a number."),
    (
      "x: 99999999999999999999", .integer,
      "1:4: 'x' is 99999999999999999999, which is too large for a number.",
    ),
    ("x: 1,000", .number, "1:4: 'x' is '1,000', not a number. Write 1000."),
    ("x: 0,05", .number, "1:4: 'x' is '0,05', not a number. Write 0.05."),
    ("x: -1,5", .number, "1:4: 'x' is '-1,5', not a number. Write -1.5."),
    ("x: 0,234", .number, "1:4: 'x' is '0,234', not a number. Write 0.234."),
    ("x: 1.234,5", .number, "1:4: 'x' is '1.234,5', not a number. Write 1234.5."),
    ("x: 1,234,567.5", .number, "1:4: 'x' is '1,234,567.5', not a number. Write 1234567.5."),
    ("x: 2,5 %", .number, "1:4: 'x' is '2,5 %', not a number. Write 0.025."),
    (
      "x: 1,2,3", .number,
      "1:4: 'x' is '1,2,3', not a number. Write a number such as 1200 or 0.05.",
    ),
    ("x: 1_000", .number, "1:4: 'x' is '1_000', not a number. Write 1000."),
    ("x: 5 %", .number, "1:4: 'x' is '5 %', not a number. Write 0.05."),
    ("x: 3.8%", .number, "1:4: 'x' is '3.8%', not a number. Write 0.038."),
    ("x: ５％", .number, "1:4: 'x' is '５％', not a number. Write 0.05."),
    ("x: 0x10", .number, "1:4: 'x' is '0x10', not a number. Write 16."),
    ("x: +5", .number, "1:4: 'x' is '+5', not a number. Write 5."),
    ("x: .5", .number, "1:4: 'x' is '.5', not a number. Write 0.5."),
    ("x: -5.", .number, "1:4: 'x' is '-5.', not a number. Write -5."),
    ("x: 007", .number, "1:4: 'x' is '007', not a number. Write 7."),
    ("x: nan", .number, "1:4: 'x' is 'nan', not a number. Write a number such as 1200 or 0.05."),
    ("x: .inf", .number, "1:4: 'x' is '.inf', not a number. Write a number such as 1200 or 0.05."),
    ("x: inf", .number, "1:4: 'x' is 'inf', not a number. Write a number such as 1200 or 0.05."),
    ("x: many", .number, "1:4: 'x' is 'many', not a number. Write a number such as 1200 or 0.05."),
    (
      "x: '5'", .number,
      "1:4: 'x' is the text '5', but a number is needed. Leave out the quotation marks.",
    ),
    (
      "x: '5'", .integer,
      "1:4: 'x' is the text '5', but a whole number is needed. Leave out the quotation marks.",
    ),
    ("x: 3.0", .integer, "1:4: 'x' is '3.0', not a whole number. Write 3."),
    ("x: 1e3", .integer, "1:4: 'x' is '1e3', not a whole number. Write 1000."),
    (
      "x: 3.5", .integer, "1:4: 'x' is '3.5', not a whole number. Write digits only, such as 1200.",
    ),
    ("x: yes", .boolean, "1:4: 'x' is 'yes'. Write true or false."),
    ("x: True", .boolean, "1:4: 'x' is 'True'. Write true or false."),
    (
      "x: 'true'", .boolean,
      "1:4: 'x' is the text 'true', but true or false is needed. Leave out the quotation marks.",
    ),
    (
      "x: fxed", .choice,
      "1:4: 'x' is 'fxed', but one of these is needed: fixed, free. Did you mean 'fixed'?",
    ),
    ("x: other", .choice, "1:4: 'x' is 'other', but one of these is needed: fixed, free."),
    ("x: 2026-09-01", .month, "1:4: 'x' is '2026-09-01', but a month is needed. Write 2026-09."),
    (
      "x: 2026-13", .month,
      "1:4: 'x' is '2026-13', but a month is needed. Write year and month, such as 2026-09.",
    ),
    (
      "x: 2026-9", .date,
      "1:4: 'x' is '2026-9', but a date is needed. Write year and month, with or without the day, "
        + "such as 2026-09 or 2026-09-01.",
    ),
    ("x: 2023-02-29", .date, "1:4: 'x' is 2023-02-29, but the calendar has no such day."),
    ("x: [1]", .text, "1:4: 'x' is a list, but a text is needed."),
    ("x: {a: 1}", .number, "1:4: 'x' is a group of keys, but a number is needed."),
    ("x: 1", .sequence, "1:4: 'x' is a single value, but a list is needed."),
    ("x: 1", .mapping, "1:4: 'x' is a single value, but a group of keys is needed."),
    (
      "x:\n  a：1", .mapping,
      "2:3: 'x' is a single value, but a group of keys is needed. If '：' is meant to end a key, "
        + "write ':' and a space.",
    ),
    (
      "x:\n  2026-09-01：20", .number,
      "2:3: 'x' is '2026-09-01：20', not a number. Write a number such as 1200 or 0.05. If '：' is "
        + "meant to end a key, write ':' and a space.",
    ),
    (
      "x: 2026-09-01：20", .date,
      "1:4: 'x' is '2026-09-01：20', but a date is needed. Write year and month, with or without "
        + "the day, such as 2026-09 or 2026-09-01. If '：' is meant to end a key, write ':' and a "
        + "space.",
    ),
    ("x: 2027年", .integer, "1:4: 'x' is '2027年', not a whole number. Write 2027."),
    ("x: 第3级", .integer, "1:4: 'x' is '第3级', not a whole number. Write 3."),
    ("x: 12.5元", .number, "1:4: 'x' is '12.5元', not a number. Write 12.5."),
    (
      "x: 3万元", .number,
      "1:4: 'x' is '3万元', not a number. Write a number such as 1200 or 0.05.",
    ),
    (
      "x: 2027年9月", .integer,
      "1:4: 'x' is '2027年9月', not a whole number. Write digits only, such as 1200.",
    ),
    ("x: [a]", .localized, "1:4: 'x' is a list, but a text is needed."),
    ("x:", .number, "1:3: 'x' has no value. Write a number."),
    ("x: ~", .text, "1:4: 'x' has no value. Write a text."),
    ("x: null", .optionalText, "1:4: 'x' has no value. Write a text, or leave out 'x'."),
    ("x:", .optionalNumber, "1:3: 'x' has no value. Write a number, or leave out 'x'."),
    ("x:", .mapping, "1:3: 'x' has no value. Write a group of keys."),
    (
      "x: [1]", .mappings,
      "1:5: 'x[1]' is a single value, but a group of keys is needed. Write 'key: value' lines.",
    ),
    ("x: [[1]]", .texts, "1:5: 'x[1]' is a list, but a text is needed."),
    ("y: 1", .text, "1:1: 'x' is missing. Add the key 'x' with a text."),
    ("y: 1", .number, "1:1: 'x' is missing. Add the key 'x' with a number."),
    ("y: 1", .choice, "1:1: 'x' is missing. Add the key 'x' with one of: fixed, free."),
    ("y: 1", .sequence, "1:1: 'x' is missing. Add the key 'x' with a list."),
    ("y: 1", .mapping, "1:1: 'x' is missing. Add the key 'x' with a group of keys."),
    ("y: 1", .localized, "1:1: 'x' is missing. Add the key 'x' with a text."),
  ]

  @Test(arguments: cases)
  func `a wrong value is refused word for word`(
    _ yaml: String,
    _ question: Question,
    _ line: String,
  )
    throws
  {
    let problems = ProblemCollector()
    let reader = try keyedReader(yaml, problems)
    #expect(!question.ask(reader))
    #expect(lines(problems) == ["s.yaml:" + line])
  }

  @Test func `every unknown key is listed with the nearest one`() throws {
    let problems = ProblemCollector()
    let reader = try keyedReader("name: a\nretirment: 1\nfoo: 2\n", problems)
    _ = (reader.text("name"), reader.optionalNumber("retirement"))
    reader.finish(allowed: ["extends"])
    #expect(
      lines(problems) == [
        "s.yaml:2:1: there is no key 'retirment' here; did you mean 'retirement'? "
          + "Allowed: name, retirement, extends.",
        "s.yaml:3:1: there is no key 'foo' here. Allowed: name, retirement, extends.",
      ]
    )
  }

  @Test func `keys in a group are named by their path`() throws {
    let problems = ProblemCollector()
    let reader = try keyedReader("a:\n  b:\n    - {rate: 2}\n    - {rat: 1}\n", problems)
    for item in try #require(reader.mapping("a")?.mappings("b")) {
      _ = item.number("rate", in: 0...1)
      item.finish()
    }
    #expect(
      lines(problems) == [
        "s.yaml:3:14: 'a.b[1].rate' is 2, but the value lies between 0 and 1. Write 0.02 for 2 %.",
        "s.yaml:4:7: 'a.b[2].rate' is missing. Add the key 'rate' with a number.",
        "s.yaml:4:8: there is no key 'rat' in 'a.b[2]'; did you mean 'rate'? Allowed: rate.",
      ]
    )
  }

  @Test(arguments: [("- 1", "a list"), ("text", "a single value")])
  func `a file that holds no keys is refused`(_ yaml: String, _ kind: String) throws {
    let problems = ProblemCollector()
    let node = try #require(readYAML(yaml, problems))
    #expect(KeyedReader(node, reporting: problems) == nil)
    #expect(
      lines(problems) == [
        "s.yaml:1:1: the file is \(kind), but a group of keys is needed. Write 'key: value' lines."
      ]
    )
  }
}
